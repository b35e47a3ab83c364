using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt;

/// <summary>
/// Values of terms at a model, in the notation of SMT-LIB 2: an exact number, or <c>(interval LOWER
/// UPPER)</c> where the value is not known to be rational; <c>true</c>, <c>false</c>, or
/// <c>unknown</c> where enclosures do not tell. A value that does not exist is <c>undefined</c>.
/// </summary>
public static class SmtValues
{
    /// <summary>The answer to <c>(get-model)</c>.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="model">Their values, in order.</param>
    public static string Model(IReadOnlyList<SmtVariable> variables, IReadOnlyList<Rational> model)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return $"(\n{string.Concat(variables.Zip(model, Definition))})";

        static string Definition(SmtVariable v, Rational value) =>
            $"  (define-fun {SmtText.Symbol(v.Name)} () {(v.IsBool ? "Bool" : "Real")} {Of(v, value)})\n";
    }

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The number that stands for it.</param>
    public static string Of(SmtVariable variable, Rational value)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.IsBool ? (value >= Rational.One ? "true" : "false") : SmtText.Number(value);
    }

    /// <summary>The value of a term that was asked for.</summary>
    /// <param name="asked">The term.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="model">Their values, in order.</param>
    public static string Of(SmtAskedTerm asked, IReadOnlyList<SmtVariable> variables, IReadOnlyList<Rational> model)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string[] names = [.. variables.Select(v => v.Name)];
        if (asked.Formula is { } formula)
        {
            return CompiledFormula.Compile(names, formula)
                .DecideAt(model) switch
            { Truth.True => "true", Truth.False => "false", _ => "unknown" };
        }

        (Rational? exact, Interval enclosure) = At(asked.Term!, names, model);
        return exact is { } value ? SmtText.Number(value) : enclosure.IsEntire ? "undefined" : Of(enclosure);
    }

    /// <summary>A range; an unbounded end is infinite.</summary>
    /// <param name="range">An interval.</param>
    public static string Of(Interval range) =>
        $"(interval {(double.IsFinite(range.Lower) ? Lower(Rational.FromDouble(range.Lower)) : "(- oo)")} "
            + $"{(double.IsFinite(range.Upper) ? Upper(Rational.FromDouble(range.Upper)) : "oo")})";

    /// <summary>A decimal at most as large as a number, of 17 digits.</summary>
    /// <param name="value">The number.</param>
    public static string Lower(Rational value) => DecimalBounds.Write(DecimalBounds.Around(value, value).Lower);

    /// <summary>A decimal at least as large as a number, of 17 digits.</summary>
    /// <param name="value">The number.</param>
    public static string Upper(Rational value) => DecimalBounds.Write(DecimalBounds.Around(value, value).Upper);

    /// <summary>The value of a term at a point: exact, or enclosed; the whole line where it may not exist.</summary>
    /// <param name="term">The term.</param>
    /// <param name="names">The names of the variables.</param>
    /// <param name="point">Their values, in order.</param>
    public static (Rational? Exact, Interval Enclosure) At(Term term, IReadOnlyList<string> names, IReadOnlyList<Rational> point)
    {
        Tape tape = Tape.Compile(names, [term]);
        int output = tape.Outputs[0];
        if (RationalEvaluation.Run(tape, point)[output] is { } exact)
        {
            return (exact, Interval.Enclose(exact));
        }

        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [.. point.Select(Interval.Enclose)], slots);
        return (null, Definedness.Of(tape, slots)[output] ? slots[output] : Interval.Entire);
    }
}
