using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Attack;

/// <summary>
/// Measures a formula in floating point by its relative margin: (left - right) / (|left| + |right|) for a comparison, the
/// minimum over "and", the maximum over "or". It does not change when both sides are scaled, so a search is not drawn to points
/// where both sides merely become small.
/// </summary>
/// <remarks>Not safe for use by several threads at once: it owns its working space.</remarks>
public sealed class FormulaMeter
{
    private readonly Formula _formula;
    private readonly Tape _tape;
    private readonly Dictionary<Atom, int> _indexOf = [];
    private readonly double[] _slots;

    /// <summary>Compiles a formula over the given variables.</summary>
    /// <param name="variables">Names that cover the formula.</param>
    /// <param name="formula">The formula.</param>
    public FormulaMeter(IReadOnlyList<string> variables, Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        _formula = formula;
        Atom[] atoms = [.. formula.Atoms().Distinct()];
        for (int i = 0; i < atoms.Length; i++)
        {
            _indexOf.Add(atoms[i], i);
        }

        _tape = Tape.Compile(variables, [.. atoms.SelectMany(a => new[] { a.Left, a.Right })]);
        _slots = new double[_tape.Length];
    }

    /// <summary>The relative margin at a point, in [-1, 1]; positive infinity for the true formula; NaN where undefined.</summary>
    /// <param name="point">One coordinate per variable.</param>
    public double Measure(ReadOnlySpan<double> point)
    {
        DoubleEvaluation.Run(_tape, point, _slots);
        return Margin(_formula);
    }

    /// <summary>The relative margin of one comparison.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="relation">The comparison.</param>
    /// <param name="right">The right side.</param>
    public static double Margin(double left, Relation relation, double right)
    {
        double scale = Math.Abs(left) + Math.Abs(right);
        double difference = scale > 0 ? (left - right) / scale : scale; // NaN stays NaN
        return relation switch
        {
            // A strict comparison fails when both sides are equal, though by nothing: the least negative number says so.
            Relation.Greater => difference == 0 ? -double.Epsilon : difference,
            Relation.Equal => -Math.Abs(difference),
            Relation.NotEqual => difference == 0 ? -double.Epsilon : Math.Abs(difference),
            // Where both sides vanish "at least" holds without telling anything about tightness.
            _ => scale == 0 ? double.PositiveInfinity : difference,
        };
    }

    private double Margin(Formula formula)
    {
        switch (formula)
        {
            case Atom atom:
                int index = 2 * _indexOf[atom];
                return Margin(_slots[_tape.Outputs[index]], atom.Relation, _slots[_tape.Outputs[index + 1]]);
            case Conjunction conjunction:
                double least = double.PositiveInfinity;
                foreach (Formula operand in conjunction.Operands)
                {
                    least = Math.Min(least, Margin(operand));
                }

                return least;
            case Disjunction disjunction:
                double largest = double.NegativeInfinity;
                foreach (Formula operand in disjunction.Operands)
                {
                    largest = Math.Max(largest, Margin(operand));
                }

                return largest;
            default:
                throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}.");
        }
    }
}
