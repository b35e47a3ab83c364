using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent.Trajectories;

/// <summary>
/// A place on a trajectory with everything the theory measures there. Each quantity is computed on first use and kept, so an observer pays
/// only for what it looks at. W is a snapshot: it does not move with the descent.
/// </summary>
public sealed class TrajectoryPoint
{
    private readonly DenseMatrix teacher;
    private readonly PopulationWorkspace workspace;
    private readonly int threads;
    private readonly Lazy<TeacherStudent> model;
    private readonly Lazy<DenseMatrix> difference, descent;

    internal TrajectoryPoint(long step, double loss, DenseMatrix weights, TrajectoryFrame frame)
    {
        (Step, Loss, Weights, teacher, workspace, threads) = (step, loss, weights, frame.Teacher, frame.Workspace, frame.Threads);
        model = new(() => frame.Model(weights));
        difference = new(() => teacher.Subtract(Weights));
        descent = new(() => PopulationGradient.NegativeGradient(model.Value, workspace, threads));
    }

    /// <summary>t: steps taken so far.</summary>
    public long Step { get; }

    /// <summary>The loss at which the last step was taken (of its batch for SGD); NaN before the first.</summary>
    public double Loss { get; }

    /// <summary>W_t, d x d.</summary>
    public DenseMatrix Weights { get; }

    /// <summary>W_t and W* as a network pair, for the closed forms.</summary>
    public TeacherStudent Model => model.Value;

    /// <summary>|W* - W|_F.</summary>
    public double Distance => difference.Value.FrobeniusNorm();

    /// <summary>The potential g.</summary>
    public double Potential => Networks.Potential.Evaluate(Model);

    /// <summary>|s| with s = (W* - W) u and u the vector of ones.</summary>
    public double DisplacementNorm => Math.Sqrt(Networks.Potential.Displacement(Model).Sum(x => x * x));

    /// <summary>-grad L(W), the negative gradient of the population loss.</summary>
    public DenseMatrix NegativeGradient => descent.Value;

    /// <summary>&lt;-grad L(W), W* - W&gt;: positive where W* lies downhill.</summary>
    public double InnerProduct => NegativeGradient.InnerProduct(difference.Value);

    /// <summary>L(W) = E (f(x, W) - f(x, W*))^2 in closed form.</summary>
    public double PopulationLoss => Networks.PopulationLoss.Evaluate(Model, workspace, threads);

    /// <summary>|W|_2.</summary>
    public double SpectralNorm => Weights.SpectralNorm();
}

/// <summary>What all points of a trajectory share.</summary>
/// <param name="teacher">W*.</param>
/// <param name="threads">Threads of the closed forms.</param>
internal sealed class TrajectoryFrame(DenseMatrix teacher, int threads)
{
    private TeacherStudent? last;

    public DenseMatrix Teacher { get; } = teacher;

    public int Threads { get; } = threads;

    public PopulationWorkspace Workspace { get; } = new();

    public TeacherStudent Model(DenseMatrix weights) => last = last?.WithStudent(weights) ?? new TeacherStudent(weights, Teacher);
}
