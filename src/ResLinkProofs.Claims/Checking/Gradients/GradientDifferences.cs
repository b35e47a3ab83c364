using System.Globalization;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Claims.Checking.Gradients;

/// <summary>
/// Compares a claimed gradient of the population loss with difference quotients: in floating point in every dimension, and with
/// enclosures along one coordinate where a mismatch shows in a small one.
/// </summary>
public sealed class GradientDifferences : IChecker
{
    private const string Engine = "differences";
    private const int LargestConfirmedDimension = 3;

    // Fourth-order quotients at this step have truncation and rounding errors of about 1e-9 relative to the loss.
    private const double Step = 1e-3;

    private static readonly int[] Denominators = [1, 2, 4, 16, 256, 4096, 1 << 20];
    private static readonly int[] InverseLengths = [16, 256, 4096, 1 << 16];

    /// <summary>A relative deviation above this is a mismatch: a thousand times the error of the quotients.</summary>
    private const double Tolerance = 1e-6;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is NetworkGradientProposition proposition ? [Check(proposition, budget, seed)] : [];
    }

    private static Evidence Check(NetworkGradientProposition proposition, Budget budget, ulong seed)
    {
        double worst = 0;
        int worstDimension = 0;
        long points = 0;
        var activation = new Activation(proposition.Domain.NegativeSlope.ToDouble());
        foreach (int d in budget.SizesOf(proposition.Domain.Dimensions))
        {
            var stream = new RandomStream(seed, (ulong)d);
            var sampler = new NetworkPairSampler(proposition.Domain, d);
            double[] point = new double[2 * d * d];
            long samples = Math.Max(3, budget.SamplesPerSize / (1 + (d * d)));
            for (long k = 0; k < samples; k++)
            {
                sampler.Sample(stream, point);
                if (Deviation(proposition, activation, d, point, stream) is not { } deviation)
                {
                    continue;
                }

                points++;
                if (deviation > worst)
                {
                    (worst, worstDimension) = (deviation, d);
                }

                if (deviation > Tolerance && d <= LargestConfirmedDimension && Confirm(proposition, d, point) is { } mismatch)
                {
                    string witness = $"{NetworkPairSampler.Describe(d, mismatch.Point)}, moving {mismatch.Along} by {mismatch.Length}";
                    return Evidence.OfRefutation(Engine, mismatch, witness) with { Work = [("points", points)] };
                }
            }
        }

        string effort = $"relative deviation at most {worst.ToString("G3", CultureInfo.InvariantCulture)} "
            + $"(d = {worstDimension}) at {points} points, d up to {proposition.Domain.Dimensions[^1]}";
        Evidence evidence = points == 0 ? Evidence.OfNothing(Engine, "the field is undefined at every generated point")
            : worst > Tolerance ? Evidence.OfSuspicion(Engine, effort + ", which enclosures could not confirm")
            : Evidence.OfSupport(Engine, effort);
        return evidence with { Work = [("points", points)] };
    }

    /// <summary>
    /// True when a confirmed mismatch is one of the population loss and the field of a proposition, on a segment in its domain.
    /// </summary>
    internal static bool IsMismatchOf(NetworkGradientProposition proposition, GradientMismatch mismatch)
    {
        int d = Enumerable.Range(1, LargestConfirmedDimension)
            .FirstOrDefault(n => SymbolicTeacherStudent.VariableNames(n).SequenceEqual(mismatch.Names));
        int along = mismatch.Names.ToList().IndexOf(mismatch.Along);
        if (d == 0 || along >= d * d || !proposition.Domain.Dimensions.Contains(d))
        {
            return false;
        }

        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(d, proposition.Domain.NegativeSlope);
        string Text(Term loss, Term derivative) => new FormalText().Term("loss", loss).Term("derivative", derivative).ToString();
        return Text(symbolic.PopulationLoss, -proposition.Field.Expand(symbolic, along / d, along % d))
            == Text(mismatch.Function, mismatch.Derivative)
            && IsInDomain(proposition.Domain, d, [.. mismatch.Point])
            && IsInDomain(proposition.Domain, d, [.. mismatch.Point.Select((x, k) => k == along ? x + mismatch.Length : x)]);
    }

    /// <summary>|quotient - field| along a random direction, relative to the size of both; null where the field is undefined.</summary>
    private static double? Deviation(
        NetworkGradientProposition proposition, Activation activation, int d, ReadOnlySpan<double> point, RandomStream stream)
    {
        DenseMatrix w = DenseMatrix.FromRows(d, d, point[..(d * d)]);
        var model = new TeacherStudent(w, DenseMatrix.FromRows(d, d, point[(d * d)..]), activation);
        double[] direction = new double[d * d];
        stream.FillGaussian(direction);
        DenseMatrix v = DenseMatrix.FromRows(d, d, direction);
        v = v.Scale(1 / v.FrobeniusNorm());

        // The loss has a kink where a column of I + W vanishes, and large higher derivatives near it.
        if (model.Student.Norms.IndexOfAnyInRange(0, 0.1) >= 0 || proposition.Field.Measure(model) is not { } field)
        {
            return null;
        }

        double Loss(double t) => PopulationLoss.Evaluate(model.WithStudent(w.Add(v.Scale(t))));
        double claimed = -field.InnerProduct(v);
        double near = (Loss(Step) - Loss(-Step)) / (2 * Step);
        double far = (Loss(2 * Step) - Loss(-2 * Step)) / (4 * Step);
        double quotient = ((4 * near) - far) / 3;
        return Math.Abs(quotient - claimed) / (Math.Abs(claimed) + Math.Abs(quotient) + Math.Sqrt(d) + Loss(0));
    }

    private static GradientMismatch? Confirm(NetworkGradientProposition proposition, int d, double[] point)
    {
        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(d, proposition.Domain.NegativeSlope);
        IReadOnlyList<string> names = SymbolicTeacherStudent.VariableNames(d);
        foreach (int denominator in Denominators)
        {
            Rational[] rounded = Array.ConvertAll(point, x => new Rational((long)Math.Round(x * denominator), denominator));
            if (!IsInDomain(proposition.Domain, d, rounded))
            {
                continue;
            }

            for (int along = 0; along < d * d; along++)
            {
                Term derivative = -proposition.Field.Expand(symbolic, along / d, along % d);
                foreach (int length in InverseLengths)
                {
                    var apart = new Rational(1, length);
                    if (GradientMismatch.TryConfirm(names, symbolic.PopulationLoss, derivative, rounded, along, apart) is { } mismatch
                        && IsInDomain(proposition.Domain, d, [.. rounded.Select((x, k) => k == along ? x + mismatch.Length : x)]))
                    {
                        return mismatch;
                    }
                }
            }
        }

        return null;
    }

    // The norm balls are convex: a segment lies in them when its ends do.
    private static bool IsInDomain(NetworkDomain domain, int d, Rational[] point)
    {
        if (domain.Radius is not { } radius)
        {
            return true;
        }

        var values = SymbolicTeacherStudent.VariableNames(d).Zip(point).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return SymbolicTeacherStudent.MatrixNames.All(name =>
            new SpectralBound(name, SymbolicMatrix.EntryNames(name, d), radius).HoldsAt(entry => values[entry]));
    }
}
