using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// Lemmas 3.4 and 3.5 of Du (2019), fully connected networks of three layers, with their constants written out: how far the Gram matrix of the last layer moves with the weights, and how long one
/// step of descent is.
/// </summary>
public sealed class FullyConnectedStability : ISpec
{
    private static readonly int[][] Sizes = [[1, 1, 1], [1, 2, 2], [2, 3, 2], [3, 8, 4]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return GramMatrix();
        yield return StepOfLayer(1);
        yield return StepOfLayer(2);
        yield return StepOfLayer(3);
    }

    // L = 1, β = ¼. The three terms are the change of the features, of the slopes and of the output layer.
    private static Claim GramMatrix()
    {
        var net = new DeepNetwork(isResidual: false, hasOneInput: false);
        MatrixFormula cap = net.Model.Scalar("cw", ParameterSet.Box(0, 2)), radius = net.Model.Scalar("R", ParameterSet.Box(0, new Rational(1, 4)));
        MatrixFormula bound = net.Model.Scalar("cx", ParameterSet.Box(1, 6));
        MatrixFormula a = net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2)), move = net.Model.Vector("b", net.M, ParameterSet.FrobeniusBall(1));
        MatrixFormula[] start = net.Weights("B", ParameterSet.SpectralBall(1), Sqrt(net.Width) * cap);
        MatrixFormula[] end = [.. start.Zip(net.Weights("D", ParameterSet.FrobeniusBall(1), Sqrt(net.Width) * radius), (w, d) => w + d)];
        MatrixFormula[] before = net.Features(start), after = net.Features(end);
        MatrixFormula moved = a + (Sqrt(net.Width) * radius * move);
        MatrixFormula change = Gram(a, start[2], before[1]) - Gram(moved, end[2], after[1]);
        MatrixFormula inputs = Sum(Ones(net.N, 1));
        return new Claim
        {
            Source = Du.Statement("Lemma 3.4 three layers"),
            Text = "H = 3, L = 1, β = ¼: |G⁽ᴴ⁾(k) - G⁽ᴴ⁾(0)|_F ≤ n(3c_σ^(3/2)a₂²c²g + ½c_σa₄²c³g + 12c²c_σa₂)R, g = 1 + c_x + c_x², c_x = 2√c_σ c_w, c = c_{x,0} ≥ 1, a₂ = |a(0)|₂/√m, a₄ = |a(0)|₄/m^¼, "
                + "where |W⁽ʰ⁾(0)|₂ ≤ c_w√m, |x⁽ʰ⁾(0)| ≤ c, weights and a move by at most √m R, and R ≤ min(c_w, a₂, 1/(√c_σ g)).",
            Proposition = ModelProposition.ForEach(
                net.Model,
                Sizes,
                v => Formula.All(before.Select(x => v[LargestEntry(x, bound)] <= 0)) & (v[radius] <= v[cap]) & (v[radius] <= Second(v)) & (v[radius] * Root(v) * Growth(v) <= 1),
                v => v[Norm(change)] <= v[inputs] * v[radius] * Term.Square(v[bound]) * v[net.Variance]
                    * ((3 * Root(v) * Term.Square(Second(v)) * Growth(v)) + (v[Norm(EntrywiseFunction.Square.Of(a)) / Sqrt(net.Width)] * v[bound] * Growth(v) / 2) + (12 * Second(v)))),
        };

        Term Root(ModelSymbols v) => Term.Sqrt(v[net.Variance]);
        Term Second(ModelSymbols v) => v[Norm(a) / Sqrt(net.Width)];
        Term Growth(ModelSymbols v) => 1 + (2 * Root(v) * v[cap]) + Term.Square(2 * Root(v) * v[cap]);

        MatrixFormula Gram(MatrixFormula output, MatrixFormula w, MatrixFormula x)
        {
            MatrixFormula slopes = DeepNetwork.Activation.Derivative.Of(w * x);
            return Hadamard(MatrixFunctions.Gram(x), MatrixFunctions.Gram(Diagonal(output) * slopes)) * (net.Variance / net.Width);
        }
    }

    // By how much the columns are longer than the bound, together.
    private static MatrixFormula LargestEntry(MatrixFormula x, MatrixFormula bound) => Sum(EntrywiseFunction.Relu.Of(ColumnNorms(x) - (bound * Ones(x.Columns, 1))));

    // |W⁽ʰ⁾|₂ ≤ √m ω_h; back through a layer the factor is √c_σ ω_h. r = u - y may be any vector.
    private static Claim StepOfLayer(int layer)
    {
        var net = new DeepNetwork(isResidual: false, hasOneInput: false);
        MatrixFormula[] norms = [.. Enumerable.Range(1, DeepNetwork.Layers).Select(h => net.Model.Scalar($"ω{h}", ParameterSet.Box(0, 3)))];
        MatrixFormula[] w = [.. net.Weights("B", ParameterSet.SpectralBall(1), Sqrt(net.Width)).Zip(norms, (b, norm) => norm * b)];
        MatrixFormula a = net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2)), r = net.Model.Vector("r", net.N, ParameterSet.Box(-2, 2));
        MatrixFormula[] x = net.Features(w);
        MatrixFormula Below(int h) => h == 1 ? net.X : x[h - 2];
        MatrixFormula back = a * r.T, factor = 1;
        for (int h = DeepNetwork.Layers; h > layer; h--)
        {
            back = net.Scale * (w[h - 1].T * Hadamard(DeepNetwork.Activation.Derivative.Of(w[h - 1] * Below(h)), back));
            factor = factor * Sqrt(net.Variance) * norms[h - 1];
        }

        MatrixFormula slope = net.Scale * (Hadamard(DeepNetwork.Activation.Derivative.Of(w[layer - 1] * Below(layer)), back) * Below(layer).T);
        MatrixFormula features = layer == 1 ? Ones(net.N, 1) : ColumnNorms(Below(layer));
        MatrixFormula bound = net.Scale * Norm(a) * factor * Inner(EntrywiseFunction.Absolute.Of(r), features);
        return new Claim
        {
            Source = Du.Statement($"Lemma 3.5 gradient of layer {layer}"),
            Text = $"|∂L/∂W⁽ʰ⁾|_F ≤ √(c_σ/m)|a| Σ|r_i||x_i⁽ʰ⁻¹⁾| Π_{{k>h}} √c_σ|W⁽ᵏ⁾|₂/√m at h = {layer}, r = u - y; fully connected network, H = 3, L = 1.",
            Proposition = ModelProposition.ForEach(net.Model, Sizes, _ => Formula.True, v => v[Norm(slope)] <= v[bound]),
        };
    }
}
