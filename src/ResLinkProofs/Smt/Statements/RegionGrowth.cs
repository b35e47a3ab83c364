using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Smt.Statements;

/// <summary>
/// Certifies a statement by a solver at a point and then on boxes around it, doubled until the solver or the budget gives up.
/// Transcendental terms are known by the kernel's enclosures, which are tight where the box is small.
/// </summary>
public static class RegionGrowth
{
    /// <summary>Grows a box around a point.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="statement">The statement; every variable has a bounded range.</param>
    /// <param name="point">A value within its range for each variable, in order.</param>
    /// <param name="doublings">How many box sizes are tried after the point: from 2^(1 - doublings) of the range up to the whole, 0 to 60.</param>
    /// <param name="limits">What each query may cost.</param>
    /// <param name="cancellation">Stops and kills the solver.</param>
    /// <exception cref="ArgumentException">A range is unbounded, the point lies outside, or a power is too large to be written out.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CertifiedRegion Grow(
        ISmtSolver solver, Statement statement, IReadOnlyList<Rational> point, int doublings, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentOutOfRangeException.ThrowIfLessThan(doublings, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(doublings, 60);
        CheckPoint(statement, point);

        IReadOnlyList<RealVariable>? certified = null;
        SmtJudgement? last = null;
        int queries = 0;
        for (int step = 0; step <= doublings; step++)
        {
            Rational share = step == 0 ? Rational.Zero : Rational.Pow(2, step - doublings);
            IReadOnlyList<RealVariable> box = [.. statement.Variables.Select((variable, i) => Around(variable, point[i], share))];
            last = SmtJudge.Ask(solver, StatementQuery.Violation(statement, box), limits, cancellation);
            queries++;
            if (last.Finding != SmtFinding.NoSolution)
            {
                break;
            }

            certified = box;
        }

        ConfirmedWitness? witness = last is { Finding: SmtFinding.Solution } ? ConfirmedWitness.TryConfirm(statement, last.Point) : null;
        return new CertifiedRegion(certified ?? [], Fraction(statement, certified), queries, last!, witness);
    }

    private static void CheckPoint(Statement statement, IReadOnlyList<Rational> point)
    {
        if (point.Count != statement.Variables.Count)
        {
            throw new ArgumentException($"{point.Count} coordinates for {statement.Variables.Count} variables.", nameof(point));
        }

        foreach ((RealVariable variable, Rational value) in statement.Variables.Zip(point))
        {
            if (variable.Lower is null || variable.Upper is null || !variable.Admits(value))
            {
                throw new ArgumentException($"The value {value} must lie in the range of {variable}, which must be bounded.", nameof(point));
            }
        }
    }

    // The part of the range within the given share of its length to either side of the value.
    private static RealVariable Around(RealVariable variable, Rational value, Rational share)
    {
        Rational lower = variable.Lower!.Value;
        Rational upper = variable.Upper!.Value;
        Rational reach = share * (upper - lower);
        return new RealVariable(variable.Name, Rational.Max(lower, value - reach), Rational.Min(upper, value + reach));
    }

    private static double Fraction(Statement statement, IReadOnlyList<RealVariable>? box) => box is null
        ? 0
        : statement.Variables.Zip(box, (whole, part) => whole.Lower == whole.Upper
            ? 1
            : ((part.Upper!.Value - part.Lower!.Value) / (whole.Upper!.Value - whole.Lower!.Value)).ToDouble()).Aggregate(1.0, (product, factor) => product * factor);
}

/// <summary>How far a solver certified a statement around a point. Evidence, not a proof.</summary>
/// <param name="Box">The largest box on which the solver says that there is no violation; empty when it did not even say so at the point.</param>
/// <param name="Fraction">The share of the volume of the domain that the box has, 0 to 1; 0 also for the point alone.</param>
/// <param name="Queries">The number of questions asked.</param>
/// <param name="Last">The last answer: why the box did not grow further.</param>
/// <param name="Witness">A violation that the solver came upon and the kernel confirmed on the statement itself, or null.</param>
public sealed record CertifiedRegion(IReadOnlyList<RealVariable> Box, double Fraction, int Queries, SmtJudgement Last, ConfirmedWitness? Witness);
