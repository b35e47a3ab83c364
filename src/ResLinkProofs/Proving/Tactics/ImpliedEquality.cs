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

    private readonly int[] _equalities = Atoms(reasoner.Problem, Relation.Equal);
    private readonly int[] _targets = Atoms(reasoner.Problem, Relation.NotEqual);

    public override bool IsLastResort => true;

    protected override Achievement Apply(List<ProofStep> steps)
    {
        if (_equalities.Length == 0 || _targets.Length == 0)
        {
            return Achievement.None;
        }

        int[] equalities = Array.FindAll(_equalities, Reasoner.IsRequired);
        foreach (int target in equalities.Length == 0 ? [] : Array.FindAll(_targets, Reasoner.IsRequired))
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

    private static int[] Atoms(EmptinessProblem problem, Relation relation) =>
        [.. Enumerable.Range(0, problem.Nodes.Count).Where(k =>
            problem.Nodes[k].Kind == FormulaNodeKind.Atom && problem.Nodes[k].Relation == relation && problem.CoefficientsOf(k) is not null)];

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
