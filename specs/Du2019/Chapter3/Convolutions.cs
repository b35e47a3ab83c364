using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;
using static ResLinkProofs.Specs.Du2019.Chapter3.ConvolutionalNetwork;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// Definition 3.3 of Du (2019), the Gram matrix of the convolutional network, whose recursion is that of the expectation of x_iᵀx_j from layer to layer. Where a Gaussian expectation is needed σ is the
/// cosine: E cos u = exp(-A/2), E cos²u = (1 + exp(-2A))/2 for variance A, c_σ = 2/(1 + exp(-2)).
/// </summary>
public sealed class Convolutions : ISpec
{
    private static readonly int[][] Sizes = [[1, 1, 1], [2, 1, 1], [2, 2, 1], [3, 2, 2], [7, 5, 3]];

    private static Rational Half => new(1, 2);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [.. PatchOperator(), .. FirstLayer(), .. SkipConnection(), .. CrossTerms(), .. Covariance(), .. LastLayer()];

    private static IEnumerable<Claim> PatchOperator()
    {
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Model.Matrix("x", net.D, net.P, ParameterSet.Box(-2, 2));
        yield return new Claim
        {
            Source = Du.Statement("Section 3.2 patch operator"),
            Quote = new Quote("Note this operator has the property ‖x^(h-1)‖_F ≤ ‖φ_h(x^(h-1))‖_F ≤ √q ‖x^(h-1)‖_F", "Section 3.2"),
            Text = "Stride 1, q = 3, zero padding: |x|² ≤ |φ(x)|² ≤ 3|x|², for any numbers of channels and pixels.",
            Proposition = ModelProposition.ForEach(
                net.Model, Sizes, _ => Formula.True,
                v => (v[SquaredNorm(x)] <= v[Trace(PatchGram(x, x))]) & (v[Trace(PatchGram(x, x))] <= PatchSize * v[SquaredNorm(x)])),
        };
    }

