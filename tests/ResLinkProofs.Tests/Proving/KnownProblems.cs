using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Classic problems of global optimisation and formal proof, and their false twins (the bound moved just past the optimum).</summary>
public static class KnownProblems
{
    private static Term V(string name) => Term.Variable(name);

    private static Term Q(string decimalOrRatio) => Term.Literal(Rational.Parse(decimalOrRatio));

    private static Statement Over(string low, string high, int count, Func<Term[], Formula> claim)
    {
        Term[] x = [.. Enumerable.Range(1, count).Select(i => V($"x{i}"))];
        return new([.. x.Select(v => new RealVariable(v.Name!, Rational.Parse(low), Rational.Parse(high)))], Formula.True, claim(x));
    }

    public static Statement Caprasse(string bound) => Over("-0.5", "0.5", 4, x =>
        (-x[0] * Term.Pow(x[2], 3)) + (4 * x[1] * Term.Square(x[2]) * x[3]) + (4 * x[0] * x[2] * Term.Square(x[3])) + (2 * x[1] * Term.Pow(x[3], 3))
        + (4 * x[0] * x[2]) + (4 * Term.Square(x[2])) - (10 * x[1] * x[3]) - (10 * Term.Square(x[3])) + 2 > Q(bound));

    public static Statement Trid(string bound) => Over("-16", "16", 4, x =>
        Term.Sum(x.Select(v => Term.Square(v - 1))) - (x[0] * x[1]) - (x[1] * x[2]) - (x[2] * x[3]) >= Q(bound));

    public static Statement SixHumpCamel(string bound) => Over("-5", "5", 2, x =>
        (4 * Term.Square(x[0])) - (Q("2.1") * Term.Pow(x[0], 4)) + (Term.Pow(x[0], 6) / 3) + (x[0] * x[1]) - (4 * Term.Square(x[1])) + (4 * Term.Pow(x[1], 4)) >= Q(bound));

    public static Statement Delta(string bound) => Over("4", "6.3504", 6, x =>
        (x[0] * x[3] * (-x[0] + x[1] + x[2] - x[3] + x[4] + x[5])) + (x[1] * x[4] * (x[0] - x[1] + x[2] + x[3] - x[4] + x[5]))
        + (x[2] * x[5] * (x[0] + x[1] - x[2] + x[3] + x[4] - x[5])) - (x[1] * x[2] * x[3]) - (x[0] * x[2] * x[4]) - (x[0] * x[1] * x[5]) - (x[3] * x[4] * x[5]) > Q(bound));

    public static Statement ArcTangent(string bound)
    {
        Term x = V("x");
        return new([new RealVariable("x", 0, 1)], Formula.True, Term.Abs(Term.Atan(x) - (x / (1 + (Q("0.28") * Term.Square(x))))) < Q(bound));
    }

    public static Statement Butcher(string bound)
    {
        Term[] x = [.. Enumerable.Range(1, 6).Select(i => V($"x{i}"))];
        string[] low = ["-1", "-0.1", "-0.1", "-1", "-0.1", "-0.1"], high = ["0", "0.9", "0.5", "-0.1", "-0.05", "-0.03"];
        return new(
            [.. x.Select((v, i) => new RealVariable(v.Name!, Rational.Parse(low[i]), Rational.Parse(high[i])))],
            Formula.True,
            (x[5] * Term.Square(x[1])) + (x[4] * Term.Square(x[2])) - (x[0] * Term.Square(x[3])) + Term.Pow(x[3], 3) + Term.Square(x[3]) - (x[0] / 3) + (4 * x[3] / 3) >= Q(bound));
    }

    public static Statement ByName(string name, string bound) => name switch
    {
        "caprasse" => Caprasse(bound),
        "trid" => Trid(bound),
        "camel" => SixHumpCamel(bound),
        "delta" => Delta(bound),
        "arctangent" => ArcTangent(bound),
        "butcher" => Butcher(bound),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown problem"),
    };
}
