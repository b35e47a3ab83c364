using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Contacts;

/// <summary>Functions with the coefficients of their expansions about zero, from tables and not from the kernel.</summary>
internal static class TaylorCoefficients
{
    private static readonly Term X = Term.Variable("x");

    /// <summary>Names, functions of x, and their coefficients from order 0 on.</summary>
    public static IReadOnlyDictionary<string, (Term Function, string[] Coefficients)> All { get; } = new Dictionary<string, (Term, string[])>
    {
        ["exp"] = (Term.Exp(X), ["1", "1", "1/2", "1/6", "1/24", "1/120", "1/720"]),
        ["sin"] = (Term.Sin(X), ["0", "1", "0", "-1/6", "0", "1/120", "0", "-1/5040"]),
        ["cos"] = (Term.Cos(X), ["1", "0", "-1/2", "0", "1/24", "0", "-1/720"]),
        ["tan"] = (Term.Tan(X), ["0", "1", "0", "1/3", "0", "2/15", "0", "17/315"]),
        ["arctan"] = (Term.Atan(X), ["0", "1", "0", "-1/3", "0", "1/5", "0", "-1/7"]),
        ["arcsin"] = (Term.Asin(X), ["0", "1", "0", "1/6", "0", "3/40", "0", "5/112"]),
        ["-arccos + pi/2"] = ((Term.Pi / 2) - Term.Acos(X), ["0", "1", "0", "1/6", "0", "3/40", "0", "5/112"]),
        ["log(1 + x)"] = (Term.Log(1 + X), ["0", "1", "-1/2", "1/3", "-1/4", "1/5", "-1/6"]),
        ["sqrt(1 + x)"] = (Term.Sqrt(1 + X), ["1", "1/2", "-1/8", "1/16", "-5/128", "7/256"]),
        ["1/(1 + x)"] = (1 / (1 + X), ["1", "-1", "1", "-1", "1", "-1"]),
        ["(1 + x)^-3"] = (Term.Pow(1 + X, -3), ["1", "-3", "6", "-10", "15", "-21"]),
        ["(1 - x)^5"] = (Term.Pow(1 - X, 5), ["1", "-5", "10", "-10", "5", "-1"]),
        ["x^3 as products"] = (X * (X * X), ["0", "0", "0", "1"]),
        ["square of a sum"] = ((1 + X) * (1 + X), ["1", "2", "1"]),
        ["square of a square"] = (Term.Square((1 + X) * (1 + X)), ["1", "4", "6", "4", "1"]),
        ["product of two"] = (Term.Exp(X) * Term.Cos(X), ["1", "1", "0", "-1/3", "-1/6", "-1/30", "0", "1/630"]),
        ["quotient of two"] = (X / Term.Exp(X), ["0", "1", "-1", "1/2", "-1/6", "1/24"]),
        ["exp sin"] = (Term.Exp(Term.Sin(X)), ["1", "1", "1/2", "0", "-1/8", "-1/15", "-1/240", "1/90"]),
        ["log cos"] = (Term.Log(Term.Cos(X)), ["0", "0", "-1/2", "0", "-1/12", "0", "-1/45"]),
        ["sinh"] = (Term.Sinh(X), ["0", "1", "0", "1/6", "0", "1/120", "0", "1/5040"]),
        ["cosh"] = (Term.Cosh(X), ["1", "0", "1/2", "0", "1/24", "0", "1/720"]),
        ["tanh"] = (Term.Tanh(X), ["0", "1", "0", "-1/3", "0", "2/15", "0", "-17/315"]),
        ["erf"] = (Term.Sqrt(Term.Pi) / 2 * Term.Erf(X), ["0", "1", "0", "-1/3", "0", "1/10", "0", "-1/42"]),
        ["1 - erfc"] = (Term.Sqrt(Term.Pi) / 2 * (1 - Term.Erfc(X)), ["0", "1", "0", "-1/3", "0", "1/10", "0", "-1/42"]),
        ["softplus"] = (Term.Log(1 + Term.Exp(X)) - Term.Log(2), ["0", "1/2", "1/8", "0", "-1/192"]),
    };

    /// <summary>The sum of the terms below an order.</summary>
    public static Term Polynomial(string[] coefficients, int order) =>
        Term.Sum(Enumerable.Range(0, order).Select(k => Term.Literal(Rational.Parse(coefficients[k])) * Term.Pow(X, k)));
}
