using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>
/// Something that holds on a box when it holds on each of its parts: what the prover cannot settle as a whole
/// is halved. The statement over a part may be made for that part, as long as it implies what is wanted there.
/// </summary>
/// <param name="Domain">The variables with bounded ranges.</param>
/// <param name="Over">The statement over a part of the domain; null where it fails at some point of
/// the part, so that halving is no use.</param>
public sealed record Covering(IReadOnlyList<RealVariable> Domain, Func<IReadOnlyList<RealVariable>, Statement?> Over)
{
    /// <summary>The two halves of a part, cut across one variable.</summary>
    /// <param name="part">The part.</param>
    /// <param name="variable">The index of the variable.</param>
    /// <exception cref="ArgumentException">The range of the variable is unbounded.</exception>
    public static IEnumerable<IReadOnlyList<RealVariable>> Halves(IReadOnlyList<RealVariable> part, int variable)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part[variable] is not { Lower: { } lower, Upper: { } upper } cut)
        {
            throw new ArgumentException($"The range of '{part[variable].Name}' must be bounded.", nameof(part));
        }

        Kernel.Numbers.Rational middle = (lower + upper) / 2;
        yield return [.. part.Select(v => ReferenceEquals(v, cut) ? new RealVariable(v.Name, lower, middle) : v)];
        yield return [.. part.Select(v => ReferenceEquals(v, cut) ? new RealVariable(v.Name, middle, upper) : v)];
    }
}
