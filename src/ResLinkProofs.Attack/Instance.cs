using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Attack;

/// <summary>What floating-point evaluation says of one point.</summary>
/// <param name="Hypothesis">The relative margin of the hypothesis: nonnegative when it seems to hold; NaN when undefined.</param>
/// <param name="Conclusion">The relative margin of the conclusion: negative when it seems to fail; NaN when undefined.</param>
public readonly record struct Measurement(double Hypothesis, double Conclusion)
{
    /// <summary>True when the point seems to satisfy the hypothesis and everything is defined.</summary>
    public bool IsAdmissible => Hypothesis >= 0 && !double.IsNaN(Conclusion);

    /// <summary>True when the point seems to be a counterexample.</summary>
    public bool IsSuspicious => IsAdmissible && Conclusion < 0;

    /// <summary>What a search minimises: violation of the hypothesis first, then the margin of the conclusion.</summary>
    public double Objective =>
        double.IsNaN(Hypothesis) || double.IsNaN(Conclusion) ? double.MaxValue : Hypothesis < 0 ? 2 - Hypothesis : Conclusion;
}

/// <summary>
/// A proposition at one size: a domain that can be sampled, a fast measurement, and (for small sizes) the exact statement.
/// </summary>
public abstract class Instance
{
    /// <summary>Fixes the size and the number of coordinates.</summary>
    /// <param name="size">The size.</param>
    /// <param name="coordinateCount">The number of real coordinates of a point.</param>
    protected Instance(int size, int coordinateCount)
    {
        Size = size;
        CoordinateCount = coordinateCount;
    }

    /// <summary>The size.</summary>
    public int Size { get; }

    /// <summary>The number of real coordinates of a point.</summary>
    public int CoordinateCount { get; }

    /// <summary>The exact statement, on which suspicions are confirmed; null where it would be too large to write out.</summary>
    public abstract Statement? Statement { get; }

    /// <summary>The cost of one measurement relative to a small instance, at least 1; searches divide their effort by it.</summary>
    public virtual double Cost => 1;

    /// <summary>The cost of one step of a descent relative to a small instance, at least 1.</summary>
    public virtual double DescentCost => 1;

    /// <summary>Draws a point of the domain: structured, extreme and ordinary points in turn.</summary>
    /// <param name="stream">The source of randomness.</param>
    /// <param name="point">Receives <see cref="CoordinateCount"/> coordinates.</param>
    public abstract void Sample(RandomStream stream, Span<double> point);

    /// <summary>Moves a point to a nearby point of the domain (ranges, spectral norm balls).</summary>
    /// <param name="point">The point; changed in place.</param>
    public abstract void Project(Span<double> point);

    /// <summary>Moves exact coordinates to nearby exact ones of the domain, where rounding leaves it: a sphere, signs, a cone.</summary>
    /// <param name="point">The coordinates; not changed.</param>
    public virtual Rational[] Snap(Rational[] point) => point;

    /// <summary>The length scale of a coordinate, for step sizes.</summary>
    /// <param name="coordinate">The index of the coordinate.</param>
    public abstract double Scale(int coordinate);

    /// <summary>Measures hypothesis and conclusion in floating point.</summary>
    /// <param name="point">A point of the domain.</param>
    public abstract Measurement Measure(ReadOnlySpan<double> point);

    /// <summary>Derivatives and a chart for descents, or null where there are none; made anew at each call.</summary>
    public virtual AttackSurface? CreateSurface() => null;

    /// <summary>
    /// Derivatives and a chart for descents into the set where the hypothesis holds, or null where
    /// there are none: for a hypothesis that samples miss.
    /// </summary>
    public virtual AttackSurface? CreateSurfaceOfHypothesis() => null;

    /// <summary>Points at which propositions of this kind tend to be tight, for descents to start from.</summary>
    public virtual IEnumerable<double[]> StructuredPoints() => [];

    /// <summary>The point of this instance that corresponds to one of a smaller size, or null where nothing corresponds.</summary>
    /// <param name="smaller">An instance of the same proposition.</param>
    /// <param name="point">Its point.</param>
    public virtual double[]? Embed(Instance smaller, ReadOnlySpan<double> point) => null;

    /// <summary>Writes a point as a reader wants to see it, including the size.</summary>
    /// <param name="point">The exact coordinates.</param>
    public abstract string Describe(IReadOnlyList<Rational> point);
}
