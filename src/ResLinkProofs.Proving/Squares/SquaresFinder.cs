using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Squares;

/// <summary>
/// Looks for a contradiction between polynomial facts: minus one of them, perhaps times a positive
/// polynomial, as sums of squares times others. Gram matrices are found in floating point, their
/// singular directions taken away, and what is left is rounded; the kernel checks the identity.
/// </summary>
/// <remarks>Deterministic, and bounded by the sizes below: what is larger is not tried.</remarks>
internal sealed class SquaresFinder
{
    private const int LargestDimension = 8, LargestFacts = 24, LargestDegree = 12,
        LargestBasis = 40, LargestUnknowns = 420, LargestReductions = 6;
    private const int MostTargets = 4;
    private const long LargestWork = 2_000_000_000;

    // A least eigenvalue that is zero as far as can be told.
    private const double NearlyZero = 1e-4;

    private readonly BoxReasoner _reasoner;
    private readonly PolynomialFact[] _facts;
    private readonly int[] _indeterminates;
    private readonly SparsePolynomial[] _values;
    private long _budget = LargestWork;

    /// <summary>Reads the facts of a box.</summary>
    /// <param name="reasoner">At the box.</param>
    public SquaresFinder(BoxReasoner reasoner)
    {
        _reasoner = reasoner;
        int atoms = reasoner.Problem.Nodes.Count;
        PolynomialFact[] facts = [.. reasoner.Facts().OrderBy(f => f.IsStrict ? 0 : 1).DistinctBy(Text).OrderBy(f => f.Index)];

        // Ends of ranges tell nothing of what does not occur.
        _indeterminates = [.. facts.Where(f => f.Index >= 0 && f.Index < atoms).SelectMany(f => f.Terms).SelectMany(t => t.Factors).Select(
            f => f.Indeterminate).Distinct().Order()];
        _facts = [.. facts.Where(f => f.Terms.All(t => t.Factors.All(e => _indeterminates.Contains(e.Indeterminate))))];
        _values = _indeterminates.Length > LargestDimension ? [] : [.. _facts.Select(f => SparsePolynomial.Of(f.Terms, _indeterminates))];
    }

    // Facts that say the same are one; the strict one, if there is one.
    private static string Text(PolynomialFact fact)
    {
        Rational scale = fact.Terms.Count == 0 || fact.Terms[0].Coefficient.Sign == 0 ? Rational.One
            : fact.Terms[0].Coefficient.Sign < 0 ? -fact.Terms[0].Coefficient : fact.Terms[0].Coefficient;
        return $"{fact.IsEquation} {string.Join('+', fact.Terms.Select(t => $"{t.Coefficient / scale}*{string.Join('*', t.Factors)}"))}";
    }

