using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A box in which a statement certainly fails somewhere, at a point that need not be rational: the
/// box holds a solution of as many equations as it has sides, and wherever these hold in it, every
/// hypothesis holds and the conclusion fails. Only <see cref="TryConfirm"/> makes one.
/// </summary>
public sealed class EnclosedWitness : Refutation
{
    private const int MostEquations = 12;

    private EnclosedWitness(Statement statement, IReadOnlyList<Rational> lower, IReadOnlyList<Rational> upper, Interval margin)
        : base(statement.VariableNames, Middle(lower, upper), margin) => (Statement, Lower, Upper) = (statement, lower, upper);

    /// <summary>The refuted statement.</summary>
    public Statement Statement { get; }

    /// <summary>The lower corner of the box, one value per variable.</summary>
    public IReadOnlyList<Rational> Lower { get; }

    /// <summary>The upper corner of the box.</summary>
    public IReadOnlyList<Rational> Upper { get; }

    /// <summary>What has to hold somewhere in the box: the hypothesis and the negated conclusion.</summary>
    /// <param name="statement">Any statement.</param>
    public static Formula Violation(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Hypothesis & !statement.Conclusion;
    }

    /// <summary>Confirms that a statement fails somewhere in a box.</summary>
    /// <remarks>
    /// Let F be the differences of k comparisons, C a matrix, G = C F and c the middle of the box, whose k sides are
    /// intervals and whose other coordinates are fixed. With enclosures S of the difference quotients of F over the
    /// box, G(x) lies in C F(c) + C S (x - c); they are bounded, so G is continuous. Where every G_i is positive on
    /// the upper face of side i and negative on the lower one, G has a zero in the box (Poincaré and Miranda). These
    /// signs, of enclosures that are symmetric about C F(c), also make every matrix in C S strictly
    /// diagonally dominant, up to a scaling of its columns; so C is not singular and F has the same
    /// zero. There the k differences are 0 exactly; the other comparisons hold all over the box.
    /// </remarks>
    /// <param name="statement">The statement, without matrix bounds.</param>
    /// <param name="lower">The lower corner of the box.</param>
    /// <param name="upper">The upper corner; equal to the lower one in the coordinates that are fixed.</param>
    /// <param name="equations">The comparisons that are solved, as indices into the distinct atoms of
    /// <see cref="Violation"/>: as many as coordinates that are not fixed.</param>
    /// <param name="preconditioner">The matrix C, row by row.</param>
    /// <returns>The witness, or null when some part could not be confirmed.</returns>
    /// <exception cref="ArgumentException">A corner has the wrong number of coordinates.</exception>
    public static EnclosedWitness? TryConfirm(
        Statement statement, IReadOnlyList<Rational> lower, IReadOnlyList<Rational> upper,
        IReadOnlyList<int> equations, IReadOnlyList<double> preconditioner)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        ArgumentNullException.ThrowIfNull(equations);
        ArgumentNullException.ThrowIfNull(preconditioner);
        // What is checked is what is kept, whatever the caller's lists do.
        Rational[] low = [.. lower], high = [.. upper];
        int[] solved = [.. equations];
        double[] matrix = [.. preconditioner];
        int n = statement.Variables.Count;
        if (low.Length != n || high.Length != n)
        {
            throw new ArgumentException($"{low.Length} and {high.Length} coordinates for {n} variables.", nameof(lower));
        }

        int[] sides = [.. Enumerable.Range(0, n).Where(i => low[i] != high[i])];
        Formula violation = Violation(statement);
        Atom[] atoms = [.. violation.Atoms().Distinct()];
        bool isWellFormed = statement.MatrixBounds.Count == 0
            && sides.Length is > 0 and <= MostEquations && solved.Length == sides.Length && matrix.Length == sides.Length * sides.Length
            && Array.TrueForAll(matrix, double.IsFinite) && Array.TrueForAll(solved, k => k >= 0 && k < atoms.Length)
            && Enumerable.Range(0, n)
                .All(i => low[i] <= high[i] && statement.Variables[i].Admits(low[i]) && statement.Variables[i].Admits(high[i]));
        if (!isWellFormed)
        {
            return null;
        }

        CompiledFormula compiled = CompiledFormula.Compile(statement.VariableNames, violation);
        int[] slots = [.. solved.Select(k => compiled.SlotOf[atoms[k]])];
        Interval[] box = [.. low.Zip(high, (a, b) => Interval.Enclose(a).Hull(Interval.Enclose(b)))];
        return HasZero(compiled.Tape, slots, low, high, sides, box, matrix) && compiled.DecideWhereZero(box, slots) == Truth.True
            ? new EnclosedWitness(
                statement, low, high, CompiledFormula.Compile(statement.VariableNames, statement.Conclusion)
                    .MarginOver(box).Intersect(new Interval(double.NegativeInfinity, 0)))
            : null;
    }

    /// <summary>The box as ranges of the variables.</summary>
    public override string ToString() => string.Join(", ", Enumerable.Range(0, Names.Count).Select(i =>
        Lower[i] == Upper[i]
            ? $"{Names[i]} = {Lower[i]}"
            : $"{Names[i]} in {Interval.Enclose(Lower[i]).Hull(Interval.Enclose(Upper[i]))}"));

    private static Rational[] Middle(IReadOnlyList<Rational> lower, IReadOnlyList<Rational> upper) =>
        [.. lower.Zip(upper, (a, b) => (a + b) / 2)];

    private static bool HasZero(
        Tape tape, int[] equations, Rational[] lower, Rational[] upper, int[] sides, Interval[] box, double[] matrix)
    {
        int k = sides.Length;
        Rational[] middle = Middle(lower, upper);
        Interval[] values = new Interval[tape.Length], atMiddle = new Interval[tape.Length],
            adjoints = new Interval[tape.Length], slopes = new Interval[box.Length];
        IntervalEvaluation.Run(tape, box, values);
        IntervalEvaluation.Run(tape, [.. middle.Select(Interval.Enclose)], atMiddle);
        bool[] defined = Definedness.Of(tape, values);

        // C F(c) and C S.
        var value = new Interval[k];
        var slope = new Interval[k, k];
        for (int j = 0; j < k; j++)
        {
            IntervalSlopes.Run(tape, values, equations[j], adjoints, slopes);
            if (!defined[equations[j]] || !Array.TrueForAll(sides, i => slopes[i].IsBounded))
            {
                return false;
            }

            for (int i = 0; i < k; i++)
            {
                var factor = Interval.Point(matrix[(i * k) + j]);
                value[i] += factor * atMiddle[equations[j]];
                for (int l = 0; l < k; l++)
                {
                    slope[i, l] += factor * slopes[sides[l]];
                }
            }
        }

        for (int i = 0; i < k; i++)
        {
            Interval around = value[i];
            for (int l = 0; l < k; l++)
            {
                Interval half = Interval.Enclose(upper[sides[l]] - middle[sides[l]]);
                around += l == i ? Interval.Zero : slope[i, l] * half.Hull(-half);
            }

            Interval step = slope[i, i] * Interval.Enclose(upper[sides[i]] - middle[sides[i]]);
            if (!((around + step).Lower > 0) || !((around - step).Upper < 0))
            {
                return false;
            }
        }

        return true;
    }
}
