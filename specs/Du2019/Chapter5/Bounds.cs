using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>Two-sided bounds.</summary>
internal static class Bounds
{
    /// <summary>-size &lt;= value &lt;= size.</summary>
    /// <param name="value">A term.</param>
    /// <param name="size">A term that is not negative.</param>
    public static Formula Within(Term value, Term size) => (size - value >= 0) & (size + value >= 0);
}