    /// <summary>A contradiction that the kernel accepts, or null.</summary>
    public SumOfSquares? Find()
    {
        int atoms = _reasoner.Problem.Nodes.Count;
        if (_indeterminates.Length > LargestDimension || _facts.Length == 0 || _facts.Length > LargestFacts)
        {
            return null;
        }

        int[] single = [.. Enumerable.Range(0, _facts.Length).Where(
            i => _facts[i].Index < atoms && !_facts[i].IsEquation && _values[i].Degree <= LargestDegree)
            .OrderBy(i => _facts[i].IsStrict ? 0 : 1).ThenBy(i => -_facts[i].Index).Take(MostTargets)];
        int[] strict = [.. single.Where(i => _facts[i].IsStrict)];
        int[][] targets =
        [
            .. single.Select(i => new[] { i }), .. (from i in strict from k in strict where i < k select new[] { i, k }).Take(MostTargets),
        ];
        foreach (int level in (ReadOnlySpan<int>)[0, 1, 2])
        {
            foreach (int[] target in targets)
            {
                foreach (bool isMultiplied in (ReadOnlySpan<bool>)[false, true])
                {
                    if ((strict.Contains(target[0]) || !isMultiplied) && Find(target, isMultiplied, level) is { } found
                        && _reasoner.IsRefutedBySquares(found))
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    // Level 0: squares alone, and equations; 1: with single facts; 2: with products of two, and two degrees more.
    private SumOfSquares? Find(int[] target, bool isMultiplied, int level)
    {
        int n = _indeterminates.Length;
        var one = SparsePolynomial.Of([(new Exponents(new int[n]), Rational.One)]);
        SparsePolynomial[] units = [.. Enumerable.Range(0, n).Select(
            i => SparsePolynomial.Of([(new Exponents([.. Enumerable.Range(0, n).Select(k => k == i ? 1 : 0)]), Rational.One)]))];
        SparsePolynomial[] strict = isMultiplied ? [one, .. units] : [one];
        SparsePolynomial value = strict.Aggregate(SparsePolynomial.Of([]), (sum, u) => sum.Plus(u.Times(u), Rational.One))
            .Times(target.Aggregate(one, (product, i) => product.Times(_values[i])));
        if (value.Terms.Count == 0)
        {
            return new SumOfSquares(
                SquaresTerm.Of(target.Select(i => _facts[i].Index), [new WeightedSquare(Rational.One, one.Written(_indeterminates))]));
        }

        Rational scale = value.Terms.Values.Select(c => c.Sign < 0 ? -c : c).Max();
        SparsePolynomial goal = value.Times(-Rational.One / scale);
        int degree = (goal.Degree + 1) / 2 * 2;
        int[] equations = [.. Enumerable.Range(0, _facts.Length).Where(i => _facts[i].IsEquation && _values[i].Degree > 0)];
        int[] others = level == 0
            ? []
            : [.. Enumerable.Range(0, _facts.Length).Where(i => !target.Contains(i) && !_facts[i].IsEquation && _values[i].Degree > 0)];
        bool isHomogeneous = goal.IsHomogeneous && equations.All(i => _values[i].IsHomogeneous)
            && (level < 2 || others.All(i => _values[i].IsHomogeneous));
        others = isHomogeneous ? [.. others.Where(i => _values[i].IsHomogeneous)] : others;
        if (level > 0 && others.Length == 0)
        {
            return null;
        }

        var products = new List<int[]> { Array.Empty<int>() };
        products.AddRange(others.Select(i => new[] { i }));
        if (level == 2)
        {
            degree = Math.Max(degree, others.Length > 1 ? 2 : 0);
            products.AddRange(from i in others from k in others where i < k select new[] { i, k });
        }

        var blocks = new List<GramBlock>();
        foreach (int[] product in products)
        {
            SparsePolynomial factor = product.Aggregate(one, (all, i) => all.Times(_values[i]));
            int half = (isHomogeneous ? goal.Degree : degree) - factor.Degree;
            if (half < 0 || (isHomogeneous && half % 2 != 0))
            {
                continue;
            }

            Exponents[] monomials = [.. Exponents.UpTo(n, half / 2).Where(m => !isHomogeneous || m.Degree == half / 2)];
            if (product.Length == 0 && products.Count == 1 && equations.Length == 0)
            {
                monomials = Pruned(monomials, goal);
            }

            if (monomials.Length > LargestBasis)
            {
                return null;
            }

            if (monomials.Length > 0)
            {
                blocks.Add(new(
                    [.. product.Select(i => _facts[i].Index)], factor,
                    [.. monomials.Select(m => SparsePolynomial.Of([(m, Rational.One)]))]));
            }
        }

        EquationBlock[] multiples = [.. equations.Where(i => _values[i].Degree <= degree).Select(i => new EquationBlock(
            _facts[i].Index, _values[i],
            [.. Exponents.UpTo(n, degree - _values[i].Degree).Select(m => SparsePolynomial.Of([(m, Rational.One)]))]))];
        return Solve(goal, blocks, multiples) is not var (remaining, squares, multipliers) ? null : new SumOfSquares([
            SquaresTerm.Of(
                target.Select(i => _facts[i].Index),
                strict.Select(u => new WeightedSquare(Rational.One / scale, u.Written(_indeterminates)))),
            .. remaining.Zip(squares, (block, sum) => SquaresTerm.Of(block.Facts, sum)),
            .. multiples.Zip(multipliers)
            .Where(m => m.First.Fact != PolynomialFact.Law).Select(m => SquaresTerm.Of(m.First.Fact, m.Second)),
        ]);
    }

    private (IReadOnlyList<GramBlock> Blocks, WeightedSquare[][] Squares, PolynomialTerm[][] Multipliers)? Solve(
        SparsePolynomial goal, List<GramBlock> blocks, EquationBlock[] equations)
    {
        for (int round = 0; round <= LargestReductions; round++)
        {
            if (_budget <= 0 || blocks.Sum(b => b.Entries) + equations.Sum(e => e.Basis.Count) > LargestUnknowns
                || GramSystem.Of(goal, blocks, equations) is not { } system)
            {
                return null;
            }

            if (blocks.Count == 0)
            {
                return GramRounding.Round(system, new double[system.Free.Count], _indeterminates) is var (none, alone)
                    ? (blocks, none, alone)
                    : null;
            }

            var centre = new GramCentre(system);
            centre.Run(_budget);
            _budget -= centre.Spent;
            if (centre.Least > -NearlyZero && GramRounding.Round(system, centre.Free, _indeterminates) is var (squares, multipliers))
            {
                return (blocks, squares, multipliers);
            }

            IReadOnlyList<GramBlock> reduced = centre.Least is > -NearlyZero and < NearlyZero
                ? GramRounding.Reduce(blocks, centre.Matrices(0))
                : blocks;
            if (ReferenceEquals(reduced, blocks))
            {
                return null;
            }

            blocks = [.. reduced];
        }

        return null;
    }

    // Without the monomials whose squares can be neither in the goal nor cancelled by a product of
    // two others (they lie outside its Newton polytope).
    private static Exponents[] Pruned(Exponents[] monomials, SparsePolynomial goal)
    {
        var left = new List<Exponents>(monomials);
        while (true)
        {
            var products = new HashSet<Exponents>(goal.Terms.Keys);
            for (int i = 0; i < left.Count; i++)
            {
                for (int k = 0; k < i; k++)
                {
                    products.Add(left[i].Times(left[k]));
                }
            }

            if (left.RemoveAll(m => !products.Contains(m.Times(m))) == 0)
            {
                return [.. left];
            }
        }
    }
}
