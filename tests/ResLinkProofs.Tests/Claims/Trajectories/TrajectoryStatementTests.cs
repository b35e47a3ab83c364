using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Tests.Claims.Trajectories;

/// <summary>What the kernel encloses is what a descent on matrices does: it refutes that g is any larger, and that it is any smaller.</summary>
public sealed class TrajectoryStatementTests
{
    private const int Steps = 200;

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(15, 1.0)]
    [InlineData(15, Math.PI)]
    public void Pairs_of_equal_neurons_move_as_matrices_do(int d, double factor)
    {
        Rational[] eigenvalues = [new Rational(-1, 50), new Rational(1, 100), new Rational(1, 40), new Rational(0, 1)];
        double[] student = Uniform(d, eigenvalues[0], eigenvalues[1]), teacher = Uniform(d, eigenvalues[2], eigenvalues[3]);
        AssertPinned(d, factor, student, teacher, proposition => TrajectoryStatements.Uniform(proposition, d), eigenvalues);
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, Math.PI)]
    [InlineData(3, 1.0)]
    public void Small_matrices_move_as_matrices_do(int d, double factor)
    {
        Rational[] entries = [.. Enumerable.Range(0, 2 * d * d).Select(k => new Rational((k * 7 % 11) - 5, 1024))];
        double[] values = Array.ConvertAll(entries, e => e.ToDouble());
        AssertPinned(d, factor, values[..(d * d)], values[(d * d)..], proposition => TrajectoryStatements.Matrices(proposition, d), entries);
    }

    [Fact]
    public void Observables_without_a_closed_form_leave_nothing_to_enclose()
    {
        TrajectoryProposition proposition = Last(4, Term.One, t => t.Now[GradientObservables.SquaredGradient] >= 0);
        Assert.Null(TrajectoryStatements.Uniform(proposition, 4));
        Assert.Null(TrajectoryStatements.Matrices(proposition, 4));
        Assert.NotNull(TrajectoryStatements.Matrices(proposition, 3));
        Assert.Null(TrajectoryStatements.Uniform(Last(1, Term.Pi, t => t.Now[NetworkObservables.Potential] >= 0), 1));
    }

    private static void AssertPinned(
        int d, double factor, double[] student, double[] teacher, Func<TrajectoryProposition, RecurrenceStatement?> write, Rational[] point)
    {
        var start = new TeacherStudent(DenseMatrix.FromRows(d, d, student), DenseMatrix.FromRows(d, d, teacher));
        var descent = new PopulationDescent(start, gradientFactor: factor);
        for (int t = 0; t < Steps; t++)
        {
            descent.Advance(1.0 / (36 * d * d));
        }

        Rational g = Rational.FromDouble(Potential.Evaluate(descent.Model)), tolerance = new(1, 1_000_000_000);
        Assert.NotNull(Confirm(t => t.Now[NetworkObservables.Potential] <= g - tolerance));
        Assert.NotNull(Confirm(t => t.Now[NetworkObservables.Potential] >= g + tolerance));
        Assert.Null(Confirm(t => (t.Now[NetworkObservables.Potential] <= g + tolerance) & (t.Now[NetworkObservables.Potential] >= g - tolerance)));

        // The start is in the formulas, too: g has moved since.
        Assert.NotNull(Confirm(t => t.Now[NetworkObservables.Potential].EqualTo(t.Start[NetworkObservables.Potential])));

        ConfirmedRun? Confirm(Func<TrajectorySymbols, Formula> conclusion) =>
            ConfirmedRun.TryConfirm(write(Last(d, factor == 1 ? Term.One : Term.Pi, conclusion))!, point, Steps);
    }

    private static TrajectoryProposition Last(int d, Term factor, Func<TrajectorySymbols, Formula> conclusion) => TrajectoryProposition.LastStep(
        new DescentFamily
        {
            Starts = new NetworkDomain { Radius = new Rational(1, 10), Dimensions = [d] },
            GradientFactor = factor,
            StepSize = n => Term.Ratio(1, 36L * n * n),
            Steps = _ => Steps,
        },
        conclusion);

    private static double[] Uniform(int d, Rational bulk, Rational mean) => [.. Enumerable.Range(0, d * d).Select(k =>
        ((mean - bulk).ToDouble() / d) + (k / d == k % d ? bulk.ToDouble() : 0))];
}
