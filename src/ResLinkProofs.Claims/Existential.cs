namespace ResLinkProofs.Claims;

/// <summary>
/// The constants whose existence a source asserts: "there exist gamma > gamma_0 > 0 such that". An instance supports or
/// proves such a statement and never refutes it; what refutes it is a family that defeats every choice of the constants.
/// </summary>
public abstract record Existential
{
    private Existential(string constants) => Constants = constants;

    /// <summary>The constants with their ranges, e.g. <c>γ > γ₀ > 0</c>.</summary>
    public string Constants { get; }

    /// <summary>The quantifiers in words, for tables and reports.</summary>
    public abstract string Prefix { get; }

    /// <summary>The claim's proposition states what is said of the constants for one choice of them.</summary>
    public sealed record Instance : Existential
    {
        /// <summary>States an instance.</summary>
        /// <param name="constants">The constants with their ranges.</param>
        /// <param name="choice">The choice, e.g. <c>γ = 1/100, γ₀ = 1/500</c>.</param>
        public Instance(string constants, string choice)
            : base(constants) => Choice = choice;

        /// <summary>The choice of the constants.</summary>
        public string Choice { get; }

        /// <inheritdoc/>
        public override string Prefix => $"∃ {Constants}, here {Choice}:";
    }

    /// <summary>
    /// The claim's proposition states, of a family with a parameter, what contradicts the claim whatever the constants are.
    /// </summary>
    public sealed record Defeated : Existential
    {
        /// <summary>States a family that defeats every choice.</summary>
        /// <param name="constants">The constants with their ranges.</param>
        /// <param name="family">The family, e.g. <c>W = -γuuᵀ/d as γ tends to 0</c>.</param>
        public Defeated(string constants, string family)
            : base(constants) => Family = family;

        /// <summary>The family.</summary>
        public string Family { get; }

        /// <inheritdoc/>
        public override string Prefix => $"∃ {Constants}; refuted for all of them if this family is proved: {Family}:";
    }
}
