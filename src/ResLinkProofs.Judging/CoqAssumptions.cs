using System.Text.RegularExpressions;

namespace ResLinkProofs.Judging;

/// <summary>
/// What Coq says that theorems rest on, compared with what they may rest on: the axioms of its classical reals, and those of
/// machine integers and floating-point numbers with which the Interval library calculates. A proof that was left out, or an axiom
/// of a file's own, is told by its name.
/// </summary>
internal static partial class CoqAssumptions
{
    private static readonly HashSet<string> OfTheReals = new(StringComparer.Ordinal)
    {
        "ClassicalDedekindReals.sig_forall_dec", "ClassicalDedekindReals.sig_not_dec", "Classical_Prop.classic",
        "FunctionalExtensionality.functional_extensionality_dep", "Eqdep.Eq_rect_eq.eq_rect_eq", "ProofIrrelevance.proof_irrelevance",
    };

    private static readonly string[] OfTheMachine = ["PrimInt63", "PrimFloat", "Uint63", "FloatAxioms"];

    /// <summary>The question behind each theorem of a file.</summary>
    public const string Question = "Print Assumptions ";

    /// <summary>What is wrong with the answers to a file's questions; null when nothing is.</summary>
    /// <param name="text">The file.</param>
    /// <param name="output">What Coq printed.</param>
    public static string? Objection(string text, string output)
    {
        int theorems = Count(text, "\nTheorem "), questions = Count(text, "\n" + Question);
        int answers = Count("\n" + output, "\nAxioms:") + Count("\n" + output, "\nClosed under the global context");
        if (questions < Math.Max(1, theorems) || answers != questions)
        {
            return $"{theorems} theorems, {questions} questions what they rest on, and {answers} answers";
        }

        string? foreign = Name().Matches(output).Select(m => m.Groups[1].Value).FirstOrDefault(n => n != "Axioms" && !IsAllowed(n));
        return foreign is null ? null : $"a proof rests on {foreign}, which is no axiom of the reals or of machine numbers";
    }

    private static bool IsAllowed(string name) =>
        OfTheReals.Contains(name) || name.Split('.') is [{ } module, _] && OfTheMachine.Contains(module);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // A name stands at the beginning of a line, before a colon, which may be on the next line.
    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_'.]*)\s*:", RegexOptions.Multiline)]
    private static partial Regex Name();
}
