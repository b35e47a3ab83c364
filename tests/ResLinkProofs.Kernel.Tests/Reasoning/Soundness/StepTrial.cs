using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>
/// Applies steps at random to one problem, in any order, and tries points against whatever a step concludes: points that satisfied the
/// formula before must not be excluded.
/// </summary>
internal sealed class StepTrial
{
    private const int PointsInPool = 16;
    private const int PointsPerConclusion = 12;

    private readonly EdgeProblem _problem;
    private readonly ReasoningSteps _steps;
    private readonly Random _random;
    private readonly StepTally _tally;
    private readonly DerivativeTrial _derivatives;
    private readonly List<PointSample> _pool = [];
    private readonly int[] _atoms;
    private readonly int[] _alternatives;
    private readonly Interval[] _whole;
    private readonly int[] _noChoices;

    public StepTrial(EdgeProblem problem, ReasoningSteps steps, Random random, StepTally tally, IEnumerable<Rational[]>? points = null)
    {
        (_problem, _steps, _random, _tally) = (problem, steps, random, tally);
        _derivatives = new DerivativeTrial(problem, steps, random, tally);
        IReadOnlyList<FormulaNode> nodes = problem.Problem.Nodes;
        _atoms = [.. Enumerable.Range(0, nodes.Count).Where(k => nodes[k].Kind == FormulaNodeKind.Atom)];
        _alternatives = [.. Enumerable.Range(0, nodes.Count).Where(k => nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 0 })];
        _whole = problem.Problem.EnclosingBox();
        _noChoices = [.. Enumerable.Repeat(-1, nodes.Count)];
        _pool.AddRange((points ?? []).Select(p => new PointSample(problem.Problem, p)));
        while (_pool.Count < PointsInPool)
        {
            _pool.Add(new PointSample(problem.Problem, problem.PointIn(random, _whole)));
        }

