using ResLinkProofs.Claims;
using Xunit.Abstractions;

namespace ResLinkProofs.Specs.Tests;

/// <summary>
/// Every substantive error, and one that depends on the reading, once more, from the printed formula by elementary means: nothing of the library is used, neither its closed forms nor its kernel.
/// Each recomputation returns what the printed statement says on the left and on the right; they have to differ as the erratum says.
/// </summary>
public class ErrataRecomputationTests(ITestOutputHelper output)
{
    private static readonly double[] Small = [1e-2, 1e-3, 1e-4];

    private static readonly Dictionary<string, Func<bool>> Fails = new(StringComparer.Ordinal)
    {
        // d = 1: L(w) = E[max(x, 0)^2] (w* - w)^2 = (w* - w)^2/2, so -L'(0) = 1 at w* = 1. Printed: pi/2 (w* - w) + pi/2 (1 + w*) - pi/2 (1 + w).
        ["du/lemma-2.1-union-bound"] = () => 2 * 2 * (2 * 2 * 0.01) > 0.01,
        ["du/lemma-2.3-movement"] = () => MovementOfOneNeuron(time: 10) > 1.1 * 1.5 / (Math.Sqrt(4) * 0.5), // n = 1, |y - u(0)| = 1.5, lambda_0 = 1/2
        ["du/theorem-2.2-expected-loss-at-the-start"] = () => Math.Abs(HalfGaussianSquare() - 1) > 0.4, // y = 0
        ["du/lemma-3.1-change-of-the-second-moment"] = () => Math.Abs((2 * 2) - 1) > 2 * Math.Abs(2 - 1), // sigma(z) = z, alpha = 2
        ["du/lemma-3.12-output-layer"] = () => Small.All(c => 4 * c * (2 * Math.Exp(2 * c)) * Math.Exp(4 * c) / 2 < 0.5 * Math.Exp(-2 * c)), // H = 2, a_2 = L = 1, c_w = 2
        // x = (1, 0), q = 3: the neurons see (0, 1, 0) at the first pixel and (1, 0, 0) at the second, and layer 2 sees both features there.
        ["du/definition-3.3-first-layer"] = () => Math.Abs((Mean(z => Square(Math.Cos(z))) * 2 / Mean(z => Square(Math.Cos(z)))) - 1) > 0.9,
        ["du/definition-3.3-skip-connection"] = () => Math.Abs(Square(0 + (0.5 * Math.Log(2))) - (1 + Square(0.5 * Math.Log(2)))) > 0.9, // x = (1, 0), W = 0, s = 1/2, entry (2,2)
        ["du/definition-3.3-cross-terms"] = () =>
        {
            double second = Mean(z => Square(Math.Cos(Math.Sqrt(0.5) * z))) / Mean(z => Square(Math.Cos(z))); // K^(1)_11 at A = 1/2
            return Math.Abs((Mean(z => Math.Cos(Math.Sqrt(0.5) * z)) * Mean(Math.Cos)) - (Mean(Math.Cos) * Mean(z => Math.Cos(Math.Sqrt(second) * z)))) > 0.1;
        },
        ["du/definition-3.3-last-layer"] = () => Math.Abs(Mean(z => Square(0.5 / 2 * Math.Sin(z))) - Mean(z => Square(Math.Sin(z)))) > 0.3, // c_res = 1/2, H = 2
        ["du/section-3.10-gradient"] = () =>
        {
            // d = m = 1, x = a = 1, W = 0, c_res = 1/2, H = 3: the loss grows with the second weight, and the printed gradient is negative.
            static double Loss(double w) => Square(Math.Log(2) + (Math.Log(1 + Math.Exp(w * Math.Log(2))) / 6) + (Math.Log(2) / 6)) / 2;
            return (Loss(1e-6) - Loss(-1e-6)) / 2e-6 > 0.05 && (0 - (Math.Log(2) * 4 / 3)) / 6 * Math.Log(2) / 2 < -0.05;
        },
        ["du/equation-4.13"] = () => Math.Abs(BalanceStep(false).Change - BalanceStep(false).Claimed) > 1,
        ["du/lemma-4.5-magnitude-at-the-start"] = () => (10 * 10) + (10 * 10) > 100,
        ["du/figure-4.2-balanced-initialisation"] = () => Math.Abs(42.90 - 43.76) - 0.01 > 0.14,
        ["du/figure-4.2-unbalanced-initialisation"] = () => Math.Abs(55.50 - 45.65) - 0.01 > 9,
        ["li-yuan/lemma-2.1"] = () => Math.Abs(HalfGaussianSquare() - 0.5) < 1e-9 && Math.Abs((Math.PI / 2) + (Math.PI / 2 * 2) - (Math.PI / 2) - (2 * HalfGaussianSquare())) > 2,

        // I + W and I + W* with exchanged columns are the same function.
        ["li-yuan/unique-global-minimum"] = () => Grid().All(x => Output([[0, 1], [1, 0]], x, 0) == Output([[1, 0], [0, 1]], x, 0)),
        ["prelu/section-7-initialisation"] = () => Grid().All(x => Output([[0, 1], [1, 0]], x, 0.25) == Output([[1, 0], [0, 1]], x, 0.25)),

        // d = 100, W* = 0, T = 2: whatever gamma and x, a long step ends above the bound 1200 d^3 gamma^2 eta.
        ["li-yuan/theorem-3.1"] = () => (from x in Small from gamma in new[] { 1e-2, 1, 100 } select (x, gamma)).All(
            p => Math.Max(Math.Cbrt(100 * p.gamma * p.gamma / (p.x * p.x)), 1 / p.x) is var eta && AfterTwoSteps(p.x, eta) > 1.2e9 * p.gamma * p.gamma * eta),
        ["li-yuan/section-4-constant-part"] = () => Small.All(x => ConstantPart(x) < -0.9),
        ["li-yuan/update-rule-of-g"] = () => Small.Select(MissedPerBound).Pairwise().All(p => p.Second > 8 * p.First),
        ["prelu/definition-2"] = () => Math.Abs(Math.Abs(1 + 0.5) - Math.Abs(1 - 0.5)) > 0.5, // d = 1, w = w* = 1/2
        ["prelu/equation-1"] = () => Math.Abs(0.25 * -1) != 0.25 * -1,

        // d = 1: L = (w* - w)^2 (1 + alpha^2)/2, so the inner product is (1 + alpha^2) D^2.
        ["prelu/section-4.1"] = () => 1 + (0.25 * 0.25) > 0.03 * 0.75 * 0.75,
        ["prelu/section-5.4-norms"] = () => Math.Sqrt(10) * 0.1 < 1,
        ["prelu/section-6.1-equation-9"] = () => (1 + 1) * (1 + 1) != (1 * 1) + 1, // one neuron, both weights 1
    };

