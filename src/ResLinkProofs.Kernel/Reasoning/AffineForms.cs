using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>A slot as scale · r + offset, r being the representative of a class of polynomials; without a class it is the offset alone.</summary>
/// <param name="Class">The class, or -1 for a constant.</param>
/// <param name="Scale">Not zero.</param>
/// <param name="Offset">Any number.</param>
internal readonly record struct AffineForm(int Class, Rational Scale, Rational Offset);

/// <summary>
/// Which of the slots that are compared with zero, or that an operation with poles or ends takes as its operand, are the same polynomial up to scale and
/// offset. What an atom says of one then holds for the others, exactly: 1 - (x^2 + y^2) &gt;= 0 for the root of (1 - x^2) - y^2. Immutable.
/// </summary>
/// <remarks>
/// A slot that is no polynomial counts as a variable of its own: it has one value at every point, whatever is read into undefined operations.
/// </remarks>
internal sealed class AffineForms
{
    private const long Budget = 1L << 20;
    private const int LargestCount = 1000;

    private readonly AffineForm?[] _forms;
    private readonly Polynomial?[] _polynomials;
    private readonly List<ExactRange> _known = [];
    private readonly List<Monomial> _monomials;
    private readonly List<int> _variables = [];
    private readonly int _variableCount;

    public AffineForms(IReadOnlyList<RealVariable> variables, Tape tape, IReadOnlyList<FormulaNode> nodes)
    {
        _forms = new AffineForm?[tape.Length];
        _polynomials = new Polynomial?[tape.Length];
        _variableCount = variables.Count;
        var expansions = new NormalForms(tape, Budget, withOpaque: true);
        var classes = new SortedDictionary<Polynomial, int>(Comparer<Polynomial>.Create((a, b) => a.OrderRelativeTo(b)));
        Partial = [.. Enumerable.Range(0, tape.Length).Where(k => IsPartial(tape, k))];
        PartialOperands = [.. Partial.Select(k => OperandOf(tape, k)).Distinct()];
        IEnumerable<int> compared = nodes.Where(n => n.Kind == FormulaNodeKind.Atom).Select(n => n.Slot);
        foreach (int slot in compared.Concat(PartialOperands).Distinct().Take(LargestCount))
        {
            if (expansions.Of(slot) is not { } polynomial)
            {
                continue;
            }

            _polynomials[slot] = polynomial;
            (Polynomial representative, Rational scale, Rational offset) = polynomial.Normalised();
            if (representative.IsZero)
            {
                _forms[slot] = new(-1, Rational.One, offset);
                continue;
            }

            if (!classes.TryGetValue(representative, out int known))
            {
                known = classes.Count;
                classes.Add(representative, known);
                _variables.Add(representative.SingleVariable is { } v && v < variables.Count ? v : -1);
                _known.Add(RangeOf(representative, i => Closed(variables[i].Lower, variables[i].Upper)));
            }

            _forms[slot] = new(known, scale, offset);
        }

        _monomials = [.. new SortedSet<Monomial>(_polynomials.OfType<Polynomial>().SelectMany(p => p.Terms.Keys))];
        IsUseful = IsSharedOrKnown(nodes);
    }

    /// <summary>False when nothing can follow from the forms that enclosures do not give.</summary>
    public bool IsUseful { get; }

    /// <summary>The slots whose operation is undefined for some value of its operand, which is no constant.</summary>
    public IReadOnlyList<int> Partial { get; }

    /// <summary>The number of classes.</summary>
    public int ClassCount => _known.Count;

    private int[] PartialOperands { get; }

    /// <summary>The form of a slot; null for one that was not looked at.</summary>
    public AffineForm? this[int slot] => _forms[slot];

    /// <summary>What holds for a class at all points of the variables' exact ranges.</summary>
    public ExactRange Known(int form) => _known[form];

    /// <summary>The variable that a class consists of, or -1.</summary>
    public int VariableOf(int form) => _variables[form];

    private bool IsSharedOrKnown(IReadOnlyList<FormulaNode> nodes)
    {
        IEnumerable<int> slots = nodes.Where(n => n.Kind == FormulaNodeKind.Atom).Select(n => n.Slot).Distinct().Concat(PartialOperands);
        int[] counts = new int[ClassCount];
        bool isUseful = false;
        foreach (AffineForm form in slots.Select(s => _forms[s]).OfType<AffineForm>())
        {
            isUseful |= form.Class < 0 || _known[form.Class] != ExactRange.Whole || ++counts[form.Class] > 1;
        }

        return isUseful;
    }

    private static bool IsPartial(Tape tape, int k)
    {
        Instruction step = tape.Instructions[k];
        return !Term.IsLeaf(step.Operation) && !tape.IsConstant(OperandOf(tape, k)) && !(step.Right >= 0 ? tape.Binary(k).IsTotal : tape.Unary(k).IsTotal);
    }

    private static int OperandOf(Tape tape, int k) => tape.Instructions[k].Right >= 0 ? tape.Instructions[k].Right : tape.Instructions[k].Left;

    /// <summary>The normal form of a slot that is compared with zero; null where there is none.</summary>
    public Polynomial? PolynomialOf(int slot) => _polynomials[slot];

    /// <summary>A range of a polynomial without constant, exact where it is linear or quadratic.</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="rangeOf">The ranges of the variables.</param>
    public ExactRange RangeOf(Polynomial polynomial, Func<int, ExactRange> rangeOf)
    {
        ExactRange range = polynomial.LinearCoefficients() is { } coefficients && coefficients.All(c => c.Variable < _variableCount)
            ? coefficients.Select(c => rangeOf(c.Variable).Image(c.Coefficient, Rational.Zero)).Aggregate(Sum)
            : ExactRange.Whole;
        return range.Intersect(Closed(QuadraticMinimum.Of(polynomial, 1), -QuadraticMinimum.Of(polynomial, -1)));
    }

    /// <summary>The coefficients of the normal form of a slot by monomial: -1 for the constant, the number of a variable, or any other number.</summary>
    public IReadOnlyList<(int Monomial, Rational Coefficient)>? CoefficientsOf(int slot)
    {
        if (_polynomials[slot] is not { } polynomial)
        {
            return null;
        }

        var coefficients = new List<(int, Rational)>();
        foreach ((Monomial monomial, Rational coefficient) in polynomial.Terms)
        {
            int number = monomial is { Factors.Count: 0, Exponent: null } ? -1
                : monomial is { Factors: [{ Exponent: 1, Variable: var v }], Exponent: null } && v < _variableCount ? v
                : _variableCount + _monomials.BinarySearch(monomial);
            coefficients.Add((number, coefficient));
        }

        return coefficients;
    }

    private static ExactRange Closed(Rational? lower, Rational? upper) => new(lower, false, upper, false);

    private static ExactRange Sum(ExactRange a, ExactRange b) =>
        new(a.Lower + b.Lower, a.IsAbove || b.IsAbove, a.Upper + b.Upper, a.IsBelow || b.IsBelow);
}
