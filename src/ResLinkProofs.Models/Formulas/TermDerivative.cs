using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Models.Formulas;

/// <summary>The derivative of a function of one variable as a term. At a kink it is that of one of the pieces.</summary>
internal static class TermDerivative
{
    /// <summary>The derivative of a function at a term.</summary>
    public static Term At(Func<Term, Term> function, Term operand)
    {
        Term variable = Term.Variable("x");
        Term derivative = Of(function(variable), new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance));
        return Substitution.Apply(derivative, new Dictionary<string, Term> { ["x"] = operand });
    }

    private static Term Of(Term term, Dictionary<Term, Term> done)
    {
        if (!done.TryGetValue(term, out Term? derivative))
        {
            derivative = Find(term, done);
            done.Add(term, derivative);
        }

        return derivative;
    }

    private static Term Find(Term term, Dictionary<Term, Term> done)
    {
        if (term.Operation == Operation.Integral)
        {
            throw new NotSupportedException("The derivative of an integral is not written out; write the derivative of its integrand.");
        }

        if (Term.IsLeaf(term.Operation))
        {
            return term.Operation == Operation.Variable ? Term.One : Term.Zero;
        }

        Term left = term.Left!, slope = Of(left, done);
        Term right = term.Right ?? Term.Zero, other = term.Right is null ? Term.Zero : Of(right, done);
        return term.Operation switch
        {
            Operation.Add => slope + other,
            Operation.Subtract => slope - other,
            Operation.Multiply => (slope * right) + (left * other),
            Operation.Divide => other.IsZero ? slope / right : ((slope * right) - (left * other)) / Term.Square(right),
            Operation.Min => Term.Ite(right >= left, slope, other),
            Operation.Max => Term.Ite(left >= right, slope, other),
            Operation.Conditional => Term.Ite(term.Condition! >= 0, slope, other),
            Operation.Negate => -slope,
            _ => slope.IsZero ? Term.Zero : slope * Outer(term, left),
        };
    }

    // The derivative of the outermost function by its operand.
    private static Term Outer(Term term, Term x) => term.Operation switch
    {
        Operation.Abs => Term.Ite(x >= 0, 1, -1),
        Operation.Power => term.Exponent * Term.Pow(x, term.Exponent - 1),
        Operation.Sqrt => 1 / (2 * term),
        Operation.Cbrt => 1 / (3 * Term.Square(term)),
        Operation.Exp => term,
        Operation.Log => 1 / x,
        Operation.Sin => Term.Cos(x),
        Operation.Cos => -Term.Sin(x),
        Operation.Tan => 1 + Term.Square(term),
        Operation.Atan => 1 / (1 + Term.Square(x)),
        Operation.Asin => 1 / Term.Sqrt(1 - Term.Square(x)),
        Operation.Acos => -1 / Term.Sqrt(1 - Term.Square(x)),
        Operation.Sinh => Term.Cosh(x),
        Operation.Cosh => Term.Sinh(x),
        Operation.Tanh => 1 - Term.Square(term),
        Operation.Asinh => 1 / Term.Sqrt(1 + Term.Square(x)),
        Operation.Acosh => 1 / Term.Sqrt(Term.Square(x) - 1),
        Operation.Atanh => 1 / (1 - Term.Square(x)),
        Operation.Erf => 2 * Term.Exp(-Term.Square(x)) / Term.Sqrt(Term.Pi),
        Operation.Erfc => -2 * Term.Exp(-Term.Square(x)) / Term.Sqrt(Term.Pi),
        _ => throw new NotSupportedException(
            $"The derivative of {term.Operation} is not known; write the function with elementary functions."),
    };
}
