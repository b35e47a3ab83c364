using System.Globalization;
using System.Numerics;
using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Regions;

/// <summary>A constant plus rational multiples of numbered variables, exact. Immutable.</summary>
internal sealed class LinearForm
{
    private readonly (int Variable, Rational Factor)[] _terms; // in increasing order, no factor zero

    private LinearForm(Rational constant, (int Variable, Rational Factor)[] terms)
    {
        Constant = constant;
        _terms = terms;
    }

    /// <summary>The constant.</summary>
    public Rational Constant { get; }

    /// <summary>True when no variable occurs.</summary>
    public bool IsConstant => _terms.Length == 0;

    /// <summary>True for a single variable without factor or constant.</summary>
    public bool IsVariable => _terms.Length == 1 && _terms[0].Factor == Rational.One && Constant.Sign == 0;

    public static LinearForm Of(Rational constant) => new(constant, []);

    public static LinearForm OfVariable(int variable) => new(Rational.Zero, [(variable, Rational.One)]);

    public static LinearForm operator +(LinearForm left, LinearForm right)
    {
        var terms = new List<(int, Rational)>(left._terms.Length + right._terms.Length);
        int i = 0, j = 0;
        while (i < left._terms.Length || j < right._terms.Length)
        {
            if (j == right._terms.Length || (i < left._terms.Length && left._terms[i].Variable < right._terms[j].Variable))
            {
                terms.Add(left._terms[i++]);
            }
            else if (i == left._terms.Length || right._terms[j].Variable < left._terms[i].Variable)
            {
                terms.Add(right._terms[j++]);
            }
            else
            {
                Rational factor = left._terms[i++].Factor + right._terms[j].Factor;
                if (factor.Sign != 0)
                {
                    terms.Add((right._terms[j].Variable, factor));
                }

                j++;
            }
        }

        return new(left.Constant + right.Constant, [.. terms]);
    }

    public static LinearForm operator -(LinearForm left, LinearForm right) => left + (right * -1);

    public static LinearForm operator *(LinearForm form, Rational factor) =>
        factor.Sign == 0
            ? Of(Rational.Zero)
            : new(form.Constant * factor, Array.ConvertAll(form._terms, t => (t.Variable, t.Factor * factor)));

    /// <summary>The variables that occur, in increasing order, with their factors.</summary>
    public IReadOnlyList<(int Variable, Rational Factor)> Terms => _terms;

    /// <summary>A comparison with zero, multiplied by the common denominator so that only integers are written.</summary>
    /// <param name="relation">A relation of SMT-LIB, e.g. <c>&gt;=</c>.</param>
    public string Compare(string relation) => $"({relation} {Scaled(Denominator())} 0.0)";

    /// <summary>The condition that the form lies between two named constants.</summary>
    public string Between(string lower, string upper)
    {
        BigInteger denominator = Denominator();
        string factor = SmtText.Number(denominator);
        return denominator.IsOne
            ? $"(<= {lower} {Scaled(denominator)} {upper})"
            : $"(<= (* {factor} {lower}) {Scaled(denominator)} (* {factor} {upper}))";
    }

    private BigInteger Denominator() => _terms.Aggregate(Constant.Denominator, (least, t) => Multiple(least, t.Factor.Denominator));

    private string Scaled(BigInteger denominator)
    {
        if (IsConstant)
        {
            return SmtText.Number(Constant * denominator);
        }

        var text = new StringBuilder("(+");
        if (Constant.Sign != 0)
        {
            text.Append(' ').Append(SmtText.Number(Constant * denominator));
        }

        foreach ((int variable, Rational factor) in _terms)
        {
            Rational scaled = factor * denominator;
            text.Append(scaled == Rational.One ? $" {Name(variable)}" : $" (* {SmtText.Number(scaled)} {Name(variable)})");
        }

        return _terms.Length == 1 && Constant.Sign == 0 ? text.ToString(3, text.Length - 3) : text.Append(')').ToString();
    }

    internal static string Name(int variable) => string.Create(CultureInfo.InvariantCulture, $"u{variable}");

    private static BigInteger Multiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
