using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>
/// A set of matrices from which a parameter is taken, with all that follows from it: what statements assume, how to draw points and to move
/// points into it, structured points,
/// coordinates in which it is a box, and exact points near rounded ones.
/// </summary>
public abstract class ParameterSet
{
    /// <summary>Norms are kept this far inside their bounds, so that exact arithmetic agrees whatever the last rounding did.</summary>
    internal const double Inside = 1 - 1e-9;

    private protected ParameterSet()
    {
    }

    /// <summary>All matrices.</summary>
    public static ParameterSet All { get; } = new EverySet();

    /// <summary>Matrices of signs: every entry is 1 or -1.</summary>
    public static ParameterSet Signs { get; } = new SignSet();

    /// <summary>Matrices whose rows have length 1.</summary>
    public static ParameterSet UnitRows { get; } = new SphereSet(1, byRow: true);

    /// <summary>Matrices whose entries lie in a closed interval.</summary>
    /// <param name="least">The least entry.</param>
    /// <param name="largest">The largest entry.</param>
    /// <exception cref="ArgumentException">The interval is empty.</exception>
    public static ParameterSet Box(Rational least, Rational largest) => new BoxSet(least, largest);

    /// <summary>Matrices of spectral norm at most a radius.</summary>
    /// <param name="radius">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive.</exception>
    public static ParameterSet SpectralBall(Rational radius) => new SpectralBallSet(Positive(radius));

    /// <summary>Matrices of Frobenius norm, vectors of length at most a radius.</summary>
    /// <param name="radius">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive.</exception>
    public static ParameterSet FrobeniusBall(Rational radius) => new FrobeniusBallSet(Positive(radius));

    /// <summary>Matrices of Frobenius norm, vectors of length equal to a radius.</summary>
    /// <param name="radius">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive.</exception>
    public static ParameterSet Sphere(Rational radius) => new SphereSet(Positive(radius), byRow: false);

    /// <summary>Symmetric positive semidefinite matrices of bounded trace.</summary>
    /// <param name="trace">The largest trace, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trace is not positive.</exception>
    public static ParameterSet PositiveSemidefinite(Rational trace) => new SemidefiniteSet(Positive(trace));

    /// <summary>The restriction in words, e.g. <c>|U|₂ ≤ 1/100</c>; empty for none.</summary>
    /// <param name="name">The parameter's name.</param>
    public abstract string Describe(string name);

    internal virtual bool IsSymmetric => false;

    /// <summary>The length scale of a coordinate.</summary>
    internal abstract double Scale { get; }

    /// <summary>The largest number of rows for which statements can say what the set is.</summary>
    internal virtual int MostRows => int.MaxValue;

    internal virtual int CoordinateCount(int rows, int columns) => rows * columns;

    /// <summary>The row and column of each coordinate.</summary>
    internal virtual IEnumerable<(int Row, int Column)> Places(int rows, int columns) =>
        from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select (row, column);

    /// <summary>The entries as variables.</summary>
    internal virtual Term[,] Entries(string name, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => Term.Variable(Names.Entry(name, i, j)));

    /// <summary>The ranges of the coordinates, implied by the set.</summary>
    internal abstract (Rational? Least, Rational? Largest) Range(int row, int column);

    /// <summary>What the ranges do not say.</summary>
    internal virtual Formula Assumption(Term[,] entries) => Formula.True;

    /// <summary>A bound on the spectral norm, which no formula says; null for none.</summary>
    internal virtual SpectralBound? Bound(string name, int rows, int columns) => null;

    /// <summary>Writes the entries of the matrix with the given coordinates.</summary>
    internal virtual void Unpack(ReadOnlySpan<double> coordinates, int rows, int columns, Span<double> matrix) =>
        coordinates.CopyTo(matrix);

    /// <summary>Writes derivatives by the coordinates, from those by the entries.</summary>
    internal virtual void PackGradient(ReadOnlySpan<double> byEntries, int rows, int columns, Span<double> byCoordinates) =>
        byEntries.CopyTo(byCoordinates);

    /// <summary>Draws coordinates: structured, extreme and ordinary points in turn, with positive probability on the boundary.</summary>
    internal abstract void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns);

    /// <summary>Moves coordinates to nearby ones of the set.</summary>
    internal abstract void Project(Span<double> coordinates, int rows, int columns);

    /// <summary>Points at which claims tend to be tight.</summary>
    internal virtual IEnumerable<double[]> StructuredPoints(int rows, int columns)
    {
        foreach (double[] shape in MatrixShapes.Structured(rows, columns))
        {
            double[] coordinates = [.. Places(rows, columns).Select(p => shape[(p.Row * columns) + p.Column])];
            Project(coordinates, rows, columns);
            yield return coordinates;
        }
    }

    /// <summary>Coordinates in which the set is a box.</summary>
    internal abstract Chart CreateChart(int rows, int columns);

    /// <summary>
    /// Moves exact coordinates to nearby exact ones of the set, where rounding has left a set without interior or a curved boundary.
    /// </summary>
    internal virtual void Snap(Span<Rational> coordinates, int rows, int columns)
    {
    }

    private static Rational Positive(Rational radius) => radius.Sign > 0 ? radius
        : throw new ArgumentOutOfRangeException(
            nameof(radius), radius, "A ball, sphere or trace has a positive size; for the zero matrix use Box(0, 0).");
}
