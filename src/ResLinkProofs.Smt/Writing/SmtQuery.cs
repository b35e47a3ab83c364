using System.Globalization;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Writing;

/// <summary>
/// A satisfiability question and its text, which is generated from the formulas alone. Variables get names of their own
/// (<c>v0</c>, <c>v1</c>, ...), so no name of a claim can change the meaning of the text.
/// </summary>
public sealed class SmtQuery
{
    private readonly Dictionary<string, string> _names;

    private SmtQuery(IReadOnlyList<string> variables, IReadOnlyList<Formula> constraints, SmtEncoder encoder)
    {
        Variables = variables;
        Constraints = constraints;
        Script = encoder.Script;
        HasModel = true;
        IsExact = encoder.IsExact;
        Unknowns = encoder.Unknowns;
        EncodedNames = [.. Enumerable.Range(0, variables.Count).Select(Encode)];
        _names = EncodedNames.Zip(variables).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private SmtQuery(string script)
    {
        Variables = [];
        Constraints = [];
        Script = script;
        EncodedNames = [];
        _names = [];
    }

    /// <summary>The variables, in the order in which models list them.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>What is to be satisfied together.</summary>
    public IReadOnlyList<Formula> Constraints { get; }

    /// <summary>The question in SMT-LIB 2, ending with <c>(check-sat)</c>.</summary>
    public string Script { get; }

    /// <summary>
    /// True when the text says exactly what the formulas say. Otherwise transcendental subterms are only known by enclosures
    /// over the ranges of the variables: <c>unsat</c> keeps its meaning, <c>sat</c> says nothing.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>
    /// The number of variables in the text: those of the question and those that stand for roots, quotients and functions.
    /// </summary>
    public int Unknowns { get; }

    /// <summary>True when <c>sat</c> comes with values of the variables, which the kernel can look at; else it says nothing.</summary>
    public bool HasModel { get; }

    internal IReadOnlyList<string> EncodedNames { get; }

    /// <summary>The question whether the constraints can be satisfied together.</summary>
    /// <param name="variables">Distinct names that include every variable of the constraints.</param>
    /// <param name="constraints">The constraints; bounds of variables among them make enclosures of transcendental subterms tight.</param>
    /// <exception cref="ArgumentException">A variable is not listed or listed twice, or a power is
    /// larger than <see cref="SmtEncoder.LargestPower"/>.</exception>
    public static SmtQuery Of(IReadOnlyList<string> variables, IReadOnlyList<Formula> constraints)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(constraints);
        return new SmtQuery(variables, constraints, new SmtEncoder(variables, constraints));
    }

    /// <summary>A question of which only the answer is wanted: no model is asked for, and <c>sat</c> says nothing.</summary>
    /// <param name="script">Generated text that ends with <c>(check-sat)</c>.</param>
    internal static SmtQuery OfScript(string script) => new(script);

    internal static string Encode(int variable) => string.Create(CultureInfo.InvariantCulture, $"v{variable}");

    internal string NameOf(string encoded) => _names[encoded];
}
