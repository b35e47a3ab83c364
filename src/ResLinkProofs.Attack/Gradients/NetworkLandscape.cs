using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Derivatives;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Attack.Gradients;

/// <summary>
/// The landscape of a formula over network observables: hand-derived derivatives where an observable has them, reverse mode through
/// its closed form in small dimensions where not. A point lists the entries of W row by row, then those of W*, and
/// then the slope of the activation where that is a variable; with respect to it there are no derivatives.
/// </summary>
public sealed class NetworkLandscape : Landscape
{
    // The closed form of an observable has some d^4 terms; beyond this its tape is slower than a search without derivatives.
    private const int LargestTapedDimension = 3;

    private readonly int _dimension;
    private readonly Activation? _activation;
    private readonly IReadOnlyList<NetworkObservable> _observables;
    private readonly FormulaEvaluation _parts;
    private readonly Tape?[] _tapes;
    private readonly double[] _values;
    private readonly double[] _sensitivities;
    private readonly DerivativeWorkspace _workspace = new();
    private double[] _point = [];
    private TeacherStudent? _model;

    private NetworkLandscape(
        int dimension, Activation? activation, IReadOnlyList<NetworkObservable> observables,
        FormulaEvaluation parts, int conclusions, Tape?[] tapes)
    {
        (_dimension, _activation, _observables, _parts, _tapes) = (dimension, activation, observables, parts, tapes);
        ConclusionCount = conclusions;
        _values = new double[observables.Count];
        _sensitivities = new double[observables.Count];
    }

    /// <summary>The landscape of an implication, or null when some observable has no derivatives in this dimension.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="activation">The activation of both networks, or null when points say it.</param>
    /// <param name="closedForms">Makes the closed forms; called only where they are needed.</param>
    /// <param name="observables">The observables in the formulas.</param>
    /// <param name="hypothesis">What is assumed.</param>
    /// <param name="conclusion">What is claimed.</param>
    public static NetworkLandscape? Create(
        int dimension,
        Activation? activation,
        Func<SymbolicTeacherStudent> closedForms,
        IReadOnlyList<NetworkObservable> observables,
        Formula hypothesis,
        Formula conclusion)
    {
        ArgumentNullException.ThrowIfNull(observables);
        ArgumentNullException.ThrowIfNull(closedForms);
        var tapes = new Tape?[observables.Count];
        for (int k = 0; k < tapes.Length; k++)
        {
            if (observables[k].Differentiate is null)
            {
                if (dimension > Math.Min(LargestTapedDimension, observables[k].LargestExpandedDimension))
                {
                    return null;
                }

                SymbolicTeacherStudent symbolic = closedForms();
                IEnumerable<string> slope = activation is null ? [symbolic.NegativeSlope.Name!] : [];
                tapes[k] = Tape.Compile([.. SymbolicTeacherStudent.VariableNames(dimension), .. slope], [observables[k].Expand(symbolic)]);
            }
        }

        var parts = ImplicationParts.Of(hypothesis, conclusion, out int conclusions);
        var formulas = new FormulaEvaluation([.. observables.Select(o => o.Symbol)], parts);
        return new NetworkLandscape(dimension, activation, observables, formulas, conclusions, tapes);
    }

    /// <inheritdoc/>
    public override int ConclusionCount { get; }

    /// <inheritdoc/>
    public override int Count => _parts.Count;

    /// <inheritdoc/>
    public override bool Evaluate(ReadOnlySpan<double> point, Span<double> margins)
    {
        int half = _dimension * _dimension;
        _model = null;
        foreach (double coordinate in point)
        {
            if (!double.IsFinite(coordinate))
            {
                return false;
            }
        }

        _point = point.ToArray();
        _model = new TeacherStudent(
            DenseMatrix.FromRows(_dimension, _dimension, point[..half]),
            DenseMatrix.FromRows(_dimension, _dimension, point.Slice(half, half)),
            _activation ?? new Activation(point[^1]));
        for (int k = 0; k < _values.Length; k++)
        {
            _values[k] = _observables[k].Measure(_model);
        }

        return _parts.Evaluate(_values, margins);
    }

    /// <inheritdoc/>
    public override bool PullBack(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        Array.Clear(_sensitivities);
        _parts.PullBack(weights, _sensitivities);
        for (int k = 0; k < _sensitivities.Length; k++)
        {
            if (_sensitivities[k] != 0 && !Add(k, gradient))
            {
                return false;
            }
        }

        return true;
    }

    private bool Add(int k, Span<double> gradient)
    {
        if (_tapes[k] is { } tape)
        {
            double[] slots = new double[tape.Length], adjoints = new double[tape.Length];
            DoubleEvaluation.Run(tape, _point, slots);
            adjoints[tape.Outputs[0]] = _sensitivities[k];
            AdjointSweep.Run(tape, slots, adjoints, gradient);
            return true;
        }

        if (_observables[k].Differentiate!(_model!, _workspace) is not { } derivative)
        {
            return false;
        }

        int half = _dimension * _dimension;
        ReadOnlySpan<double> student = derivative.Student.Values, teacher = derivative.Teacher.Values;
        for (int i = 0; i < half; i++)
        {
            gradient[i] += _sensitivities[k] * student[i];
            gradient[half + i] += _sensitivities[k] * teacher[i];
        }

        return true;
    }
}
