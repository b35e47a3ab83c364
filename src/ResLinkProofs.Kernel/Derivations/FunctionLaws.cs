using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// Laws of functions of one or two real numbers u, v: what has to be at least zero (or above), and what is then zero or at least zero.
/// </summary>
/// <remarks>Operations outside of their domain have some value about which nothing is known, so every law asks for the domain.</remarks>
public static class FunctionLaws
{
    /// <summary>A law: its premises (strict where so marked) and its conclusion.</summary>
    internal sealed record Law((Term Left, Relation Relation)[] Premises, Term Left, Relation Relation);

    private const Relation AtLeast = Relation.GreaterOrEqual, Above = Relation.Greater, Zero = Relation.Equal;

    /// <summary>The instance of a law; null when there is none for such terms.</summary>
    /// <param name="number">Which law, from 0.</param>
    /// <param name="terms">u, then v where the law has it; s and m at the law of the arcsine's slope.</param>
    internal static Law? Of(int number, IReadOnlyList<Term> terms) => (number, terms) switch
    {
        // The square root: its square, its sign.
        (0, [var u]) => new([(u, AtLeast)], Term.Square(Term.Sqrt(u)) - u, Zero),
        (1, [var u]) => new([(u, AtLeast)], Term.Sqrt(u), AtLeast),

        // The quotient.
        (2, [var u, var v]) => new([(v, Above)], ((u / v) * v) - u, Zero),

        // cos(acos u) = u, sin(acos u) = sqrt(1 - u^2), acos u + asin u = pi/2, 0 <= acos u <= pi.
        (3, [var u]) => new(Unit(u), Term.Cos(Term.Acos(u)) - u, Zero),
        (4, [var u]) => new(Unit(u), Term.Sin(Term.Acos(u)) - Term.Sqrt(1 - Term.Square(u)), Zero),
        (5, [var u]) => new(Unit(u), Term.Acos(u) + Term.Asin(u) - (Term.Pi / 2), Zero),
        (6, [var u]) => new(Unit(u), Term.Acos(u), AtLeast),
        (7, [var u]) => new(Unit(u), Term.Pi - Term.Acos(u), AtLeast),

        // By definition of the entire functions: sin u = u - u^3 d(u), 1 - cos u = u^2 q(u), asin u = u + u^3 a(u).
        (8, [var u]) => new([], Term.Sin(u) - u + (Term.Pow(u, 3) * Term.SineDefect(u)), Zero),
        (9, [var u]) => new([], 1 - Term.Cos(u) - (Term.Square(u) * Term.VersineQuotient(u)), Zero),
        (10, [var u]) => new(Unit(u), Term.Asin(u) - u - (Term.Pow(u, 3) * Term.ArcsineDefect(u)), Zero),

        // Mean value theorem: the derivative of asin t - t lies in [0, 1/sqrt(1 - s^2) - 1] for |t| <=
        // s < 1, so |asin u - u - asin v + v| <= m |u - v| when (1 + m)^2 (1 - s^2) >= 1.
        (11, [var u, var v, { Operation: Operation.Literal, Value: var s }, { Operation: Operation.Literal, Value: var m }])
            when s.Sign > 0 && s < Rational.One && m.Sign >= 0
                && (Rational.One + m) * (Rational.One + m) * (Rational.One - (s * s)) >= Rational.One => new(
                [(s - u, AtLeast), (s + u, AtLeast), (s - v, AtLeast), (s + v, AtLeast)],
                Term.Square(m * (u - v)) - Term.Square(Term.Asin(u) - u - (Term.Asin(v) - v)),
                AtLeast),

        // Equals for equals.
        (12, [var u, var v]) => new([(u - v, Zero)], Term.Acos(u) - Term.Acos(v), Zero),
        (13, [var u, var v]) => new([(u - v, Zero)], Term.Sin(u) - Term.Sin(v), Zero),
        (14, [var u, var v]) => new([(u - v, Zero)], Term.Sqrt(u) - Term.Sqrt(v), Zero),

        // Order of squares: if v > u >= 0, then v^2 > u^2.
        (15, [var u, var v]) => new([(u, AtLeast), (Term.Square(u) - Term.Square(v), AtLeast)], u - v, AtLeast),

        // The arcsine increases; sin 2x = 2 sin x cos x for x = asin u in [0, pi/4].
        (16, [var u, var v]) => new([(1 - u, AtLeast), (u - v, AtLeast), (1 + v, AtLeast)], Term.Asin(u) - Term.Asin(v), AtLeast),
        (17, [var u]) => new(
            [(u, AtLeast), (1 - (2 * Term.Square(u)), AtLeast)],
            (2 * Term.Asin(u)) - Term.Asin(2 * u * Term.Sqrt(1 - Term.Square(u))),
            Zero),

        // The absolute value.
        (18, [var u, var v]) => new([(u - v, AtLeast), (u + v, AtLeast)], u - Term.Abs(v), AtLeast),
        (19, [var u]) => new([], Term.Abs(u) - u, AtLeast),
        _ => null,
    };

    private static (Term, Relation)[] Unit(Term u) => [(1 + u, AtLeast), (1 - u, AtLeast)];
}
