namespace ResLinkProofs.Specs.Tests;

/// <summary>The substantive errors of chapters 5 to 7 of Du's thesis, once more by elementary means; see <see cref="ErrataRecomputationTests"/>.</summary>
internal static class DuChapters5To7
{
    private const double Pi = Math.PI;

    private static readonly double[] Unit = [.. Enumerable.Range(0, 1001).Select(i => i / 1000.0)];

    /// <summary>What finds the error, by the id of the claim.</summary>
    public static IReadOnlyDictionary<string, Func<bool>> Fails { get; } = new Dictionary<string, Func<bool>>(StringComparer.Ordinal)
    {
        // k = 1 at the teacher, phi = 0 and a = a* = 1: a loss below zero.
        ["du/theorem-5.1"] = () => 0.5 * (((Pi - 1) / (2 * Pi) * 2) - (2 * (Pi - 1) / (2 * Pi)) + (2 / (2 * Pi)) - 2) < -0.8,

        // k = 1, phi = 0, a* = 1: the loss is (a - 1)^2/4, and a goes from 2 to 2 - eta/2.
        ["du/equation-5.4"] = () => Math.Abs(((1 - (0.1 * (Pi - 1) / (2 * Pi))) * 2) + (0.1 * (Pi - 1) / (2 * Pi) * 4) - (0.1 / (2 * Pi)) - (2 - (0.1 / 2))) > 0.09,
        ["du/lemma-5.5"] = () => new[] { 1, 0.1, 0.01 }.All(c => LengthOfStep(c) > 1),
        ["du/lemma-5.5-bound-of-lambda"] = () => Pi * 2 / (2 * Pi) > 2 / 4.0, // phi = 0, a = a* = (1, -1)
        ["du/lemma-5.7"] = () => 0.5 / (2 * Pi) * (Pi - 1) * 2 < Math.Min(0 + (0.5 * 2), 2), // phi = 0, a = 0, a* = (1, -1), eta = 1/2

        // phi = 0: the loss is half the mean square of sum_i e_i max(z_i, 0) with k equal e_i = 1/(2 sqrt k), of which E max^2 = 1/2 and the mixed moments are 1/(2 pi).
        ["du/lemma-5.12"] = () => new double[] { 1e2, 1e3, 1e4 }.Select(k => 0.5 * 0.25 / k * ((k / 2) + (k * (k - 1) / (2 * Pi))) / 0.5).Pairwise().All(p => p.Second > 5 * p.First),

        // k = 10, a = 0, a* = (1, 0, ...), phi = pi, eta = 1: a becomes (11^T - I) a*/(2 pi).
        ["du/theorem-5.5-invariance-of-the-sum"] = () => (10 - 1) / (2 * Pi) > 1 && 1 < (10 + Pi - 1) / (2 * Pi),

        // The quarter plane: E[zz^T] over it has equal entries on the diagonal and 1/(2 pi) beside it.
        ["du/definition-6.1-rotation-invariant-inputs"] = () => Arc(0, Pi / 2, a => Math.Sin(a) * Math.Cos(a)) * 2 / Pi > 0.3,
        ["du/lemma-6.2-powers"] = () => Unit.Where(y => y is > 0 and < 1).All(y => 1 / ((1 - y) * (1 - y)) > 1 + (2 * y)),
        ["du/theorem-6.5-least-eigenvalue"] = () => LeastMoment(0.02) < (Math.Cos(0.02) * Math.Cos(0.02) / 4) - (4 * (1 - Math.Cos(0.02))),

        // Patches at angles 0.9 and 0.7, w at -(pi/2 - 0.8): one is active, the other only for w*; no patch is within 0.1 of pi/2.
        ["du/theorem-6.5-cross-covariance"] = () => Math.Cos(0.9 + (Pi / 2) - 0.8) < 0 && Math.Cos(0.7 + (Pi / 2) - 0.8) > 0 && 0.9 < (Pi / 2) - 0.1 && Math.Cos(0.9 - 0.7) / 4 > 0,
        ["du/theorem-6.6-gamma-functions"] = () => Pi * Math.Sqrt(Pi) / 2 > Math.Sqrt(Pi / 2), // p = 1, where Gamma(3/2) is half the root of pi
        ["du/lemma-7.2-update-of-a-settled-coordinate"] = () => ((1 - 0.25) * 4) - (4 * 0.25) != 4, // at the minimum 4 tau nothing moves
        ["du/lemma-7.2-step-in-the-buffer"] = () => 4 * Math.E > 2, // the slope is -4 L tau at the end of the buffer
        ["du/lemma-7.2-time-to-the-buffer"] = () => 0.05 * Math.Ceiling(1 / Math.Log(1 + (2 * 0.05))) < 1,
        ["du/lemma-7.4-lower-bound-of-g1"] = () => Unit.Min(u => Cubic(-2, -4 * Math.E, -2, 2 * Math.E, u)) < -4.05 * Math.E,
        ["du/lemma-7.4-lower-bound-of-g"] = () => Unit.Min(u => Cubic(-2, -4 * Math.E, -2, 2 * Math.E, u) - (30 * (Math.E + 1) * u * u * (1 - u) * (1 - u))) < -5.5 * Math.E,
        ["du/theorem-7.4-range"] = () => Unit.Min(u => Cubic(-1, -2, -1, 1, u)) < -2.05,
    };

    // The cubic with these values and slopes at 0 and 1, by its basis functions.
    private static double Cubic(double first, double last, double firstSlope, double lastSlope, double u) =>
        (first * (1 + (2 * u)) * (1 - u) * (1 - u)) + (last * u * u * (3 - (2 * u))) + (firstSlope * u * (1 - u) * (1 - u)) - (lastSlope * u * u * (1 - u));

    private static double Arc(double from, double to, Func<double, double> value) =>
        Enumerable.Range(0, 20_000).Sum(i => value(from + ((to - from) * (i + 0.5) / 20_000))) * (to - from) / 20_000;

    // The lower diagonal entry of E[XX^T] for unit patches at alpha -+ rho with alpha uniform, w = w* = (1, 0).
    private static double LeastMoment(double rho) => Arc(-Pi, Pi, alpha =>
    {
        double x = new[] { alpha - rho, alpha + rho }.Where(a => Math.Cos(a) >= 0).Sum(a => Math.Sin(a) / 2);
        return x * x;
    }) / (2 * Pi);

    // eta lambda cos phi, from the gradient itself: for a* = (1, -1)/sqrt 2, a = M a* and unit vectors at angle phi, the step along the gradient has length eta M (pi - phi) sin phi/(2 pi).
    private static double LengthOfStep(double c)
    {
        double cos = 0.9, phi = Math.Acos(cos), m = 10 + (10 / c), g = ((Pi - phi) * cos) + Math.Sin(phi);
        double eta = c * Math.Min(Math.Min(Math.Min(m, g - 1) * cos, cos), 0.5);
        double step = eta * m * (Pi - phi) / (2 * Pi) * Math.Sin(phi);
        return step / Math.Sin(phi) * cos;
    }
}
