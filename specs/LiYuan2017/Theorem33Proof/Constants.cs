using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>
/// The constants of the proof of Theorem 3.3 in every dimension, rational functions of gamma; docs/theorem-3.3.md derives them. D = W* - W, F = |D|_F^2,
/// A = I + W and B = I + W* with columns a_j and b_j; bars normalise columns; off drops the diagonal.
/// </summary>
/// <param name="Gamma">The bound of |W|_2 and |W*|_2; at most 1/10.</param>
internal sealed record Constants(Term Gamma)
{
    private Term Below => 1 - Gamma;

    /// <summary>|bar A - I|_2 and |bar B - I|_2.</summary>
    public Term Direction => 2 * Gamma / Below;

    /// <summary>|off(bar A^T bar A)|_2.</summary>
    public Term StudentCosines => (2 * Direction) + Term.Square(Direction);

    /// <summary>|off(bar B^T bar A)|_2; the diagonal of that product is within 2 gamma^2 of 1.</summary>
    public Term TeacherCosines => StudentCosines + (2 * Term.Square(Gamma));

    /// <summary>|b_j/|b_j| - a_j/|a_j| - (d_j - y_j a_j/|a_j|)| over |d_j|: bound G14 with |d_j| at most 2 gamma, and 1/|a_j| near 1. 7/12 is above 1.01/sqrt(3), the constant that is proved.</summary>
    public Term Linearisation => (Gamma / Below) + (7 * Gamma / (6 * Term.Square(Below)));

    /// <summary>The Frobenius norm of off((bar B - bar A)^T bar A) - off(D^T), over |D|_F.</summary>
    public Term TurnedCosines => StudentCosines + Direction + ((1 + Direction) * Linearisation);

    /// <summary>|a_j/|a_j| - e_j|: bound G16 with 2 sin(arcsin(gamma)/2) at most 11 gamma/10.</summary>
    public Term Tilt => 11 * Gamma / 10;

    /// <summary>((1 + gamma)/(1 - gamma))^2 times the sum of the squared norms of both matrices of cosines: row and column sums of m_ij^2.</summary>
    public Term Cosines => Term.Square((1 + Gamma) / Below) * (Term.Square(StudentCosines) + Term.Square(TeacherCosines));

    /// <summary>A bound of the square root of <see cref="Cosines"/>: 99/70 is above sqrt(2).</summary>
    public Term CosinesRoot => Term.Ratio(99, 70) * (1 + Gamma) / Below * TeacherCosines;

    /// <summary>-P_diag/F: bound G15, with the constant that is proved.</summary>
    public Term Diagonal => Term.Ratio(101, 100) * 2 * Gamma * (1 + (3 * Term.Square(Gamma) / 10));

    /// <summary>|&lt;D off(bar B^T bar A), D&gt;|/F.</summary>
    public Term Turned => TeacherCosines;

    /// <summary>The rest of P_first against sum over i != j of D_ij D_ji, over F.</summary>
    public Term Transposed => Gamma + ((1 + Gamma) * TurnedCosines);

    /// <summary>P_delta against -sum D_jj^2, over F.</summary>
    public Term OwnGap => (2 * Tilt) + (Gamma / Below);

    /// <summary>|P_arcsin|/F.</summary>
    public Term ArcSine => Term.Ratio(51, 100) * Cosines;

    /// <summary>|P_sin|/F.</summary>
    public Term Sine => ((1 + Direction) * CosinesRoot) + (Term.Ratio(51, 100) * Cosines);

    /// <summary>All losses but the one through g.</summary>
    public Term Total => Diagonal + Turned + Transposed + OwnGap + ArcSine + Sine;

    /// <summary>The loss through g, at most 1/10.</summary>
    public Term Potential => 1 / (20 * Below);
}
