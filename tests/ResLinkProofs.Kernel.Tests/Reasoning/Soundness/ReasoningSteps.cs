using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>The steps under test: those of a <see cref="BoxReasoner"/>, unless a control replaces one by a broken one.</summary>
internal class ReasoningSteps(EmptinessProblem problem)
{
    protected BoxReasoner Reasoner { get; } = new(problem);

    public EmptinessProblem Problem { get; } = problem;

    public ReadOnlySpan<Interval> Box => Reasoner.Box;

    public ReadOnlySpan<int> Choices => Reasoner.Choices;

    public void Load(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices) => Reasoner.Load(box, choices);

    public void Restrict(int variable, Interval range) => Reasoner.Restrict(variable, range);

    public void Choose(int node, int operand) => Reasoner.Choose(node, operand);

    public void Sharpen() => Reasoner.TrySharpen();

    public bool IsRelevant(int node) => Reasoner.IsRelevant(node);

    public virtual bool IsRefutedByValues() => Reasoner.IsRefutedByValues();

    public virtual bool IsSatisfiedByValues() => Reasoner.IsSatisfiedByValues();

    public virtual bool IsRefutedByMeanValues() => Reasoner.IsRefutedByMeanValues();

    public virtual bool Contract() => Reasoner.Contract();

    public virtual bool ContractBySlopes() => Reasoner.ContractBySlopes();

    public virtual int Direction(int variable) => Reasoner.Direction(variable);

    public virtual bool TryFix(int variable, int direction) => Reasoner.TryFix(variable, direction);

    public virtual bool IsRefutedByCurvature(int node, double bound, double[] point) => Reasoner.IsRefutedByCurvature(node, bound, point);

    public virtual Interval[] Slopes(int node) => Reasoner.Slopes(node).ToArray();

    public virtual Interval[]? Hessian(int node) =>
        Reasoner.TryHessian(node, out ReadOnlySpan<Interval> hessian) ? hessian.ToArray() : null;
}
