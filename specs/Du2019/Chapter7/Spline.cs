using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// The splines of Lemma 7.4 with constants L > gamma > 0 and tau > 0, in u = (x - tau)/tau, which is in [0, 1] on the buffer: p = g1', g1 and g2 as polynomials in u
/// whose coefficients are rational in L, gamma and tau.
/// </summary>
/// <param name="l">L.</param>
/// <param name="gamma">gamma.</param>
/// <param name="tau">tau.</param>
internal sealed class Spline(Term l, Term gamma, Term tau)
{
    private Term Curvature => (10 * gamma) - (14 * l);

    private Term Jerk => (10 * l) - (6 * gamma);

    private Term[] Cubic => [-2 * gamma, -2 * gamma, Curvature, Jerk];

    private Term[] Quartic => [-gamma, -2 * gamma, -gamma, Curvature / 3, Jerk / 4];

    // In u - 1, as the thesis prints it.
    private Term[] Quintic => [-gamma, 0, 0, -10 * (l + gamma), -15 * (l + gamma), -6 * (l + gamma)];

    /// <summary>nu = -g1(2 tau) + 4 L tau^2.</summary>
    public Term Level => (4 * l * Term.Square(tau)) - G1(1);

    /// <summary>The cubic p, the derivative of g1 by x.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term P(Term u) => tau * At(Cubic, u);

    /// <summary>The derivative of p by x.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term SlopeOfP(Term u) => At(Derivative(Cubic), u);

    /// <summary>g1, with g1(tau) = -gamma tau^2.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term G1(Term u) => Term.Square(tau) * At(Quartic, u);

    /// <summary>g2.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term G2(Term u) => At(Quintic, u - 1);

    /// <summary>tau times the derivative of g2 by x.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term ScaledSlopeOfG2(Term u) => At(Derivative(Quintic), u - 1);

    /// <summary>tau^2 times the second derivative of g2 by x.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    public Term ScaledCurvatureOfG2(Term u) => At(Derivative(Derivative(Quintic)), u - 1);

    /// <summary>tau times the derivative of g = g1 + g2 y^2 by x, divided by tau^2, for y = tau v: p/tau + v^2 tau g2'.</summary>
    /// <param name="u">(x - tau)/tau.</param>
    /// <param name="v">y/tau.</param>
    public Term SlopeOfG(Term u, Term v) => At(Cubic, u) + (ScaledSlopeOfG2(u) * Term.Square(v));

    private static Term At(Term[] coefficients, Term u) => Term.Sum(coefficients.Select((c, i) => c * Term.Pow(u, i)));

    private static Term[] Derivative(Term[] coefficients) => [.. coefficients.Select((c, i) => i * c).Skip(1)];
}
