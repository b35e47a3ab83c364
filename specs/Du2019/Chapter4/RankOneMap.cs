using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// Gradient descent on |u v^T - sigma_1 u* v*^T|_F^2/2 in any dimensions, in four numbers: alpha = u.u*, beta = v.v* and a, b, the norms of what is orthogonal to u* and v* (4.23).
/// </summary>
internal sealed record RankOneMap(Term Alpha, Term Beta, Term A, Term B, Term Eta, Term Sigma)
{
    /// <summary>|u|².</summary>
    public Term USquared => Term.Square(Alpha) + Term.Square(A);

    /// <summary>|v|².</summary>
    public Term VSquared => Term.Square(Beta) + Term.Square(B);

    /// <summary>alpha after the step.</summary>
    public Term NextAlpha => ((1 - (Eta * VSquared)) * Alpha) + (Eta * Sigma * Beta);

    /// <summary>beta after the step.</summary>
    public Term NextBeta => ((1 - (Eta * USquared)) * Beta) + (Eta * Sigma * Alpha);

    /// <summary>The component of u along its own orthogonal part, after the step: its absolute value is the norm.</summary>
    public Term NextA => (1 - (Eta * VSquared)) * A;

    /// <summary>The component of v along its own orthogonal part, after the step.</summary>
    public Term NextB => (1 - (Eta * USquared)) * B;
}
