namespace ResLinkProofs.Claims;

/// <summary>
/// A rule of inference that every textbook has and that the kernel does not replay. A derivation that uses nothing else makes a claim
/// <see cref="Verdict.Derived"/>; the set is closed, so that a reader sees at one place what is taken for granted.
/// </summary>
public sealed class TextbookRule
{
    private TextbookRule(string name, string statement)
    {
        Name = name;
        Statement = statement;
    }

    /// <summary>
    /// f(b) - f(a) is the integral of f'(a + t(b - a))(b - a) over t in [0, 1], for f continuously differentiable on a convex set.
    /// </summary>
    public static TextbookRule IntegralAlongSegment { get; } =
        new("integral along a segment", "f(b) - f(a) = ∫₀¹ f'(a + t(b - a))(b - a) dt for f continuously differentiable on a convex set");

    /// <summary>What holds on a set holds on each of its subsets.</summary>
    public static TextbookRule Restriction { get; } = new("restriction", "what holds on a set holds on each of its subsets");

    /// <summary>No entry of a matrix exceeds its spectral norm, so the spectral ball lies in the box of entries.</summary>
    public static TextbookRule EntryBound { get; } = new("bound of the entries", "|X_ij| ≤ |X|₂");

    /// <summary>All rules.</summary>
    public static IReadOnlyList<TextbookRule> All { get; } = [IntegralAlongSegment, Restriction, EntryBound];

    /// <summary>The rule's name, e.g. <c>integral along a segment</c>.</summary>
    public string Name { get; }

    /// <summary>The rule in symbols.</summary>
    public string Statement { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Statement}";
}
