using System.Reflection;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Specs.LiYuan2017.Observables;

namespace ResLinkProofs.Specs.Tests.Observables;

/// <summary>Both forms of every observable agree: the floating-point value lies within its rounding errors of the enclosure of the closed form.</summary>
public class ObservableTests
{
    // The share of the rounding scale that claims allow for; see NetworkInstance.
    private const double RoundingErrors = 1e-13;

    public static TheoryData<string> Names => [.. Observables().Select(o => o.Symbol)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fast_value_lies_in_the_enclosure_of_the_closed_form(string symbol)
    {
        NetworkObservable observable = Observables().Single(o => o.Symbol == symbol);
        foreach ((int dimension, double[] point) in Points())
        {
            if (dimension <= observable.LargestExpandedDimension)
            {
                Assert.True(Agree(observable, dimension, point, 0), $"{symbol} at d = {dimension}: {string.Join(' ', point)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_forms_agree_for_other_slopes_too(string symbol)
    {
        NetworkObservable observable = Observables().Single(o => o.Symbol == symbol);
        (int dimension, double[] point) = Points().First(p => p.Dimension == Math.Min(2, observable.LargestExpandedDimension));
        foreach (Rational slope in new Rational[] { -3, new(-1, 2), new(1, 4), 1, 2 })
        {
            Assert.True(Agree(observable, dimension, point, 0, slope), $"{symbol} at α = {slope}: {string.Join(' ', point)}");
        }
    }

    /// <summary>Positive control: the closed form at one slope is not the value at another, for the observables that depend on it.</summary>
    [Fact]
    public void A_wrong_slope_is_noticed()
    {
        (int dimension, double[] point) = Points().First(p => p.Dimension == 2);
        string dependent = string.Join("; ", Observables().Where(o => !Agree(o, dimension, point, 0, new Rational(1, 4), 0)).Select(o => o.Symbol).Order(StringComparer.Ordinal));
        Assert.Equal("L; Σ ⟨a_j/|a_j|, -∇_jL⟩; α; ‖∇L‖²_F; ⟨-∇L, W*-W⟩", dependent);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_is_a_little_wrong_is_noticed(string symbol)
    {
        NetworkObservable observable = Observables().Single(o => o.Symbol == symbol);
        (int dimension, double[] point) = Points().First(p => p.Dimension == Math.Min(3, observable.LargestExpandedDimension));
        Assert.False(Agree(observable, dimension, point, 1e-6));
    }

    private static IEnumerable<NetworkObservable> Observables() =>
        new[] { typeof(NetworkObservables), typeof(DecompositionObservables), typeof(FieldObservables), typeof(GradientObservables) }
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(p => p.GetValue(null))
            .OfType<NetworkObservable>();

    private static IEnumerable<(int Dimension, double[] Point)> Points()
    {
        var stream = new RandomStream(17, 0);
        foreach (int d in new[] { 1, 2, 3, 4 })
        {
            foreach (double size in new[] { 0.01, 0.3 })
            {
                double[] point = new double[2 * d * d];
                for (int i = 0; i < point.Length; i++)
                {
                    point[i] = size * stream.NextGaussian();
                }

                yield return (d, point);
            }
        }
    }

    private static bool Agree(NetworkObservable observable, int d, double[] point, double fault, Rational slope = default, double? measured = null)
    {
        var model = new TeacherStudent(
            DenseMatrix.FromRows(d, d, point.AsSpan(0, d * d)), DenseMatrix.FromRows(d, d, point.AsSpan(d * d)), new Activation(measured ?? slope.ToDouble()));
        Tape tape = Tape.Compile(SymbolicTeacherStudent.VariableNames(d), [observable.Expand(SymbolicTeacherStudent.OfVariables(d, slope))]);
        Interval[] slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [.. point.Select(x => Interval.Hull(x, x))], slots);
        Interval enclosure = slots[tape.Outputs[0]];
        double value = observable.Measure(model) + fault, slack = RoundingErrors * observable.RoundingScale(model);
        return enclosure.Upper - enclosure.Lower < 1e-8 && value >= enclosure.Lower - slack && value <= enclosure.Upper + slack;
    }
}
