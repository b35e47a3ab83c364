using System.Globalization;

namespace ResLinkProofs.Descent.Plots;

/// <summary>Maps values to [0, 1] along an axis and chooses its ticks.</summary>
internal sealed class Axis
{
    private readonly bool logarithmic;
    private readonly double low, high;

    /// <summary>An axis that covers the usable values, rounded outwards to ticks.</summary>
    public Axis(IEnumerable<double> values, bool logarithmic)
    {
        this.logarithmic = logarithmic;
        var usable = values.Where(Usable).Select(Scale).DefaultIfEmpty(0).ToArray();
        (low, high) = (usable.Min(), usable.Max());
        if (high - low < 1e-12 * Math.Max(1, Math.Abs(high)))
            (low, high) = (low - 0.5, high + 0.5);
        Step = logarithmic ? Math.Max(1, Math.Ceiling((high - low) / 8)) : NiceStep((high - low) / 6);
        (low, high) = (Math.Floor((low / Step) + 1e-9) * Step, Math.Ceiling((high / Step) - 1e-9) * Step);
    }

    private double Step { get; }

    /// <summary>Tick positions in [0, 1] with their labels.</summary>
    public IEnumerable<(double At, string Label)> Ticks()
    {
        var count = (int)Math.Round((high - low) / Step);
        for (var i = 0; i <= count; i++)
        {
            var value = low + (i * Step);
            yield return ((double)i / count, logarithmic
                ? "1e" + value.ToString("0", CultureInfo.InvariantCulture)
                : Math.Round(value, 12).ToString("0.######", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Position of a value in [0, 1], or null where it cannot be drawn.</summary>
    public double? Position(double value) => Usable(value) ? (Scale(value) - low) / (high - low) : null;

    private static double NiceStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private bool Usable(double value) => double.IsFinite(value) && (!logarithmic || value > 0);

    private double Scale(double value) => logarithmic ? Math.Log10(value) : value;
}
