using ResLinkProofs.Kernel.Polynomials;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>
/// A quotient of normal forms; zero exactly if the numerator is, as denominators come from divisions that are known to be defined.
/// </summary>
internal sealed record Fraction(Polynomial Numerator, Polynomial Denominator)
{
    public bool IsZero => Numerator.IsZero;
}
