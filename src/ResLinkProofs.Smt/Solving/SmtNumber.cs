using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Solving;

/// <summary>A value in a solver's model: a rational, or a real algebraic number known by rational bounds.</summary>
/// <param name="Lower">At most the value.</param>
/// <param name="Upper">At least the value; equal to <paramref name="Lower"/> exactly when the value is that rational.</param>
public readonly record struct SmtNumber(Rational Lower, Rational Upper)
{
    /// <summary>Whether the value is known exactly.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>The rational, or its bounds in brackets.</summary>
    public override string ToString() => IsExact ? Lower.ToString() : $"[{Lower}, {Upper}]";

    internal static SmtNumber Exact(Rational value) => new(value, value);
}
