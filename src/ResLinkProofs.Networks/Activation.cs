using System.Globalization;

namespace ResLinkProofs.Networks;

/// <summary>
/// The activation sigma(z) = z for z at least 0 and alpha z below: ReLU at alpha = 0, PReLU otherwise, linear at alpha = 1.
/// Equivalently sigma(z) = alpha z + (1 - alpha) max(z, 0).
/// </summary>
public sealed record Activation
{
    /// <summary>ReLU: slope 0 below zero.</summary>
    public static Activation Relu { get; } = new(0);

    /// <summary>An activation with the given negative slope.</summary>
    /// <param name="negativeSlope">alpha, any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">alpha is NaN or infinite.</exception>
    public Activation(double negativeSlope)
    {
        if (!double.IsFinite(negativeSlope))
        {
            throw new ArgumentOutOfRangeException(
                nameof(negativeSlope),
                negativeSlope,
                string.Create(CultureInfo.InvariantCulture, $"The negative slope is {negativeSlope}; it must be finite."));
        }

        NegativeSlope = negativeSlope;
    }

    /// <summary>alpha, the slope below zero.</summary>
    public double NegativeSlope { get; }

    /// <summary>((1 + alpha) / 2)^2, the weight of the odd (linear) part z (1 + alpha) / 2 of sigma in second moments.</summary>
    public double LinearWeight => (1 + NegativeSlope) / 2 * ((1 + NegativeSlope) / 2);

    /// <summary>(1 - alpha)^2, the weight of the kinked part (1 - alpha) max(z, 0) of sigma in second moments.</summary>
    public double KinkWeight => (1 - NegativeSlope) * (1 - NegativeSlope);

    /// <summary>sigma(z).</summary>
    /// <param name="z">The preactivation.</param>
    public double Apply(double z) => z >= 0 ? z : NegativeSlope * z;

    /// <summary>sigma'(z), from the right at zero.</summary>
    /// <param name="z">The preactivation.</param>
    public double Slope(double z) => z >= 0 ? 1 : NegativeSlope;
}
