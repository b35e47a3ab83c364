using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>Asks a solver, and counts what that took.</summary>
internal sealed class QueryCounter(ISmtSolver solver)
{
    private long _ticks;

    public string Name => solver.Name;

    public string Version => solver.Version;

    public long Queries { get; private set; }

    /// <summary>A digest of the texts of all questions, in their order; empty for none.</summary>
    public string Asked { get; private set; } = "";

    public double Seconds => Stopwatch.GetElapsedTime(0, _ticks).TotalSeconds;

    public SmtJudgement Ask(SmtQuery query, SolverLimits limits)
    {
        long start = Stopwatch.GetTimestamp();
        SmtJudgement judgement = SmtJudge.Ask(solver, query, limits);
        Queries++;
        Asked = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Asked + judgement.Script)));
        _ticks += Stopwatch.GetTimestamp() - start;
        return judgement;
    }
}
