using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;
using static ResLinkProofs.Specs.Du2019.Chapter3.ConvolutionalNetwork;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>Norms of convolutional features, and how far they move when weights do: Lemmas 3.15, 3.17 and 3.19 of Du (2019), for any width and number of pixels.</summary>
public sealed class ConvolutionalStability : ISpec
{
    private static readonly int[][] Sizes = [[1, 1, 1], [2, 1, 1], [2, 2, 1], [3, 2, 2], [5, 4, 2]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [.. FirstLayer(), Movement(), .. OutputLayer()];

    // All weights zero: |x⁽¹⁾|² = p c_σ(log 2)². Over c_σ, with q = 3 and L = 1.
    private static IEnumerable<Claim> FirstLayer()
    {
        Source source = Du.Statement("Lemma 3.15 upper bound of the first layer");
        Statement Zero(int pixels)
        {
            var forAll = new Quantifier();
            return forAll.Conclude(pixels * Term.Square(Term.Log(2)) <= PatchSize * Term.Square(forAll.Real("c_w", 2, 3)));
        }

        yield return new Claim
        {
            Source = source,
            Quote = new Quote("‖x_i^(1)(0)‖²_F = (c_σ/m)‖σ(W^(1)φ(x_i))‖²_F ≤ qL²c_σc²_{w,0}", "Proof of Lemma 3.15"),
            Severity = new Severity.DependsOnReading("σ(0) = 0, as for the sine and the error function"),
            Text = "W⁽¹⁾ = 0, which is within every bound c_w√m, q = 3, softplus (L = 1, σ(0) = log 2), c_w in [2, 3], p pixels: c_σp(log 2)² ≤ 3c_σc_w², over c_σ.",
            Proposition = StatementProposition.ForEach("p", [3, 10, 30], Zero),
        };
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Input("x"), cap = net.Model.Scalar("cw", ParameterSet.Box(0, 3));
        MatrixFormula[] blocks = net.Blocks("B", net.D, ParameterSet.SpectralBall(1), 1);
        MatrixFormula feature = net.Scale * Activation.Of(Convolve([.. blocks.Select(block => Sqrt(net.Width) * cap * block)], x));
        yield return new Claim
        {
            Source = source,
            Correction = "√p|σ(0)| is missing on the right, beside √qLc_w: pixels that see nothing still have features; the bound stays a polynomial in p",
            Text = "|W⁽¹⁾|₂ ≤ c_w√m, |x|_F = 1, q = 3, softplus: |x⁽¹⁾|_F ≤ √c_σ(√3c_w + √p log 2), for any numbers of channels and pixels.",
            Proposition = ModelProposition.ForEach(
                net.Model, Sizes, v => v[LargestEigenvalue(Outer(blocks))] <= 1,
                v => v[Norm(feature)] <= Term.Sqrt(v[net.Variance]) * ((Term.Sqrt(PatchSize) * v[cap]) + (Term.Sqrt(v[Sum(Ones(net.P, 1))]) * Term.Log(2)))),
        };
    }

    // |B|₂ ≤ 1 for the three blocks of a layer together, whatever its norm: W⁽ʰ⁾(0) = c_w√m B_h.
    private static Claim Movement()
    {
        var net = new ConvolutionalNetwork();
        MatrixFormula x = net.Input("x"), cap = net.Model.Scalar("cw", ParameterSet.Box(1, 3));
        MatrixFormula share = net.Model.Scalar("ρ", ParameterSet.Box(0, 1)), bound = net.Model.Scalar("cx", ParameterSet.Box(1, 20));
        MatrixFormula[][] balls = net.Weights("B", ParameterSet.SpectralBall(1), 1), moves = net.Weights("D", ParameterSet.FrobeniusBall(1), 1);
        MatrixFormula[][] start = [.. balls.Select(layer => layer.Select(block => Sqrt(net.Width) * cap * block).ToArray())];
        MatrixFormula[][] end = [.. start.Zip(moves, (layer, move) => layer.Zip(move, (w, d) => w + (Sqrt(net.Width) * cap * share * d)).ToArray())];
        MatrixFormula[] before = net.Features(x, start), after = net.Features(x, end);
        return new Claim
        {
            Source = Du.Statement("Lemma 3.17 three layers"),
            Text = "H = 3, q = 3, L = 1, c_w, c_{x,0} ≥ 1, convolutional network: |x⁽³⁾(k) - x⁽³⁾(0)|_F ≤ (√(3c_σ) + c_{x,0}/c_w)exp(2√3c_res c_w)R, where |W⁽ʰ⁾(0)|₂ ≤ c_w√m, |x⁽ʰ⁾(0)|_F ≤ c_{x,0}, "
                + "|W⁽ʰ⁾(k) - W⁽ʰ⁾(0)|_F ≤ √m R and R ≤ c_w.",
            Proposition = ModelProposition.ForEach(
                net.Model,
                Sizes,
                v => Formula.All(before.Select(feature => v[Norm(feature)] <= v[bound]))
                    & Formula.All(balls.Select(layer => v[LargestEigenvalue(Outer(layer))] <= 1))
                    & Formula.All(moves.Select(layer => v[layer.Select(SquaredNorm).Aggregate((sum, next) => sum + next)] <= 1)),
                v => v[Norm(after[^1] - before[^1])]
                    <= (Term.Sqrt(PatchSize * v[net.Variance]) + (v[bound] / v[cap])) * Term.Exp(2 * Term.Sqrt(PatchSize) * v[net.Residual] * v[cap]) * v[cap] * v[share]),
        };
    }

    // With s = a₂Lc_res c²_{x,0} and t = c_wLc_res, Q' over |y - u| at p = q = n = 1 is 4 s e^{2t}/(H c_{x,0}); the step of the output layer is at least 1/c_{x,0}.
    private static IEnumerable<Claim> OutputLayer()
    {
        Source source = Du.Statement("Lemma 3.19 output layer");
        var forAll = new Quantifier();
        Term s = forAll.Real("s", 0, new Rational(1, 1000)), t = forAll.Real("t", 0, 1);
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("‖a(s) - a(s-1)‖_F ≤ ηQ'(s-1), where Q'(s) = 4c_res c_{x,0}La_{2,0}√(pq) e^{2c_res c_{w,0}L√q}√n ‖y-u(s)‖₂/H", "Lemma 3.19"),
            Severity = new Severity.ConsequenceOf("du/lemma-3.12-output-layer"),
            Existential = new Existential.Defeated("a_{2,0}, c_{w,0}, c_{x,0}, L > 0", "n = p = q = 1, H = 2, c_res = 1/(1 + c_wL + 1000a₂Lc²_{x,0})"),
            Text = "‖a(s) - a(s-1)‖ = η|y-u|‖x^(H)‖ with ‖x^(H)‖ ≥ 1/c_{x,0}; s = a₂Lc_res c²_{x,0} ≤ 1/1000 and t = c_wLc_res ≤ 1: the bound over η|y-u|, 2se^(2t)/c_{x,0}, is below 1/c_{x,0}.",
            Proposition = StatementProposition.Of(forAll.Conclude(1 > 2 * s * Term.Exp(2 * t))),
        };
        var net = new ConvolutionalNetwork();
        MatrixFormula first = net.Model.Matrix("x", net.M, net.P, ParameterSet.Box(-2, 2)), second = net.Model.Matrix("y", net.M, net.P, ParameterSet.Box(-2, 2));
        MatrixFormula r = net.Model.Scalar("r", ParameterSet.Box(-2, 2)), q = net.Model.Scalar("s", ParameterSet.Box(-2, 2)), bound = net.Model.Scalar("cx", ParameterSet.Box(0, 20));
        yield return new Claim
        {
            Source = source,
            Correction = "c_{x,0}√n‖y-u‖ bounds the step of the output layer: its gradient has no factor c_res/H; nor has that of the first layer",
            Text = "n = 2, |x_i⁽ᴴ⁾|_F ≤ c_{x,0}: |∂L/∂a|_F = |Σ r_ix_i⁽ᴴ⁾|_F is at most c_{x,0}√2|r|, r = u - y, for any width and number of pixels.",
            Proposition = ModelProposition.ForEach(
                net.Model, Sizes, v => (v[Norm(first)] <= v[bound]) & (v[Norm(second)] <= v[bound]),
                v => v[Norm((r * first) + (q * second))] <= v[bound] * Term.Sqrt(2 * (Term.Square(v[r]) + Term.Square(v[q])))),
        };
    }
}
