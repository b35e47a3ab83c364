using ResLinkProofs.Kernel.Expansions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from polynomial identities.</content>
public sealed partial class BoxReasoner
{
    // Expanding a step costs at most this for every term that is written down in it, and so much in all.
    private const long BudgetPerTerm = 1L << 16, LargestBudget = 1L << 24;
    private const int LargestProduct = 8;

    /// <summary>
    /// The polynomials whose signs at the points of interest are known: required comparisons, ends of ranges, bounds of functions and laws.
    /// </summary>
    /// <remarks>
    /// A difference that is a quotient n/d, defined all over the box, has the sign of n d. Where a comparison says "not
    /// zero", the fact is its square. What has exponentials in its normal form is left out of the list (not of the proofs).
    /// </remarks>
    public IReadOnlyList<PolynomialFact> Facts()
    {
        (PolynomialFacts facts, var found) = (new PolynomialFacts(this, ExactBudget), new List<PolynomialFact>());
        for (int i = 0; i < facts.Count; i++)
        {
            if (facts.Of(i) is ({ Depth: 0 } polynomial, var isEquation, var isStrict))
            {
                found.Add(new(i, isEquation, isStrict, Terms(polynomial)));
            }
        }

        for (int i = 0; i < facts.Values; i++)
        {
            if (facts.Law(i) is { Depth: 0 } law)
            {
                found.Add(new(PolynomialFact.Law, true, false, Terms(law)));
            }
        }

        return found;
    }

    /// <summary>True when facts about the points of interest contradict each other, so that there is none in the box.</summary>
    /// <remarks>
    /// Every term is at least zero at every point of interest: squares with positive weights, times facts
    /// that are not negative there; or an equation times anything. One of them has strict facts only and
    /// a constant other than zero among its squares, so it is positive. Their sum is the zero polynomial.
    /// </remarks>
    /// <param name="proof">The terms.</param>
    public bool IsRefutedBySquares(SumOfSquares proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        long written = proof.Terms.Sum(t => 1L + t.Facts.Count + (t.Multiplier?.Count ?? 0) + t.Squares.Sum(s => 1L + s.Root.Count));
        var facts = new PolynomialFacts(this, ExactBudget);
        var arithmetic = new PolynomialArithmetic(Math.Min(LargestBudget, written * BudgetPerTerm));
        Polynomial? sum = PolynomialArithmetic.Constant(Rational.Zero);
        bool isPositive = false;
        foreach (SquaresTerm term in proof.Terms)
        {
            if (term.Facts.Count > LargestProduct)
            {
                return false;
            }

            bool isStrict = term.Multiplier is null;
            Polynomial? product = term.Multiplier is null ? SumOf(term.Squares, arithmetic) : Written(term.Multiplier, arithmetic);
            foreach (int index in term.Facts)
            {
                if (facts.Of(index) is not ({ } fact, var isEquation, var isFactStrict) || isEquation != term.Multiplier is not null)
                {
                    return false;
                }

                isStrict &= isFactStrict;
                product = arithmetic.Multiply(product, fact);
            }

            isPositive |= isStrict && term.Squares.Any(s => s.Weight.Sign > 0 && s.Root is [{ Coefficient.Sign: not 0, Factors.Count: 0 }]);
            sum = arithmetic.Add(sum, product, Rational.One);
        }

        return isPositive && facts.Reduce(sum) is { IsZero: true };
    }

    private static PolynomialTerm[] Terms(Polynomial value) => [.. value.Terms.Select(t => new PolynomialTerm(t.Value, t.Key.Factors))];

    // Null when some weight is negative.
    private static Polynomial? SumOf(IReadOnlyList<WeightedSquare> squares, PolynomialArithmetic arithmetic)
    {
        Polynomial? sum = PolynomialArithmetic.Constant(Rational.Zero);
        foreach (WeightedSquare square in squares)
        {
            Polynomial? root = Written(square.Root, arithmetic);
            sum = square.Weight.Sign < 0 ? null : arithmetic.Add(sum, arithmetic.Multiply(root, root), square.Weight);
        }

        return sum;
    }

