using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Evaluation;

/// <summary>
/// Formulas over common variables, each as a real number that is nonnegative exactly where the formula holds (up to
/// rounding), with derivatives. "And" is the minimum, "or" the maximum; their derivative is that of the active operand.
/// </summary>
/// <remarks>Not safe for use by several threads at once: it owns its working space.</remarks>
public sealed class FormulaEvaluation
{
    private readonly (Formula Formula, MarginScale Scale)[] _formulas;
    private readonly Tape _tape;
    private readonly Dictionary<Atom, int> _indexOf = new(ReferenceEqualityComparer.Instance);
    private readonly double[] _slots;
    private readonly double[] _adjoints;

    /// <summary>Compiles formulas.</summary>
    /// <param name="variables">Names that cover the formulas.</param>
    /// <param name="formulas">The formulas, each with how its comparisons are measured.</param>
    public FormulaEvaluation(IReadOnlyList<string> variables, IReadOnlyList<(Formula Formula, MarginScale Scale)> formulas)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        _formulas = [.. formulas];
        var sides = new List<Term>();
        foreach (Atom atom in _formulas.SelectMany(f => f.Formula.Atoms()))
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
    /// <param name="margins">Receives <see cref="Count"/> numbers; NaN for a formula of which some term is undefined.</param>
    /// <returns>False where one of them is undefined.</returns>
    public bool Evaluate(ReadOnlySpan<double> variables, Span<double> margins)
    {
        DoubleEvaluation.Run(_tape, variables, _slots);
        bool defined = true;
        for (int k = 0; k < _formulas.Length; k++)
        {
            margins[k] = Active(_formulas[k].Formula, _formulas[k].Scale).Margin;
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
            (Formula formula, MarginScale scale) = _formulas[k];
            if (weights[k] == 0 || Active(formula, scale).Atom is not { } atom)
            {
                continue;
            }

            (int left, int right) = Sides(atom);
            (double byLeft, double byRight) = Margins.Slopes(scale, atom, _slots[left], _slots[right]);
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

    private (double Margin, Atom? Atom) Active(Formula formula, MarginScale scale)
    {
        switch (formula)
        {
            case Atom atom:
                (int left, int right) = Sides(atom);
                return (Margins.Of(scale, atom, _slots[left], _slots[right]), atom);
            case Junction junction:
                // The empty conjunction always holds, the empty disjunction never: neither has a slope.
                bool least = junction is Conjunction;
                double nothing = scale == MarginScale.Relative ? double.PositiveInfinity : double.MaxValue;
                (double Margin, Atom? Atom) active = (least ? nothing : -nothing, null);
                foreach (Formula operand in junction.Operands)
                {
                    (double Margin, Atom? Atom) other = Active(operand, scale);
                    if (double.IsNaN(other.Margin))
                    {
                        return other;
                    }

                    active = least == other.Margin < active.Margin ? other : active;
                }

                return active;
            default:
                throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}.");
        }
    }
}