        foreach (PointSample sample in _pool)
        {
            CompareWithOriginal(sample);
        }
    }

    /// <summary>Makes a number of attempts from several boxes.</summary>
    public void Run(int attempts)
    {
        bool isOpen = false;
        for (int i = 0; i < attempts; i++)
        {
            if (!isOpen || _random.Next(6) == 0)
            {
                Start();
            }

            isOpen = Step() || (_random.Next(3) > 0 && _steps.Box.IndexOf(Interval.Empty) < 0);
        }
    }

    // The whole box or a part of it that is cut at points of interest, with some choices made.
    private void Start()
    {
        Interval[] box = [.. _whole];
        for (int i = 0; i < box.Length && _random.Next(2) == 0; i++)
        {
            Rational first = EdgeRange.Coordinate(_random, _whole[i], _problem.Marks[i]);
            Rational second = EdgeRange.Coordinate(_random, _whole[i], _problem.Marks[i]);
            Interval part = Interval.Hull(first.ToDouble(), second.ToDouble()).Intersect(_whole[i]);
            box[i] = part.IsEmpty ? box[i] : part;
        }

        _steps.Load(box, _noChoices);
        while (_alternatives.Length > 0 && _random.Next(2) == 0)
        {
            Choose();
        }

        SharpenAtTimes();
    }

    // Every conclusion is drawn from both kinds of enclosures.
    private void SharpenAtTimes()
    {
        if (_random.Next(3) == 0)
        {
            _steps.Sharpen();
        }
    }

    // False when nothing is left of the box.
    private bool Step()
    {
        switch (_random.Next(15))
        {
            case 0:
                return Conclude(StepKind.Values, _steps.IsRefutedByValues());
            case 1:
                return Satisfied();
            case 2 or 3:
                return Conclude(StepKind.MeanValues, _steps.IsRefutedByMeanValues());
            case 4 or 5:
                return Narrow(StepKind.Contract, StepKind.Exhausted, _steps.Contract);
            case 6 or 7:
                return Narrow(StepKind.ContractBySlopes, StepKind.ExhaustedBySlopes, _steps.ContractBySlopes)
                    && Narrow(StepKind.ContractBySlopes, StepKind.ExhaustedBySlopes, _steps.ContractBySlopes);
            case 8 or 9:
                return Fix();
            case 10 or 11:
                return Curve();
            case 12:
                _derivatives.TrySlopes(Any(_atoms));
                return true;
            case 13:
                _derivatives.TryHessian(Any(_atoms));
                return true;
            default:
                Split();
                return true;
        }
    }

    private bool Conclude(StepKind kind, bool refuted)
    {
        _tally.Apply(kind);
        if (refuted)
        {
            _tally.Fire(kind);
            foreach (PointSample sample in Samples(_steps.Box.ToArray()))
            {
                bool satisfies = sample.TruthUnder(_steps.Choices) == Truth.True;
                _tally.Try(kind, satisfies);
                if (satisfies)
                {
                    Contradict(kind, sample, _steps.Box.ToArray());
                }
            }
        }

        return !refuted;
    }

    private bool Curve()
    {
        bool remains = true;
        int node = Any(_atoms);
        for (int k = 0; k < 3 && remains; k++)
        {
            (double bound, double[] point) = _derivatives.Paraboloid(node);
            remains = Conclude(StepKind.Curvature, _steps.IsRefutedByCurvature(node, bound, point));
        }

        return remains;
    }

    private bool Satisfied()
    {
        _tally.Apply(StepKind.Satisfied);
        if (_steps.IsSatisfiedByValues())
        {
            _tally.Fire(StepKind.Satisfied);
            foreach (PointSample sample in Samples(_steps.Box.ToArray()))
            {
                _tally.Try(StepKind.Satisfied, satisfies: true);
                if (sample.TruthUnder(_steps.Choices) == Truth.False)
                {
                    Contradict(StepKind.Satisfied, sample, _steps.Box.ToArray());
                }
            }
        }

        return true;
    }

    private bool Narrow(StepKind narrowing, StepKind exhausting, Func<bool> step)
    {
        Interval[] before = _steps.Box.ToArray();
        bool remains = step();
        Interval[] after = _steps.Box.ToArray();
        _tally.Apply(narrowing);
        _tally.Apply(exhausting);
        if (!remains || !after.AsSpan().SequenceEqual(before))
        {
            StepKind kind = remains ? narrowing : exhausting;
            _tally.Fire(kind);
            foreach (PointSample sample in Samples(before).Concat(remains ? OnTheFarSide(before, after) : []))
            {
                bool satisfies = sample.TruthUnder(_steps.Choices) == Truth.True;
                _tally.Try(kind, satisfies);
                if (satisfies && (!remains || !sample.LiesIn(after)))
                {
                    Contradict(kind, sample, before);
                }
            }
        }

        return remains;
    }

    // Variables one after another: slopes computed before the first fixing may serve the later ones.
    private bool Fix()
    {
        for (int variable = _random.Next(_whole.Length), count = _random.Next(1, _whole.Length + 1); count > 0; count--)
        {
            Interval[] before = _steps.Box.ToArray();
            int direction = _random.Next(2) == 0 ? _steps.Direction(variable) : (2 * _random.Next(2)) - 1;
            _tally.Apply(StepKind.Fix);
            if (direction != 0 && _steps.TryFix(variable, direction))
            {
                _tally.Fire(StepKind.Fix);
                Rational end = Rational.FromDouble(_steps.Box[variable].Lower);
                foreach (PointSample sample in Samples(before))
                {
                    bool satisfies = sample.TruthUnder(_steps.Choices) == Truth.True;
                    _tally.Try(StepKind.Fix, satisfies);
                    if (satisfies && Moved(sample, variable, end).TruthUnder(_steps.Choices) == Truth.False)
                    {
                        Contradict(StepKind.Fix, sample, before);
                    }
                }
            }

            variable = (variable + 1) % _whole.Length;
        }

        return true;
    }

    // The satisfying point that must remain becomes one of the pool.
    private PointSample Moved(PointSample sample, int variable, Rational end)
    {
        Rational[] point = [.. sample.Point];
        point[variable] = end;
        var moved = new PointSample(_problem.Problem, point);
        if (_pool.Count < 2 * PointsInPool)
        {
            _pool.Add(moved);
        }

        return moved;
    }

    private void Split()
    {
        int variable = _random.Next(_whole.Length);
        Interval range = _steps.Box[variable];
        double at = Math.Clamp(EdgeRange.Coordinate(_random, range, _problem.Marks[variable]).ToDouble(), range.Lower, range.Upper);
        _steps.Restrict(variable, _random.Next(2) == 0 ? new Interval(range.Lower, at) : new Interval(at, range.Upper));
        if (_alternatives.Length > 0 && _random.Next(2) == 0)
        {
            Choose();
        }

        SharpenAtTimes();
    }

    private void Choose()
    {
        int node = Any(_alternatives);
        IReadOnlyList<int> operands = _problem.Problem.Nodes[node].Operands;
        _steps.Choose(node, operands[_random.Next(operands.Count)]);
    }

    private List<PointSample> Samples(Interval[] box)
    {
        List<PointSample> samples = [.. _pool.Where(s => s.LiesIn(box))];
        for (int k = 0; k < PointsPerConclusion; k++)
        {
            samples.Add(new PointSample(_problem.Problem, _problem.PointIn(_random, box)));
        }

        return samples;
    }

    // Points that a narrowing cut away by a hair.
    private IEnumerable<PointSample> OnTheFarSide(Interval[] before, Interval[] after)
    {
        for (int i = 0; i < before.Length; i++)
        {
            foreach (double cut in new[] { Math.BitDecrement(after[i].Lower), Math.BitIncrement(after[i].Upper) })
            {
                for (int k = 0; k < 2 && double.IsFinite(cut) && before[i].Contains(cut); k++)
                {
                    Rational[] point = _problem.PointIn(_random, before);
                    point[i] = Rational.FromDouble(cut);
                    yield return new PointSample(_problem.Problem, point);
                }
            }
        }
    }

    // The problem that is made of a statement, kinks resolved into cases, asks the same.
    private void CompareWithOriginal(PointSample sample)
    {
        Truth original = _problem.Counterexample.DecideAt(sample.Point), resolved = sample.TruthUnder(_noChoices);
        _tally.Apply(StepKind.Resolution);
        if (original != Truth.Unknown && resolved != Truth.Unknown)
        {
            _tally.Fire(StepKind.Resolution);
            _tally.Try(StepKind.Resolution, original == Truth.True);
            if (original != resolved)
            {
                Contradict(StepKind.Resolution, sample, _whole);
            }
        }
    }

    private void Contradict(StepKind kind, PointSample sample, Interval[] before) => _tally.Contradict(
        kind,
        () => $"{sample} in {string.Join(" x ", before)}, choices {string.Join(" ", _steps.Choices.ToArray())}, of\n{_problem.Problem}");

    private int Any(int[] indices) => indices[_random.Next(indices.Length)];
}
