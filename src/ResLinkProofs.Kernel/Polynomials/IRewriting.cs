namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>Laws by which products of indeterminates are replaced, such as cos^2 = 1 - sin^2 and u (1/u) = 1 where u cannot vanish.</summary>
internal interface IRewriting
{
    /// <summary>False while no law can apply at all.</summary>
    bool Apply { get; }

    /// <summary>Finds a law for a monomial: it equals <paramref name="rest"/> times the replacement.</summary>
    /// <param name="monomial">The monomial.</param>
    /// <param name="arithmetic">What the replacement is computed with.</param>
    /// <param name="rest">The factors that stay.</param>
    /// <param name="replacement">What replaces the others; null when it is too large.</param>
    /// <returns>False when the monomial stays as it is.</returns>
    bool TryRewrite(Monomial monomial, PolynomialArithmetic arithmetic, out Monomial rest, out Polynomial? replacement);
}
