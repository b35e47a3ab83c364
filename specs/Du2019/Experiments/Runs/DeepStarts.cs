using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// Events over the start of the networks of Du (2019), chapter 3. Widths are those of explicit versions where there are any, and otherwise one choice of the constants that the lemmas
/// assert to exist, made before anything was run: C = 8 for the least eigenvalues, as in the explicit version of Lemma 2.1.
/// </summary>
internal static class DeepStarts
{
    private static readonly double[,] Orthogonal = new double[,] { { 1, 0 }, { 0, 1 } }, Single = new double[,] { { 1 } };

    // Two inputs of one channel and three pixels, |x|_F = 1.
    private static readonly double[,] Pixels = Outer([0.6, 0, 0.8, 0, 1, 0]);

    public static IEnumerable<InitialEvent> All()
    {
        yield return Norms();
        yield return ResidualNorms();
        yield return ConvolutionalNorms();
        yield return Eigenvalue("fully-connected-least-eigenvalue", "Lemma 3.2", new(Architecture.FullyConnected, SmoothActivation.Softplus, 3, 1, 1), Orthogonal, 0.02);
        yield return Eigenvalue("residual-least-eigenvalue", "Lemma 3.9", new(Architecture.Residual, SmoothActivation.Cosine, 3, 0.9, 1), Orthogonal, 0.02);
        yield return Eigenvalue("convolutional-least-eigenvalue", "Lemma 3.16", new(Architecture.Convolutional, SmoothActivation.Softplus, 3, 0.9, 3), Pixels, 0.02);
        yield return Concentration();
        yield return GaussianNorm(5, 1, 2.5);
        yield return GaussianNorm(10, 3, 3.2);
        yield return RankOneStart();
    }

    // m ≥ 4 C₂ n H g_C(H)²/δ with C = c_σL(2|σ(0)|√(2/π) + 3L) and m Var|x|² ≤ C₂ = c_σ²(s⁴ + 8s³L√(2/π) + 24s²L² + 64sL³√(2/π) + 48L⁴), s = |σ(0)|.
    private static InitialEvent Norms()
    {
        const double Delta = 0.1;
        const int Depth = 2;
        double s = Math.Log(2), root = Math.Sqrt(2 / Math.PI), normal = SmoothActivation.Softplus.Normalisation;
        double c = normal * ((2 * s * root) + 3), c2 = normal * normal * (Math.Pow(s, 4) + (8 * s * s * s * root) + (24 * s * s) + (64 * s * root) + 48);
        int width = (int)Math.Ceiling(4 * c2 * Depth * (1 + c) * (1 + c) / Delta);
        // The norms of layers 1 to H: a network of one layer more, whose last Gram matrix is not looked at.
        var shape = new DeepShape(Architecture.FullyConnected, SmoothActivation.Softplus, Depth + 1, 1, 1);
        return new(
            "fully-connected-norms",
            FormattableString.Invariant($"Lemma 3.1, softplus, n = 1, H = {Depth}, δ = {Delta}, m = 4C₂nHg_C(H)²/δ = {width}: ½ ≤ |x^(h)| ≤ 2 in all layers"),
            1 - Delta, 0.05, stream => AreWithin(shape, Single, width, 2, stream), "m = 1", stream => AreWithin(shape, Single, 1, 2, stream));
    }

    private static InitialEvent ResidualNorms()
    {
        const double Delta = 0.1, Residual = 0.5, Weights = 2;
        var shape = new DeepShape(Architecture.Residual, SmoothActivation.Softplus, 6, Residual, 1);
        double bound = 2 * Math.Exp(Residual * Weights);
        return new(
            "residual-norms",
            FormattableString.Invariant($"Lemma 3.8, softplus, n = 1, five layers, c_res = {Residual}, c_w = {Weights}, m = 1000, δ = {Delta}: 1/c ≤ |x^(h)| ≤ c with c = 2exp(c_res c_w) in all layers"),
            1 - Delta, 0.2, stream => AreWithin(shape, Single, 1000, bound, stream), "m = 4 and c = 1.1", stream => AreWithin(shape, Single, 4, 1.1, stream));
    }

    private static InitialEvent ConvolutionalNorms()
    {
        const double Delta = 0.1;
        var shape = new DeepShape(Architecture.Convolutional, SmoothActivation.Softplus, 4, 0.5, 3);
        return new(
            "convolutional-norms",
            FormattableString.Invariant($"Lemma 3.15, softplus, n = 2, p = 3, three layers, c_res = 0.5, m = 500, δ = {Delta}: 1/c ≤ |x^(h)|_F ≤ c with c = 4p in all layers"),
            1 - Delta, 0.2, stream => AreWithin(shape, Pixels, 500, 12, stream), "m = 4 and c = 1.1", stream => AreWithin(shape, Pixels, 4, 1.1, stream));
    }

    private static InitialEvent Eigenvalue(string name, string lemma, DeepShape shape, double[,] inputs, double drawsShare)
    {
        const double Delta = 0.2;
        int n = inputs.GetLength(0) / shape.Pixels;
        double least = Least(WideLimit.Of(shape, inputs).Last);
        int width = (int)Math.Ceiling(8.0 * n * n * Math.Log(2.0 * shape.Layers * n * n / Delta) / (least * least));
        return new(
            name,
            FormattableString.Invariant($"{lemma}, {shape.Activation.Name}, n = {n}, H = {shape.Layers}, δ = {Delta}, m = 8n²log(2Hn²/δ)/λ₀² = {width}: λ_min(G^(H)(0)) ≥ ¾λ₀"),
            1 - Delta, drawsShare, stream => IsLarge(width, stream), "m = 4", stream => IsLarge(4, stream));

        bool IsLarge(int m, RandomStream stream) => Least(new RowSampledNetwork(shape, inputs, m, stream).Last) >= 0.75 * least;
    }

