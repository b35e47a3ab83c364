using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// The gradient of the octopus function (7.14) to (7.18) on its domain in one formula; where all coordinates are nonnegative it is that of the tube, (7.6) to (7.10). With
/// u_i = (|x_i| - tau)/tau cut to [0, 1] the pieces join continuously, and coordinate i meets the curvature g2(u_{i-1}) that the one before has left: L while |x_{i-1}| is at most tau,
/// -gamma from 2 tau on.
/// </summary>
/// <param name="l">L.</param>
/// <param name="gamma">gamma.</param>
/// <param name="tau">tau.</param>
internal sealed class OctopusDescent(Term l, Term gamma, Term tau)
{
    private readonly Spline _spline = new(l, gamma, tau);

    /// <summary>The gradient at a point of the domain.</summary>
    /// <param name="x">The coordinates.</param>
    public Term[] Gradient(IReadOnlyList<Term> x) => [.. Enumerable.Range(0, x.Count).Select(i => Partial(x, i))];

    /// <summary>The point after a step.</summary>
    /// <param name="x">The coordinates.</param>
    /// <param name="stepSize">eta.</param>
    public Term[] Step(IReadOnlyList<Term> x, Term stepSize) => [.. Gradient(x).Select((g, i) => x[i] - (stepSize * g))];

    private Term Partial(IReadOnlyList<Term> x, int i)
    {
        Term curvature = i == 0 ? -gamma : _spline.G2(Cut(Term.Abs(x[i - 1])));
        Term inner = Term.Min(Term.Max(x[i], -tau), tau), next = i + 1 < x.Count ? Term.Square(x[i + 1]) : 0;
        return (2 * curvature * inner) + Outer(x[i], next) - Outer(-x[i], next);
    }

    // What x beyond tau adds: nothing up to tau.
    private Term Outer(Term x, Term next)
    {
        Term u = Cut(x);
        return _spline.P(u) + (2 * gamma * tau) + (2 * l * Term.Max(x - (2 * tau), 0)) + (_spline.ScaledSlopeOfG2(u) / tau * next);
    }

    private Term Cut(Term x) => Term.Min(Term.Max((x - tau) / tau, 0), 1);
}
