using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Proving;

/// <summary>
/// Lines y = a + b x with simple a and b on which a difference of two variables is largest in y: found in floating point at a few x.
/// </summary>
internal static class Criticality
{
    private const int Samples = 64, Refinements = 60;
    private const double Tolerance = 1e-5, Nearly = 1e-4;

    /// <summary>The anchors, at most one for each variable; none where the variables are not two, with bounded ranges.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="node">The atom.</param>
    public static IEnumerable<ContactAnchor> Lines(EmptinessProblem problem, int node)
    {
        Interval[] box = problem.EnclosingBox();
        if (box.Length != 2 || !Array.TrueForAll(box, b => b.IsBounded && b.Width > 0))
        {
            yield break;
        }

        var slots = new double[problem.Tape.Length];
        for (int y = 0; y < 2; y++)
        {
            int x = 1 - y, of = Array.FindIndex(problem.Tape.Instructions.ToArray(), s => s.Operation == Operation.Variable && s.Left == x);
            double At(double share) => box[x].Lower + (share * box[x].Width);
            double? Best(double share)
            {
                var point = new double[2];
                point[x] = At(share);
                return Largest(box[y], value =>
                {
                    point[y] = value;
                    DoubleEvaluation.Run(problem.Tape, point, slots);
                    return slots[problem.Nodes[node].Slot];
                });
            }

            if (of >= 0 && Best(0.25) is { } first && Best(0.4375) is { } second && Best(0.625) is { } third)
            {
                Rational slope = SimplestRational.Near((third - first) / (At(0.625) - At(0.25)), Tolerance);
                Rational constant = SimplestRational.Near(first - (slope.ToDouble() * At(0.25)), Tolerance);
                if (Math.Abs(constant.ToDouble() + (slope.ToDouble() * At(0.4375)) - second) < Nearly)
                {
                    yield return slope.Sign == 0 ? new ContactAnchor(y, constant) : new ContactAnchor(y, constant, (slope, of));
                }
            }
        }
    }

    // Where a function is largest inside a range, to about the root of the rounding; null at the ends or where it has no value.
    private static double? Largest(Interval range, Func<double, double> function)
    {
        double step = range.Width / Samples, best = double.NaN, most = double.NegativeInfinity;
        for (int i = 1; i < Samples; i++)
        {
            double at = range.Lower + (i * step), value = function(at);
            (best, most) = value > most ? (at, value) : (best, most);
        }

        if (double.IsNaN(best))
        {
            return null;
        }

        (double low, double high) = (best - step, best + step);
        for (int i = 0; i < Refinements; i++)
        {
            double left = low + ((high - low) / 3), right = high - ((high - low) / 3);
            (low, high) = function(left) >= function(right) ? (low, right) : (left, high);
        }

        double middle = (low + high) / 2;
        return middle > range.Lower + (step / 2) && middle < range.Upper - (step / 2) ? middle : null;
    }
}
