using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reductions;

/// <summary>The logarithm of a positive term, with its exponentials and positive factors taken apart.</summary>
internal static class LogarithmOfTerm
{
    /// <summary>A term that equals log(term) wherever the term has a positive value.</summary>
    public static Term Of(Term term) => term.Operation switch
    {
        Operation.Exp => term.Left!,
        Operation.Multiply when IsPositive(term.Left!) || IsPositive(term.Right!) => Of(term.Left!) + Of(term.Right!),
        Operation.Divide when IsPositive(term.Left!) || IsPositive(term.Right!) => Of(term.Left!) - Of(term.Right!),
        Operation.Power when IsPositive(term.Left!) => Term.Literal(term.Exponent) * Of(term.Left!),
        Operation.RealPower => term.Right! * Of(term.Left!),
        _ => Term.Log(term),
    };

    // Positive wherever it has a value, by its form.
    private static bool IsPositive(Term term) => term.Operation switch
    {
        Operation.Exp or Operation.Pi or Operation.Cosh => true,
        Operation.Literal => term.Value.Sign > 0,
        Operation.Add or Operation.Multiply or Operation.Divide => IsPositive(term.Left!) && IsPositive(term.Right!),
        Operation.Power or Operation.Sqrt => IsPositive(term.Left!),
        _ => false,
    };
}
