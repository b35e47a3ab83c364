using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models;

/// <summary>
/// A scalar of a model at given sizes: its value and its gradient by all entries of all parameters. Reuses its buffers; one instance serves
/// one thread.
/// </summary>
public sealed class ScalarEvaluation
{
    private readonly FormulaProgram _program;
    private readonly NodeValue[] _parameters;
    private readonly NodeValue _value;
    private readonly NodeValue[] _gradients;
    private readonly int _valueSteps;

    /// <summary>Prepares a scalar.</summary>
    /// <param name="model">The model of its parameters.</param>
    /// <param name="sizes">Numbers for the sizes of the model.</param>
    /// <param name="scalar">A formula of one row and column.</param>
    /// <exception cref="ArgumentException">It is no scalar, or a size has no number.</exception>
    public ScalarEvaluation(Model model, SizeAssignment sizes, MatrixFormula scalar)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(scalar);
        _program = new FormulaProgram(sizes);
        _parameters = [.. model.Parameters.Select(_program.Add)];
        MatrixFormula[] gradients = ReverseMode.Gradients(scalar, model.Parameters);
        _value = _program.Add(scalar);
        _valueSteps = _program.Length;
        _gradients = [.. gradients.Select(_program.Add)];
        EntryCount = _parameters.Sum(p => p.Values.Length);
    }

    /// <summary>The number of entries of all parameters.</summary>
    public int EntryCount { get; }

    /// <summary>The value at a point; NaN where undefined.</summary>
    /// <param name="entries">The entries of the parameters in the order of their declaration, each row by row.</param>
    /// <exception cref="ArgumentException">Their number is not <see cref="EntryCount"/>.</exception>
    public double Value(ReadOnlySpan<double> entries)
    {
        if (entries.Length != EntryCount)
        {
            throw new ArgumentException($"{entries.Length} entries; all parameters together have {EntryCount}.", nameof(entries));
        }

        int start = 0;
        foreach (NodeValue parameter in _parameters)
        {
            entries.Slice(start, parameter.Values.Length).CopyTo(parameter.Values);
            start += parameter.Values.Length;
        }

        _program.Run(0, _valueSteps);
        return _value.Scalar;
    }

    /// <summary>The gradient at the point at which the value was last taken.</summary>
    /// <param name="gradient">Receives <see cref="EntryCount"/> derivatives in the order of the entries.</param>
    public void Gradient(Span<double> gradient)
    {
        _program.Run(_valueSteps, _program.Length);
        int start = 0;
        foreach (NodeValue part in _gradients)
        {
            part.Values.CopyTo(gradient[start..]);
            start += part.Values.Length;
        }
    }

    /// <summary>An estimate of the rounding error of the value that was last taken.</summary>
    public double RoundingError()
    {
        _program.EstimateErrors(0, _valueSteps);
        return UnitError * _value.Errors[0];
    }

    // Some hundred units in the last place, as for other quantities of claims.
    private const double UnitError = Attack.RoundedFormulaMeter.RelativeError;
}
