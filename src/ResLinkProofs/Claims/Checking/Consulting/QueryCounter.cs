using System.Diagnostics;
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

    public double Seconds => Stopwatch.GetElapsedTime(0, _ticks).TotalSeconds;

    public SmtJudgement Ask(SmtQuery query, SolverLimits limits)
    {
        long start = Stopwatch.GetTimestamp();
        SmtJudgement judgement = SmtJudge.Ask(solver, query, limits);
        Queries++;
        _ticks += Stopwatch.GetTimestamp() - start;
        return judgement;
    }
}
