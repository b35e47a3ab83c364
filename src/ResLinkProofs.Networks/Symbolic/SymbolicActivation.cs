using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>The activation sigma(z) = alpha z + (1 - alpha) max(z, 0) in closed forms: ReLU at alpha = 0.</summary>
/// <param name="NegativeSlope">alpha.</param>
public readonly record struct SymbolicActivation(Term NegativeSlope)
{
    /// <summary>alpha: what the inner product weighs in a covariance E sigma(u.x) sigma(v.x), beside the covariance for ReLU.</summary>
    public Term LinearWeight => NegativeSlope;

    /// <summary>(1 - alpha)^2: what the covariance for ReLU weighs.</summary>
    public Term KinkWeight => Term.Square(1 - NegativeSlope);

    /// <summary>pi times an entry of -grad L: 2 pi alpha s + (1 - alpha)^2 N.</summary>
    /// <param name="field">The entry of the field N of ReLU.</param>
    /// <param name="displacement">The entry of s = (W* - W) u in the same row.</param>
    public Term ScaledGradient(Term field, Term displacement) => (2 * Term.Pi * LinearWeight * displacement) + (KinkWeight * field);
}
