using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Claims.Trajectories;

public sealed class EnsembleCheckerTests
{
    private static readonly Budget Little = Budget.Small with { EnsembleSteps = 1_500_000 };

    [Fact]
    public void A_bound_on_a_quadratic_is_supported_and_a_smaller_one_is_rejected()
    {
        // With c = 1, p = 1, q = -1 the second moment tends to eta/2: half of what Lemma 2.5 allows.
        Evidence holds = Check(Quadratic(eta: 0.1), moment => moment <= Term.Ratio(6, 100));
        Assert.Equal(Finding.Support, holds.Finding);
        Evidence fails = Check(Quadratic(eta: 0.1), moment => moment <= Term.Ratio(4, 100));
        Assert.Equal(Finding.Refutation, fails.Finding);
        Assert.Equal("T = 1", fails.Witness);
        Assert.Equal(Finding.Refutation, Check(Quadratic(eta: 0.1), moment => moment >= Term.Ratio(6, 100)).Finding);
    }

    [Fact]
    public void A_mean_on_the_wrong_side_within_the_interval_is_no_rejection()
    {
        Evidence evidence = Check(Quadratic(eta: 0.1), moment => moment <= Term.Ratio(4999, 100_000));
        Assert.Equal(Finding.Support, evidence.Finding);
        Assert.Equal(0, evidence.WorstMargin);
    }

    [Fact]
    public void The_printed_second_moment_hypothesis_of_Lemma_2_5_is_too_weak_at_a_long_step()
    {
        // One step of length r = 2 ln 2 from near the minimum: E w^2 = r^2 > r.
        double r = 2 * Math.Log(2);
        Assert.Equal(Finding.Refutation, Check(new QuadraticDescent(1, 1e-3, 1, 0, r, 1), moment => moment <= 2 * Term.Log(2)).Finding);
    }

    [Fact]
    public void Noise_with_mean_zero_passes_where_biased_noise_is_rejected()
    {
        // Without bias E w^2 tends to eta p/(2 - eta) = .0256; with noise that keeps its sign w tends to sqrt p.
        static Formula Bounded(Term moment) => moment <= Term.Ratio(3, 100);
        Assert.Equal(Finding.Support, Check(new QuadraticDescent(1, 0.1, 0.49, 0, 0.1, 200), Bounded).Finding);
        Assert.Equal(Finding.Refutation, Check(new Biased(0.7, 0.1, 200), Bounded).Finding);
    }

    [Fact]
    public void The_noise_model_of_the_network_is_tested_both_ways()
    {
        var start = new TeacherStudent(DenseMatrix.FromRows(2, 2, [0.01, 0, 0, 0]), DenseMatrix.Zero(2, 2));
        var ensemble = new NoisyNetworkDescent(start, 1e-3, 1.0 / 500, 30);
        Assert.Equal(Finding.Support, Check(ensemble, moment => moment <= Term.Ratio(1, 10_000)).Finding);
        Assert.Equal(Finding.Refutation, Check(ensemble, moment => moment <= Term.Ratio(1, 100_000)).Finding);
    }

    [Fact]
    public void Fresh_batches_have_no_bound_and_are_tested_by_the_normal_approximation()
    {
        var start = new TeacherStudent(DenseMatrix.FromRows(2, 2, [0.01, 0, 0, 0]), DenseMatrix.Zero(2, 2));
        var ensemble = new BatchNetworkDescent(start, 4, 1.0 / 100, 5);
        Evidence holds = Check(ensemble, moment => moment <= Term.Ratio(1, 10_000));
        Assert.Equal(Finding.Support, holds.Finding);
        Assert.Contains(holds.Work, work => work is { Unit: "runs", Amount: >= 10_000 });
        Assert.Equal(Finding.Refutation, Check(ensemble, moment => moment <= Term.Ratio(8, 100_000)).Finding);
        Assert.Throws<ArgumentException>(() => new BatchNetworkDescent(new TeacherStudent(start.Student.Weights, start.Teacher.Weights, new Activation(0.5)), 4, 1, 1));
    }

    // The ends of Clopper and Pearson's intervals, from tables and by hand: 0 of n leaves 1 - (a/2)^(1/n).
    [Theory]
    [InlineData(0, 10, 0.05, 0, 0.30850)]
    [InlineData(10, 10, 0.05, 0.69150, 1)]
    [InlineData(4, 20, 0.05, 0.05733, 0.43661)]
    [InlineData(81, 263, 0.05, 0.25271, 0.36762)]
    [InlineData(0, 1000, 1e-9, 0, 0.021187)]
    [InlineData(1, 1_000_000, 1e-9, 0, 2.4e-5)]
    public void The_interval_of_a_probability_is_that_of_the_exact_binomial_test(long happened, long runs, double error, double lower, double upper)
    {
        ConfidenceInterval interval = ConfidenceInterval.OfEvent(happened, runs, error);
        Assert.Equal(lower, interval.Lower, 5e-5);
        Assert.Equal(upper, interval.Upper, 5e-5);
        Assert.True(Tail(runs, happened, runs, interval.Lower) <= error / 2 && Tail(runs, 0, happened, interval.Upper) <= error / 2);
        Assert.True(happened == 0 || Tail(runs, happened, runs, interval.Lower * 1.01) > error / 2);
    }

