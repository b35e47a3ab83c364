using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving.Matrices;

/// <summary>
/// Statements that a symmetric matrix of terms is positive definite over a whole box, in the form that the prover handles best:
/// near the identity after a congruence chosen at the middle of the box.
/// </summary>
public static class DefinitenessStatement
{
    private const double RowSum = 0.98;
    private const int Grid = 1 << 20;

    /// <summary>
    /// A statement whose proof shows that the matrix is positive definite at every point of the ranges. Its failure shows nothing: the
    /// conclusion is sufficient, not necessary.
    /// </summary>
    /// <param name="variables">The variables, all with bounded ranges.</param>
    /// <param name="matrix">A symmetric matrix of terms; only the lower triangle is read.</param>
    /// <exception cref="ArgumentException">A range is unbounded, or the matrix is not positive
    /// definite at the middle of the ranges.</exception>
    public static Statement Over(IReadOnlyList<RealVariable> variables, Term[,] matrix) => TryOver(variables, matrix)
        ?? throw new ArgumentException("The matrix is not positive definite at the middle of the ranges.", nameof(matrix));

    /// <summary>The same, or null where the matrix is not positive definite at the middle of the ranges.</summary>
    /// <param name="variables">The variables, all with bounded ranges.</param>
    /// <param name="matrix">A symmetric matrix of terms; only the lower triangle is read.</param>
    /// <exception cref="ArgumentException">A range is unbounded.</exception>
    public static Statement? TryOver(IReadOnlyList<RealVariable> variables, Term[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(matrix);
        Interval[] box = [.. variables.Select(Range)];
        string[] names = [.. variables.Select(v => v.Name)];
        int n = matrix.GetLength(0);
        var middle = new double[n, n];
        Tape entries = Tape.Compile(names, [.. Lower(n).Select(p => matrix[p.Row, p.Column])]);
        double[] slots = new double[entries.Length];
        DoubleEvaluation.Run(entries, [.. box.Select(b => b.Midpoint)], slots);
        int next = 0;
        foreach ((int row, int column) in Lower(n))
        {
            middle[row, column] = middle[column, row] = slots[entries.Outputs[next++]];
        }

        if (Definiteness.TryTransformation(middle) is not { } transformation)
        {
            return null;
        }

        Term[,] congruent = Definiteness.Congruent(matrix, transformation);
        Rational[,] tolerance = Tolerances(names, box, congruent);
        return new Statement(variables, Formula.True, Definiteness.IsNearIdentity(matrix, transformation, tolerance));
    }

    // What the mean value form leaves of each entry over the box, scaled so that the largest row sum is just below one.
    private static Rational[,] Tolerances(string[] names, Interval[] box, Term[,] congruent)
    {
        int n = congruent.GetLength(0), next = 0;
        Tape tape = Tape.Compile(names, [.. Lower(n).Select(p => congruent[p.Row, p.Column])]);
        var slots = new Interval[tape.Length];
        var centre = new Interval[tape.Length];
        var adjoints = new Interval[tape.Length];
        var slopes = new Interval[box.Length];
        Interval[] point = Array.ConvertAll(box, b => Interval.Point(b.Midpoint));
        IntervalEvaluation.Run(tape, box, slots);
        IntervalEvaluation.Run(tape, point, centre);
        var deviation = new double[n, n];
        foreach ((int row, int column) in Lower(n))
        {
            int output = tape.Outputs[next++];
            IntervalSlopes.Run(tape, slots, output, adjoints, slopes);
            Interval value = centre[output] - (row == column ? 1 : 0);
            for (int i = 0; i < box.Length; i++)
            {
                value += slopes[i] * (box[i] - point[i]);
            }

            deviation[row, column] = deviation[column, row] = Math.Min(value.Magnitude, 1) + (1.0 / Grid);
        }

        double largest = Enumerable.Range(0, n).Max(row => Enumerable.Range(0, n).Sum(column => deviation[row, column]));
        var tolerance = new Rational[n, n];
        foreach ((int row, int column) in Lower(n))
        {
            tolerance[row, column] = tolerance[column, row] = new Rational((long)(deviation[row, column] * RowSum / largest * Grid), Grid);
        }

        return tolerance;
    }

    private static Interval Range(RealVariable variable) => variable is { Lower: { } low, Upper: { } high }
        ? Interval.Enclose(low).Hull(Interval.Enclose(high))
        : throw new ArgumentException($"The range of '{variable.Name}' must be bounded.", nameof(variable));

    private static IEnumerable<(int Row, int Column)> Lower(int n) =>
        from row in Enumerable.Range(0, n) from column in Enumerable.Range(0, row + 1) select (row, column);
}
