using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using ResLinkProofs.Proving.Matrices;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>Comparisons of eigenvalues and spectral norms, as formulas, against exact elimination; at singular matrices above all.</summary>
public sealed class MatrixConstraintTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Principal_minors_decide_definiteness(int n)
    {
        var stream = new RandomStream(5, (ulong)n);
        int definite = 0, singular = 0, indefinite = 0;
        for (int trial = 0; trial < 120; trial++)
        {
            Rational[,] matrix = Draw(stream, n, trial % 3);
            Term[,] terms = TermMatrix.Of(n, n, (i, j) => matrix[i, j]);
            bool isDefinite = ExactDefiniteness.IsPositiveDefinite(matrix), isSemidefinite = ExactDefiniteness.IsPositiveSemidefinite(matrix);
            Assert.Equal(isDefinite, Holds(PrincipalMinors.IsPositiveDefinite(terms)));
            Assert.Equal(isSemidefinite, Holds(PrincipalMinors.IsPositiveSemidefinite(terms)));
            definite += isDefinite ? 1 : 0;
            singular += isSemidefinite && !isDefinite ? 1 : 0;
            indefinite += isSemidefinite ? 0 : 1;
        }

        Assert.True(definite > 5 && singular > 5 && indefinite > 5);
    }

    [Fact]
    public void Leading_minors_alone_would_not_do()
    {
        Term[,] matrix = { { 0, 0 }, { 0, -1 } };
        Assert.False(Holds(PrincipalMinors.IsPositiveSemidefinite(matrix)));
        Assert.Throws<ArgumentException>(() => PrincipalMinors.IsPositiveDefinite(new Term[PrincipalMinors.MostRows + 1, PrincipalMinors.MostRows + 1]));
    }

    [Fact]
    public void Every_comparison_with_an_extreme_eigenvalue_says_what_it_says()
    {
        // Eigenvalues of [[2, b], [b, 2]] are 2 - |b| and 2 + |b|.
        foreach (int b in new[] { -2, 0, 1 })
        {
            (int least, int largest) = (2 - Math.Abs(b), 2 + Math.Abs(b));
            foreach (int c in new[] { -1, 0, 1, 2, 3, 4, 5 })
            {
                Assert.Equal(Comparisons(least, c), Decided(LeastEigenvalue, b, c));
                Assert.Equal(Comparisons(largest, c), Decided(LargestEigenvalue, b, c));
                Assert.Equal(Comparisons(largest, c), Decided(SpectralNorm, b, c));
            }
        }
    }

    [Fact]
    public void A_spectral_norm_is_never_below_zero()
    {
        // All entries zero: 0 >= c for c <= 0 only, and c² I - AᵀA is semidefinite for every c.
        var model = new Model("zero");
        MatrixFormula a = model.Matrix("A", 2, 3, ParameterSet.Box(0, 0));
        foreach (int c in new[] { -1, 0, 1 })
        {
            Assert.Equal(Comparisons(0, c), Decisions(model, SpectralNorm(a), c, new Rational[6]));
        }
    }

    [Fact]
    public void Measured_eigenvalues_agree_with_the_constraints()
    {
        var model = new Model("measured");
        Extent n = model.Size("n");
        MatrixFormula s = model.Matrix("S", n, n, ParameterSet.PositiveSemidefinite(4));
        var proposition = ModelProposition.ForEach(model, [[1], [2], [3], [4]], x => x[LargestEigenvalue(s)] <= 2, x => x[LeastEigenvalue(s)] >= Term.Ratio(1, 8));
        foreach (int size in proposition.Sizes)
        {
            var instance = proposition.At(size);
            var stream = new RandomStream(6, (ulong)size);
            double[] point = new double[instance.CoordinateCount];
            int undecided = 0;
            for (int k = 0; k < 60; k++)
            {
                instance.Sample(stream, point);
                Rational[] exact = instance.Snap([.. point.Select(Rational.FromDouble)]);
                var measured = instance.Measure([.. exact.Select(e => e.ToDouble())]);
                bool isClose = Math.Min(Math.Abs(measured.Hypothesis), Math.Abs(measured.Conclusion)) < 1e-9;
                undecided += isClose ? 1 : 0;
                bool refutes = ConfirmedWitness.TryConfirm(instance.Statement!, exact) is not null;
                Assert.True(isClose || refutes == (measured.Hypothesis >= 0 && measured.Conclusion < 0), $"{measured} {refutes}");
            }

            Assert.InRange(undecided, 0, 30);
        }
    }

    [Fact]
    public void A_violating_direction_is_confirmed_and_there_is_none_of_a_semidefinite_matrix()
    {
        var stream = new RandomStream(10, 0);
        int found = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            Rational[,] matrix = Draw(stream, 3, trial % 3);
            IReadOnlyList<int>? v = ViolatingDirection.Of([], TermMatrix.Of(3, 3, (i, j) => matrix[i, j]), []);
            Assert.Equal(ExactDefiniteness.IsPositiveSemidefinite(matrix), v is null);
            if (v is not null)
            {
                Rational form = 0;
                for (int k = 0; k < 9; k++)
                {
                    form += v[k / 3] * v[k % 3] * matrix[k / 3, k % 3];
                }

                Assert.True(form.Sign < 0);
                found++;
            }
        }

        Assert.InRange(found, 10, 50);
    }

    private static bool[] Comparisons(int value, int c) => [value >= c, value > c, value <= c, value < c, value == c, value != c];

    private static bool[] Decided(Func<MatrixFormula, MatrixFormula> quantity, int b, int c)
    {
        var model = new Model("symmetric");
        MatrixFormula s = model.Matrix("S", 2, 2, ParameterSet.PositiveSemidefinite(4));
        return Decisions(model, quantity(s), c, [2, b, 2]);
    }

    private static bool[] Decisions(Model model, MatrixFormula quantity, int c, Rational[] point)
    {
        Func<Term, Formula>[] comparisons = [q => q >= c, q => q > c, q => q <= c, q => q < c, q => q.EqualTo(c), q => !q.EqualTo(c)];
        return [.. comparisons.Select(comparison =>
        {
            Statement statement = ModelProposition.ForCases(model, [[]], _ => Formula.True, x => comparison(x[quantity])).At(1).Statement!;
            return CompiledFormula.Compile(statement.VariableNames, statement.Conclusion).DecideAt(point) switch
            {
                Truth.True => true,
                Truth.False => false,
                _ => throw new InvalidOperationException("A formula of rational numbers is decided."),
            };
        })];
    }

    private static bool Holds(Formula formula) => CompiledFormula.Compile([], formula).DecideAt([]) == Truth.True;

    // B^T B with n, or fewer, rows; or any symmetric matrix.
    private static Rational[,] Draw(RandomStream stream, int n, int kind)
    {
        var matrix = new Rational[n, n];
        int rank = kind == 0 ? n + 1 : n - 1;
        var root = new Rational[Math.Max(1, rank), n];
        for (int r = 0; r < root.GetLength(0); r++)
        {
            for (int i = 0; i < n; i++)
            {
                root[r, i] = rank == 0 ? 0 : stream.NextInt32(7) - 3;
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Rational sum = kind == 2 ? stream.NextInt32(7) - 3 : 0;
                for (int r = 0; r < root.GetLength(0) && kind < 2; r++)
                {
                    sum += root[r, i] * root[r, j];
                }

                matrix[i, j] = matrix[j, i] = sum;
            }
        }

        return matrix;
    }
}