    [Fact]
    public void Every_substantive_error_is_found_by_elementary_means()
    {
        string[] ids = [.. SpecCatalogue.Claims.Where(c => c.Severity is Severity.Substantive).Select(c => c.Id)];
        Assert.NotEmpty(ids);
        KeyValuePair<string, Func<bool>>[] all = [.. Fails, .. DuChapters5To7.Fails];
        Assert.All(ids, id => Assert.True(all.Any(f => f.Key == id), $"{id} has no second computation; add one here."));
        foreach ((string id, Func<bool> fails) in all)
        {
            output.WriteLine(id);
            Assert.Contains(SpecCatalogue.Claims, c => c.Id == id && c.Severity is Severity.Substantive or Severity.DependsOnReading);
            Assert.True(fails(), id);
        }
    }

    [Fact]
    public void The_elementary_means_tell_right_from_wrong()
    {
        // Other networks differ, the corrected constant part does not fall short, and the completed rule of g has a bounded ratio.
        Assert.Contains(Grid(), x => Output([[0, 2], [1, 0]], x, 0) != Output([[1, 0], [0, 1]], x, 0));
        Assert.True(ConstantPart(1e-3, withOwnGap: true) > -0.1);
        Assert.True(AfterTwoSteps(1e-3, 1.0 / 360_000) < 100 * 1e-6); // a capped step brings W closer
        Assert.True(MovementOfOneNeuron(time: 10) < 2 * 1.5 / (Math.Sqrt(4) * 0.5));
        Assert.True(Math.Abs(BalanceStep(true).Change - BalanceStep(true).Claimed) < 1e-9);
        Assert.True(Small.All(gamma => MissedPerBound(gamma, completed: true) < 9));
    }

