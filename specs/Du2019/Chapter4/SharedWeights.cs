using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// Theorem 4.3 of Du (2019): layers whose entries are 0 or one of the free parameters v^(h). The derivative with respect to v^(h)[k] is the sum of those
/// with respect to the entries that show it.
/// </summary>
public sealed class SharedWeights : ISpec
{
    // A one-dimensional convolution of four inputs with a filter of two entries, then one of its three outputs, then a dense layer of one neuron.
    private static readonly int[][,] Patterns =
    [
        new[,] { { 1, 2, 0, 0 }, { 0, 1, 2, 0 }, { 0, 0, 1, 2 } },
        new[,] { { 1, 2, 0 }, { 0, 1, 2 } },
        new[,] { { 1, 2 } },
    ];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 4.3 a convolutional network"),
            Text = "Two convolutions of filter size 2 and a dense layer, four inputs, any slopes σ' with σ(z) = σ'(z)z: ⟨v^(h), ∂L/∂v^(h)⟩ is the same for every layer h, so gradient flow "
                + "keeps ‖v^(h)‖² - ‖v^(h+1)‖²; h = 1, 2.",
            Proposition = StatementProposition.ForCases("h", [1, 2], Whole),
        };
        yield return AnyNumberOfPixels();
        var forAll = new Quantifier();
        Term v = forAll.Real("v", -5, 5), w1 = forAll.Real("w1", -5, 5), w2 = forAll.Real("w2", -5, 5);
        yield return new Claim
        {
            Source = Du.Statement("Theorem 4.3 per neuron"),
            Text = "Two linear neurons that share their weight v, input and ∂ℓ/∂f equal to 1: v ∂L/∂v = w₁ ∂L/∂w₁, as Theorem 4.1 has it without sharing. The law is one of whole layers.",
            Proposition = StatementProposition.Of(forAll.Conclude((v * (w1 + w2)).EqualTo(w1 * v))),
        };
    }

    // Two convolutions with filters of three entries and ReLU between them, n inputs in rows of p pixels.
    private static Claim AnyNumberOfPixels()
    {
        var model = new Model("convolutions over any number of pixels");
        Extent n = model.Size("n"), p = model.Size("p");
        MatrixFormula[] first = Filter("v"), second = Filter("w");
        MatrixFormula x = model.Matrix("X", n, p, ParameterSet.Box(-1, 1)), y = model.Matrix("Y", n, p, ParameterSet.Box(-1, 1));
        MatrixFormula loss = SquaredNorm(Convolve(second, EntrywiseFunction.Relu.Of(Convolve(first, x))) - y) / 2;
        MatrixFormula Product(MatrixFormula[] filter) => filter.Select(v => v * Gradient(loss, v)).Aggregate((sum, next) => sum + next);
        return new Claim
        {
            Source = Du.Statement("Theorem 4.3 any number of pixels"),
            Text = "Two convolutions of filter size 3 with ReLU between them, any numbers of pixels and inputs: ⟨v, ∂L/∂v⟩ = ⟨w, ∂L/∂w⟩, so gradient flow keeps ‖v‖² - ‖w‖².",
            Proposition = ModelProposition.ForEach(model, [[1, 1], [1, 2], [2, 3], [5, 12]], _ => Formula.True, s => s[Product(first)].EqualTo(s[Product(second)])),
        };

        MatrixFormula[] Filter(string name) => [.. "abc".Select(place => model.Scalar($"{name}{place}", ParameterSet.Box(-2, 2)))];

        static MatrixFormula Convolve(MatrixFormula[] filter, MatrixFormula x) => filter.Select((v, place) => v * Shifted(x, place - 1)).Aggregate((sum, next) => sum + next);
    }

    private static Statement Whole(int layer)
    {
        var forAll = new Quantifier();
        Term[][] parameters = [.. Patterns.Select((_, h) => new[] { forAll.Real($"v{h + 1}[1]"), forAll.Real($"v{h + 1}[2]") })];
        HomogeneousNetwork net = HomogeneousNetwork.Of(forAll, [.. Patterns.Select((pattern, h) => Shaped(pattern, k => parameters[h][k - 1]))]);
        Term Product(int h) => Term.Sum(parameters[h].Select((v, k) => v * net.DerivativeAlong(h, Shaped(Patterns[h], shown => shown == k + 1 ? Term.One : Term.Zero))));
        return forAll.Conclude(Product(layer - 1).EqualTo(Product(layer)));
    }

    private static Term[,] Shaped(int[,] pattern, Func<int, Term> parameter) =>
        HomogeneousNetwork.Matrix(pattern.GetLength(0), pattern.GetLength(1), (i, j) => pattern[i, j] == 0 ? Term.Zero : parameter(pattern[i, j]));
}
