using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Attack;

/// <summary>What floating-point arithmetic says of one run of a recurrence.</summary>
/// <param name="Hypothesis">The relative margin of the hypothesis at the start.</param>
/// <param name="Margin">The least relative margin of the conclusion over the steps that were looked
/// at; NaN where it became undefined.</param>
/// <param name="Step">The t at which it occurred.</param>
/// <param name="StepsTaken">The steps that were taken.</param>
public readonly record struct RunMeasurement(double Hypothesis, double Margin, int Step, int StepsTaken);

/// <summary>Runs a recurrence in floating point and measures its conclusion on the way.</summary>
/// <remarks>Not safe for use by several threads at once: it owns its working space.</remarks>
public sealed class RecurrenceMeter
{
    private readonly RecurrenceStatement _statement;
    private readonly FormulaMeter _hypothesis;
    private readonly FormulaMeter _conclusion;
    private readonly Tape _initial;
    private readonly Tape _next;
    private readonly double[] _slots;
    private readonly double[] _box;

    /// <summary>Compiles a statement.</summary>
    /// <param name="statement">The statement.</param>
    public RecurrenceMeter(RecurrenceStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        _statement = statement;
        _hypothesis = new FormulaMeter(statement.VariableNames, statement.Hypothesis);
        _conclusion = new FormulaMeter(statement.ConclusionNames, statement.Conclusion);
        _initial = Tape.Compile(statement.VariableNames, [.. statement.Components.Select(c => c.Initial)]);
        _next = Tape.Compile(
            [.. statement.VariableNames, .. statement.Components.Select(c => c.Name)], [.. statement.Components.Select(c => c.Next)]);
        _slots = new double[Math.Max(_initial.Length, _next.Length)];
        _box = new double[statement.ConclusionNames.Count];
    }

    /// <summary>The number of instructions of one step.</summary>
    public int StepLength => _next.Length;

    /// <summary>Runs from one start until the last step, or until the margin falls below a level.</summary>
    /// <param name="start">One value per variable.</param>
    /// <param name="stopBelow">A relative margin below which the run ends at once; negative infinity to go on.</param>
    /// <param name="steps">The number of steps, if fewer than to the last.</param>
    public RunMeasurement Run(ReadOnlySpan<double> start, double stopBelow, int steps = int.MaxValue)
    {
        double hypothesis = _hypothesis.Measure(start);
        int variables = start.Length, components = _statement.Components.Count;
        Span<double> state = _box.AsSpan(variables, components), previous = _box.AsSpan(variables + components);
        start.CopyTo(_box);
        DoubleEvaluation.Run(_initial, start, _slots);
        Collect(_initial, state);
        var worst = new RunMeasurement(hypothesis, double.PositiveInfinity, _statement.FirstStep, 0);
        if (!(hypothesis >= 0))
        {
            return worst;
        }

        for (int t = 1; t <= Math.Min(steps, _statement.LastStep); t++)
        {
            state.CopyTo(previous);
            DoubleEvaluation.Run(_next, _box.AsSpan(0, variables + components), _slots);
            Collect(_next, state);
            double margin = t < _statement.FirstStep ? double.PositiveInfinity : _conclusion.Measure(_box);
            worst = worst with { StepsTaken = t };
            if (!(margin >= worst.Margin))
            {
                worst = worst with { Margin = margin, Step = t };
                if (!(margin >= stopBelow))
                {
                    break;
                }
            }
        }

        return worst;
    }

    private void Collect(Tape tape, Span<double> state)
    {
        ReadOnlySpan<int> outputs = tape.Outputs;
        for (int i = 0; i < outputs.Length; i++)
        {
            state[i] = _slots[outputs[i]];
        }
    }
}
