using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Attack;

/// <summary>
/// Measures a formula over observables that are known up to their rounding errors: what those errors alone can change counts neither as a
/// violation nor as tightness.
/// </summary>
/// <remarks>Not safe for use by several threads at once: it owns its working space.</remarks>
public sealed class RoundedFormulaMeter
{
    /// <summary>Some hundred units in the last place of the sums that an observable consists of.</summary>
    public const double RelativeError = 1e-13;

    private const double Perceptible = 1e-2;
    private readonly FormulaMeter _meter;
    private readonly CompiledFormula _overBoxes;

    /// <summary>Compiles a formula over observables.</summary>
    /// <param name="symbols">Names that cover the formula.</param>
    /// <param name="formula">The formula.</param>
    public RoundedFormulaMeter(IReadOnlyList<string> symbols, Formula formula)
    {
        _meter = new FormulaMeter(symbols, formula);
        _overBoxes = CompiledFormula.Compile(symbols, formula);
    }

    /// <summary>
    /// The relative margin: positive infinity where both sides are no larger than their rounding errors, so that a search is not drawn to
    /// such points, and zero for a violation that disappears within the errors.
    /// </summary>
    /// <param name="values">One value per symbol.</param>
    /// <param name="errors">Their absolute errors.</param>
    public double Measure(double[] values, double[] errors)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(errors);
        double margin = _meter.Measure(values);
        return IsNoise(values, errors, margin) ? double.PositiveInfinity
            : margin < 0 && IsWithinRounding(values, errors) ? 0 : margin;
    }

    // True when the rounding error of a single observable moves the relative margin perceptibly.
    private bool IsNoise(double[] values, double[] errors, double margin)
    {
        double[] moved = [.. values];
        for (int k = 0; k < values.Length && double.IsFinite(margin); k++)
        {
            foreach (double error in new[] { errors[k], -errors[k] })
            {
                moved[k] = values[k] + error;
                if (Math.Abs(_meter.Measure(moved) - margin) > Perceptible)
                {
                    return true;
                }
            }

            moved[k] = values[k];
        }

        return false;
    }

    private bool IsWithinRounding(double[] values, double[] errors)
    {
        Interval[] box = [.. values.Zip(errors, (value, error) => Interval.Hull(value - error, value + error))];
        return _overBoxes.Decide(box) != Truth.False;
    }
}
