using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>The gradients of section 3.3 of Du (2019), the Gram matrix of the last layer, and how large a step of descent is, for any width and number of inputs.</summary>
public sealed class Gradients : ISpec
{
    private static readonly int[][] Sizes = [[1, 1, 1], [1, 2, 2], [2, 3, 2], [3, 8, 4]];
    private static readonly int[][] OneInput = [[1, 1], [2, 2], [3, 2], [8, 4]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return FullyConnected(isPrinted: true);
        yield return FullyConnected(isPrinted: false);
        yield return Residual(isPrinted: true);
        yield return Residual(isPrinted: false);
        yield return LastLayer();
        yield return LastGram();
        yield return StepOfLayer(1);
        yield return StepOfLayer(2);
        yield return StepOfOutput();
    }

    private static Claim Of(string label, string text, ModelProposition proposition) => new() { Source = Du.Statement(label), Text = text, Proposition = proposition };

    // (c_σ/m)^((H-h+1)/2) x⁽ʰ⁻¹⁾ aᵀ J⁽ᴴ⁾W⁽ᴴ⁾ ... J⁽ʰ⁺¹⁾W⁽ʰ⁺¹⁾ J⁽ʰ⁾ at h = 1, transposed; as printed the product runs from J⁽²⁾W⁽²⁾ on.
    private static Claim FullyConnected(bool isPrinted)
    {
        var net = new DeepNetwork(isResidual: false, hasOneInput: true);
        MatrixFormula[] w = net.Weights("W", ParameterSet.Box(-2, 2), 1);
        MatrixFormula a = net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2));
        MatrixFormula[] x = net.Features(w);
        MatrixFormula Layer(int h, MatrixFormula back) => w[h].T * (Slopes(w[h], x[h - 1]) * back);
        MatrixFormula back = isPrinted ? Layer(2, Layer(1, a)) : Layer(1, Layer(2, a));
        MatrixFormula slope = net.Scale * net.Scale * net.Scale * (Slopes(w[0], net.X) * back * net.X.T);
        Claim claim = Of(
            "Section 3.9 gradient",
            "H = 3, n = 1, f - y = 1: ∂L/∂W⁽¹⁾ is (c_σ/m)^(3/2) x aᵀ" + (isPrinted ? "J⁽²⁾W⁽²⁾J⁽³⁾W⁽³⁾J⁽¹⁾, transposed." : "J⁽³⁾W⁽³⁾J⁽²⁾W⁽²⁾J⁽¹⁾, transposed."),
            ModelProposition.ForEach(net.Model, OneInput, _ => Formula.True, v => v[SquaredNorm(Gradient(Inner(a, x[2]), w[0]) - slope)].EqualTo(0)));
        return isPrinted
            ? claim with
            {
                Quote = new Quote("(c_σ/m)^((H-h+1)/2) Σ_i (f(x_i,θ)-y_i) x_i^(h-1) aᵀ(Π_{k=h+1}^H J_i^(k)W^(k)) J_i^(h)", "Section 3.9"),
                Severity = new Severity.DependsOnReading("the factors of the product stand in descending order of k, and the gradient is transposed"),
            }
            : claim with { Correction = "the factors in descending order, from k = H to h + 1" };
    }

    private static Claim Residual(bool isPrinted)
    {
        var net = new DeepNetwork(isResidual: true, hasOneInput: true);
        MatrixFormula[] w = net.Weights("W", ParameterSet.Box(-2, 2), 1);
        MatrixFormula a = net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2)), y = net.Model.Scalar("y", ParameterSet.Box(-2, 2));
        MatrixFormula[] x = net.Features(w);
        MatrixFormula output = Inner(a, x[2]);
        MatrixFormula back = a + (net.Share * (w[2].T * (Slopes(w[2], x[1]) * a)));
        MatrixFormula slope = (isPrinted ? y - output : output - y) * net.Share * (Slopes(w[1], x[0]) * back * x[0].T);
        Claim claim = Of(
            "Section 3.10 gradient",
            $"H = 3, n = 1, 0 < c_res < 1: ∂L/∂W⁽²⁾ is c_res/(H√m) ({(isPrinted ? "y - u" : "u - y")}) x⁽¹⁾aᵀ(I + c_res/(H√m) J⁽³⁾W⁽³⁾)J⁽²⁾, transposed.",
            ModelProposition.ForEach(
                net.Model, OneInput, v => (v[net.Residual] > 0) & (v[net.Residual] < 1), v => v[SquaredNorm(Gradient(Term.Ratio(1, 2) * SquaredNorm(output - y), w[1]) - slope)].EqualTo(0)));
        return isPrinted
            ? claim with
            {
                Quote = new Quote("c_res/(H√m) Σ_i (y_i-u_i) x_i^(h-1)·[aᵀ Π_{l=h+1}^H (I + c_res/(H√m) J_i^(l)W^(l)) J_i^(h)]", "Section 3.10"),
                Severity = new Severity.Substantive(),
            }
            : claim with { Correction = "u - y in place of y - u, as for the fully connected network: the loss is (u - y)²/2" };
    }

    private static MatrixFormula Slopes(MatrixFormula w, MatrixFormula x) => Diagonal(DeepNetwork.Activation.Derivative.Of(w * x));

    private static Claim LastLayer()
    {
        (DeepNetwork net, MatrixFormula a, MatrixFormula[] w, MatrixFormula[] x) = Fully();
        MatrixFormula y = net.Model.Vector("y", net.N, ParameterSet.Box(-2, 2)), gap = y - (x[2].T * a), slopes = DeepNetwork.Activation.Derivative.Of(w[2] * x[1]);
        MatrixFormula flow = net.Model.Define("V'", -Gradient(SquaredNorm(gap) / 2, w[2]));
        MatrixFormula rate = net.Scale * (Hadamard(slopes, flow * x[1]).T * a);
        return Of(
            "Equation 3.12",
            "Gradient flow in W⁽ᴴ⁾ moves the outputs by G⁽ᴴ⁾(y - u), G_ij = (x_i⁽ᴴ⁻¹⁾, x_j⁽ᴴ⁻¹⁾)(c_σ/m) Σ a_r²σ'(w_r, x_i⁽ᴴ⁻¹⁾)σ'(w_r, x_j⁽ᴴ⁻¹⁾); H = 3.",
            ModelProposition.ForEach(net.Model, Sizes, _ => Formula.True, v => v[SquaredNorm(rate - (GramOf(net, a, slopes, x[1]) * gap))].EqualTo(0)));
    }

    private static Claim LastGram()
    {
        (DeepNetwork net, MatrixFormula a, MatrixFormula[] w, MatrixFormula[] x) = Fully();
        MatrixFormula slopes = DeepNetwork.Activation.Derivative.Of(w[2] * x[1]);
        return Of(
            "Equation 3.12 semidefinite",
            "G⁽ᴴ⁾ is positive semidefinite at all weights; H = 3.",
            ModelProposition.ForEach(net.Model, Sizes, _ => Formula.True, v => v[LeastEigenvalue(GramOf(net, a, slopes, x[1]))] >= 0));
    }

    private static (DeepNetwork Net, MatrixFormula A, MatrixFormula[] W, MatrixFormula[] X) Fully()
    {
        var net = new DeepNetwork(isResidual: false, hasOneInput: false);
        MatrixFormula[] w = net.Weights("W", ParameterSet.Box(-2, 2), 1);
        return (net, net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2)), w, net.Features(w));
    }

    private static MatrixFormula GramOf(DeepNetwork net, MatrixFormula a, MatrixFormula slopes, MatrixFormula features) =>
        Hadamard(Gram(features), Gram(Diagonal(a) * slopes)) * (net.Variance / net.Width);

    // The norms of later layers bound the way back; r = u - y may be any vector.
    private static Claim StepOfLayer(int layer)
    {
        (DeepNetwork net, MatrixFormula a, MatrixFormula[] w, MatrixFormula[] norms) = Bounded();
        MatrixFormula[] x = net.Features(w);
        MatrixFormula r = net.Model.Vector("r", net.N, ParameterSet.Box(-2, 2));
        MatrixFormula later = (1 + (net.Residual * norms[2] / DeepNetwork.Layers)) * (layer == 1 ? 1 + (net.Residual * norms[1] / DeepNetwork.Layers) : 1);
        MatrixFormula features = layer == 1 ? Ones(net.N, 1) : ColumnNorms(x[layer - 2]);
        MatrixFormula bound = (layer == 1 ? net.Scale : net.Share) * Norm(a) * Inner(EntrywiseFunction.Absolute.Of(r), features) * later;

        // Σ r_i ∂u_i/∂W with r fixed: back through the layers.
        MatrixFormula back = a * r.T;
        for (int h = DeepNetwork.Layers - 1; h >= layer; h--)
        {
            back += net.Share * (w[h].T * Hadamard(DeepNetwork.Activation.Derivative.Of(w[h] * x[h - 1]), back));
        }

        MatrixFormula below = layer == 1 ? net.X : x[layer - 2];
        MatrixFormula slope = (layer == 1 ? net.Scale : net.Share) * (Hadamard(DeepNetwork.Activation.Derivative.Of(w[layer - 1] * below), back) * below.T);
        return Of(
            $"Lemma 3.12 gradient of layer {layer}",
            layer == 1
                ? "|∂L/∂W⁽¹⁾|_F ≤ √(c_σ/m)|a| Σ|r_i| Π_{k≥2}(1 + c_res|W⁽ᵏ⁾|₂/(H√m)), r = u - y: without the factor c_res/H of the lemma; residual network, H = 3, L = 1."
                : "|∂L/∂W⁽²⁾|_F ≤ c_res/(H√m)|a| Σ|r_i||x_i⁽¹⁾|(1 + c_res|W⁽³⁾|₂/(H√m)), r = u - y; residual network, H = 3, L = 1.",
            ModelProposition.ForEach(net.Model, Sizes, _ => Formula.True, v => v[Norm(slope)] <= v[bound]));
    }

    private static Claim StepOfOutput()
    {
        (DeepNetwork net, _, MatrixFormula[] w, _) = Bounded();
        MatrixFormula[] x = net.Features(w);
        MatrixFormula r = net.Model.Vector("r", net.N, ParameterSet.Box(-2, 2));
        return Of(
            "Lemma 3.12 gradient of the output layer",
            "|∂L/∂a| ≤ Σ|r_i||x_i⁽ᴴ⁾|, r = u - y; residual network, H = 3.",
            ModelProposition.ForEach(
                net.Model, Sizes, _ => Formula.True, v => v[Norm(x[2] * r)] <= v[Inner(EntrywiseFunction.Absolute.Of(r), ColumnNorms(x[2]))]));
    }

    // W⁽ʰ⁾ = √m ω_h B_h with |B_h|₂ ≤ 1.
    private static (DeepNetwork Net, MatrixFormula A, MatrixFormula[] W, MatrixFormula[] Norms) Bounded()
    {
        var net = new DeepNetwork(isResidual: true, hasOneInput: false);
        MatrixFormula[] norms = [.. Enumerable.Range(1, DeepNetwork.Layers).Select(h => net.Model.Scalar($"ω{h}", ParameterSet.Box(0, 3)))];
        MatrixFormula[] w = [.. net.Weights("B", ParameterSet.SpectralBall(1), Sqrt(net.Width)).Zip(norms, (b, norm) => norm * b)];
        return (net, net.Model.Vector("a", net.M, ParameterSet.Box(-2, 2)), w, norms);
    }
}
