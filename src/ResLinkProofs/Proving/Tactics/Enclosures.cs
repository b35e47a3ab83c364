using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>Refutation by the natural interval extension.</summary>
internal sealed class Values(BoxReasoner reasoner) : Tactic(reasoner)
{
    protected override bool IsCheap => true;

    protected override Achievement Apply(List<ProofStep> steps) =>
        Reasoner.IsRefutedByValues() ? Close(steps, new(ProofStepKind.Values)) : Achievement.None;
}

/// <summary>Refutation by the mean value form at the midpoint.</summary>
internal sealed class MeanValues(BoxReasoner reasoner) : Tactic(reasoner)
{
    protected override bool IsCheap => true;

    protected override Achievement Apply(List<ProofStep> steps) =>
        Reasoner.IsRefutedByMeanValues() ? Close(steps, new(ProofStepKind.MeanValues)) : Achievement.None;
}
