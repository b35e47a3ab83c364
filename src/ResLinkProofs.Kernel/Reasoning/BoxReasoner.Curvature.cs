using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from second derivatives.</content>
public sealed partial class BoxReasoner
{
    private SecondOrderForm? _curvature;
    private Interval[] _hessian = [];
    private Interval[] _gradient = [];
    private Interval[] _touching = [];
    private Interval[] _touchingSlots = [];
    private bool[] _isFixed = [];

    /// <summary>Encloses the Hessian of an atom's difference over the box; rows and columns of fixed variables are zero.</summary>
    /// <param name="node">An atom.</param>
    /// <param name="hessian">The n x n enclosures, row by row, valid until the next call.</param>
    /// <returns>False when the difference may fail to be twice continuously differentiable on the box.</returns>
    public bool TryHessian(int node, out ReadOnlySpan<Interval> hessian)
    {
        PrepareCurvature();
        bool smooth = _curvature!.TryHessian(_slots, Images, _nodes[node].Slot, _isFixed, _hessian);
        hessian = _hessian;
        return smooth;
    }

    /// <summary>
    /// True when the atom's difference f fails its comparison all over the box, by f(x) &lt;= f(c) + f'(c)(x - c) + b |x - c|^2 / 2,
    /// and the formula therefore fails. The bound b on the eigenvalues of the Hessian (zero: f is concave) is confirmed over the box.
    /// </summary>
    /// <param name="node">An atom.</param>
    /// <param name="bound">A bound that is not negative: b I - f'' has to be positive definite for the
    /// variables that are not fixed.</param>
    /// <param name="point">The point c: one coordinate per variable, inside the box.</param>
    public bool IsRefutedByCurvature(int node, double bound, IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        int n = _box.Length;
        if (node < 0 || node >= _nodes.Length || _nodes[node].Kind != FormulaNodeKind.Atom || point.Count != n
            || !(bound >= 0 && double.IsFinite(bound)))
        {
            return false;
        }

        PrepareCurvature();
        for (int i = 0; i < n; i++)
        {
            if (!double.IsFinite(point[i]) || !_box[i].Contains(point[i]) || !_box[i].IsBounded)
            {
                return false;
            }

            _touching[i] = Interval.Point(point[i]);
        }

        // Smoothness over the box and the gradient at the point, of the same function, before anything is concluded.
        int slot = _nodes[node].Slot;
        IntervalEvaluation.Run(_tape, _touching, _touchingSlots);
        if (!_curvature!.TryExpand(_slots, Images, _touchingSlots, slot, _isFixed, _gradient, _hessian) || !IsBoundedBy(_hessian, bound))
        {
            return false;
        }

        Interval value = _touchingSlots[slot];
        Interval half = Interval.Point(bound) / 2;
        for (int i = 0; i < n; i++)
        {
            // Convex in x_i - c_i, so largest at an end.
            Interval low = Interval.Point(_box[i].Lower) - _touching[i], high = Interval.Point(_box[i].Upper) - _touching[i];
            value += Interval.Max(low * (_gradient[i] + (half * low)), high * (_gradient[i] + (half * high)));
        }

        _truth.CopyTo(_refined, 0);
        _refined[node] = CompiledFormula.Decide(_nodes[node].Relation, new Interval(double.NegativeInfinity, value.Upper));
        return RefinedTruth() == Truth.False;
    }

    private void PrepareCurvature()
    {
        EnsureValues();
        int n = _box.Length;
        if (_curvature is null)
        {
            _curvature = new SecondOrderForm(_tape);
            _hessian = new Interval[n * n];
            _gradient = new Interval[n];
            _touching = new Interval[n];
            _touchingSlots = new Interval[_tape.Length];
            _isFixed = new bool[n];
        }

        for (int i = 0; i < n; i++)
        {
            _isFixed[i] = _box[i].IsPoint;
        }
    }

    private bool IsBoundedBy(ReadOnlySpan<Interval> hessian, double bound)
    {
        int n = _box.Length, free = 0;
        Span<Interval> gap = n <= 16 ? stackalloc Interval[n * n] : new Interval[n * n];
        for (int i = 0; i < n; i++)
        {
            if (_isFixed[i])
            {
                continue;
            }

            int column = 0, size = n - Count(_isFixed);
            for (int j = 0; j < n; j++)
            {
                if (!_isFixed[j])
                {
                    gap[(free * size) + column++] = (i == j ? Interval.Point(bound) : Interval.Zero) - hessian[(i * n) + j];
                }
            }

            free++;
        }

        return IntervalDefiniteness.IsPositiveDefinite(gap[..(free * free)], free);
    }

    private static int Count(ReadOnlySpan<bool> marks)
    {
        int count = 0;
        foreach (bool mark in marks)
        {
            count += mark ? 1 : 0;
        }

        return count;
    }
}
