using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>A universally quantified real variable and its closed range.</summary>
public sealed record RealVariable
{
    /// <summary>A variable that ranges over a closed interval with exact ends.</summary>
    /// <param name="name">A name that is not empty and unique in its statement.</param>
    /// <param name="lower">The least value, or null when unbounded below.</param>
    /// <param name="upper">The largest value, or null when unbounded above; not below <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentException">The name is empty or the range is.</exception>
    public RealVariable(string name, Rational? lower, Rational? upper)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (lower is { } low && upper is { } high && low > high)
        {
            throw new ArgumentException($"The range of '{name}' is empty: {low} > {high}. Exchange the ends.", nameof(upper));
        }

        Name = name;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The name by which terms refer to the variable.</summary>
    public string Name { get; }

    /// <summary>The least value, or null.</summary>
    public Rational? Lower { get; }

    /// <summary>The largest value, or null.</summary>
    public Rational? Upper { get; }

    /// <summary>True when the value lies in the range.</summary>
    /// <param name="value">An exact value.</param>
    public bool Admits(Rational value) => !(Lower is { } low && value < low) && !(Upper is { } high && value > high);

    /// <summary>The variable and its range in interval notation.</summary>
    public override string ToString() => $"{Name} ∈ [{Lower?.ToString() ?? "-∞"}, {Upper?.ToString() ?? "∞"}]";
}
