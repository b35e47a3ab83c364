using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// Events over the start of the network of Du (2019), chapter 2: w_r from N(0, I), a_r a sign. Only the products (w_r, x_i) matter, which are Gaussian with the Gram matrix of the unit inputs as
/// covariance; they are what is drawn. Widths are those of the explicit versions of the lemmas.
/// </summary>
internal static class ShallowStarts
{
    private static readonly double[][] Two = [[1, 0], [Math.Cos(1), Math.Sin(1)]], Three = [[1, 0, 0], [0.6, 0.8, 0], [0, 0.6, 0.8]], One = [[1]];

    public static IEnumerable<InitialEvent> All()
    {
        yield return Gram(Two, 0.1);
        yield return Gram(Three, 0.1);
        yield return Stability();
        yield return Near();
        yield return Loss();
        yield return Flow();
        yield return Descent();
    }

    // m ≥ 8n² log(2n²/δ)/λ₀²: Hoeffding's inequality for a variable of range 1, and the union bound over n² entries.
    private static InitialEvent Gram(double[][] inputs, double delta)
    {
        int n = inputs.Length;
        double[] limit = Limit(inputs);
        double least = Eigenvalues(limit, n).Min();
        int width = (int)Math.Ceiling(8.0 * n * n * Math.Log(2 * n * n / delta) / (least * least));
        return new(
            $"initial-gram-matrix-of-{n}",
            FormattableString.Invariant($"Lemma 2.1, n = {n}, m = 8n²log(2n²/δ)/λ₀² = {width}, δ = {delta}: |H(0) - H^∞|₂ ≤ λ₀/4 and λ_min(H(0)) ≥ ¾λ₀"),
            1 - delta, 1, stream => IsClose(width, stream), "m = 4", stream => IsClose(4, stream));

        bool IsClose(int m, RandomStream stream)
        {
            double[] gram = Gram(inputs, Products(inputs, m, stream));
            return Norm(gram, limit, n) <= least / 4 && Eigenvalues(gram, n).Min() >= 0.75 * least;
        }
    }

