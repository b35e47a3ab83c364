namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>The kinds of conclusions that are checked.</summary>
internal enum StepKind
{
    Resolution,
    Values,
    Satisfied,
    MeanValues,
    Corners,
    Contract,
    Exhausted,
    ContractBySlopes,
    ExhaustedBySlopes,
    Fix,
    Curvature,
    Slopes,
    Hessian,
}

/// <summary>
/// Counts, per kind, of applications, of those that concluded something, of the points that were tried against it, and of contradictions.
/// </summary>
internal sealed class StepTally
{
    private const int KeptContradictions = 20;

    private readonly long[] _applied = new long[Kinds.Length];
    private readonly long[] _fired = new long[Kinds.Length];
    private readonly long[] _points = new long[Kinds.Length];
    private readonly long[] _satisfying = new long[Kinds.Length];
    private readonly long[] _wrong = new long[Kinds.Length];
    private readonly List<string> _contradictions = [];

    public static StepKind[] Kinds { get; } = Enum.GetValues<StepKind>();

    /// <summary>How many steps were applied; the comparison of a problem with its statement is none.</summary>
    public long Applications => _applied.Sum()
        - Applied(StepKind.Resolution) - Applied(StepKind.Exhausted) - Applied(StepKind.ExhaustedBySlopes);

    public long Contradictions => _wrong.Sum();

    public IReadOnlyList<string> Examples => _contradictions;

    public long Applied(StepKind kind) => _applied[(int)kind];

    public long Fired(StepKind kind) => _fired[(int)kind];

    public long Points(StepKind kind) => _points[(int)kind];

    /// <summary>Of the points those that satisfied the formula before the step, so that the step had something to lose.</summary>
    public long Satisfying(StepKind kind) => _satisfying[(int)kind];

    public long Wrong(StepKind kind) => _wrong[(int)kind];

    public void Apply(StepKind kind) => _applied[(int)kind]++;

    public void Fire(StepKind kind) => _fired[(int)kind]++;

    public void Try(StepKind kind, bool satisfies = false)
    {
        _points[(int)kind]++;
        _satisfying[(int)kind] += satisfies ? 1 : 0;
    }

    public void Contradict(StepKind kind, Func<string> description)
    {
        _wrong[(int)kind]++;
        if (_contradictions.Count < KeptContradictions)
        {
            _contradictions.Add($"{kind}: {description()}");
        }
    }

    public void Add(StepTally other)
    {
        for (int k = 0; k < Kinds.Length; k++)
        {
            _applied[k] += other._applied[k];
            _fired[k] += other._fired[k];
            _points[k] += other._points[k];
            _satisfying[k] += other._satisfying[k];
            _wrong[k] += other._wrong[k];
        }

        _contradictions.AddRange(other._contradictions.Take(KeptContradictions - _contradictions.Count));
    }

    public override string ToString() => string.Join('\n', Kinds.Select(k =>
        $"{k}: {Applied(k)} applied, {Fired(k)} fired, {Points(k)} points, {Satisfying(k)} satisfying, {Wrong(k)} wrong")
        .Concat(_contradictions));
}
