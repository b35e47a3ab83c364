using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>What a tactic achieved on a box.</summary>
internal enum Achievement
{
    /// <summary>Nothing; the box is as it was.</summary>
    None,

    /// <summary>The box became smaller, by the steps that were recorded.</summary>
    Narrowed,

    /// <summary>The box is refuted, by the step recorded last.</summary>
    Closed,
}

/// <summary>
/// One way to narrow or to refute the box of a reasoner. It records the steps that do it, which the kernel replays: a tactic can miss a
/// proof and waste time, nothing else.
/// </summary>
internal abstract class Tactic(BoxReasoner reasoner)
{
    private readonly Habit _habit = new();

    /// <summary>True for a tactic that is only worth its time where no other one makes progress.</summary>
    public virtual bool IsLastResort => false;

    /// <summary>True when the tactics before this one should have another look at what it has narrowed, before those after it.</summary>
    public virtual bool StartsAgain => true;

    protected BoxReasoner Reasoner { get; } = reasoner;

    /// <summary>Tries it, if it has not failed too often lately.</summary>
    public Achievement Try(List<ProofStep> steps)
    {
        if (!_habit.IsDue())
        {
            return Achievement.None;
        }

        Achievement achievement = Apply(steps);
        _habit.Report(achievement != Achievement.None || IsCheap);
        return achievement;
    }

    /// <summary>True when a failure is no reason to try it less often.</summary>
    protected virtual bool IsCheap => false;

    /// <summary>Tries it on the box that the reasoner has.</summary>
    protected abstract Achievement Apply(List<ProofStep> steps);

    /// <summary>Records that a step refutes the box.</summary>
    protected static Achievement Close(List<ProofStep> steps, ProofStep step)
    {
        steps.Add(step);
        return Achievement.Closed;
    }
}
