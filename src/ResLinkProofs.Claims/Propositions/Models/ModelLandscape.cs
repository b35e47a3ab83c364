using ResLinkProofs.Attack.Gradients;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>
/// The landscape of a model proposition at one size: the quantities and the gradient of their weighted sum are one program.
/// </summary>
internal sealed class ModelLandscape : Landscape
{
    private readonly ParameterBlock[] _blocks;
    private readonly FormulaProgram _program;
    private readonly NodeValue[] _parameters;
    private readonly NodeValue[] _observables;
    private readonly NodeValue[] _weights;
    private readonly NodeValue[] _gradients;
    private readonly FormulaEvaluation _parts;
    private readonly double[] _values;
    private readonly double[] _sensitivities;
    private readonly int _valueSteps;

    private ModelLandscape(
        ParameterBlock[] blocks,
        SizeAssignment sizes,
        IReadOnlyList<MatrixFormula> observables,
        FormulaEvaluation parts,
        int conclusions)
    {
        (_blocks, _parts, ConclusionCount) = (blocks, parts, conclusions);
        _program = new FormulaProgram(sizes);
        _parameters = [.. blocks.Select(b => _program.Add(b.Parameter))];
        _observables = [.. observables.Select(_program.Add)];
        _valueSteps = _program.Length;

        // Names of parameters have no underscores.
        Parameter[] weights = [.. observables.Select((_, k) => new Parameter($"weight_{k}", 1, 1, ParameterSet.All))];
        _weights = [.. weights.Select(_program.Add)];
        MatrixFormula sum = observables.Zip(weights, (o, w) => w * o).Aggregate((MatrixFormula)0, (all, part) => all + part);
        _gradients = [.. ReverseMode.Gradients(sum, [.. blocks.Select(b => b.Parameter)]).Select(_program.Add)];
        _values = new double[_observables.Length];
        _sensitivities = new double[_observables.Length];
    }

    /// <inheritdoc/>
    public override int ConclusionCount { get; }

    /// <inheritdoc/>
    public override int Count => _parts.Count;

    /// <summary>The landscape, or null where a quantity has no derivative.</summary>
    public static ModelLandscape? Create(
        ParameterBlock[] blocks, SizeAssignment sizes, IReadOnlyList<MatrixFormula> observables, Formula hypothesis, Formula conclusion)
    {
        try
        {
            var parts = ImplicationParts.Of(hypothesis, conclusion, out int conclusions);
            var formulas = new FormulaEvaluation([.. observables.Select(o => o.ToString())], parts);
            return new ModelLandscape(blocks, sizes, observables, formulas, conclusions);
        }
        catch (NotSupportedException)
        {
            return null; // the derivative of an eigenvector, or of a function without a rule
        }
    }

    /// <inheritdoc/>
    public override bool Evaluate(ReadOnlySpan<double> point, Span<double> margins)
    {
        foreach (double coordinate in point)
        {
            if (!double.IsFinite(coordinate))
            {
                return false;
            }
        }

        ModelInstance.Load(_blocks, _parameters, point);
        _program.Run(0, _valueSteps);
        for (int k = 0; k < _values.Length; k++)
        {
            _values[k] = _observables[k].Scalar;
        }

        return _parts.Evaluate(_values, margins);
    }

    /// <inheritdoc/>
    public override bool PullBack(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Array.Clear(_sensitivities);
        _parts.PullBack(weights, _sensitivities);
        for (int k = 0; k < _weights.Length; k++)
        {
            _weights[k].Values[0] = _sensitivities[k];
        }

        _program.Run(_valueSteps, _program.Length);
        for (int k = 0; k < _blocks.Length; k++)
        {
            ParameterBlock block = _blocks[k];
            block.Set.PackGradient(_gradients[k].Values, block.Rows, block.Columns, gradient.Slice(block.Start, block.Count));
        }

        foreach (double value in gradient)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
