using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>A pass of contraction, kept when it narrows enough to pay for a step of the proof.</summary>
internal abstract class Contraction(BoxReasoner reasoner) : Tactic(reasoner)
{
    private const double UsefulShrinkage = 0.9;

    private readonly Interval[] _before = new Interval[reasoner.Box.Length];

    protected abstract ProofStepKind Narrowing { get; }

    protected abstract ProofStepKind Refuting { get; }

    protected abstract bool Contract();

    protected override Achievement Apply(List<ProofStep> steps)
    {
        Reasoner.Box.CopyTo(_before);
        if (!Contract())
        {
            return Close(steps, new(Refuting));
        }

        for (int i = 0; i < _before.Length; i++)
        {
            if (IsUseful(_before[i], Reasoner.Box[i]))
            {
                steps.Add(new(Narrowing));
                return Achievement.Narrowed;
            }
        }

        Reasoner.Load(_before, Reasoner.Choices);
        return Achievement.None;
    }

    private static bool IsUseful(Interval before, Interval after) => before.IsBounded
        ? !before.IsPoint && after.Width <= UsefulShrinkage * before.Width
        : double.IsFinite(after.Lower) != double.IsFinite(before.Lower) || double.IsFinite(after.Upper) != double.IsFinite(before.Upper)
            || IsNearer(before.Lower, after.Lower) || IsNearer(-before.Upper, -after.Upper);

    // A finite end of an unbounded range has moved inwards by a good deal.
    private static bool IsNearer(double before, double after) => double.IsFinite(before) && after - before > 0.5 * (1 + Math.Abs(before));
}

/// <summary>Contraction by the operations, backwards.</summary>
internal sealed class ValueContraction(BoxReasoner reasoner) : Contraction(reasoner)
{
    // Towards a tight end it narrows at every round, and the slopes would never be looked at.
    public override bool StartsAgain => false;

    protected override ProofStepKind Narrowing => ProofStepKind.Contract;

    protected override ProofStepKind Refuting => ProofStepKind.Exhausted;

    protected override bool Contract() => Reasoner.Contract();
}

/// <summary>Contraction by mean value forms.</summary>
internal sealed class SlopeContraction(BoxReasoner reasoner) : Contraction(reasoner)
{
    protected override ProofStepKind Narrowing => ProofStepKind.ContractBySlopes;

    protected override ProofStepKind Refuting => ProofStepKind.ExhaustedBySlopes;

    protected override bool Contract() => Reasoner.ContractBySlopes();
}
