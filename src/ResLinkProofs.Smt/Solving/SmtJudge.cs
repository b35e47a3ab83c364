using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Solving;

/// <summary>Asks a solver and believes only what the kernel can confirm.</summary>
public static class SmtJudge
{
    private const int LargestCorners = 64;

    /// <summary>Asks whether the constraints of a query can be satisfied.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="query">The question.</param>
    /// <param name="limits">What the answer may cost.</param>
    /// <param name="cancellation">Stops and kills the solver.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SmtJudgement Ask(ISmtSolver solver, SmtQuery query, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(query);
        SmtReply reply = solver.Decide(query, limits, cancellation);
        var judgement = new SmtJudgement
        {
            Finding = SmtFinding.Inconclusive,
            Solver = $"{solver.Name}: {solver.Version}",
            Script = query.Script,
            Reason = reply.Reason,
        };
        return reply.Claim switch
        {
            SmtClaim.Unsat => judgement with { Finding = SmtFinding.NoSolution },
            SmtClaim.Sat when !query.HasModel => judgement with { Reason = "satisfiable, as far as enclosures tell" },
            SmtClaim.Sat => Confirm(query, reply.Model, judgement),
            _ => judgement,
        };
    }

    private static SmtJudgement Confirm(SmtQuery query, IReadOnlyDictionary<string, SmtNumber> model, SmtJudgement judgement)
    {
        var constraints = CompiledFormula.Compile(query.Variables, Formula.All(query.Constraints));
        SmtNumber[] values = [.. query.Variables.Select(name => model[name])];
        foreach (Rational[] point in Candidates(values))
        {
            if (constraints.DecideAt(point) == Truth.True)
            {
                return judgement with { Finding = SmtFinding.Solution, Point = point };
            }
        }

        if (query.IsExact && Fails(constraints, values))
        {
            return judgement with
            {
                Finding = SmtFinding.FalseModel,
                Reason = $"the model does not satisfy the constraints: {Describe(query, values)}",
            };
        }

        string reason = query.IsExact
            ? "a model that no rational point nearby confirms"
            : "a model only of the enclosures of transcendental terms";
        return judgement with
        {
            Finding = query.IsExact ? SmtFinding.UnconfirmedModel : SmtFinding.Inconclusive,
            Reason = $"{reason}: {Describe(query, values)}",
        };
    }

    // At the model where it is rational; else all over its enclosure.
    private static bool Fails(CompiledFormula constraints, SmtNumber[] values) => Truth.False == (Array.TrueForAll(values, v => v.IsExact)
        ? constraints.DecideAt([.. values.Select(v => v.Lower)])
        : constraints.Decide([.. values.Select(v => Interval.Enclose(v.Lower).Hull(Interval.Enclose(v.Upper)))]));

    // The model itself where it is rational; else the corners of its enclosure and its middle.
    private static IEnumerable<Rational[]> Candidates(SmtNumber[] values)
    {
        int[] inexact = [.. Enumerable.Range(0, values.Length).Where(i => !values[i].IsExact)];
        int corners = inexact.Length < 6 ? 1 << inexact.Length : LargestCorners;
        for (int corner = 0; corner < corners; corner++)
        {
            Rational[] point = Array.ConvertAll(values, v => v.Lower);
            for (int k = 0; k < inexact.Length && k < 6; k++)
            {
                point[inexact[k]] = (corner >> k & 1) == 0 ? values[inexact[k]].Lower : values[inexact[k]].Upper;
            }

            yield return point;
        }

        yield return Array.ConvertAll(values, v => (v.Lower + v.Upper) / 2);
    }

    private static string Describe(SmtQuery query, SmtNumber[] values) =>
        string.Join(", ", query.Variables.Zip(values, (name, value) => $"{name} = {value}"));
}
