using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Proving;

/// <summary>The upper part of a proof, found breadth-first, and the searches that continue it.</summary>
internal sealed class SearchTree
{
    private sealed class Branch
    {
        public List<ProofStep> Steps { get; init; } = [];

        public Branch[] Children { get; set; } = [];

        public SubSearch? Search { get; set; }
    }

    private readonly Statement _statement;
    private readonly EmptinessProblem _problem;
    private readonly ProofBudget _budget;
    private readonly SubSearch _top;
    private readonly IReadOnlyList<KnownContact> _contacts;
    private readonly Branch _root = new();
    private readonly List<SubSearch> _parts = [];
    private ConfirmedWitness? _witness;
    private int _setAside;
    private int _unbounded;

    public SearchTree(Statement statement, EmptinessProblem problem, IReadOnlyList<KnownContact> contacts, ProofBudget budget)
    {
        _statement = statement;
        _problem = problem;
        _budget = budget;
        _contacts = contacts;
        _top = new SubSearch(statement, problem, _contacts, budget);
    }

    public long Boxes { get; private set; }

    public bool IsFinished => _witness is not null || _parts.TrueForAll(p => p.IsFinished) || SetAside >= _budget.SetAside;

    private int SetAside => _setAside + _unbounded + _parts.Sum(p => p.SetAside + p.Unbounded);

    /// <summary>Climbs to large margins from a few points of the domain.</summary>
    public void Climb()
    {
        Interval[] box = _problem.EnclosingBox();
        double[] point = new double[box.Length];
        long starts = Math.Min(4 + Math.Min(box.Length, 4), 1 + (_budget.Boxes / 16));
        for (int start = 0; start < starts && _witness is null; start++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                // The middle first, then a lattice of irrational steps, one per variable.
                double share = start == 0 ? 0.5 : (start * Math.Sqrt(2 + (3 * i))) % 1;
                point[i] = box[i].IsBounded ? box[i].Lower + (share * (box[i].Upper - box[i].Lower))
                    : box[i].IsEntire ? 4 * (share - 0.5)
                    : double.IsFinite(box[i].Lower) ? box[i].Lower + (4 * share)
                    : box[i].Upper - (4 * share);
            }

            _witness = _top.Hunt.Climb(point, 100 * (1 + box.Length));
        }
    }

    /// <summary>Examines boxes breadth-first until there are enough waiting parts, each of which gets a search of its own.</summary>
    public void Divide(int parts, long boxes)
    {
        var waiting = new Queue<(Branch Branch, Interval[] Box, int[] Choices)>();
        int[] noChoice = new int[_problem.Nodes.Count];
        Array.Fill(noChoice, -1);
        waiting.Enqueue((_root, _problem.EnclosingBox(), noChoice));
        while (waiting.Count > 0 && waiting.Count < parts && Boxes < boxes && _witness is null && SetAside < _budget.SetAside)
        {
            (Branch branch, Interval[] box, int[] choices) = waiting.Dequeue();
            _top.Steps.Clear();
            _top.Add(box, choices);
            _top.Step();
            Boxes++;
            branch.Steps.AddRange(_top.Steps);
            _witness = _top.Witness;
            branch.Children = new Branch[_top.OpenCount];
            for (int i = 0; i < branch.Children.Length; i++)
            {
                branch.Children[i] = new Branch();
                _top.Open.Pop(out ReadOnlySpan<Interval> part, out ReadOnlySpan<int> made);
                waiting.Enqueue((branch.Children[i], part.ToArray(), made.ToArray()));
            }
        }

        _setAside = _top.SetAside;
        _unbounded = _top.Unbounded;
        foreach ((Branch branch, Interval[] box, int[] choices) in waiting)
        {
            branch.Search = new SubSearch(_statement, _problem, _contacts, _budget);
            branch.Search.Add(box, choices);
            _parts.Add(branch.Search);
        }
    }

    /// <summary>Lets every unfinished part examine up to the given number of boxes.</summary>
    public void Advance(long instalment, ProofBudget budget)
    {
        long left = budget.Boxes - Boxes;
        SubSearch[] active = [.. _parts.Where(p => !p.IsFinished).Take((int)Math.Min(left, int.MaxValue))];
        long share = Math.Min(instalment, left / active.Length);
        long[] before = Array.ConvertAll(active, p => p.Boxes);
        int first = int.MaxValue; // the first part in order with a witness; later parts need not go on
        void Run(int i)
        {
            active[i].Run(share, () => Volatile.Read(ref first) < i);
            if (active[i].Witness is not null)
            {
                int seen = Volatile.Read(ref first);
                while (i < seen)
                {
                    seen = Interlocked.CompareExchange(ref first, i, seen) is var found && found == seen ? i : found;
                }
            }
        }

        if (budget.Threads == 1)
        {
            for (int i = 0; i < active.Length && first > i; i++)
            {
                Run(i);
            }
        }
        else
        {
            Parallel.For(0, active.Length, new ParallelOptions { MaxDegreeOfParallelism = budget.Threads }, Run);
        }

        int counted = Math.Min(first, active.Length - 1);
        for (int i = 0; i <= counted; i++)
        {
            Boxes += active[i].Boxes - before[i];
        }

        _witness = first < active.Length ? active[first].Witness : null;
    }

    /// <summary>The outcome of all that was examined.</summary>
    public ProofOutcome Conclude(ProofBudget budget)
    {
        if (_witness is not null)
        {
            return new Refuted(_witness, Boxes);
        }

        if (SetAside == 0 && _parts.TrueForAll(p => p.IsProved))
        {
            var steps = new List<ProofStep>();
            Collect(steps);
            CertificateVerdict verdict = CertificateChecker.Check(_statement, steps);
            return verdict.Accepted is { } accepted
                ? new Proved(accepted, Boxes)
                : throw new InvalidOperationException($"The kernel rejects the proof that was found: {verdict.Rejection}.");
        }

        WitnessHunt nearest = _parts.Select(p => p.Hunt).Append(_top.Hunt).MaxBy(h => h.BestMargin)!;
        bool found = double.IsFinite(nearest.BestMargin);
        int unbounded = _unbounded + _parts.Sum(p => p.Unbounded);
        SubSearch open = (_setAside + _unbounded > 0 ? _top : null) ?? _parts.Find(p => p.SetAside + p.Unbounded > 0)
            ?? _parts.Find(p => !p.IsFinished && p.Boxes > 0) ?? _top;
        var obstacle = Obstacle.Of(_problem, open.Undecided, nearest.BestMargin, SetAside, unbounded, budget);
        double margin = found ? nearest.BestMargin : double.NaN;
        return new Inconclusive(obstacle.Explanation, found ? [.. nearest.Best] : [], margin, SetAside, Boxes) { Obstacle = obstacle };
    }

    private void Collect(List<ProofStep> steps)
    {
        var pending = new Stack<Branch>([_root]);
        while (pending.Count > 0)
        {
            Branch branch = pending.Pop();
            steps.AddRange(branch.Search?.Steps ?? branch.Steps);
            for (int i = branch.Children.Length - 1; i >= 0; i--)
            {
                pending.Push(branch.Children[i]);
            }
        }
    }
}
