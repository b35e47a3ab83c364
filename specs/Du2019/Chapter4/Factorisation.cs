using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Specs.Du2019.Chapter4.Factors;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Section 4.3.1 of Du (2019) on f(U, V) = |U V^T - M*|_F^2/2, as far as it is algebra at fixed sizes: d1 = d2 = 2 and r = 1, 2.</summary>
public sealed class Factorisation : ISpec
{
    private const string Sizes = "d₁ = d₂ = 2 and r = 1, 2";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source step = Du.Statement("Equation 4.13");
        yield return new Claim
        {
            Source = step,
            Quote = new Quote("U_tᵀU_t - V_tᵀV_t + η_t²(V_tᵀR_tᵀR_tV_t - U_tᵀR_tᵀR_tU_t), where R_t = U_tV_tᵀ - M*", "Proof of Claim 4.1, Equation 4.13"),
            Severity = new Severity.Substantive(),
            Text = "One step of gradient descent changes UᵀU - VᵀV by η²(VᵀRᵀRV - UᵀRᵀRU), at d₁ = d₂ = 2 where the product has a shape.",
            Proposition = StatementProposition.ForEach("r", [1, 2], r => OneStep(r, isTransposed: true)),
        };
        yield return new Claim
        {
            Source = step,
            Correction = "the last product is UᵀRRᵀU: the gradient with respect to V is RᵀU; as printed it has no shape unless d₁ = d₂",
            Text = $"One step of gradient descent changes UᵀU - VᵀV by exactly η²(VᵀRᵀRV - UᵀRRᵀU); {Sizes}.",
            Proposition = StatementProposition.ForCases("r", [1, 2], r => OneStep(r, isTransposed: false)),
        };
        yield return Identity(
            "Equation 4.12 Hessian",
            "f(U+Δ_U, V+Δ_V) is f + ⟨∇f, Δ⟩ + ½(2⟨UVᵀ-M*, Δ_UΔ_Vᵀ⟩ + |UΔ_Vᵀ+Δ_UVᵀ|²) and terms of order three and four: this is the Hessian form (4.12)",
            Expansion);
        yield return Identity("Equation 4.19", "UΔ_Vᵀ + Δ_UVᵀ = Δ_UΔ_Vᵀ + UVᵀ - M* with Δ_U = U - U*, Δ_V = V - V*, M* = U*V*ᵀ (the rotation is part of U*, V*)", Equation419);
        yield return Identity("Equation 4.20", "|ΔΔᵀ|² = 4|Δ_UΔ_Vᵀ|² + |Δ_UᵀΔ_U - Δ_VᵀΔ_V|²", Equation420);
        yield return Identity("Equation 4.21", "|WWᵀ-W*W*ᵀ|² = 4|UVᵀ-U*V*ᵀ|² - 2|UᵀU*-VᵀV*|² + |UᵀU-VᵀV|² + |U*ᵀU*-V*ᵀV*|²", Equation421);
        yield return Identity("Claim 4.3 identity", "|UᵀU|² + |VᵀV|² = |UᵀU-VᵀV|² + 2|UVᵀ|²", r =>
        {
            var forAll = new Quantifier();
            Term[,] u = Free(forAll, "U", 2, r), v = Free(forAll, "V", 2, r), uu = Times(Transpose(u), u), vv = Times(Transpose(v), v);
            return forAll.Conclude((Square(uu) + Square(vv)).EqualTo(Square(Minus(uu, vv)) + (2 * Square(Times(u, Transpose(v))))));
        });
        yield return Smoothness();
        yield return Identity(
            "Claim 4.4",
            "⟨R, Δ_UΔ_Vᵀ⟩ + |R|² = ⟨RV, 2U-U*⟩ - ⟨RᵀU, V*⟩ with R = UVᵀ - U*V*ᵀ, at every point: 0 at a stationary one, where RV = 0 and RᵀU = 0",
            Claim44);
        yield return RankOneDistance();
    }

    private static Claim Identity(string label, string text, Func<int, Statement> statement) => new()
    {
        Source = Du.Statement(label),
        Text = $"{text}; {Sizes}.",
        Proposition = StatementProposition.ForCases("r", [1, 2], statement),
    };

    private static Statement OneStep(int r, bool isTransposed)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0);
        Term[,] u = Free(forAll, "U", 2, r), v = Free(forAll, "V", 2, r), m = Free(forAll, "M", 2, 2);
        Term[,] residual = Minus(Times(u, Transpose(v)), m);
        Term[,] uNext = Plus(u, Times(residual, v), -eta), vNext = Plus(v, Times(Transpose(residual), u), -eta);
        Term[,] change = Minus(Minus(Gram(uNext), Gram(vNext)), Minus(Gram(u), Gram(v)));
        Term[,] claimed = Minus(Gram(Times(residual, v)), Gram(Times(isTransposed ? residual : Transpose(residual), u)));
        return forAll.Conclude(AreEqual(change, HomogeneousNetwork.Matrix(r, r, (i, j) => Term.Square(eta) * claimed[i, j])));
    }

    private static Term[,] Gram(Term[,] a) => Times(Transpose(a), a);

    private static Statement Expansion(int r)
    {
        var forAll = new Quantifier();
        Term[,] u = Free(forAll, "U", 2, r), v = Free(forAll, "V", 2, r), m = Free(forAll, "M", 2, 2), du = Free(forAll, "Δu", 2, r), dv = Free(forAll, "Δv", 2, r);
        Term[,] residual = Minus(Times(u, Transpose(v)), m), first = Plus(Times(u, Transpose(dv)), Times(du, Transpose(v))), second = Times(du, Transpose(dv));
        Term moved = Square(Minus(Times(Plus(u, du), Transpose(Plus(v, dv))), m)) / 2;
        Term slope = Inner(Times(residual, v), du) + Inner(Times(Transpose(residual), u), dv);
        Term hessian = (2 * Inner(residual, second)) + Square(first);
        return forAll.Conclude(moved.EqualTo((Square(residual) / 2) + slope + (hessian / 2) + Inner(first, second) + (Square(second) / 2)));
    }

    private static Statement Equation419(int r)
    {
        (Quantifier forAll, Term[,] u, Term[,] v, Term[,] us, Term[,] vs) = Pairs(r);
        Term[,] du = Minus(u, us), dv = Minus(v, vs);
        return forAll.Conclude(AreEqual(
            Plus(Times(u, Transpose(dv)), Times(du, Transpose(v))), Plus(Times(du, Transpose(dv)), Minus(Times(u, Transpose(v)), Times(us, Transpose(vs))))));
    }

    private static Statement Equation420(int r)
    {
        var forAll = new Quantifier();
        Term[,] du = Free(forAll, "Δu", 2, r), dv = Free(forAll, "Δv", 2, r), delta = Stack(du, dv);
        return forAll.Conclude(Square(Times(delta, Transpose(delta))).EqualTo((4 * Square(Times(du, Transpose(dv)))) + Square(Minus(Gram(du), Gram(dv)))));
    }

    private static Statement Equation421(int r)
    {
        (Quantifier forAll, Term[,] u, Term[,] v, Term[,] us, Term[,] vs) = Pairs(r);
        Term[,] w = Stack(u, v), ws = Stack(us, vs);
        Term left = Square(Minus(Times(w, Transpose(w)), Times(ws, Transpose(ws))));
        Term right = (4 * Square(Minus(Times(u, Transpose(v)), Times(us, Transpose(vs))))) - (2 * Square(Minus(Times(Transpose(u), us), Times(Transpose(v), vs))))
            + Square(Minus(Gram(u), Gram(v))) + Square(Minus(Gram(us), Gram(vs)));
        return forAll.Conclude(left.EqualTo(right));
    }

    private static (Quantifier ForAll, Term[,] U, Term[,] V, Term[,] UStar, Term[,] VStar) Pairs(int r)
    {
        var forAll = new Quantifier();
        return (forAll, Free(forAll, "U", 2, r), Free(forAll, "V", 2, r), Free(forAll, "U*", 2, r), Free(forAll, "V*", 2, r));
    }

    // d1 = d2 = r = 1, in units |M*| = 1 with u = p sqrt(c), v = q sqrt(c), along (1, b): over 1 + c, with w = c/(1+c), everything lies in a box. The direction (b, 1) is
    // the same with U and V exchanged.
    private static Claim Smoothness()
    {
        var forAll = new Quantifier();
        Term w = forAll.Real("w", 0, 1), p = forAll.Real("p", -1, 1), q = forAll.Real("q", -1, 1), m = forAll.Real("m", -1, 1), b = forAll.Real("b", -1, 1);
        Term hessian = (w * ((2 * p * q * b) + Term.Square((p * b) + q))) - ((1 - w) * 2 * m * b);
        return new Claim
        {
            Source = Du.Statement("Lemma 4.3 in one dimension"),
            Text = "d₁ = d₂ = r = 1, u², v² ≤ c|m*|: the Hessian form is at most (6c+2)|m*||Δ|² for any c ≥ 0; along Δ = (1, b), |b| ≤ 1, over 1 + c with w = c/(1+c), "
                + "u = p√c, v = q√c.",
            Proposition = StatementProposition.Of(forAll.Conclude(((6 * w) + (2 * (1 - w))) * (1 + Term.Square(b)) >= hessian)),
        };
    }

    private static Statement Claim44(int r)
    {
        (Quantifier forAll, Term[,] u, Term[,] v, Term[,] us, Term[,] vs) = Pairs(r);
        Term[,] residual = Minus(Times(u, Transpose(v)), Times(us, Transpose(vs))), du = Minus(u, us), dv = Minus(v, vs);
        Term slope = Inner(Times(residual, v), Minus(Plus(u, u), us)) - Inner(Times(Transpose(residual), u), vs);
        return forAll.Conclude((Inner(residual, Times(du, Transpose(dv))) + Square(residual)).EqualTo(slope));
    }

    // r = 1: with s = |Δ|², c = (w, w*) and k = |w|² - |w*|², |w|² + |w*|² is s + 2c.
    private static Claim RankOneDistance()
    {
        var forAll = new Quantifier();
        Term s = forAll.Real("|Δ|²", 0), c = forAll.Real("⟨w,w*⟩", 0), k = forAll.Real("|w|²-|w*|²");
        Term twice = Term.Square(s + (2 * c)) + Term.Square(k) - (4 * Term.Square(c));
        return new Claim
        {
            Source = Du.Statement("Equation 4.22 rank one"),
            Text = "r = 1, sign chosen such that ⟨w,w*⟩ ≥ 0: 2|wwᵀ-w*w*ᵀ|² = 2|w|⁴ + 2|w*|⁴ - 4⟨w,w*⟩² exceeds |ΔΔᵀ|² = |Δ|⁴ by 4|Δ|²⟨w,w*⟩ + (|w|²-|w*|²)², which is not negative.",
            Proposition = StatementProposition.Of(forAll.Conclude((twice - Term.Square(s)).EqualTo((4 * s * c) + Term.Square(k)) & ((4 * s * c) + Term.Square(k) >= 0))),
        };
    }
}
