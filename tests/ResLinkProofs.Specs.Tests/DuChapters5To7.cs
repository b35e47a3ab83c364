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

        ["du/corollary-5.2-increase"] = () => 0.5 / (2 * Pi) * (Pi - 1) * 2 < 0.5 * Pi / (Pi - 1) * 2, // the same

        // k = 1, a* = 1, phi = pi/2, a = -1, eta = 1: E[(a relu(x) - relu(y))relu(x)] is a/2 - 1/(2 pi).
        ["du/section-5.4.1-dynamics-of-the-sum"] = () => -1 + 0.5 + (1 / (2 * Pi)) > -(1 - ((1 - Pi - 1) / (2 * Pi))) + 0.5,
        ["du/theorem-5.2-before-normalisation"] = () => (Pi / (2 * Pi)) + 0.5 > 0.9, // k = 1 at the teacher, where the loss is least
        ["du/theorem-5.4-angle"] = () => new[] { 2, 3, 10, 100 }.All(p => Arc(0, 0.25, a => Math.Pow(Math.Sin(a), p - 2)) < 0.16 * Arc(0, Pi / 2, a => Math.Pow(Math.Sin(a), p - 2))),

        // k = 10, a = 0, a* = (1, 0, ...), phi = pi, eta = 1: a becomes (11^T - I) a*/(2 pi).
        ["du/theorem-5.5-invariance-of-the-sum"] = () => (10 - 1) / (2 * Pi) > 1 && 1 < (10 + Pi - 1) / (2 * Pi),

        // The quarter plane: E[zz^T] over it has equal entries on the diagonal and 1/(2 pi) beside it.
        ["du/definition-6.1-rotation-invariant-inputs"] = () => Arc(0, Pi / 2, a => Math.Sin(a) * Math.Cos(a)) * 2 / Pi > 0.3,
        ["du/lemma-6.2-powers"] = () => Unit.Where(y => y is > 0 and < 1).All(y => 1 / ((1 - y) * (1 - y)) > 1 + (2 * y)),
        ["du/lemma-6.2"] = () => Math.Pow(0.95, 4) > Math.Log(1 / 0.45), // K near 0: one step of length u, from w* itself, leaves the ball of radius 0.95u whatever its sign
        ["du/lemma-6.2-azuma"] = () => Math.Exp(-2.0 / 2) > Math.Exp(-2),
        ["du/lemma-6.3"] = () => AllOneWay(steps: 48, q: 0.02, v: 0.2, r1: 0.3),
        ["du/theorem-6.3-number-of-iterations"] = () => 0.01 * 0.01 * Math.Log(100) < 1, // diag(1, 1/100): not one step for epsilon = 1/100 and the constant 1
        ["du/section-6.3.2-start"] = () => 0.9 < Math.Cos(0.3) && Math.Asin(0.9) > 0.3,

        // p = 100, constants 1, S = 9e6, from distance 1/2 with epsilon = 1/1000 and delta = 1/10.
        ["du/theorem-6.4"] = () => 0.5 * Math.Exp(9e6 * Math.Log(5000) * Math.Log(1 - (1 / 9e6 / 200))) > 0.4,
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

    // Lemma 6.3's second condition with delta = 2^-(steps + 1), and a walk that ends beyond 2 epsilon for the epsilon of the fourth; in units of B/v, R_1 = 2.
    private static bool AllOneWay(int steps, double q, double v, double r1)
    {
        static double Gap(double phi) => (Pi - phi - Math.Sin(phi)) / (2 * Pi);
        double kappa = 0.5 + (10 * Gap(Pi / 2) / 6) + (4 / Pi), g = Gap(Math.Asin(r1)), spread = (4 * q * kappa * v) + (q * q);
        bool isAllowed = 16 > (Math.Log(steps) + ((steps + 1) * Math.Log(2))) * steps * (1 + (2 * steps * ((q * g) - (q * q * kappa / v)))) * spread * spread;
        return isAllowed && (q * g) - (q * q * kappa / v) > 0 && 1 - Math.Pow(1 - q, steps) > 2 * Math.Sqrt(q / (g - (q * kappa * kappa)));
    }

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
