namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// Gradient descent on the population loss of Du (2019), chapter 5, with |w*| = 1, in the five numbers on which it depends: the angle phi of v and w*, |v|^2, x = (a, a*), y = 1^T a and
/// |a|^2. Chapter 5's claims prove that these follow from Algorithm 1.
/// </summary>
/// <param name="k">The number of patches.</param>
/// <param name="squaredNorm">|a*|^2.</param>
/// <param name="total">1^T a*.</param>
/// <param name="stepSize">eta.</param>
internal sealed class FilterDescent(int k, double squaredNorm, double total, double stepSize)
{
    /// <summary>The angle of v and w*, in [0, pi].</summary>
    public double Angle { get; private set; }

    /// <summary>|v|^2.</summary>
    public double SquaredLength { get; private set; } = 1;

    /// <summary>(a, a*).</summary>
    public double Signal { get; private set; }

    /// <summary>1^T a.</summary>
    public double Sum { get; private set; }

    /// <summary>|a|^2.</summary>
    public double SquaredSize { get; private set; }

    /// <summary>|a - a*|.</summary>
    public double Distance => Math.Sqrt(Math.Max(SquaredSize - (2 * Signal) + squaredNorm, 0));

    /// <summary>The population loss.</summary>
    public double Loss => (((Math.PI - 1) * Distance * Distance) + ((Sum - total) * (Sum - total)) + (2 * (Math.PI - G) * Signal)) / (4 * Math.PI);

    private double G => ((Math.PI - Angle) * Math.Cos(Angle)) + Math.Sin(Angle);

    /// <summary>Puts the descent at a start with |v| = 1.</summary>
    public void Start(double angle, double signal, double sum, double squaredSize) =>
        (Angle, SquaredLength, Signal, Sum, SquaredSize) = (angle, 1, signal, sum, squaredSize);

    /// <summary>One step of Algorithm 1.</summary>
    public void Step()
    {
        double h = stepSize / (2 * Math.PI), keep = 1 - (h * (Math.PI - 1)), g = G - 1, gap = total - Sum;
        double z = h * (Math.PI - Angle) * Signal / SquaredLength, sine = Math.Sin(Angle);
        double size = (keep * keep * SquaredSize) + (2 * keep * h * ((gap * Sum) + (g * Signal)))
            + (h * h * ((gap * gap * k) + (2 * gap * g * total) + (g * g * squaredNorm)));
        double signal = (keep * Signal) + (h * ((g * squaredNorm) + (gap * total)));
        double sum = (keep * Sum) + (h * ((gap * k) + (g * total)));
        double angle = Math.Abs(Angle - Math.Atan(z * sine));
        Angle = angle > Math.PI ? (2 * Math.PI) - angle : angle;
        SquaredLength *= 1 + (z * z * sine * sine);
        (Signal, Sum, SquaredSize) = (signal, sum, size);
    }
}