    private static double Square(double x) => x * x;

    // E f(z) for z of N(0, 1), by the trapezoidal rule.
    private static double Mean(Func<double, double> f) => Enumerable.Range(-80, 161).Sum(i => 0.1 / Math.Sqrt(2 * Math.PI) * Math.Exp(-0.005 * i * i) * f(0.1 * i));

    // Gradient flow with one input 1, y = 2 and m = 4, of which one neuron is active from w = 1 on, by small steps: how far it moves.
    private static double MovementOfOneNeuron(double time)
    {
        const int Steps = 100_000;
        double w = 1;
        for (int k = 0; k < Steps; k++)
        {
            w += time / Steps * (2 - (w / 2)) / 2;
        }

        return w - 1;
    }

    // u = (1, 2), v = (3, -1), M = [1 0; 2 1], eta = 1: how |u|^2 - |v|^2 changes in a step, and |R v|^2 - |R u|^2 or |R v|^2 - |R^T u|^2.
    private static (double Change, double Claimed) BalanceStep(bool transposed)
    {
        double[] u = [1, 2], v = [3, -1];
        double[,] r = { { 3 - 1, -1 - 0 }, { 6 - 2, -2 - 1 } };
        double[] rv = [(r[0, 0] * v[0]) + (r[0, 1] * v[1]), (r[1, 0] * v[0]) + (r[1, 1] * v[1])];
        double[] rtu = [(r[0, 0] * u[0]) + (r[1, 0] * u[1]), (r[0, 1] * u[0]) + (r[1, 1] * u[1])];
        double[] ru = [(r[0, 0] * u[0]) + (r[0, 1] * u[1]), (r[1, 0] * u[0]) + (r[1, 1] * u[1])];
        double Square(double[] x) => (x[0] * x[0]) + (x[1] * x[1]);
        double before = Square(u) - Square(v), after = Square([u[0] - rv[0], u[1] - rv[1]]) - Square([v[0] - rtu[0], v[1] - rtu[1]]);
        return (after - before, Square(rv) - Square(transposed ? rtu : ru));
    }

    // E[max(x, 0)^2] for a standard Gaussian x, by Simpson's rule.
    private static double HalfGaussianSquare()
    {
        const int Steps = 20_000;
        double sum = 0, width = 12.0 / Steps;
        for (int k = 0; k <= Steps; k++)
        {
            double x = k * width;
            sum += (k == 0 || k == Steps ? 1 : k % 2 == 1 ? 4 : 2) * x * x * Math.Exp(-x * x / 2);
        }

        return sum * width / 3 / Math.Sqrt(2 * Math.PI);
    }

    private static IEnumerable<double[]> Grid() => from a in Enumerable.Range(-4, 9) from b in Enumerable.Range(-4, 9) select new double[] { a, b / 2.0 };

    // The sum of the activations of A^T x.
    private static double Output(double[][] a, double[] x, double slope) =>
        Enumerable.Range(0, 2).Select(j => (a[0][j] * x[0]) + (a[1][j] * x[1])).Order().Sum(z => z >= 0 ? z : slope * z);

    // (sum over j of g_j <a_j, d_j>/|a_j|)/(4 x^2 / 4) for W = -x[1 -1; 1 -1], W* = 0, d = 2: what is added to (pi/2)|D|^2, in units of x^2.
    private static double ConstantPart(double x, bool withOwnGap = false)
    {
        double[][] columns = [[1 - x, -x], [x, 1 + x]], steps = [[x, x], [-x, -x]];
        double[] gaps = [.. columns.Select(a => 1 - Math.Sqrt((a[0] * a[0]) + (a[1] * a[1])))];
        return Enumerable.Range(0, 2).Sum(j => (withOwnGap ? gaps.Sum() : gaps.Sum() - gaps[j])
            * ((columns[j][0] * steps[j][0]) + (columns[j][1] * steps[j][1])) / (1 - gaps[j])) / (x * x);
    }

