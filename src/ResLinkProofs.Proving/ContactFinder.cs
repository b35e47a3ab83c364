using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Looks for the points at which a statement holds with equality: floating-point climbs to where the margin vanishes, simple
/// numbers and multiples of subterms near what they find, and exact arithmetic that tells which of them are contacts indeed.
/// </summary>
internal sealed class ContactFinder
{
    private const int LargestDimension = 4, LargestTape = 64;
    private const int Starts = 12, Evaluations = 1_500;
    private const int HighestOrder = 12, LowOrder = 3, MaximumContacts = 12;
    private const double NearlyZero = 1e-9, NearlySatisfied = 1e-7;

    private static readonly double[] Distances = [1e-13, 1e-9, 1e-6, 1e-4, 1e-2];
    private static readonly Rational[] Factors = [1, -1, new(1, 2), new(-1, 2), 2, new(1, 4), new(1, 3), new(1, 6)];

    private readonly EmptinessProblem _problem;
    private readonly BoxReasoner _reasoner;
    private readonly PointMeter _meter;
    private readonly Tape _tape;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _slots;
    private readonly List<KnownContact> _found = [];

    public ContactFinder(EmptinessProblem problem)
    {
        _problem = problem;
        _tape = problem.Tape;
        _reasoner = new BoxReasoner(problem);
        _meter = new PointMeter(problem);
        Interval[] box = problem.EnclosingBox();
        _lower = Array.ConvertAll(box, b => b.Lower);
        _upper = Array.ConvertAll(box, b => b.Upper);
        _slots = new double[_tape.Length];
    }

    /// <summary>The contacts, in a fixed order; none for problems that are too large to be searched for them.</summary>
    public IReadOnlyList<KnownContact> Find()
    {
        if (_lower.Length > LargestDimension || _tape.Length > LargestTape)
        {
            return [];
        }

        int[] atoms = [.. Enumerable.Range(0, _problem.Nodes.Count).Where(k => _problem.Nodes[k].Kind == FormulaNodeKind.Atom)];
        foreach (int node in atoms.Where(
            k => _problem.Nodes[k].Relation is Relation.Greater or Relation.NotEqual && !_problem.IsIdentity(k)))
        {
            Add(node, [], atoms);
        }

        for (int start = 0; start < Starts; start++)
        {
            double[] point = StartAt(start);
            if (!(Climb(point) > -NearlySatisfied))
            {
                continue;
            }

            foreach (int node in atoms)
            {
                DoubleEvaluation.Run(_tape, point, _slots);
                FormulaNode atom = _problem.Nodes[node];
                if (atom.Relation != Relation.NotEqual && Math.Abs(_slots[atom.Slot]) <= NearlySatisfied)
                {
                    LookNear(node, point, atoms);
                }
            }
        }

        return _found;
    }

    private void LookNear(int node, double[] point, int[] atoms)
    {
        int slot = _problem.Nodes[node].Slot;
        int[] variables = [.. Enumerable.Range(0, point.Length).Where(i => Dependence(i)[slot])];
        ContactAnchor[][] constants = [.. variables.Select(i => Constants(i, point[i]).ToArray())];
        for (int k = 0; k < variables.Length; k++)
        {
            foreach (ContactAnchor anchor in constants[k].Concat(Curves(variables[k])))
            {
                Add(node, [anchor], atoms);
            }
        }

        if (variables.Length < 2)
        {
            return;
        }

        // An isolated point, and a line on which all variables are equal.
        for (int rank = 0; rank < Distances.Length; rank++)
        {
            if (constants.All(c => c.Length > 0))
            {
                Add(node, [.. constants.Select(c => c[Math.Min(rank, c.Length - 1)])], atoms);
            }
        }

        for (int k = 0; k < variables.Length && variables.Length > 2; k++)
        {
            int leader = SlotOf(variables[k]);
            Add(node, [.. variables.Where(i => i != variables[k]).Select(i => new ContactAnchor(i, 0, (Rational.One, leader)))], atoms);
        }
    }

    // Simple numbers near a coordinate, an end of its range, and multiples of constants that occur.
    private IEnumerable<ContactAnchor> Constants(int variable, double near)
    {
        var seen = new HashSet<Rational>();
        RealVariableEnds(variable, near, seen);
        foreach (double distance in Distances)
        {
            seen.Add(SimplestRational.Near(near, distance * (1 + Math.Abs(near))));
        }

        foreach (Rational value in seen)
        {
            yield return new ContactAnchor(variable, value);
        }

        for (int k = 0; k < _tape.Length; k++)
        {
            if (_tape.IsConstant(k) && _tape.Instructions[k].Operation != Operation.Literal)
            {
                foreach (Rational factor in Factors.Where(f => Math.Abs((f.ToDouble() * _slots[k]) - near) <= 1e-2 * (1 + Math.Abs(near))))
                {
                    yield return new ContactAnchor(variable, 0, (factor, k));
                }
            }
        }
    }

    private void RealVariableEnds(int variable, double near, HashSet<Rational> seen)
    {
        foreach (Rational? end in new[] { _problem.Variables[variable].Lower, _problem.Variables[variable].Upper })
        {
            if (end is { } value && Math.Abs(value.ToDouble() - near) <= 1e-2 * (1 + Math.Abs(near)))
            {
                seen.Add(value);
            }
        }
    }

