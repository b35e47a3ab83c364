using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>
/// Gradient descent on the population loss of a teacher-student pair under noise with E[E_t] = 0 and
/// |E_t|_F = epsilon, from one fixed start. A run yields |W_T - W*|^2.
/// </summary>
public sealed class NoisyNetworkDescent : Ensemble
{
    // What a step of PopulationDescent in a small dimension costs in steps of a single number.
    private const long StepCost = 200;
    private readonly TeacherStudent _start;
    private readonly double _epsilon;
    private readonly double _stepSize;
    private readonly int _steps;

    /// <summary>Describes the runs.</summary>
    /// <param name="start">W_0 and W*.</param>
    /// <param name="epsilon">|E_t|_F, at least 0.</param>
    /// <param name="stepSize">eta, positive.</param>
    /// <param name="steps">T, at least 1.</param>
    public NoisyNetworkDescent(TeacherStudent start, double epsilon, double stepSize, int steps)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (_start, _epsilon, _stepSize, _steps) = (start, epsilon, stepSize, steps);

        // |grad L|_F <= sqrt(2) d |W - W*|_F: by Cauchy and Schwarz |grad_j L|^2 <= 2 L, and L <= d |W
        // - W*|_F^2 because f is a sum of d functions that move by at most |(w_j - w*_j, x)|.
        double largest = Distance(start);
        for (int t = 0; t < steps; t++)
        {
            largest = ((1 + (Math.Sqrt(2) * start.Dimension * stepSize)) * largest) + (stepSize * epsilon);
        }

        Quantities = [new(Symbol, largest * largest * (1 + 1e-9))];
    }

    /// <summary>The symbol of the one quantity, |W_T - W*|^2.</summary>
    public static string Symbol => "‖W_T-W*‖²_F";

    /// <inheritdoc/>
    public override IReadOnlyList<EnsembleQuantity> Quantities { get; }

    /// <inheritdoc/>
    public override long Cost => _steps * Math.Max(StepCost, StepCost * _start.Dimension * _start.Dimension / 100);

    /// <inheritdoc/>
    public override void Run(RandomStream stream, Span<double> values)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var descent = new PopulationDescent(_start, _epsilon, stream.NextUInt64());
        for (int t = 0; t < _steps; t++)
        {
            descent.Advance(_stepSize);
        }

        double distance = Distance(descent.Model);
        values[0] = distance * distance;
    }

    private static double Distance(TeacherStudent model) => model.Teacher.Weights.Subtract(model.Student.Weights).FrobeniusNorm();
}
