using MathNet.Numerics;
using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>What the table of <see cref="Octopus"/> decides.</summary>
internal static class OctopusFindings
{
    private const double LeastFit = 0.99, LargestPower = 2;
    private const int Printed = 5;

    public static IReadOnlyList<ExperimentFinding> Of(Recording table)
    {
        double[] curvatures = [.. table.Column("L").Distinct()], dimensions = [.. table.Column("d").Distinct().Order()];
        double[] d = table.Column("d"), l = table.Column("L"), steps = table.Column("steps"), perturbed = table.Column("perturbed steps");
        bool isOver = Agree("escaped"), isPerturbedOver = Agree("perturbed escaped");
        var exponential = new Dictionary<string, double>();
        var polynomial = new Dictionary<string, double>();
        bool grows = isOver, isPower = isPerturbedOver;
        foreach (double c in curvatures)
        {
            (double slope, double fit) = Fit(dimensions, [.. dimensions.Select(x => Math.Log(Mean(table, "steps", c, x)))]);
            grows &= fit >= LeastFit && Math.Exp(slope) >= c + 1;
            exponential[FormattableString.Invariant($"factor per dimension, L = {c}")] = Math.Exp(slope);
            exponential[FormattableString.Invariant($"R², L = {c}")] = fit;
            (double power, double fitOfPower) = Fit([.. dimensions.Select(x => Math.Log(x))], [.. dimensions.Select(x => Math.Log(Mean(table, "perturbed steps", c, x)))]);
            isPower &= power <= LargestPower;
            polynomial[FormattableString.Invariant($"power of d, L = {c}")] = power;
            polynomial[FormattableString.Invariant($"R², L = {c}")] = fitOfPower;
        }

        int[] rows = [.. Enumerable.Range(0, table.Rows)], compared = [.. rows.Where(r => d[r] >= Printed)];
        double shortest = rows.Min(r => steps[r] / Math.Pow(l[r] + 1, d[r] - 1));
        return
        [
            new(
                "descent-takes-exponential-time",
                $"The steps of gradient descent past all saddles grow exponentially in d: by at least (L+γ)/γ per dimension, log-linear with R² ≥ {LeastFit}.",
                grows,
                exponential),
            new(
                "no-descent-is-shorter",
                "No run of gradient descent passes all saddles in fewer than ((L+γ)/γ)^(d-1) steps.",
                isOver && shortest >= 1,
                new Dictionary<string, double> { ["least ratio"] = shortest, ["runs"] = table.Rows }),
            new(
                "perturbed-descent-takes-polynomial-time", $"The steps of perturbed gradient descent grow at most like d^{LargestPower}.", isPower, polynomial),
            new(
                "perturbed-descent-is-faster",
                $"Perturbed gradient descent is faster in every run with d ≥ {Printed}.",
                isOver && isPerturbedOver && compared.Length > 0 && compared.All(r => perturbed[r] < steps[r]),
                new Dictionary<string, double> { ["runs"] = compared.Length, ["largest ratio"] = compared.Select(r => perturbed[r] / steps[r]).DefaultIfEmpty(double.NaN).Max() }),
            new(
                "stays-in-the-domain",
                "Every walk passes all saddles, and no iterate of either method leaves the domain of the octopus.",
                isOver && isPerturbedOver && table.Column("left").All(x => x == 0),
                new Dictionary<string, double> { ["runs that left"] = table.Column("left").Sum() }),
        ];

        bool Agree(string column) => table.Column(column).Zip(d).All(p => p.First == p.Second);
    }

    /// <summary>The mean over the runs of one L and d.</summary>
    public static double Mean(Recording table, string column, double l, double d)
    {
        double[] ls = table.Column("L"), ds = table.Column("d"), values = table.Column(column);
        return Enumerable.Range(0, table.Rows).Where(r => ls[r] == l && ds[r] == d).Average(r => values[r]);
    }

    private static (double Slope, double R2) Fit(double[] x, double[] y)
    {
        if (x.Length < 2)
        {
            return (double.NaN, double.NaN);
        }

        (double intercept, double slope) = MathNet.Numerics.Fit.Line(x, y);
        return (slope, GoodnessOfFit.RSquared(x.Select(v => intercept + (slope * v)), y));
    }
}
