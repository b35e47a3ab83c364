using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Attack.Gradients;

/// <summary>
/// Formulas over common variables, each as a real number that is nonnegative exactly where the formula holds (up to rounding), with
/// derivatives.
/// </summary>
/// <remarks>
/// A comparison l &gt;= r counts as (l - r) / sqrt(l^2 + r^2): it depends on the ratio of the sides only, like the relative margin, and
/// unlike that it keeps a slope where the sides have different signs. Where one side is the number 0, and on request, the plain
/// difference is taken. "And" is the minimum, "or" the maximum; their derivative is that of the active operand.
/// Not safe for use by several threads at once.
/// </remarks>
public sealed class DifferentiableFormulas
{
    private readonly Formula[] _formulas;
    private readonly bool[] _plain;
    private readonly Tape _tape;
    private readonly Dictionary<Atom, int> _indexOf = new(ReferenceEqualityComparer.Instance);
    private readonly double[] _slots;
    private readonly double[] _adjoints;

    /// <summary>Compiles formulas.</summary>
    /// <param name="variables">Names that cover the formulas.</param>
    /// <param name="formulas">The formulas, each with true for plain differences.</param>
    public DifferentiableFormulas(IReadOnlyList<string> variables, IReadOnlyList<(Formula Formula, bool Plain)> formulas)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        _formulas = [.. formulas.Select(f => f.Formula)];
        _plain = [.. formulas.Select(f => f.Plain)];
        var sides = new List<Term>();
        foreach (Atom atom in _formulas.SelectMany(f => f.Atoms()))
        {
            if (_indexOf.TryAdd(atom, sides.Count / 2))
            {
                sides.Add(atom.Left);
                sides.Add(atom.Right);
            }
        }

        _tape = Tape.Compile(variables, sides);
        _slots = new double[_tape.Length];
        _adjoints = new double[_tape.Length];
    }

    /// <summary>The number of formulas.</summary>
    public int Count => _formulas.Length;

    /// <summary>Measures all formulas.</summary>
    /// <param name="variables">One value per variable.</param>
    /// <param name="margins">Receives <see cref="Count"/> numbers.</param>
    /// <returns>False where one of them is undefined.</returns>
    public bool Evaluate(ReadOnlySpan<double> variables, Span<double> margins)
    {
        DoubleEvaluation.Run(_tape, variables, _slots);
        bool defined = true;
        for (int k = 0; k < _formulas.Length; k++)
        {
            margins[k] = Active(_formulas[k], _plain[k]).Margin;
            defined &= double.IsFinite(margins[k]);
        }

        return defined;
    }

    /// <summary>Adds the gradient of a weighted sum of the margins at the last evaluated point.</summary>
    /// <param name="weights">One weight per formula.</param>
    /// <param name="gradient">One value per variable.</param>
    public void PullBack(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Array.Clear(_adjoints);
        for (int k = 0; k < _formulas.Length; k++)
        {
            if (weights[k] == 0 || Active(_formulas[k], _plain[k]).Atom is not { } atom)
            {
                continue;
            }

            (int left, int right) = Sides(atom);
            (double byLeft, double byRight) = Slopes(_slots[left], atom, _slots[right], _plain[k]);
            _adjoints[left] += weights[k] * byLeft;
            _adjoints[right] += weights[k] * byRight;
        }

        AdjointSweep.Run(_tape, _slots, _adjoints, gradient);
    }

    private (int Left, int Right) Sides(Atom atom)
    {
        int index = 2 * _indexOf[atom];
        return (_tape.Outputs[index], _tape.Outputs[index + 1]);
    }

    private (double Margin, Atom? Atom) Active(Formula formula, bool plain)
    {
        switch (formula)
        {
            case Atom atom:
                (int left, int right) = Sides(atom);
                return (Margin(_slots[left], atom, _slots[right], plain), atom);
            case Junction junction:
                // The empty conjunction always holds, the empty disjunction never: neither has a slope.
                bool least = junction is Conjunction;
                (double Margin, Atom? Atom) active = (least ? double.MaxValue : double.MinValue, null);
                foreach (Formula operand in junction.Operands)
                {
                    (double Margin, Atom? Atom) other = Active(operand, plain);
                    active = least == other.Margin < active.Margin || double.IsNaN(other.Margin) ? other : active;
                }

                return active;
            default:
                throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}.");
        }
    }

    private static bool IsPlain(Atom atom, bool plain) => plain || IsZero(atom.Left) || IsZero(atom.Right);

    private static bool IsZero(Term term) => term.Operation == Operation.Literal && term.Value.Sign == 0;

    private static double Margin(double left, Atom atom, double right, bool plain)
    {
        double difference = left - right;
        double scale = IsPlain(atom, plain) ? 1 : Math.Sqrt((left * left) + (right * right));
        double margin = scale > 0 ? difference / scale : scale;
        return atom.Relation switch
        {
            Relation.Equal => -Math.Abs(margin),
            Relation.NotEqual => Math.Abs(margin),
            _ => margin,
        };
    }

    private static (double ByLeft, double ByRight) Slopes(double left, Atom atom, double right, bool plain)
    {
        double sign = atom.Relation switch
        {
            Relation.Equal => -Math.Sign(left - right),
            Relation.NotEqual => Math.Sign(left - right),
            _ => 1,
        };
        if (IsPlain(atom, plain))
        {
            return (sign, -sign);
        }

        double square = (left * left) + (right * right);
        double factor = square > 0 ? sign * (left + right) / (square * Math.Sqrt(square)) : 0;
        return (factor * right, -factor * left);
    }
}
