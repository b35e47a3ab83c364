using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Proving;

/// <summary>Depth-first search of one part of the domain, in instalments.</summary>
internal sealed class SubSearch
{
    private readonly BoxExpander _expander;
    private readonly WitnessHunt _hunt;
    private readonly BoxStack _open;
    private readonly double[] _middle;
    private readonly Interval[] _box;
    private readonly int[] _choices;
    private readonly int _setAsideLimit;
    private Interval[]? _undecided;

    public SubSearch(Statement statement, EmptinessProblem problem, IReadOnlyList<KnownContact> contacts, ProofBudget budget)
    {
        var meter = new PointMeter(problem);
        _expander = new BoxExpander(problem, meter, contacts, budget);
        _hunt = new WitnessHunt(statement, problem, meter);
        int n = problem.Variables.Count, nodes = problem.Nodes.Count;
        _open = new BoxStack(n, nodes);
        _middle = new double[n];
        _box = new Interval[n];
        _choices = new int[nodes];
        _setAsideLimit = budget.SetAside;
    }

    /// <summary>The steps of the proof so far, in preorder.</summary>
    public List<ProofStep> Steps { get; } = [];

    public WitnessHunt Hunt => _hunt;

    public ConfirmedWitness? Witness { get; private set; }

    public long Boxes { get; private set; }

    public int SetAside { get; private set; }

    public int Unbounded { get; private set; }

    public int OpenCount => _open.Count;

    /// <summary>The first box that could be neither decided nor divided, or the last one that was examined; empty before.</summary>
    public ReadOnlySpan<Interval> Undecided => _undecided ?? (Boxes > 0 ? _expander.Narrowed : []);

    /// <summary>True when nothing is left to do here: refuted, searched through, or given up.</summary>
    public bool IsFinished => Witness is not null || _open.Count == 0 || SetAside + Unbounded >= _setAsideLimit;

    /// <summary>True when every box was closed.</summary>
    public bool IsProved => Witness is null && _open.Count == 0 && SetAside == 0 && Unbounded == 0;

    /// <summary>The waiting boxes.</summary>
    public BoxStack Open => _open;

    /// <summary>Adds a box to be searched.</summary>
    public void Add(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices) => _open.Push(box, choices);

    /// <summary>Examines boxes until done, until the given number was examined, or until told to stop.</summary>
    public void Run(long boxes, Func<bool>? isStopped = null)
    {
        for (long end = Boxes + boxes; Boxes < end && !IsFinished && !(isStopped?.Invoke() ?? false);)
        {
            Step();
        }
    }

    /// <summary>Examines the newest waiting box.</summary>
    public Expansion Step()
    {
        _open.Pop(out ReadOnlySpan<Interval> box, out ReadOnlySpan<int> choices);
        box.CopyTo(_box);
        choices.CopyTo(_choices);
        Boxes++;
        Expansion result = _expander.Expand(_box, _choices, Steps, _open);
        SetAside += result == Expansion.SetAside ? 1 : 0;
        Unbounded += result == Expansion.Unbounded ? 1 : 0;
        _undecided ??= result is Expansion.SetAside or Expansion.Unbounded ? _expander.Narrowed.ToArray() : null;
        if (result != Expansion.Closed)
        {
            Witness ??= Look();
        }

        return result;
    }

    private ConfirmedWitness? Look()
    {
        double before = _hunt.BestMargin;
        ConfirmedWitness? witness = InspectMiddle(_box) ?? InspectMiddle(_expander.Narrowed);
        // Now and then, from the best middle that is new, a short climb.
        return witness ?? (_hunt.BestMargin > before && long.IsPow2(Boxes) ? _hunt.Climb(_hunt.Best.ToArray(), 400) : null);
    }

    private ConfirmedWitness? InspectMiddle(ReadOnlySpan<Interval> box)
    {
        for (int i = 0; i < box.Length; i++)
        {
            Interval range = box[i];
            _middle[i] = range.IsBounded ? range.Midpoint
                : range.IsEntire ? 0 : double.IsFinite(range.Lower) ? range.Lower + 1 : range.Upper - 1;
        }

        return _hunt.Inspect(_middle);
    }
}
