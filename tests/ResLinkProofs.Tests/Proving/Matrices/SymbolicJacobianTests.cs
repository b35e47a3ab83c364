using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Proving;
using ResLinkProofs.Proving.Matrices;

namespace ResLinkProofs.Tests.Proving.Matrices;

public sealed class SymbolicJacobianTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(2, 1, 4)]
    [InlineData(3, -1, 1)]
    public void The_matrix_lies_below_minus_the_differences_of_the_field(int d, long numerator, long denominator)
    {
        var slope = new Rational(numerator, denominator);
        (double mixed, bool isBelow) = Compare(d, spoil: 0, slope);
        Assert.InRange(mixed, 0, 1e-6);
        Assert.True(isBelow);
        Assert.False(Compare(d, spoil: 0.5 * Math.Pow(1 - slope.ToDouble(), 2), slope).IsBelow, "a matrix that is too large by 0.5 I should be noticed");
    }

    /// <summary>Theorem 3.3 at gamma = 1/100 for d = 1, 2, 3: with N as printed, and with the true gradient N / pi.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void One_point_strong_convexity_is_proved_with_the_printed_constant(int d, bool trueGradient)
    {
        Proved proved = Assert.IsType<Proved>(Prover.Prove(OnePointConvexity(d, new(1, 100), trueGradient ? Term.Ratio(3, 100) * Term.Pi : Term.Ratio(3, 100))));
        Assert.InRange(proved.Boxes, 1, 10);
    }

    [Fact]
    public void A_constant_above_the_smallest_eigenvalue_is_not_proved()
    {
        // At W = W* = 0 the smallest eigenvalue is pi/2 - 1, for antisymmetric directions.
        Assert.IsType<Proved>(Prover.Prove(OnePointConvexity(2, new(1, 10_000), (Term.Pi / 2) - Term.Ratio(101, 100))));
        Assert.Throws<ArgumentException>(() => OnePointConvexity(2, new(1, 10_000), (Term.Pi / 2) - Term.Ratio(99, 100)));
    }

    private static Statement OnePointConvexity(int d, Rational gamma, Term constant)
    {
        Term[,] matrix = SymbolicJacobian.LowerBound(SymbolicTeacherStudent.OfVariables(d), 2 * (Term)gamma);
        for (int i = 0; i < d * d; i++)
        {
            matrix[i, i] -= constant;
        }

        return DefinitenessStatement.Over([.. SymbolicTeacherStudent.VariableNames(d).Select(v => new RealVariable(v, -gamma, gamma))], matrix);
    }

    private static (double Mixed, bool IsBelow) Compare(int d, double spoil, Rational slope)
    {
        const double h = 1e-5;
        var network = SymbolicTeacherStudent.OfVariables(d, slope);
        IReadOnlyList<string> names = SymbolicTeacherStudent.VariableNames(d);
        var random = new System.Random(17);
        double[] point = [.. names.Select(_ => (random.NextDouble() - 0.5) * 0.2)];
        double farthest = Enumerable.Range(0, d).Max(j => Math.Sqrt(Enumerable.Range(0, d).Sum(r => Math.Pow(point[(r * d) + j] - point[(d * d) + (r * d) + j], 2))));
        Term[,] matrix = SymbolicJacobian.LowerBound(network, Term.Literal(Rational.FromDouble(farthest)));
        var entries = from j in Enumerable.Range(0, d) from r in Enumerable.Range(0, d) select (Column: j, Row: r);
        Tape field = Tape.Compile(names, [.. entries.Select(e => Term.Pi * network.NegativeGradient(e.Row, e.Column))]);
        Tape bound = Tape.Compile(names, [.. matrix.Cast<Term>()]);
        double[] below = Evaluate(bound, point);
        int n = d * d;
        var gap = new Rational[n, n];
        double mixed = 0;
        for (int q = 0; q < n; q++)
        {
            int variable = (q % d * d) + (q / d); // entry (row q % d, column q / d) of W in the order of the names
            double[] up = [.. point], down = [.. point];
            up[variable] += h;
            down[variable] -= h;
            double[] above = Evaluate(field, up), under = Evaluate(field, down);
            for (int p = 0; p < n; p++)
            {
                double difference = -(above[p] - under[p]) / (2 * h) - below[(p * n) + q];
                mixed = Math.Max(mixed, p / d != q / d ? Math.Abs(difference) : 0);
                double rounded = Math.Round(difference, 7) + (p == q ? 1e-5 - spoil : 0);
                gap[p, q] = Rational.FromDouble(rounded);
            }
        }

        return (mixed, ExactDefiniteness.IsPositiveDefinite(Symmetric(gap, n)));
    }

    private static Rational[,] Symmetric(Rational[,] matrix, int n)
    {
        var result = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                result[i, j] = (matrix[i, j] + matrix[j, i]) / 2;
            }
        }

        return result;
    }

    private static double[] Evaluate(Tape tape, double[] point)
    {
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, point, slots);
        return [.. tape.Outputs.ToArray().Select(o => slots[o])];
    }
}
