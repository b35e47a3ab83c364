using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from several comparisons together.</content>
public sealed partial class BoxReasoner
{
    private const long CombinationBudget = 1L << 22;

    /// <summary>
    /// True when required atoms, added up with multipliers that are not negative (of any sign for equalities), give a polynomial that is negative all over
    /// the box, or nowhere positive though one of them is strict: then no point of the box satisfies the formula. All of it exactly. Equalities that add up to
    /// nothing with an atom "not equal" refute as well: they say that it is equal.
    /// </summary>
    /// <param name="multipliers">One finite number per node; zero for nodes that are no required atoms.</param>
    public bool IsRefutedByCombination(IReadOnlyList<double> multipliers)
    {
        ArgumentNullException.ThrowIfNull(multipliers);
        EnsureValues();
        if (multipliers.Count != _nodes.Length)
        {
            return false;
        }

        bool isStrict = false, hasOrder = false, hasUnequal = false;
        var arithmetic = new PolynomialArithmetic(CombinationBudget);
        Polynomial? sum = PolynomialArithmetic.Constant(Rational.Zero);
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            double multiplier = multipliers[k];
            if (multiplier == 0)
            {
                continue;
            }

            bool isOrder = node.Relation is Relation.Greater or Relation.GreaterOrEqual;
            bool isUsable = double.IsFinite(multiplier) && _required[k] && node.Kind == FormulaNodeKind.Atom && (!isOrder || multiplier > 0)
                && !(hasUnequal && node.Relation == Relation.NotEqual);
            sum = isUsable ? arithmetic.Add(sum, Problem.Forms.PolynomialOf(node.Slot), Rational.FromDouble(multiplier)) : null;
            if (sum is null)
            {
                return false;
            }

            isStrict |= node.Relation == Relation.Greater;
            hasOrder |= isOrder;
            hasUnequal |= node.Relation == Relation.NotEqual;
        }

        if (hasUnequal)
        {
            return !hasOrder && sum!.IsZero;
        }

        (Polynomial representative, Rational scale, Rational offset) = sum!.Normalised();
        ExactRange range = representative.IsZero
            ? new ExactRange(offset, false, offset, false)
            : Problem.Forms.RangeOf(representative, RangeOf).Image(scale, offset);
        return range.Upper is { } upper && (upper.Sign < 0 || (upper.Sign == 0 && (isStrict || range.IsBelow)));
    }

    // The variable's exact range, within the box.
    private ExactRange RangeOf(int variable)
    {
        RealVariable known = Problem.Variables[variable];
        Interval box = _box[variable];
        return new ExactRange(known.Lower, false, known.Upper, false).Intersect(new ExactRange(
            double.IsFinite(box.Lower) ? Rational.FromDouble(box.Lower) : null,
            false,
            double.IsFinite(box.Upper) ? Rational.FromDouble(box.Upper) : null,
            false));
    }
}
