using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Proving.Matrices;

namespace ResLinkProofs.Models.Sets;

/// <summary>
/// Symmetric positive semidefinite matrices of bounded trace. Their coordinates are the entries on and below the diagonal, row by row.
/// </summary>
internal sealed class SemidefiniteSet(Rational trace) : ParameterSet
{
    private const int Halvings = 40;
    private readonly double _trace = trace.ToDouble();

    internal override bool IsSymmetric => true;

    internal override double Scale => _trace;

    internal override int MostRows => PrincipalMinors.MostRows;

    public override string Describe(string name) => $"{name} ⪰ 0, tr {name} ≤ {trace}";

    internal override int CoordinateCount(int rows, int columns) => rows * (rows + 1) / 2;

    internal override IEnumerable<(int Row, int Column)> Places(int rows, int columns) =>
        from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, row + 1) select (row, column);

    internal override Term[,] Entries(string name, int rows, int columns) =>
        TermMatrix.Of(rows, columns, (i, j) => Term.Variable(Names.Entry(name, Math.Max(i, j), Math.Min(i, j))));

    internal override (Rational? Least, Rational? Largest) Range(int row, int column) =>
        row == column ? (0, trace) : (-trace / 2, trace / 2);

    internal override Formula Assumption(Term[,] entries) =>
        PrincipalMinors.IsPositiveSemidefinite(entries)
            & (TermMatrix.Sum(Enumerable.Range(0, entries.GetLength(0)).Select(i => entries[i, i])) <= trace);

    internal override void Unpack(ReadOnlySpan<double> coordinates, int rows, int columns, Span<double> matrix)
    {
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[(i * columns) + j] = matrix[(j * columns) + i] = coordinates[next++];
            }
        }
    }

    internal override void PackGradient(ReadOnlySpan<double> byEntries, int rows, int columns, Span<double> byCoordinates)
    {
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                byCoordinates[next++] = byEntries[(i * columns) + j] + (i == j ? 0 : byEntries[(j * columns) + i]);
            }
        }
    }

    // BB^T for B of some shape, with the trace wanted.
    internal override void Sample(RandomStream stream, Span<double> coordinates, int rows, int columns)
    {
        double[] root = new double[rows * rows];
        MatrixShapes.Draw(stream, root, rows, rows);
        Norms.SetLength(root, Math.Sqrt(_trace * Inside * MatrixShapes.Share(stream)));
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                coordinates[next++] = OrderedSum.Dot(root.AsSpan(i * rows, rows), root.AsSpan(j * rows, rows));
            }
        }
    }

    // Negative eigenvalues become zero.
    internal override void Project(Span<double> coordinates, int rows, int columns)
    {
        double[] matrix = new double[rows * rows];
        Unpack(coordinates, rows, rows, matrix);
        (double[] values, double[] vectors) = SymmetricEigenvalues.Decompose(matrix, rows);
        double sum = values.Sum(v => Math.Max(0, v)), factor = sum > _trace * Inside ? _trace * Inside / sum : 1;
        bool isInside = factor == 1 && Array.TrueForAll(values, v => v >= 0);
        int next = 0;
        for (int i = 0; i < rows && !isInside; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double entry = 0;
                for (int k = 0; k < rows; k++)
                {
                    entry += factor * Math.Max(0, values[k]) * vectors[(k * rows) + i] * vectors[(k * rows) + j];
                }

                coordinates[next++] = entry;
            }
        }
    }

    internal override Chart CreateChart(int rows, int columns) => new SemidefiniteChart(rows, _trace * Inside);

    // A multiple of the identity is added, as small as will do, and the trace brought back below its bound.
    internal override void Snap(Span<Rational> coordinates, int rows, int columns)
    {
        Rational[] given = coordinates.ToArray();
        Rational added = Rational.Zero;
        for (int k = Halvings; k >= 0 && !ExactDefiniteness.IsPositiveSemidefinite(Matrix(coordinates, rows)); k -= 4)
        {
            added = trace / (1L << k);
            int next = 0;
            foreach ((int row, int column) in Places(rows, columns))
            {
                coordinates[next] = given[next] + (row == column ? added : Rational.Zero);
                next++;
            }
        }

        Rational sum = Rational.Zero;
        int index = 0;
        foreach ((int row, int column) in Places(rows, columns))
        {
            sum += row == column ? coordinates[index] : Rational.Zero;
            index++;
        }

        for (int i = 0; i < coordinates.Length && sum > trace; i++)
        {
            coordinates[i] *= trace / sum;
        }
    }

    private static Rational[,] Matrix(ReadOnlySpan<Rational> coordinates, int rows)
    {
        var matrix = new Rational[rows, rows];
        int next = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = coordinates[next++];
            }
        }

        return matrix;
    }
}
