using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>The teacher-student pairs that a claim quantifies over.</summary>
public sealed record NetworkDomain
{
    /// <summary>The largest spectral norm of W and of W*; null for all matrices.</summary>
    public Rational? Radius { get; init; }

    /// <summary>The slope alpha of the activation for negative arguments; 0 is ReLU.</summary>
    public Rational NegativeSlope { get; init; }

    /// <summary>
    /// The slopes alpha over which a network proposition quantifies instead; null for the one of <see cref="NegativeSlope"/>.
    /// </summary>
    public SlopeRange? NegativeSlopes { get; init; }

    /// <summary>The dimensions d that are checked, in increasing order.</summary>
    public IReadOnlyList<int> Dimensions { get; init; } = [1, 2, 3, 4, 5, 8, 10, 20, 50, 100, 200];

    /// <summary>The pairs in one line, e.g. <c>W, W*: |W|₂, |W*|₂ ≤ 1/100</c>; the slope where it is not ReLU.</summary>
    public override string ToString()
    {
        string ball = Radius is { } radius ? $", |W|₂, |W*|₂ ≤ {radius}" : "";
        string activation = NegativeSlopes is { } slopes ? $", {slopes}" : NegativeSlope.Sign == 0 ? "" : $", α = {NegativeSlope}";
        return $"W, W* ∈ ℝ^(d×d){ball}{activation}";
    }

    /// <summary>This domain, for a proposition that is about one activation.</summary>
    /// <exception cref="ArgumentException">It quantifies over slopes.</exception>
    internal NetworkDomain WithOneSlope() => NegativeSlopes is null ? this
        : throw new ArgumentException(
            $"Only a network proposition quantifies over slopes ({NegativeSlopes}); state one claim for each slope here.");
}
