using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>
/// A family of propositions in which a larger parameter claims more: the question is up to where it holds. Values are looked for on
/// the grid lowest, lowest + resolution, ..., highest.
/// </summary>
public sealed record Frontier
{
    /// <summary>Describes a family.</summary>
    /// <param name="parameter">The name of the parameter, e.g. <c>γ</c>.</param>
    /// <param name="lowest">The least value of interest.</param>
    /// <param name="highest">The largest, above the least.</param>
    /// <param name="resolution">The width to which the frontier is bracketed, positive.</param>
    /// <param name="at">The proposition for a value; a larger value must imply the smaller ones.</param>
    /// <exception cref="ArgumentException">The range is empty or the resolution not positive.</exception>
    public Frontier(string parameter, Rational lowest, Rational highest, Rational resolution, Func<Rational, SearchableProposition> at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(parameter);
        ArgumentNullException.ThrowIfNull(at);
        if (resolution.Sign <= 0 || highest < lowest + resolution)
        {
            throw new ArgumentException(
                $"[{lowest}, {highest}] in steps of {resolution} has fewer than two values; "
                    + "the resolution must be positive and at most the width.",
                nameof(resolution));
        }

        (Parameter, Lowest, Highest, Resolution, At) = (parameter, lowest, highest, resolution, at);
    }

    /// <summary>The name of the parameter.</summary>
    public string Parameter { get; }

    /// <summary>The least value of interest.</summary>
    public Rational Lowest { get; }

    /// <summary>The largest value of interest.</summary>
    public Rational Highest { get; }

    /// <summary>The distance of neighbouring values.</summary>
    public Rational Resolution { get; }

    /// <summary>The proposition for a value.</summary>
    public Func<Rational, SearchableProposition> At { get; }

    /// <summary>
    /// For a value and a size, what implies the proposition there and is easier to prove; null, or with
    /// the value null, where nothing is known and the prover is asked about the proposition itself.
    /// </summary>
    public Func<Rational, int, Covering?>? Sufficient { get; init; }

    /// <summary>The number of steps from the least to the largest value.</summary>
    public int Steps => (int)Rational.Floor((Highest - Lowest) / Resolution);

    /// <summary>A value of the grid.</summary>
    /// <param name="step">From 0 to <see cref="Steps"/>.</param>
    public Rational Value(int step) => Lowest + (Resolution * step);
}
