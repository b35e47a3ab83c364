using System.Globalization;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
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
    /// <inheritdoc/>
    public override string Word => "sat";
}

/// <summary>Neither was established.</summary>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Boxes">The number of boxes that were examined.</param>
public sealed record ScriptUnknown(string Reason, long Boxes) : ScriptAnswer(Boxes)
{
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
    public static ScriptAnswer Solve(SmtQuestion question, ProofBudget? budget = null) =>
        Prover.Prove(ScriptStatement.Unsatisfiable(question), budget) switch
        {
            Proved proved => new ScriptUnsat(proved.Proof, proved.Boxes),
            Refuted refuted => new ScriptSat(Model(refuted.Witness), refuted.Boxes),
            Inconclusive open => new ScriptUnknown(Reason(open, question), open.Boxes),
            ProofOutcome other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };

    // What the search says, and the point that comes closest to a model.
    private static string Reason(Inconclusive open, SmtQuestion question)
    {
        if (open.NearestPoint.Count is 0 or > 12)
        {
            return open.Reason;
        }

        string point = string.Join(
            ", ",
            question.Variables.Zip(open.NearestPoint, (v, x) => string.Create(CultureInfo.InvariantCulture, $"{v.Name} = {x:R}")));
        string margin = (-open.NearestMargin).ToString("G3", CultureInfo.InvariantCulture);
        return $"{open.Reason}; nearest to a model: {point}, short of one by {margin}";
    }

    private static KeyValuePair<string, Rational>[] Model(ConfirmedWitness witness) =>
        [.. witness.Statement.VariableNames.Zip(witness.Point, (name, value) => KeyValuePair.Create(name, value))];
}
