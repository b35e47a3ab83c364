using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// The convolutional network of Du (2019), section 3.2, with stride 1, patches of q = 3 pixels and zero padding: x (d x p) has a pixel in every column, φ(x) stacks columns l - 1, l and l + 1, and
/// W φ(x) = Σ W_k x shifted by k, with W (m x 3d) in three blocks. x⁽¹⁾ = √(c_σ/m) σ(W⁽¹⁾φ(x)), x⁽ʰ⁾ = x⁽ʰ⁻¹⁾ + c_res/(H√m) σ(W⁽ʰ⁾φ(x⁽ʰ⁻¹⁾)); softplus. Each claim makes one of its own.
/// </summary>
internal sealed class ConvolutionalNetwork
{
    /// <summary>H.</summary>
    public const int Layers = 3;

    /// <summary>q.</summary>
    public const int PatchSize = 3;

    private static readonly int[] Places = [-1, 0, 1];

    public ConvolutionalNetwork()
    {
        (P, M, D) = (Model.Size("p"), Model.Size("m"), Model.Size("d"));
        Variance = Model.Scalar("cσ", ParameterSet.Box(new Rational(1, 4), 4));
        Residual = Model.Scalar("cres", ParameterSet.Box(0, 1));
        Width = Sum(Ones(M, 1));
    }

    /// <summary>Softplus has L = 1, β = 1/4.</summary>
    public static EntrywiseFunction Activation => EntrywiseFunction.Softplus;

    public Model Model { get; } = new("convolutional network");

    /// <summary>p, the number of pixels.</summary>
    public Extent P { get; }

    public Extent M { get; }

    public Extent D { get; }

    /// <summary>c_σ, any positive number.</summary>
    public MatrixFormula Variance { get; }

    /// <summary>c_res in [0, 1].</summary>
    public MatrixFormula Residual { get; }

    /// <summary>m, as a number.</summary>
    public MatrixFormula Width { get; }

    /// <summary>√(c_σ/m).</summary>
    public MatrixFormula Scale => Sqrt(Variance / Width);

    /// <summary>c_res/(H√m).</summary>
    public MatrixFormula Share => Residual / (Layers * Sqrt(Width));

    /// <summary>An input with |x|_F = 1.</summary>
    public MatrixFormula Input(string name) => Model.Matrix(name, D, P, ParameterSet.Sphere(1));

    /// <summary>The blocks of W⁽¹⁾ (m x d), W⁽²⁾ and W⁽³⁾ (m x m), each a multiple of a matrix from a set.</summary>
    public MatrixFormula[][] Weights(string name, ParameterSet set, MatrixFormula multiple) =>
        [.. Enumerable.Range(1, Layers).Select(h => Blocks($"{name}{h}", h == 1 ? D : M, set, multiple))];

    /// <summary>The three blocks of the weights of one layer.</summary>
    public MatrixFormula[] Blocks(string name, Extent channels, ParameterSet set, MatrixFormula multiple) =>
        [.. "abc".Select(block => multiple * Model.Matrix($"{name}{block}", M, channels, set))];

    /// <summary>W Wᵀ, whose largest eigenvalue is the square of the norm of W.</summary>
    public static MatrixFormula Outer(MatrixFormula[] blocks) => blocks.Select(block => Gram(block.T)).Aggregate((sum, next) => sum + next);

    /// <summary>W φ(x), m x p.</summary>
    public static MatrixFormula Convolve(MatrixFormula[] blocks, MatrixFormula x) => blocks.Zip(Places, (block, place) => block * Shifted(x, place)).Aggregate((sum, next) => sum + next);

    /// <summary>φ(x)ᵀφ(y), p x p: summed over the three places of a patch.</summary>
    public static MatrixFormula PatchGram(MatrixFormula x, MatrixFormula y) => Places.Select(place => Shifted(x, place).T * Shifted(y, place)).Aggregate((sum, next) => sum + next);

    /// <summary>T(K)_lr = tr(K_{D_l D_r}), D_l the pixels of the patch around l: K moved along its diagonal, summed over the places of a patch.</summary>
    public static MatrixFormula PatchTrace(MatrixFormula k) => Places.Select(place => Shifted(Shifted(k, place).T, place).T).Aggregate((sum, next) => sum + next);

    /// <summary>x⁽¹⁾, ..., x⁽ᴴ⁾, each m x p.</summary>
    public MatrixFormula[] Features(MatrixFormula x, MatrixFormula[][] weights)
    {
        var features = new MatrixFormula[weights.Length];
        for (int h = 0; h < weights.Length; h++)
        {
            MatrixFormula layer = Activation.Of(Convolve(weights[h], x));
            x = features[h] = h > 0 ? x + (Share * layer) : Scale * layer;
        }

        return features;
    }
}
