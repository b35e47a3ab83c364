using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>
/// Draws pairs (W, W*) with prescribed spectral norms: structured matrices, related pairs (equal, opposite, transposed, close)
/// and independent ones. A pair is written as the entries of W row by row, then those of W*.
/// </summary>
internal sealed class NetworkPairSampler
{
    // Exact confirmation needs norms strictly inside the ball, whatever the last rounding did.
    private const double Inside = 1 - 1e-9;
    private const double RadiusWithoutBound = 2;
    private readonly int _dimension;
    private readonly bool _bounded;

    public NetworkPairSampler(NetworkDomain domain, int dimension)
    {
        _dimension = dimension;
        _bounded = domain.Radius is not null;
        Radius = domain.Radius?.ToDouble() ?? RadiusWithoutBound;
    }

    /// <summary>The largest spectral norm that is drawn.</summary>
    public double Radius { get; }

    /// <summary>Coordinates in which the domain is a box.</summary>
    public Chart CreateChart() =>
        _bounded && Radius > 0 ? new SpectralBallChart(_dimension, 2, Radius * Inside) : new FreeChart(2 * _dimension * _dimension);

    public void Sample(RandomStream stream, Span<double> point)
    {
        int half = _dimension * _dimension;
        Span<double> student = point[..half], teacher = point[half..];
        StructuredMatrices.Fill(stream, student, _dimension);
        switch (stream.NextInt32(8))
        {
            case 0:
                student.CopyTo(teacher);
                break;
            case 1:
                student.CopyTo(teacher);
                Scale(teacher, -1);
                break;
            case 2:
                for (int i = 0; i < half; i++)
                {
                    teacher[i] = student[((i % _dimension) * _dimension) + (i / _dimension)];
                }

                break;
            case 3:
                StructuredMatrices.Fill(stream, teacher, _dimension);
                double share = Math.ScaleB(1, -stream.NextInt32(20));
                for (int i = 0; i < half; i++)
                {
                    teacher[i] = student[i] + (share * teacher[i]);
                }

                break;
            case 4:
                teacher.Clear();
                break;
            default:
                StructuredMatrices.Fill(stream, teacher, _dimension);
                break;
        }

        bool together = stream.NextInt32(2) == 0;
        double size = Radius * Share(stream);
        double studentNorm = Norm(student), teacherNorm = Norm(teacher);
        double common = Math.Max(studentNorm, teacherNorm);
        Scale(student, Factor(size, together ? common : studentNorm));
        Scale(teacher, Factor(together ? size : Radius * Share(stream), together ? common : teacherNorm));
    }

    public void Project(Span<double> point)
    {
        if (!_bounded)
        {
            return;
        }

        int half = _dimension * _dimension;
        foreach (Span<double> matrix in new Halves(point, half))
        {
            double norm = Norm(matrix);
            if (norm > Radius * Inside)
            {
                Scale(matrix, Radius * Inside / norm);
            }
        }
    }

    public static string Describe(int dimension, IReadOnlyList<Rational> point)
    {
        int half = dimension * dimension;
        return $"d = {dimension}, W = {Matrix(0)}, W* = {Matrix(half)}";

        string Matrix(int offset) => "[" + string.Join("; ", Enumerable.Range(0, dimension).Select(row =>
            string.Join(" ", Enumerable.Range(0, dimension).Select(column => point[offset + (row * dimension) + column])))) + "]";
    }

    private double Norm(ReadOnlySpan<double> matrix) => DenseMatrix.FromRows(_dimension, _dimension, matrix).SpectralNorm();

    private static double Factor(double size, double norm) => norm > 0 ? size * Inside / norm : 1;

    // The whole ball, its boundary, and the neighbourhood of zero on a logarithmic scale.
    private static double Share(RandomStream stream) => stream.NextInt32(3) switch
    {
        0 => 1,
        1 => stream.NextDouble(),
        _ => Math.ScaleB(1, -stream.NextInt32(12)),
    };

    private static void Scale(Span<double> values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>Enumerates the two matrices of a pair.</summary>
    private ref struct Halves(Span<double> point, int half)
    {
        private readonly Span<double> _point = point;
        private int _next = -1;

        public readonly Span<double> Current => _point.Slice(_next * half, half);

        public readonly Halves GetEnumerator() => this;

        public bool MoveNext() => ++_next < 2;
    }
}
