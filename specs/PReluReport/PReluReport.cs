using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// The report that carries Li and Yuan (2017) over to PReLU, sigma(z) = z for z at least 0 and alpha z below. Its parameter alpha is learnt and may be any real
/// number; nothing in the report excludes one.
/// </summary>
internal static class PRelu
{
    public static Document Report { get; } = new("prelu", "PReLU report");

    /// <summary>The slopes at which statements about every alpha are checked one by one: ReLU is not among them, alpha = -1 is the absolute value.</summary>
    public static IReadOnlyList<Rational> Slopes { get; } = [-3, -1, new(-1, 2), new(1, 4), new(1, 2), 2, 3];

    /// <summary>The slopes over which statements about every alpha quantify: as far as 3 on both sides, ReLU and the two degenerate ones among them.</summary>
    public static SlopeRange AllSlopes { get; } = new(-3, 3);

    public static Source Statement(string label) => new(Report, label);

    /// <summary>How labels write a slope: ids have no sign.</summary>
    public static string Name(Rational slope) => slope.Sign < 0 ? $"minus {-slope}" : $"{slope}";

    /// <summary>sigma(z) = max(z, 0) + alpha min(z, 0).</summary>
    public static Term Activation(Term z, Term alpha) => Term.Max(z, 0) + (alpha * Term.Min(z, 0));

    /// <summary>A size x size matrix of real variables with entries within a bound, or unbounded.</summary>
    public static Term[,] Matrix(Quantifier forAll, string name, int size, Rational? bound)
    {
        var entries = new Term[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                entries[i, j] = forAll.Real(SymbolicMatrix.EntryName(name, i, j), -bound, bound);
            }
        }

        return entries;
    }

    /// <summary>A vector of real variables with entries within a bound, or unbounded.</summary>
    public static Term[] Vector(Quantifier forAll, string name, int size, Rational? bound) =>
        [.. Enumerable.Range(0, size).Select(i => forAll.Real($"{name}{i + 1}", -bound, bound))];
}
