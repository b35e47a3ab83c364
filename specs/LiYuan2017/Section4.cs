using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.FieldObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 4 of Li and Yuan (2017): the approximation of the gradient for small weights, and the lower bounds of the parts of its inner
/// product with D = W* - W. The parts are those of the exact split: constant (pi/2)(|D u|^2 + |D|_F^2) + P_g, first-order P_first + P_delta,
/// higher-order P_diag + P_arcsin + P_sin.
/// </summary>
public sealed class Section4 : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 10, 20];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 size of g"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100, |g| ≤ 2γd: from a random start g may be large, but no larger.",
            Proposition = Part(1, n => n[Dimension] / 50 >= Term.Abs(n[Potential]), limited: false),
            Proof = theorem => OnePointConvexity.DerivePotential(theorem, new(1, 100)),
        };
        Source approximation = LiYuan.Statement("Section 4 approximation");
        yield return new Claim
        {
            Source = approximation,
            Text = "For |W|₂, |W*|₂ ≤ 1/1000 the field N is M_j = (π/2)(d_j + s) + g_j a_j/|a_j| up to terms that vanish with the weights: |N - M|_F ≤ |N|_F/20.",
            Proposition = Approximation(n => n[SquaredField] / 400 >= n[SquaredRestOfApproximation]),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 approximation with the transpose"),
            Text = "For |W|₂, |W*|₂ ≤ 1/1000, |N - M - offdiag(Dᵀ)|_F ≤ |N|_F/20.",
            Proposition = Approximation(n => n[SquaredField] / 400 >= n[SquaredRestOfCompletedApproximation]),
        };

        Source constant = LiYuan.Statement("Section 4 constant part");
        yield return new Claim
        {
            Source = constant,
            Quote = new Quote("the constant part in the Taylor expansion of ∇L(W) is π/2 - O(g)-one point convex", "Section 4, Phase II"),
            Existential = new Existential.Defeated("C", "d = 2, W = -x[1 -1; 1 -1], W* = 0, where |g| ≤ 2x² and the part stays below (π/2 - 1/4)|D|²_F as x tends to 0"),
            Severity = new Severity.DependsOnReading("g in the constant part is the potential, as in the last term that the section says it is closely related to, and not the g_j that its formula shows"),
            Text = "For 0 ≤ x ≤ 1/100, d = 2, W = -x[1 -1; 1 -1], W* = 0: the constant part with g_j as printed is at most (π/2 - 1/4)|D|²_F and |g| ≤ 2x² (x² and x divided out).",
            Proposition = StatementProposition.Of(ConstantPartInTheLimit()),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 constant part with g_j"),
            Text = "For |W|₂, |W*|₂ ≤ 1/100 and |g| ≤ 1/10 the constant part with g_j as printed is (π/2 - O(g))-one point convex: at least (π/2 - 1/5)|D|²_F.",
            Proposition = Part(1, n => n[PotentialPart] + n[OwnGapPart] + Constant(n) >= ((Term.Pi / 2) - Term.Ratio(1, 5)) * n[SquaredDistance]),
        };
        yield return new Claim
        {
            Source = constant,
            Correction = "g instead of g_j in the constant part; the difference belongs to the first order",
            Text = "For |W|₂, |W*|₂ ≤ 1/100 and |g| ≤ 1/10 the constant part is at least (π/2 - 1/5)|D|²_F.",
            Proof = theorem => OnePointConvexity.DeriveConstantPart(theorem, new(1, 100)),
            Proposition = Part(1, n => n[PotentialPart] + Constant(n) >= ((Term.Pi / 2) - Term.Ratio(1, 5)) * n[SquaredDistance]),
        };
        yield return FirstOrder("1/10", 10) with
        {
            Quote = new Quote("the first order terms are lower bounded by (roughly) -1.3‖W* - W‖²_F", "Section 4, Phase II"),
            Existential = new Existential.Instance("γ", "γ = 1/10"),
        };
        yield return FirstOrder("3/20", 15);

        yield return AnglesFarFromRight();
        yield return FinalSum();

        Source higher = LiYuan.Statement("Section 4 higher-order part");
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 higher-order part at radius 1/10"),
            Text = "For |W|₂, |W*|₂ ≤ 1/10 the higher-order part is at least -0.085|D|²_F.",
            Proposition = Higher(10),
            Frontier = Over(new Rational(1, 10), new Rational(1, 2000), HigherAt),
        };
        yield return new Claim
        {
            Source = higher,
            Quote = new Quote("the higher order terms are lower bounded by -0.085‖W* - W‖²_F", "Section 4, Phase II"),
            Existential = new Existential.Instance("γ", "γ = 1/25"),
            Text = "For |W|₂, |W*|₂ ≤ 1/25 the higher-order part is at least -0.085|D|²_F.",
            Proposition = Higher(4),
        };
    }

    // Columns (1, γ) and (γ, 1) of I + W* = I + W, with W* = γ [0 1; 1 0].
    private static Claim AnglesFarFromRight()
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", new Rational(1, 100), new Rational(1, 2));
        return new Claim
        {
            Source = LiYuan.Statement("Section 4 angles"),
            Quote = new Quote("when W* has constant spectral norm, even when W is very close to W*, θ_{i,j*} could be constantly far away from π/2", "Section 4, Phase II"),
            Existential = new Existential.Instance("W*", "d = 2, W = W* = γ[0 1; 1 0]"),
            Text = "For W = W* = γ[0 1; 1 0], 1/100 ≤ γ ≤ 1/2: π/2 - θ₁,₂* = arcsin(2γ/(1+γ²)) ≥ 8γ/5.",
            Proposition = StatementProposition.Of(forAll.Conclude(Term.Asin(2 * gamma / (1 + Term.Square(gamma))) >= 8 * gamma / 5)),
        };
    }

    private static Claim FinalSum() => new()
    {
        Source = LiYuan.Statement("Section 4 final sum"),
        Text = "π/2 - 1.3 - 0.085 ≥ 0.185: what the constant, the first-order and the higher-order parts leave for O(g).",
        Proposition = StatementProposition.Of(new Quantifier().Conclude((Term.Pi / 2) - Term.Ratio(13, 10) - Term.Ratio(85, 1000) >= Term.Ratio(185, 1000))),
    };

    private static Claim FirstOrder(string radius, int hundredths) => new()
    {
        Source = LiYuan.Statement($"Section 4 first-order part at radius {radius}"),
        Text = $"For |W|₂, |W*|₂ ≤ {radius} the first-order part is at least -1.3|D|²_F.",
        Proposition = FirstOrderAt(new Rational(hundredths, 100)),
        Frontier = Over(new Rational(2, 10), new Rational(1, 1000), FirstOrderAt),
    };

    private static Frontier Over(Rational largest, Rational resolution, Func<Rational, SearchableProposition> at) => new("γ", new Rational(1, 100), largest, resolution, at);

    private static NetworkProposition FirstOrderAt(Rational gamma) =>
        Part(gamma, n => n[FirstOrderPart] + n[OwnGapPart] >= Term.Ratio(-13, 10) * n[SquaredDistance], limited: false);

    private static NetworkProposition Higher(int hundredths) => HigherAt(new Rational(hundredths, 100));

    private static NetworkProposition HigherAt(Rational gamma) => Part(
        gamma,
        n => n[DiagonalPart] + n[ArcSinePart] + n[SinePart] >= Term.Ratio(-85, 1000) * n[SquaredDistance],
        limited: false);

    // D = x [1 -1; 1 -1]: a_1 = (1 - x, -x), a_2 = (x, 1 + x), g_1 = 1 - |a_2|, g_2 = 1 - |a_1|, Du = 0, |D|^2 = 4 x^2. The part is (pi/2) |D|^2 plus
    // g_1 <a_1, d_1>/|a_1| + g_2 <a_2, d_2>/|a_2|, and 1 - |a| = (1 - |a|^2)/(1 + |a|) frees everything of a factor x.
    private static Statement ConstantPartInTheLimit()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, new Rational(1, 100));
        Term first = Term.Sqrt(Term.Square(1 - x) + Term.Square(x)), second = Term.Sqrt(Term.Square(x) + Term.Square(1 + x));
        Term gapOfFirst = (2 - (2 * x)) / (1 + first), gapOfSecond = -(2 + (2 * x)) / (1 + second);
        Term rest = (gapOfSecond * (1 - (2 * x)) / first) - (gapOfFirst * (1 + (2 * x)) / second);
        return forAll.Conclude((rest <= -1) & (Term.Abs(gapOfFirst + gapOfSecond) <= 2 * x));
    }

    private static Term Constant(NetworkSymbols n) => Term.Pi / 2 * (n[SquaredDisplacement] + n[SquaredDistance]);

    private static NetworkProposition Approximation(Func<NetworkSymbols, Formula> conclusion) =>
        new(new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = Dimensions }, _ => Formula.True, conclusion);

    private static NetworkProposition Part(int hundredths, Func<NetworkSymbols, Formula> conclusion, bool limited = true) =>
        Part(new Rational(hundredths, 100), conclusion, limited);

    private static NetworkProposition Part(Rational gamma, Func<NetworkSymbols, Formula> conclusion, bool limited) => new(
        new NetworkDomain { Radius = gamma, Dimensions = Dimensions },
        n => limited ? Term.Ratio(1, 10) >= Term.Abs(n[Potential]) : Formula.True,
        conclusion);
}
