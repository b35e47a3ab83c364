using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;
using ResLinkProofs.Proving.Matrices;

namespace ResLinkProofs.Tests.Proving.Matrices;

public sealed class DefinitenessTests
{
    [Fact]
    public void Pivots_decide_constant_matrices_as_exact_elimination_does()
    {
        var random = new System.Random(3);
        int definite = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            int n = 1 + random.Next(4);
            var exact = new Rational[n, n];
            var terms = new Term[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    exact[i, j] = exact[j, i] = new Rational(random.Next(-6, 7) + (i == j ? 7 : 0), random.Next(1, 4));
                    terms[i, j] = terms[j, i] = exact[i, j];
                }
            }

            bool expected = ExactDefiniteness.IsPositiveDefinite(exact);
            definite += expected ? 1 : 0;
            Assert.Equal(expected, Holds(Definiteness.IsPositiveDefinite(terms)));
            var transformation = new Rational[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    transformation[i, j] = new Rational(i == j ? 2 : random.Next(-3, 4), 3);
                }
            }

            Assert.Equal(expected, Holds(Definiteness.IsPositiveDefinite(terms, transformation)));
        }

        Assert.InRange(definite, 40, 160);
    }

    [Fact]
    public void A_matrix_of_terms_is_proved_definite_over_a_box_up_to_its_smallest_eigenvalue()
    {
        Term x = Term.Variable("x");
        RealVariable[] box = [new RealVariable("x", new Rational(-1, 10), new Rational(1, 10))];
        Term[,] Matrix(Rational shift) => new Term[,] { { 2 + x - shift, 1 - x }, { 1 - x, 2 - shift } };

        // At x = 0 the eigenvalues are 1 - shift and 3 - shift; over the box the smallest is at least 0.85.
        Assert.IsType<Proved>(Prover.Prove(DefinitenessStatement.Over(box, Matrix(new(8, 10)))));
        Assert.IsType<Proved>(Prover.Prove(new(box, Formula.True, Definiteness.IsPositiveDefinite(Matrix(new(8, 10))))));
        Assert.IsType<Refuted>(Prover.Prove(new(box, Formula.True, Definiteness.IsPositiveDefinite(Matrix(new(98, 100))))));
        Assert.Throws<ArgumentException>(() => DefinitenessStatement.Over(box, Matrix(2)));
        Assert.Throws<ArgumentException>(() => DefinitenessStatement.Over([new RealVariable("x", null, 1)], Matrix(0)));
    }

    [Fact]
    public void Unfit_transformations_and_tolerances_are_refused()
    {
        Term[,] matrix = { { Term.One, Term.Zero }, { Term.Zero, Term.One } };
        Rational[,] unit = { { 1, 0 }, { 0, 1 } };
        Assert.Throws<ArgumentException>(() => Definiteness.IsPositiveDefinite(matrix, new Rational[,] { { 1, 1 }, { 0, 1 } }));
        Assert.Throws<ArgumentException>(() => Definiteness.IsPositiveDefinite(matrix, new Rational[,] { { 1, 0 }, { 5, 0 } }));
        Assert.Throws<ArgumentException>(() => Definiteness.IsNearIdentity(matrix, unit, new Rational[,] { { new(1, 2), new(1, 2) }, { new(1, 2), 0 } }));
        Assert.Throws<ArgumentException>(() => Definiteness.IsNearIdentity(matrix, unit, new Rational[,] { { new(1, 2), 0 }, { new(1, 4), 0 } }));
        Assert.True(Holds(Definiteness.IsNearIdentity(matrix, unit, new Rational[,] { { 0, 0 }, { 0, 0 } })));
        Assert.Throws<ArgumentException>(() => Definiteness.IsPositiveDefinite(new Term[1, 2]));
        Assert.Throws<ArgumentException>(() => Definiteness.Transformation(new double[,] { { 1, 2 }, { 2, 1 } }));
    }

    private static bool Holds(Formula formula) => CompiledFormula.Compile([], formula).DecideAt([]) == Truth.True;
}
