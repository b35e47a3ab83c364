using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <content>
/// Problems in which comparisons guard the poles and the ends of domains of others, exactly, nearly, or on the wrong side; the guarded operand is the guard
/// up to a factor and a rearrangement.
/// </content>
public sealed partial class TiedProblem
{
    /// <summary>The guarded problem of a seed.</summary>
    public static TiedProblem Guarded(int seed) => new(seed, isGuarded: true);

    /// <summary>A multiplier for every node, most of them zero.</summary>
    public double[] Multipliers() => [.. Problem.Nodes.Select(_ => _random.Next(4) switch { 0 => 1.0, 1 => _random.Next(-2, 4), _ => 0 })];

    private Formula Guarded()
    {
        Formula formula = Formula.True;
        for (int k = 1 + _random.Next(2); k > 0; k--)
        {
            (Term guard, Term same) = GuardedPair();
            Term off = _random.Next(6) == 0 ? guard + Term.Literal(Rational.FromDouble(Offsets[_random.Next(Offsets.Length)])) : guard;
            Formula condition = _random.Next(8) switch
            {
                0 => off.NotEqualTo(0),
                1 => off.EqualTo(0),
                2 or 3 => off >= 0,
                4 => off <= 0,
                _ => off > 0,
            };
            Term sum = Partial(same) + (_random.Next(2) == 0 ? Term.Zero : Weight() * Piece(1));
            Term difference = _random.Next(3) == 0 ? sum - Threshold(sum) : sum - Term.Ratio(_random.Next(-8, 9), 4);
            Formula compared = _random.Next(5) switch
            {
                0 => difference.EqualTo(0),
                1 => difference > 0,
                2 => -difference >= 0,
                _ => difference >= 0,
            };
            Formula both = condition & compared;
            formula = _random.Next(5) == 0 ? formula | both : formula & both;
        }

        return _random.Next(4) == 0 ? formula & Combine(1) : formula;
    }

    // One variable or two, linear or quadratic, twice in different forms.
    private (Term Guard, Term Same) GuardedPair()
    {
        int i = _random.Next(_names.Length), j = _random.Next(_names.Length);
        Term x = Term.Variable(_names[i]), y = Term.Variable(_names[j]);
        Term a = Term.Literal(Rational.FromDouble(_tie[i])), b = Term.Literal(Rational.FromDouble(_tie[j])), third = Term.Ratio(1, 3);
        Term factor = _random.Next(2) == 0 ? Term.Ratio(_random.Next(1, 7), 3) : Term.Ratio(-_random.Next(1, 7), 3);
        return _random.Next(6) switch
        {
            0 => (x - a, x - a),
            1 => (x - a, factor * (a - x)),
            2 => (x - a - third, factor * (x - (a + third))),
            3 => (x + y - a - b, factor * ((x - a) + (y - b))),
            4 => (Term.Square(x - a) + Term.Square(y - b) - third, factor * ((x * x) - (2 * a * x) + (y * y) - (2 * b * y) + (a * a) + (b * b) - third)),
            _ => ((x - a) * (y - b), (x * y) - (b * x) - (a * y) + (a * b)),
        };
    }

    private Term Partial(Term operand) => _random.Next(10) switch
    {
        0 or 1 => 1 / operand,
        2 => Term.Pow(operand, -1 - _random.Next(3)),
        3 or 4 => Term.Log(operand),
        5 => operand * Term.Log(operand),
        6 => Term.Sqrt(operand),
        7 => Term.Variable(_names[_random.Next(_names.Length)]) / operand,
        8 => 1 / (operand * operand),
        _ => Term.Sqrt(operand) + Term.Log(operand),
    };
}
