using System.Text.RegularExpressions;

namespace ResLinkProofs.Cli.Scaffolding;

/// <summary>The file of a new conjecture: a class, or a formula.</summary>
internal static partial class ConjectureFile
{
    /// <summary>Its name: <c>SineBound.cs</c> or <c>sine_bound.smt2</c>.</summary>
    public static string NameOf(string name, bool isScript) =>
        isScript ? Words(name).Replace(' ', '_') + ".smt2" : name + ".cs";

    /// <summary>Its text, which is a true conjecture to begin with.</summary>
    public static string TextOf(string name, bool isScript, string space) =>
        (isScript ? Script() : Class(name, space)).ReplaceLineEndings("\n");

    /// <summary>Refuses what cannot name a class.</summary>
    public static void RequireClassName(string name)
    {
        if (!ClassName().IsMatch(name))
        {
            throw new UsageException(
                $"'{name}' is no class name: start with a capital letter and use letters and digits only, e.g. SineBound.");
        }
    }

    private static string Class(string name, string space) => $$"""
        using ResLinkProofs.Claims;
        using ResLinkProofs.Claims.Propositions;
        using ResLinkProofs.Kernel.Terms;

        namespace {{space}};

        /// <summary>Is 1 + x at most e^x on [-1, 1]?</summary>
        public sealed class {{name}} : ISpec
        {
            /// <inheritdoc/>
            public IEnumerable<Claim> Claims()
            {
                var forAll = new Quantifier();
                Term x = forAll.Real("x", -1, 1);
                yield return new Claim
                {
                    Source = new Source(new Document("conjecture", "Conjecture"), "{{Words(name)}}"),
                    Text = "1 + x ≤ e^x on [-1, 1]",
                    Proposition = StatementProposition.Of(forAll.Conclude(1 + x <= Term.Exp(x))),
                };
            }
        }

        """;

    private static string Script() => """
        ; Is 1 + x at most e^x on [-1, 1]? The claim is that the hypotheses and the negated conclusion contradict each other.
        (set-logic ALL)
        (declare-const x Real)
        (assert (<= -1.0 x 1.0))
        (assert (not (<= (+ 1.0 x) (exp x))))
        (check-sat)

        """;

    private static string Words(string name) => Capital().Replace(name, m => (m.Index == 0 ? "" : " ") + m.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
