using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// The networks of section 4.2 on one sample x, written out: layers W^(1), ..., W^(N) and activations with sigma(z) = sigma'(z) z. The slopes sigma'(x^(h)[i]) are variables of
/// their own, which covers every homogeneous activation and every choice of a subgradient at 0; so are the partial derivatives c of the loss with respect to the outputs.
/// </summary>
/// <remarks>
/// While the slopes stay the output is linear in each single layer, so the derivative of the loss along a change E of layer h is (c, output) with E in the place of W^(h).
/// </remarks>
internal sealed class HomogeneousNetwork
{
    private readonly Term[] _input;
    private readonly Term[] _lossGradient;
    private readonly Term[][] _slopes;

    private HomogeneousNetwork(Term[] input, IReadOnlyList<Term[,]> layers, Term[][] slopes, Term[] lossGradient) =>
        (_input, Layers, _slopes, _lossGradient) = (input, layers, slopes, lossGradient);

    /// <summary>The layers, from the input to the output.</summary>
    public IReadOnlyList<Term[,]> Layers { get; }

    /// <summary>A network whose weights are quantified one by one.</summary>
    /// <param name="forAll">Where the weights, the slopes, the sample and the loss are quantified.</param>
    /// <param name="widths">n_0, ..., n_N.</param>
    /// <param name="linearAfter">The layer (from 1) after which the activation is the identity; 0 for none.</param>
    public static HomogeneousNetwork Free(Quantifier forAll, IReadOnlyList<int> widths, int linearAfter = 0) => Of(
        forAll,
        [.. Enumerable.Range(1, widths.Count - 1).Select(h => Matrix(widths[h], widths[h - 1], (i, j) => forAll.Real($"W{h}[{i + 1},{j + 1}]")))],
        linearAfter);

    /// <summary>A network with given layers.</summary>
    /// <param name="forAll">Where the slopes, the sample and the loss are quantified.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="linearAfter">The layer (from 1) after which the activation is the identity; 0 for none.</param>
    public static HomogeneousNetwork Of(Quantifier forAll, IReadOnlyList<Term[,]> layers, int linearAfter = 0) => new(
        Vector(layers[0].GetLength(1), j => forAll.Real($"x[{j + 1}]")),
        layers,
        [.. Enumerable.Range(1, layers.Count - 1).Select(h => Vector(layers[h - 1].GetLength(0), i => h == linearAfter ? Term.One : forAll.Real($"s{h}[{i + 1}]")))],
        Vector(layers[^1].GetLength(0), k => forAll.Real($"c[{k + 1}]")));

    /// <summary>The derivative of the loss along a change of one layer.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <param name="change">The change, of the layer's shape.</param>
    public Term DerivativeAlong(int layer, Term[,] change)
    {
        Term[] x = _input;
        for (int h = 0; h < Layers.Count; h++)
        {
            Term[,] w = h == layer ? change : Layers[h];
            Term[] inputs = x;
            x = Vector(w.GetLength(0), i => Term.Sum(inputs.Select((value, j) => w[i, j] * value)));
            x = h < _slopes.Length ? Vector(x.Length, i => _slopes[h][i] * x[i]) : x;
        }

        return Term.Sum(x.Zip(_lossGradient, (output, c) => output * c));
    }

    /// <summary>The gradient of the loss with respect to one layer.</summary>
    /// <param name="layer">The layer, from 0.</param>
    public Term[,] Gradient(int layer)
    {
        int rows = Layers[layer].GetLength(0), columns = Layers[layer].GetLength(1);
        return Matrix(rows, columns, (i, j) => DerivativeAlong(layer, Matrix(rows, columns, (k, l) => k == i && l == j ? Term.One : Term.Zero)));
    }

    /// <summary>A matrix by its entries.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="entry">The entry in a row and a column, from 0.</param>
    public static Term[,] Matrix(int rows, int columns, Func<int, int, Term> entry)
    {
        var matrix = new Term[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = entry(i, j);
            }
        }

        return matrix;
    }

    private static Term[] Vector(int length, Func<int, Term> entry) => [.. Enumerable.Range(0, length).Select(entry)];
}
