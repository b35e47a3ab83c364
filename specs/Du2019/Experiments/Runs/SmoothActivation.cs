using MathNet.Numerics;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// An analytic activation of Du (2019), chapter 3, and its Gaussian expectations: in closed form for sine, cosine and error function, and by the trapezoidal rule for any, which for analytic functions
/// under the Gaussian weight is off by less than roundings.
/// </summary>
/// <param name="Name">As tables write it.</param>
/// <param name="Value">σ.</param>
/// <param name="Slope">σ'.</param>
internal sealed record SmoothActivation(string Name, Func<double, double> Value, Func<double, double> Slope)
{
    private const double Step = 0.125;
    private const int Nodes = 76;

    public static SmoothActivation Sine { get; } = new("sine", Math.Sin, Math.Cos)
    {
        ClosedMean = _ => 0,
        ClosedProduct = (a, b, c) => Math.Exp(-(a + b) / 2) * Math.Sinh(c),
        ClosedSlopes = (a, b, c) => Math.Exp(-(a + b) / 2) * Math.Cosh(c),
    };

    public static SmoothActivation Cosine { get; } = new("cosine", Math.Cos, x => -Math.Sin(x))
    {
        ClosedMean = a => Math.Exp(-a / 2),
        ClosedProduct = (a, b, c) => Math.Exp(-(a + b) / 2) * Math.Cosh(c),
        ClosedSlopes = (a, b, c) => Math.Exp(-(a + b) / 2) * Math.Sinh(c),
    };

    public static SmoothActivation ErrorFunction { get; } = new("error function", SpecialFunctions.Erf, x => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x))
    {
        ClosedMean = _ => 0,
        ClosedProduct = (a, b, c) => 2 / Math.PI * Math.Asin(2 * c / Math.Sqrt((1 + (2 * a)) * (1 + (2 * b)))),
        ClosedSlopes = (a, b, c) => 4 / Math.PI / Math.Sqrt(((1 + (2 * a)) * (1 + (2 * b))) - (4 * c * c)),
    };

    /// <summary>log(1 + e^x), the example of the thesis.</summary>
    public static SmoothActivation Softplus { get; } = new(
        "softplus", x => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), x => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)));

    /// <summary>E σ(u) for the variance of u; null where there is no closed form.</summary>
    public Func<double, double>? ClosedMean { get; private init; }

    /// <summary>E σ(u)σ(v) for the variances of u and v and their covariance.</summary>
    public Func<double, double, double, double>? ClosedProduct { get; private init; }

    /// <summary>E σ'(u)σ'(v).</summary>
    public Func<double, double, double, double>? ClosedSlopes { get; private init; }

    /// <summary>c_σ = 1/E σ(u)² for variance 1.</summary>
    public double Normalisation => 1 / Product(1, 1, 1);

    /// <summary>E σ(u).</summary>
    public double Mean(double a) => ClosedMean is { } closed ? closed(a) : Integrate(Value, a);

    /// <summary>E σ(u)σ(v).</summary>
    public double Product(double a, double b, double c) => ClosedProduct is { } closed ? closed(a, b, c) : Integrate(Value, a, b, c);

    /// <summary>E σ'(u)σ'(v).</summary>
    public double Slopes(double a, double b, double c) => ClosedSlopes is { } closed ? closed(a, b, c) : Integrate(Slope, a, b, c);

    /// <summary>E f(u) by the trapezoidal rule.</summary>
    public static double Integrate(Func<double, double> f, double a)
    {
        double sum = 0, deviation = Math.Sqrt(a);
        for (int i = -Nodes; i <= Nodes; i++)
        {
            sum += Weight(i) * f(deviation * Step * i);
        }

        return sum;
    }

    /// <summary>E f(u)f(v) by the trapezoidal rule.</summary>
    public static double Integrate(Func<double, double> f, double a, double b, double c)
    {
        double first = Math.Sqrt(a), along = a == 0 ? 0 : c / first, across = Math.Sqrt(Math.Max(b - (along * along), 0)), sum = 0;
        for (int i = -Nodes; i <= Nodes; i++)
        {
            double inner = 0;
            for (int j = -Nodes; j <= Nodes; j++)
            {
                inner += Weight(j) * f(Step * ((along * i) + (across * j)));
            }

            sum += Weight(i) * f(first * Step * i) * inner;
        }

        return sum;
    }

    private static double Weight(int i) => Step / Math.Sqrt(2 * Math.PI) * Math.Exp(-Step * Step * i * i / 2);
}
