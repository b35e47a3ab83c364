using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Looks for a tangent paraboloid that refutes a box: a bound on the largest eigenvalue of the Hessian from its midpoint and radius, and
/// a touching point near the maximum of the difference. Everything is floating point; the kernel confirms what is found.
/// </summary>
internal sealed class CurvatureStep
{
    private const int LargestDimension = 24;
    private const int NewtonSteps = 4;
    private const int Sweeps = 12;

    private readonly BoxReasoner _reasoner;
    private readonly PointMeter _meter;
    private readonly double[] _middle;
    private readonly double[] _work;
    private readonly double[] _point;
    private readonly double[] _gradient;
    private readonly double[] _shift;

    public CurvatureStep(BoxReasoner reasoner, PointMeter meter)
    {
        _reasoner = reasoner;
        _meter = meter;
        int n = reasoner.Box.Length;
        int entries = n <= LargestDimension ? n * n : 0;
        _middle = new double[entries];
        _work = new double[entries];
        _point = new double[n];
        _gradient = new double[n];
        _shift = new double[n];
    }

    /// <summary>Tries every relevant comparison of the box.</summary>
    public bool TryRefute(out ProofStep step)
    {
        step = default;
        if (_reasoner.Box.Length > LargestDimension)
        {
            return false;
        }

        foreach (Interval range in _reasoner.Box)
        {
            if (!range.IsBounded)
            {
                return false;
            }
        }

        for (int k = 0; k < _reasoner.Problem.Nodes.Count; k++)
        {
            FormulaNode node = _reasoner.Problem.Nodes[k];
            if (node.Kind == FormulaNodeKind.Atom && node.Relation != Relation.NotEqual && _reasoner.IsRelevant(k)
                && TryRefute(k, out step))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRefute(int node, out ProofStep step)
    {
        step = default;
        if (!_reasoner.TryHessian(node, out ReadOnlySpan<Interval> hessian) || !TryBound(hessian, out double bound))
        {
            return false;
        }

        Locate(node);
        if (!(Estimate(node, bound) <= 0))
        {
            return false;
        }

        double[] point = [.. _point];
        if (!_reasoner.IsRefutedByCurvature(node, bound, point))
        {
            return false;
        }

        step = new ProofStep(ProofStepKind.Curvature, node, bound, point);
        return true;
    }

    // A number that exceeds every eigenvalue of every matrix in the enclosure by a little; zero if that is negative.
    private bool TryBound(ReadOnlySpan<Interval> hessian, out double bound)
    {
        int n = _point.Length;
        double radius = 0, size = 0;
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                Interval entry = hessian[(Math.Max(i, j) * n) + Math.Min(i, j)];
                _middle[(i * n) + j] = entry.Midpoint;
                sum += 0.5 * entry.Width;
                size = Math.Max(size, entry.Magnitude);
            }

            radius = Math.Max(radius, sum);
        }

        _middle.CopyTo(_work.AsSpan());
        double largest = LargestEigenvalue(_work, n, _reasoner.Box);
        bound = largest + radius < 0 ? 0 : (1.001 * (largest + radius)) + (1e-12 * size);
        return double.IsFinite(bound);
    }

    // Jacobi rotations: slow and sure for the few variables that there are. Fixed variables have zero rows and are left out.
    private static double LargestEigenvalue(Span<double> a, int n, ReadOnlySpan<Interval> box)
    {
        for (int sweep = 0; sweep < 6; sweep++)
        {
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    double off = a[(p * n) + q];
                    if (off == 0)
                    {
                        continue;
                    }

                    double theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * off);
                    double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                    double c = 1 / Math.Sqrt((t * t) + 1), s = t * c;
                    for (int k = 0; k < n; k++)
                    {
                        double kp = a[(k * n) + p], kq = a[(k * n) + q];
                        a[(k * n) + p] = (c * kp) - (s * kq);
                        a[(k * n) + q] = (s * kp) + (c * kq);
                    }

                    for (int k = 0; k < n; k++)
                    {
                        double pk = a[(p * n) + k], qk = a[(q * n) + k];
                        a[(p * n) + k] = (c * pk) - (s * qk);
                        a[(q * n) + k] = (s * pk) + (c * qk);
                    }
                }
            }
        }

        double largest = double.NegativeInfinity;
        for (int i = 0; i < n; i++)
        {
            if (!box[i].IsPoint)
            {
                largest = Math.Max(largest, a[(i * n) + i]);
            }
        }

        return largest;
    }

    // A few Newton steps on the quadratic model, coordinate by coordinate, inside the box: near the maximum of the difference.
    private void Locate(int node)
    {
        ReadOnlySpan<Interval> box = _reasoner.Box;
        int n = box.Length;
        for (int i = 0; i < n; i++)
        {
            _point[i] = box[i].Midpoint;
        }

        for (int step = 0; step < NewtonSteps; step++)
        {
            _meter.Differentiate(node, _point, _gradient);
            Array.Clear(_shift);
            for (int sweep = 0; sweep < Sweeps; sweep++)
            {
                for (int i = 0; i < n; i++)
                {
                    double slope = _gradient[i], curvature = _middle[(i * n) + i];
                    for (int j = 0; j < n; j++)
                    {
                        slope += j == i ? 0 : _middle[(i * n) + j] * _shift[j];
                    }

                    double low = box[i].Lower - _point[i], high = box[i].Upper - _point[i];
                    double best = curvature < 0 ? slope / -curvature : slope >= 0 ? high : low;
                    _shift[i] = double.IsFinite(best) ? Math.Clamp(best, low, high) : 0;
                }
            }

            for (int i = 0; i < n; i++)
            {
                _point[i] = Snapped(_point[i] + _shift[i], box[i]);
            }
        }
    }

    // Where a difference touches zero at an end of the range, a point next to the end is no use.
    private static double Snapped(double value, Interval range)
    {
        const double Near = 1e-6;
        double reach = Near * (range.Upper - range.Lower);
        return value - range.Lower <= reach ? range.Lower : range.Upper - value <= reach ? range.Upper : value;
    }

    // What the kernel will find, without rounding. The middle of the box is tried as well: it wins where the bound is large.
    private double Estimate(int node, double bound)
    {
        double located = Estimate(node, bound, _point);
        if (bound == 0 || located <= 0)
        {
            return located;
        }

        for (int i = 0; i < _point.Length; i++)
        {
            _point[i] = _reasoner.Box[i].Midpoint;
        }

        return Estimate(node, bound, _point);
    }

    private double Estimate(int node, double bound, ReadOnlySpan<double> point)
    {
        double value = _meter.Differentiate(node, point, _gradient);
        for (int i = 0; i < point.Length; i++)
        {
            double low = _reasoner.Box[i].Lower - point[i], high = _reasoner.Box[i].Upper - point[i];
            value += Math.Max(low * (_gradient[i] + (0.5 * bound * low)), high * (_gradient[i] + (0.5 * bound * high)));
        }

        return value;
    }
}
