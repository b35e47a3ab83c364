using System.Numerics;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Linear;

namespace ResLinkProofs.Proving.Tactics;

/// <summary>
/// Looks for multipliers with which the required comparisons, and the ends of the variables' ranges, add up to a contradiction (Farkas, Motzkin). Products and
/// functions of the variables count as variables.
/// </summary>
internal sealed class Combination(BoxReasoner reasoner) : Tactic(reasoner)
{
    private const int LargestTable = 4000;
    private const int MaximumPivots = 100;

    private readonly IReadOnlyList<(int Monomial, Rational Coefficient)>?[] _forms = FormsOf(reasoner.Problem);
    private readonly int[] _candidates = [.. Enumerable.Range(0, reasoner.Problem.Nodes.Count).Where(k =>
        reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: not Relation.NotEqual } && reasoner.Problem.CoefficientsOf(k) is not null)];

    // Once in a sub-box of every division would be far too often for what it costs.
    public override bool IsLastResort => true;

    protected override Achievement Apply(List<ProofStep> steps)
    {
        if (_candidates.Length < 2)
        {
            return Achievement.None;
        }

        int[] atoms = Array.FindAll(_candidates, Reasoner.IsRequired);
        if (atoms.Length < 2)
        {
            return Achievement.None;
        }

        var table = new Table(Reasoner, _forms, atoms);
        if ((long)table.Rows * table.Columns > LargestTable || ExactFeasibility.Solve(table.Build(), MaximumPivots) is not { } solution)
        {
            return Achievement.None;
        }

        double[]? multipliers = table.Multipliers(solution);
        return multipliers is not null && Reasoner.IsRefutedByCombination(multipliers)
            ? Close(steps, new(ProofStepKind.Combination, point: multipliers))
            : Achievement.None;
    }

    private static IReadOnlyList<(int Monomial, Rational Coefficient)>?[] FormsOf(EmptinessProblem problem) =>
        [.. Enumerable.Range(0, problem.Nodes.Count).Select(k => problem.Nodes[k].Kind == FormulaNodeKind.Atom ? problem.CoefficientsOf(k) : null)];

    // One column for each atom, for the negative of each equality, for each end of a range, and for the gap; one row for each monomial, one for the
    // constant (the sum and the gap make zero) and one that asks for a gap or a strict atom.
    private sealed class Table
    {
        private readonly BoxReasoner _reasoner;
        private readonly IReadOnlyList<(int Monomial, Rational Coefficient)>?[] _forms;
        private readonly List<(int Node, int Sign)> _atoms = [];
        private readonly List<(int Variable, int Sign, Rational End)> _ends = [];
        private readonly Dictionary<int, int> _rowOf = [];

        public Table(BoxReasoner reasoner, IReadOnlyList<(int Monomial, Rational Coefficient)>?[] forms, int[] atoms)
        {
            _reasoner = reasoner;
            _forms = forms;
            foreach (int node in atoms)
            {
                _atoms.Add((node, 1));
                if (reasoner.Problem.Nodes[node].Relation == Relation.Equal)
                {
                    _atoms.Add((node, -1));
                }

                foreach ((int monomial, _) in forms[node]!.Where(c => c.Monomial >= 0))
                {
                    _rowOf.TryAdd(monomial, _rowOf.Count);
                }
            }

            for (int i = 0; i < reasoner.Box.Length; i++)
            {
                if (!_rowOf.ContainsKey(i))
                {
                    continue;
                }

                // x - low >= 0 and high - x >= 0.
                RealVariable known = reasoner.Problem.Variables[i];
                AddEnd(i, 1, reasoner.Box[i].Lower, known.Lower, Rational.Max);
                AddEnd(i, -1, reasoner.Box[i].Upper, known.Upper, Rational.Min);
            }
        }

        public int Rows => _rowOf.Count + 2;

        public int Columns => _atoms.Count + _ends.Count + 2;

        public Rational[][] Build()
        {
            Rational[][] rows = [.. Enumerable.Range(0, Rows).Select(_ => new Rational[Columns])];
            Rational[] constants = rows[^2], demand = rows[^1];
            for (int c = 0; c < _atoms.Count; c++)
            {
                (int node, int sign) = _atoms[c];
                foreach ((int monomial, Rational coefficient) in _forms[node]!)
                {
                    (monomial < 0 ? constants : rows[_rowOf[monomial]])[c] = sign * coefficient;
                }

                demand[c] = _reasoner.Problem.Nodes[node].Relation == Relation.Greater ? 1 : 0;
            }

            for (int e = 0; e < _ends.Count; e++)
            {
                (int variable, int sign, Rational end) = _ends[e];
                rows[_rowOf[variable]][_atoms.Count + e] = sign;
                constants[_atoms.Count + e] = -sign * end;
            }

            int gap = Columns - 2;
            constants[gap] = demand[gap] = demand[gap + 1] = Rational.One;
            return rows;
        }

        // The multipliers as whole numbers that doubles hold exactly; null when there are none.
        public double[]? Multipliers(Rational[] solution)
        {
            BigInteger common = BigInteger.One;
            for (int c = 0; c < _atoms.Count; c++)
            {
                common *= solution[c].Denominator / BigInteger.GreatestCommonDivisor(common, solution[c].Denominator);
            }

            var multipliers = new double[_forms.Length];
            for (int c = 0; c < _atoms.Count; c++)
            {
                Rational whole = solution[c] * common;
                if (BigInteger.Abs(whole.Numerator) > (BigInteger.One << 52))
                {
                    return null;
                }

                multipliers[_atoms[c].Node] += _atoms[c].Sign * (double)whole.Numerator;
            }

            return multipliers;
        }

        private void AddEnd(int variable, int sign, double end, Rational? known, Func<Rational, Rational, Rational> tighter)
        {
            if (double.IsFinite(end))
            {
                _ends.Add((variable, sign, known is { } k ? tighter(Rational.FromDouble(end), k) : Rational.FromDouble(end)));
            }
        }
    }
}
