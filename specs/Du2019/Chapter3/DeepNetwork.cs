using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// The networks of Du (2019), section 3.2, with three layers, unit inputs in the columns of X (d x n) and softplus as activation: x⁽¹⁾ = √(c_σ/m) σ(W⁽¹⁾X), then fully
/// connected layers √(c_σ/m) σ(W x) or residual ones x + c_res/(H√m) σ(W x). Each claim makes one of its own and may declare more.
/// </summary>
internal sealed class DeepNetwork
{
    /// <summary>H.</summary>
    public const int Layers = 3;

    private readonly bool _isResidual;

    /// <summary>Declares the sizes m, d and, unless there is one input, n before them.</summary>
    public DeepNetwork(bool isResidual, bool hasOneInput)
    {
        _isResidual = isResidual;
        N = hasOneInput ? 1 : Model.Size("n");
        (M, D) = (Model.Size("m"), Model.Size("d"));
        X = Model.Matrix("X", N, D, ParameterSet.UnitRows).T;
        Variance = Model.Scalar("cσ", ParameterSet.Box(new Rational(1, 4), 4));
        Residual = isResidual ? Model.Scalar("cres", ParameterSet.Box(0, 1)) : 1;
        Width = Sum(Ones(M, 1));
    }

    /// <summary>Softplus has L = 1, β = 1/4.</summary>
    public static EntrywiseFunction Activation => EntrywiseFunction.Softplus;

    public Model Model { get; } = new("deep network");

    public Extent N { get; }

    public Extent M { get; }

    public Extent D { get; }

    public MatrixFormula X { get; }

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

    /// <summary>Weights W⁽¹⁾ (m x d), W⁽²⁾ and W⁽³⁾ (m x m), each a multiple of a matrix from a set.</summary>
    public MatrixFormula[] Weights(string name, ParameterSet set, MatrixFormula multiple) =>
        [.. Enumerable.Range(1, Layers).Select(h => multiple * Model.Matrix($"{name}{h}", M, h == 1 ? D : M, set))];

    /// <summary>x⁽¹⁾, ..., x⁽ᴴ⁾, each m x n.</summary>
    public MatrixFormula[] Features(params MatrixFormula[] weights)
    {
        var features = new MatrixFormula[weights.Length];
        MatrixFormula x = X;
        for (int h = 0; h < weights.Length; h++)
        {
            MatrixFormula layer = Activation.Of(weights[h] * x);
            x = features[h] = _isResidual && h > 0 ? x + (Share * layer) : Scale * layer;
        }

        return features;
    }
}