    // |W_2|_F^2 after two steps of descent along the printed field over pi, from W = -xI with W* = 0 and d = 100, entry by entry.
    private static double AfterTwoSteps(double x, double eta)
    {
        const int D = 100;
        double[,] w = new double[D, D];
        for (int i = 0; i < D; i++)
        {
            w[i, i] = -x;
        }

        Step(w, eta);
        Step(w, eta);
        return w.Cast<double>().Sum(entry => entry * entry);
    }

    // w[i, j] is entry i of column j.
    private static void Step(double[,] w, double eta)
    {
        int d = w.GetLength(0);
        double[][] a = [.. Enumerable.Range(0, d).Select(j => Enumerable.Range(0, d).Select(i => w[i, j] + (i == j ? 1 : 0)).ToArray())];
        double[] lengths = [.. a.Select(column => Math.Sqrt(column.Sum(entry => entry * entry)))];
        for (int j = 0; j < d; j++)
        {
            double along = 0;
            var field = new double[d];
            for (int i = 0; i < d; i++)
            {
                double teacher = Math.Clamp(a[j][i] / lengths[j], -1, 1);
                double student = Math.Clamp(a[i].Zip(a[j], (s, t) => s * t).Sum() / (lengths[i] * lengths[j]), -1, 1);
                along += Math.Sin(Math.Acos(teacher)) - (lengths[i] * Math.Sin(Math.Acos(student)));
                for (int k = 0; k < d; k++)
                {
                    double identity = i == k ? 1 : 0;
                    field[k] += (Math.PI / 2 * (identity - a[i][k])) + (Math.Asin(teacher) * identity) - (Math.Asin(student) * a[i][k]);
                }
            }

            for (int k = 0; k < d; k++)
            {
                w[k, j] += eta / Math.PI * (field[k] + (along * a[j][k] / lengths[j]));
            }
        }
    }

    // |sum_j <a_j/|a_j|, N_j> - dg| / (gamma sqrt(d)|s| + d gamma^2) for W = -gamma u u^T/d, W* = 0, d = 100, straight from the printed field.
    private static double MissedPerBound(double gamma) => MissedPerBound(gamma, completed: false);

    private static double MissedPerBound(double gamma, bool completed)
    {
        const int D = 100;
        double own = 1 - (gamma / D), other = -gamma / D, r = Math.Sqrt((own * own) + ((D - 1) * other * other));
        double inner = 0;
        for (int i = 0; i < D; i++)
        {
            // j = 0: e_i and a_i against a_0.
            double b = (i == 0 ? own : other) / r, a = i == 0 ? r : ((2 * own * other) + ((D - 2) * other * other)) / r;
            double angleB = Math.Acos(Math.Clamp(b, -1, 1)), angleA = Math.Acos(Math.Clamp(a / r, -1, 1));
            double displaced = b - a; // <w*_i - w_i, a_0>/|a_0|
            inner += (Math.PI / 2 * displaced) + (((Math.PI / 2) - angleB) * b) - (((Math.PI / 2) - angleA) * a) + Math.Sin(angleB) - (r * Math.Sin(angleA));
        }

        double g = D * (1 - r), sum = gamma * D; // <u, s>
        double missed = completed ? (D * inner) - ((D - 1 + (Math.PI / 2)) * g) - (Math.PI / 2 * sum) : (D * inner) - (D * g);
        return completed ? Math.Abs(missed) / (D * gamma * gamma) : Math.Abs(missed) / ((gamma * Math.Sqrt(D) * gamma * Math.Sqrt(D)) + (D * gamma * gamma));
    }
}

internal static class Sequences
{
    /// <summary>Each element with its successor.</summary>
    public static IEnumerable<(T First, T Second)> Pairwise<T>(this IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all.Zip(all.Skip(1));
    }
}