    // What occurs in the statement and does not depend on the variable.
    private IEnumerable<ContactAnchor> Curves(int variable)
    {
        bool[] depends = Dependence(variable);
        for (int k = 0; k < _tape.Length; k++)
        {
            if (!depends[k] && !_tape.IsConstant(k))
            {
                yield return new ContactAnchor(variable, 0, (Rational.One, k));
                yield return new ContactAnchor(variable, 0, (-Rational.One, k));
            }
        }
    }

    private void Add(int node, ContactAnchor[] anchors, int[] atoms)
    {
        if (_found.Count == MaximumContacts || _found.Exists(f => f.Node == node && AreSame(f.Anchors, anchors))
            || !VanishesNearly(node, anchors))
        {
            return;
        }

        int order = _reasoner.OrderOfContact(node, anchors, anchors.Length == 1 ? HighestOrder : anchors.Length == 0 ? 1 : 2);
        if (order == 0 && anchors.Length == 1) // high orders may be too much for exact arithmetic
        {
            order = _reasoner.OrderOfContact(node, anchors, LowOrder);
        }

        if (order >= Math.Min(2, Math.Max(1, anchors.Length)))
        {
            int[] guards = [.. atoms.Where(
                k => k != node && VanishesNearly(k, anchors) && _reasoner.OrderOfContact(k, anchors, anchors.Length > 1 ? 2 : 1) > 0)];
            _found.Add(new(node, anchors, anchors.Length == 0 ? 0 : order, guards));
        }
    }

    private static bool AreSame(IReadOnlyList<ContactAnchor> left, ContactAnchor[] right) =>
        left.Count == right.Length && left.Zip(right).All(p =>
            p.First.Variable == p.Second.Variable && p.First.Constant == p.Second.Constant && p.First.Terms.SequenceEqual(p.Second.Terms));

    // At some points of the domain moved onto the anchors.
    private bool VanishesNearly(int node, ContactAnchor[] anchors)
    {
        int defined = 0;
        for (int start = 0; start < 4; start++)
        {
            double[] point = StartAt(start);
            DoubleEvaluation.Run(_tape, point, _slots);
            double[] moved = [.. point];
            foreach (ContactAnchor anchor in anchors)
            {
                moved[anchor.Variable] = anchor.Terms.Aggregate(
                    anchor.Constant.ToDouble(), (sum, t) => sum + (t.Factor.ToDouble() * _slots[t.Slot]));
            }

            DoubleEvaluation.Run(_tape, moved, _slots);
            double value = _slots[_problem.Nodes[node].Slot], size = 1;
            if (Math.Abs(value) > NearlyZero * size)
            {
                return false;
            }

            defined += double.IsNaN(value) ? 0 : 1;
        }

        return defined > 0;
    }

    private bool[] Dependence(int variable)
    {
        var depends = new bool[_tape.Length];
        for (int k = 0; k < depends.Length; k++)
        {
            Instruction step = _tape.Instructions[k];
            depends[k] = step.Operation == Operation.Variable ? step.Left == variable
                : !Term.IsLeaf(step.Operation) && (depends[step.Left] || (step.Right >= 0 && depends[step.Right]));
        }

        return depends;
    }

    private int SlotOf(int variable) =>
        Enumerable.Range(0, _tape.Length)
            .First(k => _tape.Instructions[k] is { Operation: Operation.Variable } step && step.Left == variable);

    // The middle first, then a lattice of irrational steps, one per variable.
    private double[] StartAt(int start) => [.. _lower.Select((low, i) =>
    {
        double share = start == 0 ? 0.5 : (start * Math.Sqrt(2 + (3 * i))) % 1, high = _upper[i];
        return double.IsFinite(high - low) ? low + (share * (high - low))
            : double.IsFinite(low) ? low + (4 * share)
            : double.IsFinite(high) ? high - (4 * share) : 6 * (share - 0.5);
    })];

    // Steps along the axes that shrink on failure; moves the point and returns its margin.
    private double Climb(double[] point)
    {
        double[] step = [.. point.Select((x, i) => double.IsFinite(_upper[i] - _lower[i]) ? (_upper[i] - _lower[i]) / 4 : 1)];
        double margin = _meter.Margin(point);
        for (int used = 1; used < Evaluations;)
        {
            bool improved = false, isFine = true;
            for (int i = 0; i < point.Length; i++)
            {
                double before = point[i];
                foreach (double sign in (ReadOnlySpan<double>)[1, -1])
                {
                    point[i] = Math.Clamp(before + (sign * step[i]), _lower[i], _upper[i]);
                    double moved = _meter.Margin(point);
                    used++;
                    if (moved > margin)
                    {
                        margin = moved;
                        improved = true;
                        break;
                    }

                    point[i] = before;
                }
            }

            for (int i = 0; !improved && i < step.Length; i++)
            {
                step[i] *= 0.4;
                isFine &= step[i] <= 1e-15 * (1 + Math.Abs(point[i]));
            }

            if (!improved && isFine)
            {
                break;
            }
        }

        return margin;
    }
}