    private static InitialEvent Concentration()
    {
        const double Delta = 0.1, Constant = 10;
        const int Width = 1000, Depth = 5;
        var shape = new DeepShape(Architecture.Residual, SmoothActivation.Softplus, Depth, 0.9, 1);
        WideLimit limit = WideLimit.Of(shape, Orthogonal);
        double rate = Math.Sqrt(Math.Log(Depth * 2 / Delta) / Width);
        return new(
            "concentration-of-features",
            FormattableString.Invariant($"Theorem 3.4, residual network, softplus, n = 2, layer H - 1 of H = {Depth}, m = {Width}, δ = {Delta}, E = {Constant}: Gram matrix and means of the features are within E√(log(Hn/δ)/m) of K and b"),
            1 - Delta, 0.2, stream => Error(stream) <= Constant * rate, "E = 1/100", stream => Error(stream) <= rate / 100);

        double Error(RandomStream stream)
        {
            var network = new RowSampledNetwork(shape, Orthogonal, Width, stream);
            double worst = network.Means.Zip(limit.Means, (mean, b) => Math.Abs(mean - b)).Max();
            for (int a = 0; a < 2; a++)
            {
                for (int b = 0; b < 2; b++)
                {
                    worst = Math.Max(worst, Math.Abs(network.Layers[^1][a, b] - limit.Features[a, b]));
                }
            }

            return worst;
        }
    }

    private static InitialEvent GaussianNorm(int m, int c, double bound)
    {
        double excess = bound - Math.Sqrt(c) - 1;
        return new(
            $"norm-of-a-gaussian-matrix-{m}",
            FormattableString.Invariant($"Lemma 3.27, W of {m} x {c * m}, c_w = {bound}: |W|₂ ≤ c_w√m, with probability 1 - exp(-(c_w - √c - 1)²m/2)"),
            1 - Math.Exp(-excess * excess * m / 2), 1, stream => IsWithin(m, bound, stream),
            "c_w below √c + 1 by as much as it lies above", stream => IsWithin(m, Math.Sqrt(c) + 1 - excess, stream));

        bool IsWithin(int rows, double most, RandomStream stream)
        {
            var values = new double[rows * c * rows];
            stream.FillGaussian(values);
            DenseMatrix w = DenseMatrix.FromRows(rows, c * rows, values), outer = w.Multiply(w.Transpose());
            return Math.Sqrt(SymmetricEigenvalues.Decompose(outer.Values, rows).Values.Max()) <= most * Math.Sqrt(rows);
        }
    }

    // σ₁ = 1, u₀ and v₀ of N(0, δ²I) with δ = c_init/√d: alpha and beta along u* and v*, the rest by its length. The map is (4.23) with absolute values.
    private static InitialEvent RankOneStart()
    {
        const int Dimension = 50, Steps = 400;
        const double Start = 0.01;
        return new(
            "rank-one-descent",
            FormattableString.Invariant($"Theorem 4.5, d = {Dimension}, c_init = {Start}, c_step = 1/10, {Steps} steps: |u·u*|/|v·v*| stays in [1/100, 100], and |uvᵀ - M*|_F ≤ 10⁻⁶σ₁ at the end, with a constant probability, 2/5"),
            0.4, 1, stream => Converges(0.1, stream), "c_step = 0", stream => Converges(0, stream));

        static bool Converges(double eta, RandomStream stream)
        {
            double deviation = Start / Math.Sqrt(Dimension);
            var values = new double[2 * Dimension];
            stream.FillGaussian(values);
            double a = deviation * values[0], b = deviation * values[Dimension];
            double p = deviation * Math.Sqrt(values[1..Dimension].Sum(x => x * x)), q = deviation * Math.Sqrt(values[(Dimension + 1)..].Sum(x => x * x));
            for (int t = 0; t < Steps; t++)
            {
                if (!(Math.Abs(a) >= Math.Abs(b) / 100 && Math.Abs(b) >= Math.Abs(a) / 100))
                {
                    return false;
                }

                double first = 1 - (eta * ((b * b) + (q * q))), second = 1 - (eta * ((a * a) + (p * p)));
                (a, b, p, q) = ((first * a) + (eta * b), (second * b) + (eta * a), Math.Abs(first) * p, Math.Abs(second) * q);
            }

            double gap = (a * b) - 1;
            return Math.Sqrt((gap * gap) + (a * a * q * q) + (b * b * p * p) + (p * p * q * q)) <= 1e-6;
        }
    }

    private static bool AreWithin(DeepShape shape, double[,] inputs, int width, double bound, RandomStream stream)
    {
        int n = inputs.GetLength(0) / shape.Pixels;
        return new RowSampledNetwork(shape, inputs, width, stream).Layers.TrueForAll(gram => Enumerable.Range(0, n).All(i =>
        {
            double norm = Math.Sqrt(Enumerable.Range(i * shape.Pixels, shape.Pixels).Sum(a => gram[a, a]));
            return norm >= 1 / bound && norm <= bound;
        }));
    }

    private static double Least(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        return SymmetricEigenvalues.Decompose([.. from a in Enumerable.Range(0, n) from b in Enumerable.Range(0, n) select matrix[a, b]], n).Values.Min();
    }

    private static double[,] Outer(double[] pixels)
    {
        var gram = new double[pixels.Length, pixels.Length];
        for (int a = 0; a < pixels.Length; a++)
        {
            for (int b = 0; b < pixels.Length; b++)
            {
                gram[a, b] = pixels[a] * pixels[b];
            }
        }

        return gram;
    }
}
