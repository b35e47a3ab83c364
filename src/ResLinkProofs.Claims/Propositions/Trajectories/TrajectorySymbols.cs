using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>Hands out the observables at one point of a trajectory as terms, and remembers which were used.</summary>
public sealed class PointSymbols
{
    private readonly string _mark;
    private readonly List<NetworkObservable> _observables = [];

    internal PointSymbols(string mark) => _mark = mark;

    /// <summary>The observables used so far.</summary>
    public IReadOnlyList<NetworkObservable> Observables => _observables;

    /// <summary>The term that stands for an observable at this point.</summary>
    /// <param name="observable">The observable.</param>
    public Term this[NetworkObservable observable]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(observable);
            if (!_observables.Contains(observable))
            {
                _observables.Add(observable);
            }

            return Term.Variable(NameOf(observable));
        }
    }

    internal string NameOf(NetworkObservable observable) => observable.Symbol + _mark;
}

/// <summary>
/// What a formula about a trajectory can speak of: the start, a point W_t and the point W_{t-1} before it, the dimension and the step size.
/// </summary>
public sealed class TrajectorySymbols
{
    internal const string DimensionName = "d";
    internal const string StepSizeName = "η";

    internal TrajectorySymbols()
    {
    }

    /// <summary>Observables of (W_0, W*).</summary>
    public PointSymbols Start { get; } = new("(0)");

    /// <summary>Observables of (W_{t-1}, W*).</summary>
    public PointSymbols Before { get; } = new("(t-1)");

    /// <summary>Observables of (W_t, W*).</summary>
    public PointSymbols Now { get; } = new("(t)");

    /// <summary>d.</summary>
    public Term Dimension { get; } = Term.Variable(DimensionName);

    /// <summary>eta.</summary>
    public Term StepSize { get; } = Term.Variable(StepSizeName);
}