    [Fact]
    public void An_event_is_told_from_one_that_is_a_little_more_likely_and_has_no_other_values()
    {
        Assert.Equal(Finding.Support, Check(new Coin(0.02), chance => chance <= Term.Ratio(1, 50)).Finding);
        Assert.Equal(Finding.Refutation, Check(new Coin(0.03), chance => chance <= Term.Ratio(1, 50)).Finding);
        Assert.Equal(Finding.Refutation, Check(new Coin(0.01), chance => chance >= Term.Ratio(1, 50)).Finding);
        Assert.Equal(Finding.Support, Check(new Coin(0), chance => chance <= Term.Ratio(1, 1000)).Finding);
        Assert.Throws<InvalidOperationException>(() => EnsembleMoments.Of(new Coin(2), 100, 1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_do_not_change_a_bit(int threads)
    {
        EnsembleMoments one = EnsembleMoments.Of(Quadratic(0.1), 1000, 5), many = EnsembleMoments.Of(Quadratic(0.1), 1000, 5, threads);
        Assert.Equal(BitConverter.DoubleToInt64Bits(one.Mean(0)), BitConverter.DoubleToInt64Bits(many.Mean(0)));
        Assert.Equal(BitConverter.DoubleToInt64Bits(one.Variance(0)), BitConverter.DoubleToInt64Bits(many.Variance(0)));
        Assert.NotEqual(one.Mean(0), EnsembleMoments.Of(Quadratic(0.1), 1000, 6).Mean(0));
        EnsembleProposition proposition = Proposition(Quadratic(0.1), moment => moment <= 1);
        Claim claim = KnownClaims.Of("Ensemble", proposition);
        Assert.Equal(
            Assert.Single(new EnsembleChecker(1).Check(claim, Little, 3)).Summary, Assert.Single(new EnsembleChecker(threads).Check(claim, Little, 3)).Summary);
    }

    [Fact]
    public void Moments_are_those_of_the_values()
    {
        // The runs of this ensemble yield 0, 1, 2, 0, 1, 2, ... in the order of their streams' first draws.
        double[] values = [.. Enumerable.Range(0, 200).Select(run => (double)new RandomStream(9, (ulong)run).NextInt32(3))];
        EnsembleMoments moments = EnsembleMoments.Of(new Die(2), 200, 9);
        Assert.Equal(values.Average(), moments.Mean(0), 1e-13);
        Assert.Equal(values.Sum(x => Math.Pow(x - values.Average(), 2)) / 199, moments.Variance(0), 1e-13);
    }

    [Fact]
    public void A_value_outside_the_stated_range_stops_the_run() =>
        Assert.Contains("outside the stated range", Assert.ThrowsAny<InvalidOperationException>(() => EnsembleMoments.Of(new Die(1), 200, 9)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Confidence_intervals_miss_no_more_often_than_they_say(bool isBounded)
    {
        int missed = 0;
        const int trials = 400;
        for (ulong trial = 0; trial < trials; trial++)
        {
            EnsembleMoments moments = EnsembleMoments.Of(new Die(2), 300, 1000 + trial);
            ConfidenceInterval interval = isBounded
                ? ConfidenceInterval.OfBounded(moments.Mean(0), moments.Variance(0), 300, 2, 0.05)
                : ConfidenceInterval.OfNormal(moments.Mean(0), moments.Variance(0), 300, 0.05);
            missed += interval.Lower <= 1 && interval.Upper >= 1 ? 0 : 1;
        }

        // 20 expected for the exact level; five standard deviations more would be 42.
        Assert.InRange(missed, isBounded ? 0 : 3, 42);
    }

    private static QuadraticDescent Quadratic(double eta) => new(curvature: 1, start: 0.2, constantNoise: 1, growingNoise: -1, eta, steps: 60);

    private static EnsembleProposition Proposition(Ensemble ensemble, Func<Term, Formula> conclusion) =>
        EnsembleProposition.ForEach("T", [1], _ => ensemble, (_, expectation) => conclusion(expectation(ensemble.Quantities[0].Symbol)));

    private static Evidence Check(Ensemble ensemble, Func<Term, Formula> conclusion) =>
        Assert.Single(new EnsembleChecker().Check(KnownClaims.Of("Ensemble", Proposition(ensemble, conclusion)), Little, 1));

    /// <summary>SGD on w^2/2 whose noise takes one sign per run.</summary>
    private sealed class Biased(double noise, double stepSize, int steps) : Ensemble
    {
        public override IReadOnlyList<EnsembleQuantity> Quantities { get; } = [new("w²", 1)];

        public override long Cost => steps;

        public override void Run(RandomStream stream, Span<double> values)
        {
            double w = 0.1, sign = stream.NextInt32(2) == 0 ? 1 : -1;
            for (int t = 0; t < steps; t++)
            {
                w -= stepSize * (w + (sign * noise));
            }

            values[0] = w * w;
        }
    }

    /// <summary>0, 1 or 2 with equal probability.</summary>
    private sealed class Die(double largest) : Ensemble
    {
        public override IReadOnlyList<EnsembleQuantity> Quantities { get; } = [new("n", largest)];

        public override long Cost => 1;

        public override void Run(RandomStream stream, Span<double> values) => values[0] = stream.NextInt32(3);
    }

    // P(from <= X <= to) for n tosses, summed up term by term in logarithms.
    private static double Tail(long runs, long from, long to, double probability)
    {
        if (probability is 0 or 1)
        {
            return 0; // neither end is claimed to exclude anything
        }

        double sum = 0;
        for (long k = from; k <= Math.Min(to, from + 5000); k++)
        {
            sum += Math.Exp(MathNet.Numerics.SpecialFunctions.BinomialLn((int)runs, (int)k) + (k * Math.Log(probability)) + ((runs - k) * Math.Log(1 - probability)));
        }

        return sum;
    }

    private sealed class Coin(double probability) : Ensemble
    {
        public override IReadOnlyList<EnsembleQuantity> Quantities { get; } = [EnsembleQuantity.Event(QuadraticDescent.Symbol)];

        public override long Cost => 50;

        public override void Run(RandomStream stream, Span<double> values) => values[0] = probability > 1 ? 0.5 : stream.NextDouble() < probability ? 1 : 0;
    }
}