    // No W within R is worse than the count of neurons that can change their pattern. The control moves every neuron that is active at the first input, and near enough, across its hyperplane.
    private static InitialEvent Stability()
    {
        const double Delta = 0.3;
        const int Width = 200;
        int n = Two.Length;
        double least = Eigenvalues(Limit(Two), n).Min(), radius = 0.999 * Math.Sqrt(2 * Math.PI) / 16 * Delta * least / (n * n);
        return new(
            "stability-of-the-gram-matrix",
            FormattableString.Invariant($"Lemma 2.2, n = {n}, m = {Width}, R = cδλ₀/n², c = 0.999√(2π)/16, δ = {Delta}: |H(W) - H(0)|₂ < λ₀/4 for all W with |w_r - w_r(0)| ≤ R, by Σ|(x_i, x_j)||Q_i ∪ Q_j|/m"),
            1 - Delta, 1,
            stream =>
            {
                double[] products = Products(Two, Width, stream);
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < n; j++)
                    {
                        int count = 0;
                        for (int r = 0; r < Width; r++)
                        {
                            count += Math.Abs(products[(r * n) + i]) <= radius || Math.Abs(products[(r * n) + j]) <= radius ? 1 : 0;
                        }

                        sum += Math.Abs(Dot(Two[i], Two[j])) * count / Width;
                    }
                }

                return sum < least / 4;
            },
            "R = 1, and one such W",
            stream =>
            {
                double[] products = Products(Two, Width, stream), moved = [.. products], gram = Gram(Two, products);
                for (int r = 0; r < Width; r++)
                {
                    double first = products[r * n];
                    for (int j = 0; first is >= 0 and < 0.999 && j < n; j++)
                    {
                        moved[(r * n) + j] -= 1.001 * first * Dot(Two[0], Two[j]);
                    }
                }

                return Norm(Gram(Two, moved), gram, n) < least / 4;
            });
    }

    private static InitialEvent Near()
    {
        const double Delta = 0.3, Radius = 0.05;
        const int Width = 500;
        int n = Three.Length;
        double most = Math.Sqrt(2 / Math.PI) * Width * n * Radius / Delta;
        return new(
            "neurons-near-a-hyperplane",
            FormattableString.Invariant($"Lemma 2.5, n = {n}, m = {Width}, R = {Radius}, δ = {Delta}: Σ|S_i⊥| ≤ √(2/π) mnR/δ, the number of pairs with |(w_r, x_i)| < R"),
            1 - Delta, 1, stream => Count(stream) <= most, "a tenth of that bound", stream => Count(stream) <= most / 10);

        int Count(RandomStream stream) => Products(Three, Width, stream).Count(z => Math.Abs(z) < Radius);
    }

    // E|y - u(0)|² = Σ(y_i² + ½), and Markov's inequality.
    private static InitialEvent Loss()
    {
        const double Delta = 0.1;
        const int Width = 100;
        double[] labels = [1, -1, 0.5];
        double mean = labels.Sum(y => (y * y) + 0.5);
        return new(
            "initial-loss",
            FormattableString.Invariant($"Proof of Theorem 2.2, n = {Three.Length}, m = {Width}, δ = {Delta}: |y - u(0)|² ≤ Σ(y_i² + ½)/δ"),
            1 - Delta, 1, stream => Of(stream) <= mean / Delta, "a tenth of the mean", stream => Of(stream) <= mean / 10);

        double Of(RandomStream stream)
        {
            double[] products = Products(Three, Width, stream), outputs = new double[3];
            for (int r = 0; r < Width; r++)
            {
                double sign = stream.NextInt32(2) == 0 ? -1 : 1;
                for (int i = 0; i < 3; i++)
                {
                    outputs[i] += sign * Math.Max(products[(r * 3) + i], 0) / Math.Sqrt(Width);
                }
            }

            return outputs.Zip(labels, (u, y) => (u - y) * (u - y)).Sum();
        }
    }

    // n = 1: while h = #{active}/m ≥ ¼ = λ₀/2, the gap falls like e^(-ht), and no neuron moves further than |y - u(0)|/(√m h); so h stays above the share of neurons that are active further than that.
    private static InitialEvent Flow()
    {
        const double Delta = 0.9;
        int width = ExplicitWidth(4401, Delta);
        return new(
            "gradient-flow-of-one-input",
            FormattableString.Invariant($"Theorem 2.2, n = 1, y = 1, δ = {Delta}, m = {width}, the width of its explicit version: |u(t) - y|² ≤ e^(-λ₀t)|u(0) - y|² for all t"),
            1 - Delta, 0.1, stream => Keeps(width, stream), "m = 1, held against ¾; a neuron that is not active keeps the gap", stream => Start(1, stream).Products[0] >= 0)
        { ControlLeast = 0.75 };

        static bool Keeps(int m, RandomStream stream)
        {
            (double[] z, _, double gap) = Start(m, stream);
            double reach = Math.Abs(gap) / (Math.Sqrt(m) * 0.25);
            return z.Count(x => x > reach) >= 0.25 * m;
        }
    }

    private static InitialEvent Descent()
    {
        const double Delta = 0.9, StepSize = 0.125;
        const int Steps = 10;
        int width = ExplicitWidth(70_406, Delta);
        return new(
            "gradient-descent-of-one-input",
            FormattableString.Invariant($"Theorem 2.3, n = 1, y = 1, η = λ₀/(4n²) = {StepSize}, δ = {Delta}, m = {width}, the width of its explicit version: |u(k) - y|² ≤ (1 - ηλ₀/2)^k|u(0) - y|², k ≤ {Steps}"),
            1 - Delta, 0.02, stream => Keeps(width, stream), "m = 1, held against ¾", stream => Keeps(1, stream))
        { ControlLeast = 0.75 };

        static bool Keeps(int m, RandomStream stream)
        {
            (double[] z, double[] signs, double start) = Start(m, stream);
            double gap = start, bound = start * start;
            for (int k = 0; k < Steps; k++)
            {
                double change = -StepSize * gap / Math.Sqrt(m), sum = 0;
                for (int r = 0; r < m; r++)
                {
                    z[r] += z[r] >= 0 ? change * signs[r] : 0;
                    sum += signs[r] * Math.Max(z[r], 0);
                }

                gap = (sum / Math.Sqrt(m)) - 1;
                bound *= 1 - (StepSize * 0.5 / 2);
                if (gap * gap > bound)
                {
                    return false;
                }
            }

            return true;
        }
    }

    // The width is the larger of c n⁶(C² + ½)/(λ₀⁴δ³) and that of Lemma 2.1 at δ/3, here with n = C = 1 and λ₀ = ½.
    private static int ExplicitWidth(double factor, double delta) =>
        (int)Math.Ceiling(Math.Max(factor * 1.5 * 16 / (delta * delta * delta), 32 * Math.Log(6 / delta)));

    // Products, signs and u - y for y = 1.
    private static (double[] Products, double[] Signs, double Gap) Start(int m, RandomStream stream)
    {
        double[] z = Products(One, m, stream), signs = new double[m];
        double sum = 0;
        for (int r = 0; r < m; r++)
        {
            signs[r] = stream.NextInt32(2) == 0 ? -1 : 1;
            sum += signs[r] * Math.Max(z[r], 0);
        }

        return (z, signs, (sum / Math.Sqrt(m)) - 1);
    }

    // Row by row the products of a neuron with all inputs.
    private static double[] Products(double[][] inputs, int m, RandomStream stream)
    {
        (int n, int d) = (inputs.Length, inputs[0].Length);
        var (weights, products) = (new double[m * d], new double[m * n]);
        stream.FillGaussian(weights);
        for (int r = 0; r < m; r++)
        {
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int k = 0; k < d; k++)
                {
                    sum += weights[(r * d) + k] * inputs[i][k];
                }

                products[(r * n) + i] = sum;
            }
        }

        return products;
    }

    private static double[] Gram(double[][] inputs, double[] products)
    {
        int n = inputs.Length, m = products.Length / n;
        var gram = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                int both = 0;
                for (int r = 0; r < m; r++)
                {
                    both += products[(r * n) + i] >= 0 && products[(r * n) + j] >= 0 ? 1 : 0;
                }

                gram[(i * n) + j] = Dot(inputs[i], inputs[j]) * both / m;
            }
        }

        return gram;
    }

    private static double[] Limit(double[][] inputs) =>
        [.. from x in inputs from y in inputs let c = Math.Clamp(Dot(x, y), -1, 1) select c * (Math.PI - Math.Acos(c)) / (2 * Math.PI)];

    private static double Norm(double[] a, double[] b, int n) => Eigenvalues([.. a.Zip(b, (x, y) => x - y)], n).Max(Math.Abs);

    private static double[] Eigenvalues(double[] matrix, int n) => SymmetricEigenvalues.Decompose(matrix, n).Values;

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
