using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Solving;

/// <summary>
/// Two questions with known answers: a program that always says the same, or something else, is found out before it is believed.
/// </summary>
internal static class SolverControl
{
    private static readonly SolverLimits Limits = new(10_000_000, TimeSpan.FromMinutes(1));

    /// <summary>What is wrong with a solver, or null.</summary>
    public static string? Fault(ISmtSolver solver)
    {
        Term x = Term.Variable("x");
        // Both have the same shape and differ in one sign, so that no shallow trick tells them apart.
        Formula positive = (x * x).EqualTo(2) & (x > 1);
        Formula negative = (x * x).EqualTo(-2) & (x > 1);
        SmtReply sat = solver.Decide(SmtQuery.Of(["x"], [positive]), Limits);
        if (sat.Claim != SmtClaim.Sat)
        {
            return $"asked whether x*x = 2 has a solution above 1, it answers {Describe(sat)}";
        }

        SmtNumber root = sat.Model["x"];
        if (root.Lower * root.Lower > 2 || root.Upper * root.Upper < 2 || root.Lower < 1)
        {
            return $"asked for the root of 2, it answers {root}";
        }

        SmtReply unsat = solver.Decide(SmtQuery.Of(["x"], [negative]), Limits);
        return unsat.Claim == SmtClaim.Unsat ? null : $"asked whether x*x = -2 has a solution above 1, it answers {Describe(unsat)}";
    }

    private static string Describe(SmtReply reply) => $"{reply.Claim.ToString().ToLowerInvariant()} {reply.Reason}".Trim();
}
