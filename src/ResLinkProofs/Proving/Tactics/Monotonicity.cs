using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>Fixes the variables in which all undecided differences are monotone alike.</summary>
internal sealed class Fixing(BoxReasoner reasoner) : Tactic(reasoner)
{
    protected override bool IsCheap => true;

    protected override Achievement Apply(List<ProofStep> steps)
    {
        Achievement achievement = Achievement.None;
        for (int i = 0; i < Reasoner.Box.Length; i++)
        {
            // Between neighbouring doubles there is nothing left to gain.
            Interval range = Reasoner.Box[i];
            if (range.Upper <= Math.BitIncrement(range.Lower))
            {
                continue;
            }

            int direction = Reasoner.Direction(i);
            if (direction != 0 && Reasoner.TryFix(i, direction))
            {
                steps.Add(new(ProofStepKind.Fix, i, direction));
                achievement = Achievement.Narrowed;
            }
        }

        return achievement;
    }
}

/// <summary>Refutation of single comparisons, each at the ends where its own difference is largest.</summary>
internal sealed class Corners(BoxReasoner reasoner) : Tactic(reasoner)
{
    protected override Achievement Apply(List<ProofStep> steps) =>
        Reasoner.IsRefutedByCorners() ? Close(steps, new(ProofStepKind.Corners)) : Achievement.None;
}