    private static Polynomial? Written(IReadOnlyList<PolynomialTerm> terms, PolynomialArithmetic arithmetic)
    {
        Polynomial? sum = PolynomialArithmetic.Constant(Rational.Zero);
        foreach (PolynomialTerm term in terms)
        {
            sum = arithmetic.Add(sum, PolynomialArithmetic.Power(term.Factors), term.Coefficient);
        }

        return sum;
    }

    // The facts by number, of one box and its choices; null for what is none.
    private sealed class PolynomialFacts
    {
        private readonly BoxReasoner _reasoner;
        private readonly ExactCoefficients _exact;
        private readonly Fraction?[] _differences;

        public PolynomialFacts(BoxReasoner reasoner, long budget)
        {
            reasoner.EnsureValues();
            _reasoner = reasoner;
            _exact = new ExactCoefficients(reasoner._box.Length, i => reasoner._box[i].Lower >= 0, budget);
            bool[] defined = Definedness.Of(reasoner._tape, reasoner._slots);
            Fraction?[] point = [.. Enumerable.Range(0, reasoner._box.Length).Select(ExactCoefficients.Variable)];

            // All of them, whether required or not, so that the order of the indeterminates depends on the problem alone.
            _differences = Array.ConvertAll(reasoner._nodes, n => n.Kind == FormulaNodeKind.Atom && defined[n.Slot]
                ? TapeExpansion.Of<Fraction?>(reasoner._tape, _exact, n.Slot, point, -1, 0)?[0]
                : null);
        }

        /// <summary>The numbers of facts lie below this.</summary>
        public int Count => _differences.Length + (2 * (_reasoner._box.Length + _exact.Indeterminates));

        public (Polynomial? Value, bool IsEquation, bool IsStrict) Of(int index)
        {
            if (index < 0 || index >= Count)
            {
                return default;
            }

            int nodes = _differences.Length, variable = (index - nodes) / 2;

            if (index >= nodes)
            {
                bool isUpper = (index - nodes) % 2 != 0;
                int known = variable - _reasoner._box.Length;
                return (known < 0 ? End(variable, isUpper) : _exact.Bound(known, isUpper), false, false);
            }

            if (!_reasoner._required[index] || _differences[index] is not { } difference)
            {
                return default;
            }

            Fraction? sign = _exact.Multiply(
                new(difference.Numerator, PolynomialArithmetic.One), new(difference.Denominator, PolynomialArithmetic.One));
            Relation relation = _reasoner._nodes[index].Relation;
            return relation == Relation.NotEqual
                ? (_exact.Square(sign)?.Numerator, false, true)
                : (sign?.Numerator, relation == Relation.Equal, relation == Relation.Greater);
        }

        /// <summary>The number of values of functions.</summary>
        public int Values => _exact.Indeterminates;

        public Polynomial? Law(int value) => _exact.Law(value);

        public Polynomial? Reduce(Polynomial? value) => _exact.Reduce(value);

        // How far a variable lies from an end of its range in the problem or of its side of the box, whichever is nearer; both are exact.
        private Polynomial? End(int variable, bool isUpper)
        {
            double side = isUpper ? _reasoner._box[variable].Upper : _reasoner._box[variable].Lower;
            Rational? end = isUpper ? _reasoner.Problem.Variables[variable].Upper : _reasoner.Problem.Variables[variable].Lower;
            if (double.IsFinite(side) && Rational.FromDouble(side) is var inner && !(end is { } e && (isUpper ? e <= inner : e >= inner)))
            {
                end = inner;
            }

            Fraction x = ExactCoefficients.Variable(variable);
            return end is not { } value ? null
                : isUpper ? _exact.Add(_exact.Constant(value), _exact.Multiply(x, _exact.Constant(-Rational.One)))?.Numerator
                : _exact.Add(x, _exact.Constant(-value))?.Numerator;
        }
    }
}
