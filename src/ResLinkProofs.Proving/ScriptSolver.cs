using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Proving;

/// <summary>The answer to an SMT-LIB script.</summary>
/// <param name="Boxes">The number of boxes that were examined.</param>
public abstract record ScriptAnswer(long Boxes)
{
    /// <summary>The word that SMT-LIB prescribes: unsat, sat or unknown.</summary>
    public abstract string Word { get; }
}

/// <summary>No values of the variables satisfy the assertions.</summary>
/// <param name="Proof">The replayed certificate; its text is <c>Proof.Certificate.ToString()</c>.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record ScriptUnsat(AcceptedCertificate Proof, long Boxes) : ScriptAnswer(Boxes)
{
    /// <inheritdoc/>
    public override string Word => "unsat";
}

/// <summary>The assertions hold at a rational point, confirmed exactly or by enclosures.</summary>
/// <param name="Model">The value of each variable, in the order of declaration.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record ScriptSat(IReadOnlyList<KeyValuePair<string, Rational>> Model, long Boxes) : ScriptAnswer(Boxes)
{
    /// <summary>The least value of the objective, or of its negative where a maximum was asked for; null without an objective.</summary>
    public Optimum? Optimum { get; init; }

    /// <inheritdoc/>
    public override string Word => "sat";
}

/// <summary>
/// The assertions hold somewhere in a box: a model that need not be rational exists, by a theorem on zeros of continuous functions.
/// </summary>
/// <param name="Witness">The box, as the kernel confirmed it.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record ScriptSatSomewhere(EnclosedWitness Witness, long Boxes) : ScriptAnswer(Boxes)
{
    /// <inheritdoc/>
    public override string Word => "sat";
}

/// <summary>Neither was established.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record ScriptUnknown(string Reason, long Boxes) : ScriptAnswer(Boxes)
{
    /// <summary>The same by kind, with a box that is open and what may help; null when nothing more is known.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>The point found that comes closest to a model, in the order of declaration; empty when there is none.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> NearestPoint { get; init; } = [];

    /// <summary>
    /// How far the nearest point is from a model: the margin of the assertions there, usually negative; NaN without a point.
    /// </summary>
    public double NearestMargin { get; init; } = double.NaN;

    /// <inheritdoc/>
    public override string Word => "unknown";
}

/// <summary>Decides SMT-LIB scripts: the work of <c>reslink solve</c>.</summary>
public static class ScriptSolver
{
    /// <summary>Decides a script that asks one question, as far as the budget reaches.</summary>
    /// <param name="script">The script.</param>
    /// <param name="budget">How much work it may take; the default budget when null.</param>
    /// <exception cref="SmtInputException">The script asks nothing, or more than one question.</exception>
    public static ScriptAnswer Solve(SmtScript script, ProofBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Solve(script.OnlyQuestion(), budget);
    }

    /// <summary>Decides a question of a script as far as the budget reaches.</summary>
    /// <param name="question">The question.</param>
    /// <param name="budget">How much work it may take; the default budget when null.</param>
    /// <param name="width">The relative width that an enclosure of an optimum should have.</param>
    public static ScriptAnswer Solve(SmtQuestion question, ProofBudget? budget = null, double width = Optimiser.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Objective is null ? Decide(question, budget) : Optimise(question, question.Objective, width, budget);
    }

    private static ScriptAnswer Optimise(SmtQuestion question, SmtObjective objective, double width, ProofBudget? budget)
    {
        Term least = objective.IsMaximum ? -objective.Term : objective.Term;
        return Optimiser.Minimise(ScriptStatement.Unsatisfiable(question), least, width, budget) switch
        {
            Infeasible none => new ScriptUnsat(none.Proof, none.Boxes),
            Optimum best =>
                new ScriptSat([.. question.Variables.Zip(best.Place, (v, value) => KeyValuePair.Create(v.Name, value))], best.Boxes)
                {
                    Optimum = best,
                },
            NoOptimum open => new ScriptUnknown(open.Reason, open.Boxes),
            OptimumOutcome other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static ScriptAnswer Decide(SmtQuestion question, ProofBudget? budget) =>
        Prover.Prove(ScriptStatement.Unsatisfiable(question), budget) switch
        {
            Proved proved => new ScriptUnsat(proved.Proof, proved.Boxes),
            Refuted refuted => new ScriptSat(Model(refuted.Witness), refuted.Boxes),
            RefutedSomewhere somewhere => new ScriptSatSomewhere(somewhere.Witness, somewhere.Boxes),
            Inconclusive open => new ScriptUnknown(open.Reason, open.Boxes)
            {
                Obstacle = open.Obstacle,
                NearestPoint = [.. question.Variables.Zip(open.NearestPoint, (v, x) => KeyValuePair.Create(v.Name, x))],
                NearestMargin = open.NearestMargin,
            },
            ProofOutcome other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };

    private static KeyValuePair<string, Rational>[] Model(ConfirmedWitness witness) =>
        [.. witness.Statement.VariableNames.Zip(witness.Point, (name, value) => KeyValuePair.Create(name, value))];
}
