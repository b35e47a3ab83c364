using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A confirmed refutation of "the partial derivative of the function is the field": on a segment along one coordinate axis the
/// difference quotient of the function lies outside the range of the field. By the mean value theorem the function then has, at
/// some point of the segment, either another derivative or none. Both have to be defined: the function at the ends, the field on
/// the whole segment.
/// </summary>
public sealed class GradientMismatch : Refutation
{
    private GradientMismatch(
        IReadOnlyList<string> names,
        IReadOnlyList<Rational> point,
        Interval margin,
        Term function,
        Term derivative,
        int along,
        Rational length)
        : base(names, point, margin)
    {
        Function = function;
        Derivative = derivative;
        Along = Names[along];
        Length = length;
    }

    /// <summary>The function whose derivative was claimed.</summary>
    public Term Function { get; }

    /// <summary>The claimed partial derivative with respect to <see cref="Along"/>, which is refuted.</summary>
    public Term Derivative { get; }

    /// <summary>The variable along which the segment runs.</summary>
    public string Along { get; }

    /// <summary>The length of the segment, which starts at <see cref="Refutation.Point"/>.</summary>
    public Rational Length { get; }

    /// <summary>Confirms a suspected mismatch.</summary>
    /// <param name="names">The variables of the function.</param>
    /// <param name="function">The function.</param>
    /// <param name="derivative">The claimed partial derivative with respect to variable number <paramref name="along"/>.</param>
    /// <param name="point">The start of the segment, one value per variable.</param>
    /// <param name="along">The index of the variable that moves.</param>
    /// <param name="length">How far it moves; positive.</param>
    /// <returns>The mismatch with the gap between the two enclosures, negated, as its margin; or null if they overlap.</returns>
    /// <exception cref="ArgumentException">The length is not positive, or counts do not fit.</exception>
    public static GradientMismatch? TryConfirm(
        IReadOnlyList<string> names, Term function, Term derivative, IReadOnlyList<Rational> point, int along, Rational length)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        // What is checked is what is kept, whatever the caller's lists do.
        string[] variables = [.. names];
        Rational[] start = [.. point];
        if (length.Sign <= 0 || start.Length != variables.Length || along < 0 || along >= variables.Length)
        {
            throw new ArgumentException(
                $"Need a positive length (not {length}) and one value per variable ({start.Length} of {variables.Length}).");
        }

        Rational[] end = [.. start];
        end[along] += length;
        Interval[] segment = [.. start.Select(Interval.Enclose)];
        segment[along] = segment[along].Hull(Interval.Enclose(end[along]));

        Interval last = Enclose(variables, function, [.. end.Select(Interval.Enclose)]);
        Interval first = Enclose(variables, function, [.. start.Select(Interval.Enclose)]);
        Interval quotient = (last - first) / Interval.Enclose(length);
        Interval range = Enclose(variables, derivative, segment);
        Interval gap = quotient.Lower > range.Upper ? range - quotient : quotient - range;
        return !quotient.IsEmpty && !range.IsEmpty && gap.Upper < 0
            ? new GradientMismatch(variables, start, gap, function, derivative, along, length)
            : null;
    }

    private static Interval Enclose(IReadOnlyList<string> names, Term term, Interval[] box)
    {
        Tape tape = Tape.Compile(names, [term]);
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        int output = tape.Outputs[0];
        return Definedness.Of(tape, slots)[output] ? slots[output] : Interval.Entire;
    }
}
