using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Looks for a violation that doubles cannot tell from its absence: at the nearest point that was seen, and by bisecting one side of a box,
/// towards where a comparison that fails in the middle increases.
/// </summary>
internal static class SliverSearch
{
    private const int Bisections = 120, MostSides = 4, LongestTape = 100;

    // Wider boxes are for the search; here is what it could not divide.
    private const double WidestSide = 1e-5;

    /// <summary>A confirmed witness, or null.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="point">The nearest point; empty when there is none.</param>
    /// <param name="box">A box that is open; empty when there is none.</param>
    public static ConfirmedWitness? In(Statement statement, IReadOnlyList<double> point, IReadOnlyList<Interval> box)
    {
        var violation = CompiledFormula.Compile(statement.VariableNames, EnclosedWitness.Violation(statement));
        if (violation.Tape.Length > LongestTape || statement.MatrixBounds.Count > 0)
        {
            return null;
        }

        bool hasPoint = point.Count == statement.Variables.Count && point.All(double.IsFinite);
        if (hasPoint && ConfirmedWitness.TryConfirmPrecisely(statement, [.. point.Select(Rational.FromDouble)]) is { } near)
        {
            return near;
        }

        bool isSliver = box.Count == statement.Variables.Count && box.All(side => side.IsBounded && side.Width <= WidestSide);
        return isSliver && violation.Formula is Conjunction or Atom
            ? Enumerable.Range(0, box.Count).Where(i => !box[i].IsPoint).Take(MostSides)
                .Select(i => Bisect(statement, violation, box, i)).FirstOrDefault(found => found is not null)
            : null;
    }

    private static ConfirmedWitness? Bisect(Statement statement, CompiledFormula violation, IReadOnlyList<Interval> box, int side)
    {
        Interval[] slots = new Interval[violation.Tape.Length], adjoints = new Interval[slots.Length], slopes = new Interval[box.Count];
        IntervalEvaluation.Run(violation.Tape, [.. box], slots);
        Rational[] point = [.. box.Select(b => Rational.FromDouble(b.Midpoint))];
        Rational low = Rational.FromDouble(box[side].Lower), high = Rational.FromDouble(box[side].Upper);
        CompiledFormula[] atoms =
            [.. violation.Formula.Atoms().Distinct().Select(a => CompiledFormula.Compile(statement.VariableNames, a))];
        for (int step = 0; step < Bisections; step++)
        {
            point[side] = (low + high) / 2;
            CompiledFormula? failing = Array.Find(atoms, a => a.DecidePreciselyAt(point, []) == Truth.False);
            if (failing is null)
            {
                return ConfirmedWitness.TryConfirmPrecisely(statement, point);
            }

            IntervalSlopes.Run(violation.Tape, slots, violation.SlotOf[(Atom)failing.Formula], adjoints, slopes);
            if (slopes[side].Contains(0.0))
            {
                return null;
            }

            (low, high) = slopes[side].Lower > 0 ? (point[side], high) : (low, point[side]);
        }

        return null;
    }
}
