using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// Lemma 7.4 of Du (2019), first part: the spline pieces meet the quadratic ones with value, gradient and Hessian, as identities in L, gamma, tau and the other coordinate. What
/// the pieces have in common, sums over the other coordinates, is left out on both sides.
/// </summary>
public sealed class Lemma74Gluing : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 at tau"),
            Quote = new Quote("if x_i = τ, then f_{i,2}(x) = f_{i,1}(x), ∇f_{i,2}(x) = ∇f_{i,1}(x), ∇²f_{i,2}(x) = ∇²f_{i,1}(x)", "Lemma 7.4"),
            Text = "At x_i = τ, g1(x_i) + g2(x_i)y² has the value, gradient and Hessian of -γx_i² + Ly², for real L, γ, τ, y = x_{i+1}.",
            Proposition = Meets(0, c => new Quadratic(-c.Gamma, 0, c.L, 0)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 at 2 tau"),
            Quote = new Quote("if x_i = 2τ then f_{i,2}(x) = f_{i+1,1}(x), ∇f_{i,2}(x) = ∇f_{i+1,1}(x), ∇²f_{i,2}(x) = ∇²f_{i+1,1}(x)", "Lemma 7.4"),
            Text = "At x_i = 2τ, g1(x_i) + g2(x_i)y² has the value, gradient and Hessian of L(x_i - 4τ)² - γy² - ν with ν = -g1(2τ) + 4Lτ², for real L, γ, τ, y = x_{i+1}.",
            Proposition = Meets(1, c => new Quadratic(c.L, 4 * c.Tau, -c.Gamma, -c.Spline.Level)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 derivatives"),
            Text = "p is the derivative of g1, and p', g2', g2'' are the derivatives they are named for: the difference quotients that are exact for polynomials of degree five, at every step h.",
            Proposition = StatementProposition.Of(Derivatives()),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 slope of g2"),
            Quote = new Quote("g2′(x_i) = -30(L + γ)(x_i - 2τ)²(x_i - τ)²/τ⁵", "Proof of Lemma 7.4"),
            Text = "τ g2' = -30(L+γ)(1-u)²u² for x_i = τ(1+u).",
            Proposition = StatementProposition.Of(Over((c, u) =>
                c.Spline.ScaledSlopeOfG2(u).EqualTo(-30 * (c.L + c.Gamma) * Term.Square(1 - u) * Term.Square(u)))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 level"),
            Text = "ν = (37L + 13γ)τ²/6 and g1(2τ) = -13(L + γ)τ²/6.",
            Proposition = StatementProposition.Of(Over((c, _) =>
                (6 * c.Spline.Level).EqualTo(((37 * c.L) + (13 * c.Gamma)) * Term.Square(c.Tau)) & (6 * c.Spline.G1(1)).EqualTo(-13 * (c.L + c.Gamma) * Term.Square(c.Tau)))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Remark 7.1"),
            Quote = new Quote("g and g1 are polynomials with degrees bounded by five", "Remark 7.1"),
            Text = "In x_i, with x_{i+1} fixed, g and g1 have degree at most five: the sixth difference vanishes.",
            Proposition = StatementProposition.Of(Over((c, u) =>
            {
                Term y = Term.Variable("y"), h = Term.Variable("h");
                return SixthDifference(k => c.Spline.G1(u + (k * h))).EqualTo(0) & SixthDifference(k => c.Spline.G1(u + (k * h)) + (c.Spline.G2(u + (k * h)) * Term.Square(y))).EqualTo(0);
            }, "y", "h")),
        };
        yield return new Claim
        {
            Source = Du.Statement("Remark 7.1 total degree"),
            Text = "In both coordinates together g has degree at most five, for L = 3, γ = τ = 1: the sixth difference along the diagonal vanishes. It has degree seven.",
            Proposition = StatementProposition.Of(TotalDegree()),
        };
    }

    private static StatementProposition Meets(int u, Func<Constants, Quadratic> other) => StatementProposition.Of(Over(
        (c, _) =>
        {
            Term y = Term.Variable("y"), x = c.Tau * (1 + u);
            Quadratic q = other(c);
            Spline s = c.Spline;
            return (s.G1(u) + (s.G2(u) * Term.Square(y))).EqualTo((q.First * Term.Square(x - q.Centre)) + (q.Second * Term.Square(y)) + q.Offset)
                & (c.Tau * s.SlopeOfG(u, y)).EqualTo(2 * q.First * (x - q.Centre)) // y in units of tau
                & (2 * s.G2(u) * y).EqualTo(2 * q.Second * y)
                & ((Term.Square(c.Tau) * s.SlopeOfP(u)) + (s.ScaledCurvatureOfG2(u) * Term.Square(y))).EqualTo(2 * q.First * Term.Square(c.Tau))
                & (2 * s.ScaledSlopeOfG2(u) * y).EqualTo(0)
                & (2 * s.G2(u)).EqualTo(2 * q.Second);
        },
        "y"));

    private static Kernel.Statements.Statement Derivatives() => Over(
        (c, u) =>
        {
            Term h = Term.Variable("h");
            Spline s = c.Spline;
            return First(s.G1, u, h).EqualTo(60 * h * c.Tau * s.P(u))
                & First(s.P, u, h).EqualTo(60 * h * c.Tau * s.SlopeOfP(u))
                & First(s.G2, u, h).EqualTo(60 * h * s.ScaledSlopeOfG2(u))
                & First(s.ScaledSlopeOfG2, u, h).EqualTo(60 * h * s.ScaledCurvatureOfG2(u));
        },
        "h");

    // 60 h f'(u) for every polynomial of degree at most six.
    private static Term First(Func<Term, Term> f, Term u, Term h)
    {
        Term Odd(int k) => f(u + (k * h)) - f(u - (k * h));
        return (45 * Odd(1)) - (9 * Odd(2)) + Odd(3);
    }

    private static Term SixthDifference(Func<int, Term> value) =>
        value(0) - (6 * value(1)) + (15 * value(2)) - (20 * value(3)) + (15 * value(4)) - (6 * value(5)) + value(6);

    private static Kernel.Statements.Statement TotalDegree()
    {
        var forAll = new Quantifier();
        Term u = forAll.Real("u", 0, 1), h = forAll.Real("h", 0, 1);
        var spline = new Spline(3, 1, 1);
        return forAll.Conclude(SixthDifference(k => spline.G1(u + (k * h)) + (spline.G2(u + (k * h)) * Term.Square(u + (k * h)))).EqualTo(0));
    }

    private static Kernel.Statements.Statement Over(Func<Constants, Term, Formula> conclusion, params string[] more)
    {
        var forAll = new Quantifier();
        var constants = new Constants(forAll.Real("L"), forAll.Real("γ"), forAll.Real("τ"));
        Term u = forAll.Real("u");
        foreach (string name in more)
        {
            forAll.Real(name);
        }

        return forAll.Conclude(conclusion(constants, u));
    }

    // First (x - Centre)^2 + Second y^2 + Offset.
    private sealed record Quadratic(Term First, Term Centre, Term Second, Term Offset);

    private sealed record Constants(Term L, Term Gamma, Term Tau)
    {
        public Spline Spline => new(L, Gamma, Tau);
    }
}
