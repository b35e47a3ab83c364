using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Theorem 5.2 of Du (2019), the gradient by the filter. The loss (5.3) depends on v by g(phi) alone; with v = |v|(cos phi, sin phi) and w* = (W, 0) its derivative by phi is
/// -(W a^T a*/2 pi) g'(phi), the gradient is that over |v| along (-sin phi, cos phi), and g' = -(pi - phi) sin phi.
/// </summary>
public sealed class FilterGradient : ISpec
{
    private static readonly int[] Sizes = [1, 2, 3];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Normalised().Concat(Before());

    private static IEnumerable<Claim> Normalised()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.2 filter"),
            Quote = new Quote("E[∂ℓ(Z, v, a)/∂v] = -(1/(2π‖v‖))(I - vvᵀ/‖v‖²)aᵀa*(π - φ)w*", "Theorem 5.2"),
            Text = "In the plane of v = ‖v‖(C, S) and w* = (W, 0), C² + S² = 1: the printed gradient times 2π‖v‖ is x(π-φ)WS along (-S, C), which is -g'(φ)Wx with g' = -(π-φ)S, and along v it has the factor 1 - C² - S² = 0; x = aᵀa*, P = π - φ.",
            Proposition = Plane(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.2 derivative of g"),
            Text = "g'(φ) = -(π - φ) sin φ: g(φ + h) - g(φ) + h(π - φ) sin φ is at most 3h² in size, for φ in [0, π] and |h| ≤ 1/2.",
            Proposition = Derivative(),
        };
    }

    private static IEnumerable<Claim> Before()
    {
        Source source = Du.Statement("Theorem 5.2 before normalisation");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("E[∂ℓ(Z, w, a)/∂w] = (1/2π)aᵀa*(π - φ)w* + (‖a‖²/2 + Σ_{i≠j}a_ia_j/2π + (aᵀa* sin φ/2π)‖w*‖/‖w‖ + (Σ_{i≠j}a_ja*_j/2π)‖w*‖/‖w‖)w", "Proof of Theorem 5.2"),
            Severity = new Severity.Substantive(),
            Text = "The formula vanishes at the teacher, w = w* and a = a*, where φ = 0, as a gradient has to at a minimum; its factor of w*, times 2π, for a* with entries up to 2; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => AtTeacher(k, 1)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the terms with a* have a minus, as (5.8) has it, and the last sum is of a_ia*_j",
            Text = "The formula vanishes at the teacher, w = w* and a = a*, where φ = 0; its factor of w*, times 2π, for a* with entries up to 2; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => AtTeacher(k, -1)),
        };
    }

    private static StatementProposition Plane()
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("C", -1, 1), s = forAll.Real("S", -1, 1), norm = forAll.Real("W"), x = forAll.Real("x"), p = forAll.Real("P");

        // -(I - uu^T) x P w* for u = (C, S).
        Term first = -x * p * norm * (1 - Term.Square(c)), second = x * p * norm * c * s;
        return StatementProposition.Of(forAll.Conclude(((-s * first) + (c * second)).EqualTo(x * norm * p * s) & ((c * first) + (s * second)).EqualTo(-x * p * norm * c * (1 - Term.Square(c) - Term.Square(s)))));
    }

    private static StatementProposition Derivative()
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", 0, new Rational(22, 7)), h = forAll.Real("h", new Rational(-1, 2), new Rational(1, 2));
        Term remainder = Convolution.G(phi + h) - Convolution.G(phi) + (h * (Term.Pi - phi) * Term.Sin(phi));
        return StatementProposition.Of(forAll.Conclude(Bounds.Within(remainder, 3 * Term.Square(h))));
    }

    private static Statement AtTeacher(int k, int sign)
    {
        var forAll = new Quantifier();
        Term[] a = [.. Enumerable.Range(1, k).Select(i => forAll.Real($"a*{i}", -2, 2))];
        Term square = Convolution.Dot(a, a), mixed = Term.Square(Term.Sum(a)) - square;

        // The last printed sum over i != j of a_j a*_j has every term k - 1 times.
        Term last = sign > 0 ? (k - 1) * square : mixed;
        return forAll.Conclude(((sign * Term.Pi * square) + (Term.Pi * square) + mixed + (sign * last)).EqualTo(0));
    }
}