    // The patches of both pixels contain both: K⁽⁰⁾_11 = K⁽⁰⁾_22 = |x|² = A, and K⁽¹⁾_11 = c_σ E cos²u.
    private static IEnumerable<Claim> FirstLayer()
    {
        Source source = Du.Statement("Definition 3.3 first layer");
        var forAll = new Quantifier();
        Term first = FirstFeature(forAll.Real("A", new Rational(1, 4), 1));
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("K^(1)_ij = E_{(u,v)∼N(0,(K^(0)_ii, K^(0)_ij; K^(0)_ji, K^(0)_jj))} c_σσ(u)ᵀσ(v)", "Definition 3.3"),
            Severity = new Severity.Substantive(),
            Text = "q = 3, p = 2 pixels, σ = cos, |x|² = A: K⁽¹⁾_11 = c_σE cos²u is the variance of what layer 2 gets at pixel 1, as A⁽²⁾ has it, the limit |x⁽¹⁾_1|² + |x⁽¹⁾_2|² of |φ(x⁽¹⁾)_1|².",
            Proposition = StatementProposition.Of(forAll.Conclude(first.EqualTo(first + first))),
        };
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Model.Matrix("x", net.M, net.P, ParameterSet.Box(-2, 2)), y = net.Model.Matrix("y", net.M, net.P, ParameterSet.Box(-2, 2));
        yield return new Claim
        {
            Source = source,
            Correction = "K^(1) is the trace over patches of that expectation H^(1), as K^(h) is of H^(h) for h ≥ 2: what layer 2 gets are patches of features",
            Text = "φ(x_i)ᵀφ(x_j) = T(x_iᵀx_j) for features of any width and any number of pixels, T(H)_lr = tr(H_{D_l D_r}).",
            Proposition = ModelProposition.ForEach(net.Model, Sizes, _ => Formula.True, v => v[SquaredNorm(PatchGram(x, y) - PatchTrace(x.T * y))].EqualTo(0)),
        };
    }

    // Before expectations are taken: u = W φ(x).
    private static IEnumerable<Claim> SkipConnection()
    {
        Source source = Du.Statement("Definition 3.3 skip connection");
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Model.Matrix("x", net.M, net.P, ParameterSet.Box(-1, 1));
        MatrixFormula u = Activation.Of(Convolve(net.Blocks("W", net.M, ParameterSet.Box(-2, 2), 1), x));
        MatrixFormula next = x + (net.Share * u), added = (net.Share * ((x.T * u) + (u.T * x))) + (net.Share * net.Share * (u.T * u));
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("H^(h)_ij = K^(h-1)_ij + E[...], K^(h)_ij,lr = tr(H^(h)_{ij,D_l^(h)D_r^(h)})", "Definition 3.3"),
            Severity = new Severity.Substantive(),
            Text = "i = j, q = 3, softplus, before expectations are taken: the Gram matrix of x⁽ʰ⁾ = x + sσ(u), s = c_res/(H√m), is K⁽ʰ⁻¹⁾ + s(xᵀσ(u) + σ(u)ᵀx) + s²σ(u)ᵀσ(u) with K⁽ʰ⁻¹⁾ = T(xᵀx), x = x⁽ʰ⁻¹⁾.",
            Proposition = ModelProposition.ForEach(net.Model, Sizes, v => (v[net.Residual] > 0) & (v[net.Residual] < 1), v => v[SquaredNorm(Gram(next) - PatchTrace(Gram(x)) - added)].EqualTo(0)),
        };
        yield return Product(
            source, isOneInput: true, "H^(h-1) in place of K^(h-1): the skip connection hands on features and not patches of them",
            "i = j, before expectations are taken: the Gram matrix of x⁽ʰ⁾ = x + sF, F = σ(Wφ(x)) or any other matrix, is xᵀx + s(xᵀF + Fᵀx) + s²FᵀF, for any width and number of pixels.");
    }

    private static Claim Product(Source source, bool isOneInput, string correction, string text)
    {
        var model = new Model("one layer more");
        Extent p = model.Size("p"), m = model.Size("m");
        MatrixFormula Matrix(string name) => model.Matrix(name, m, p, ParameterSet.Box(-2, 2));
        MatrixFormula s = model.Scalar("s", ParameterSet.Box(0, 1)), x = Matrix("x"), f = Matrix("F"), y = isOneInput ? x : Matrix("y"), g = isOneInput ? f : Matrix("G");
        MatrixFormula rest = ((x + (s * f)).T * (y + (s * g))) - (x.T * y) - (s * ((x.T * g) + (f.T * y))) - (s * s * (f.T * g));
        return new Claim
        {
            Source = source,
            Correction = correction,
            Text = text,
            Proposition = ModelProposition.ForEach(model, [[1, 1], [2, 1], [2, 2], [3, 2], [7, 5]], _ => Formula.True, v => v[SquaredNorm(rest)].EqualTo(0)),
        };
    }

    // Pixels x₁ = x₃ with x₁² = 1 - A and x₂² = 2A - 1: K⁽⁰⁾_11 = A, K⁽⁰⁾_22 = 1. Entry (1,2) of the cross terms is b_1 E σ(u_2) twice, entry (2,1) b_2 E σ(u_1) twice; K⁽¹⁾ as printed.
    private static IEnumerable<Claim> CrossTerms()
    {
        Source source = Du.Statement("Definition 3.3 cross terms");
        var forAll = new Quantifier();
        Term a = forAll.Real("A", Half, new Rational(9, 10));
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("c_res b_i^(h-1)ᵀσ(u)/H + c_res b_j^(h-1)ᵀσ(v)/H + c²_res σ(u)ᵀσ(v)/H²", "Definition 3.3"),
            Severity = new Severity.Substantive(),
            Text = "i = j, q = 3, p = 3 pixels, |x|_F = 1, x₁ = x₃, σ = cos, A = K⁽⁰⁾_11: H⁽²⁾_ii, a limit of Gram matrices, is symmetric; its entries (1,2) and (2,1), of which only the cross terms b_lEσ(u_r) matter, agree.",
            Proposition = StatementProposition.Of(forAll.Conclude((Mean(a) * Mean(FirstFeature(1))).EqualTo(Mean(1) * Mean(FirstFeature(a))))),
        };
        yield return Product(
            source, isOneInput: false, "b_iᵀσ(v) and σ(u)ᵀb_j: the features of one input meet the layer of the other, as Definition 3.4 has it",
            "Before expectations are taken: with x_i⁽ʰ⁾ = x + sF and x_j⁽ʰ⁾ = y + sG, F = σ(Wφ(x)), G = σ(Wφ(y)) or any other matrices, x_i⁽ʰ⁾ᵀx_j⁽ʰ⁾ is xᵀy + s(xᵀG + Fᵀy) + s²FᵀG, for any width and number of pixels.");
    }

    // One pixel: patches are pixels, and K⁽⁰⁾_12 = k gives K⁽¹⁾_12 = cosh(k)/cosh(1).
    private static IEnumerable<Claim> Covariance()
    {
        Source source = Du.Statement("Definition 3.3 covariance");
        var forAll = new Quantifier();
        Term k = forAll.Real("k", -1, 1), first = Term.Cosh(k) / Term.Cosh(1);
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("H^(h)_ij = K^(h-1)_ij + E_{(u,v)∼N(0,A^(h-1)_ij)}[...]", "Definition 3.3"),
            Severity = new Severity.DependsOnReading("A^(h-1) stands for the covariance K^(h-1), which is A^(h) by the line before, as Definition 3.4 has it"),
            Text = "p = 1, σ = cos, |x_i| = 1, k = x₁·x₂: E σ(u)σ(v) of layer 2 is e⁻¹cosh k with A⁽¹⁾, that is k, and e⁻¹cosh K⁽¹⁾ as layer 2 gets it; they agree.",
            Proposition = StatementProposition.Of(forAll.Conclude(Term.Cosh(k).EqualTo(Term.Cosh(first)))),
        };
        var also = new Quantifier();
        Term kappa = also.Real("k", -1, 1);
        yield return new Claim
        {
            Source = source,
            Correction = "A^(h): a layer is taken at its own inputs",
            Text = "p = 1, σ = cos, |x_i| = 1, k = x₁·x₂: with A⁽²⁾ the expectation e⁻¹cosh K⁽¹⁾ lies between e⁻¹cosh(1/cosh 1) and e⁻¹cosh 1, its values at k = 0 and k = 1.",
            Proposition = StatementProposition.Of(also.Conclude(
                (Term.Cosh(Term.Cosh(kappa) / Term.Cosh(1)) >= Term.Cosh(1 / Term.Cosh(1))) & (Term.Cosh(1) >= Term.Cosh(Term.Cosh(kappa) / Term.Cosh(1))))),
        };
    }

    // n = p = 1, H = 2, σ = cos: the slopes are -sin, and E sin²u = (1 - exp(-2))/2.
    private static IEnumerable<Claim> LastLayer()
    {
        Source source = Du.Statement("Definition 3.3 last layer");
        var forAll = new Quantifier();
        Term residual = forAll.Real("c_res", 0, 1), trace = (1 - Term.Exp(-2)) / 2;
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("M^(H)_ij,lr = K^(H-1)_ij,lr E_{(u,v)∼N(0,A^(H-1)_ij)}[σ'(u_l)σ'(v_r)], K^(H)_ij = tr(M^(H)_ij)", "Definition 3.3"),
            Severity = new Severity.Substantive(),
            Text = "n = p = 1, H = 2, σ = cos, |x| = 1, 0 < c_res < 1: K⁽²⁾ = tr M⁽²⁾ = E sin²u is the limit (c_res/2)²E sin²u of G⁽²⁾(0) of (3.14), of which Lemma 3.16 has ¾.",
            Proposition = StatementProposition.Of(
                forAll.Given(residual > 0).Given(residual < 1).Conclude((Term.Square(residual) / 4 * trace).EqualTo(trace))),
        };
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Model.Matrix("x", net.M, net.P, ParameterSet.Box(-1, 1)), a = net.Model.Matrix("a", net.M, net.P, ParameterSet.Box(-2, 2));
        MatrixFormula[] blocks = net.Blocks("W", net.M, ParameterSet.Box(-2, 2), 1);
        MatrixFormula u = Convolve(blocks, x), output = Inner(a, x + (net.Share * Activation.Of(u)));
        MatrixFormula slopes = Hadamard(a, Activation.Derivative.Of(u));
        MatrixFormula squares = blocks.Select(block => SquaredNorm(Gradient(output, block))).Aggregate((sum, next) => sum + next);
        yield return new Claim
        {
            Source = source,
            Correction = "the factor c²_res/H² of (3.14) and of Definition 3.2 is missing",
            Text = "i = j, q = 3, softplus: |∂u/∂W⁽ᴴ⁾|² is c²_res/(H²m) Σ_{l,k}(φ(x)_l, φ(x)_k) Σ_r a_{l,r}a_{k,r}σ'(w_r, φ(x)_l)σ'(w_r, φ(x)_k), x = x⁽ᴴ⁻¹⁾, at all weights: (3.14) with i = j.",
            Proposition = ModelProposition.ForEach(
                net.Model, Sizes, _ => Formula.True, v => v[squares].EqualTo(v[net.Share * net.Share * Inner(PatchGram(x, x), Gram(slopes))])),
        };
    }

    private static Term Mean(Term variance) => Term.Exp(-(variance / 2));

    // c_σ E cos²u for variance A.
    private static Term FirstFeature(Term variance) => (1 + Term.Exp(-2 * variance)) / (1 + Term.Exp(-2));
}
