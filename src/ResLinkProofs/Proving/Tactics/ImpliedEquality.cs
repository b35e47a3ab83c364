using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Linear;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>Looks for multipliers with which the required equalities add up to the opposite of a required "not equal".</summary>
internal sealed class ImpliedEquality(BoxReasoner reasoner) : Tactic(reasoner)
{
    private const int LargestTable = 4000;
    private const int MaximumPivots = 100;

    public override bool IsLastResort => true;

    protected override Achievement Apply(List<ProofStep> steps)
    {
        int[] equalities = Required(Relation.Equal);
        foreach (int target in equalities.Length == 0 ? [] : Required(Relation.NotEqual))
        {
            if (Solve(equalities, target) is { } solution)
            {
                var multipliers = new double[Reasoner.Problem.Nodes.Count];
                Rational common = solution.Aggregate(Rational.One, (product, x) => product * x.Denominator);
                multipliers[target] = common.ToDouble();
                for (int e = 0; e < equalities.Length; e++)
                {
                    multipliers[equalities[e]] = ((solution[2 * e] - solution[(2 * e) + 1]) * common).ToDouble();
                }

                if (Reasoner.IsRefutedByCombination(multipliers))
                {
                    return Close(steps, new(ProofStepKind.Combination, point: multipliers));
                }
            }
        }

        return Achievement.None;
    }

    private int[] Required(Relation relation) =>
        [.. Enumerable.Range(0, Reasoner.Problem.Nodes.Count).Where(k =>
            Reasoner.Problem.Nodes[k].Kind == FormulaNodeKind.Atom && Reasoner.Problem.Nodes[k].Relation == relation
            && Reasoner.IsRequired(k) && Reasoner.Problem.CoefficientsOf(k) is not null)];

    // Two columns for each equality, one for each sign; a row for each monomial.
    private Rational[]? Solve(int[] equalities, int target)
    {
        var rows = new Dictionary<int, Rational[]>();
        int width = (2 * equalities.Length) + 1;
        void Fill(int node, int column, int sign)
        {
            foreach ((int monomial, Rational coefficient) in Reasoner.Problem.CoefficientsOf(node)!)
            {
                if (!rows.TryGetValue(monomial, out Rational[]? row))
                {
                    rows.Add(monomial, row = new Rational[width]);
                }

                row[column] = sign * coefficient;
            }
        }

        Fill(target, width - 1, -1);
        for (int e = 0; e < equalities.Length; e++)
        {
            Fill(equalities[e], 2 * e, 1);
            Fill(equalities[e], (2 * e) + 1, -1);
        }

        return (long)rows.Count * width > LargestTable || rows.Count == 0 ? null : ExactFeasibility.Solve([.. rows.Values], MaximumPivots);
    }
}
