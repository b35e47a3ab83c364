using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>
/// One thing to be shown: for all values of the variables, the premises imply the target, where some names stand for
/// terms. Such a name may be left as it is, and then any real number may take its place: what is proved is stronger.
/// </summary>
/// <param name="Name">What it is, for reports.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Definitions">Names and what they stand for, over the variables and earlier names.</param>
/// <param name="Premises">What may be used.</param>
/// <param name="Target">What is to be shown.</param>
public sealed record Obligation(
    string Name,
    IReadOnlyList<RealVariable> Variables,
    IReadOnlyList<(string Name, Term Value)> Definitions,
    IReadOnlyList<Formula> Premises,
    Formula Target)
{
    /// <summary>The closed statement that some of the premises imply a formula.</summary>
    /// <param name="from">The premises that are used.</param>
    /// <param name="fact">The formula.</param>
    /// <param name="unfold">The names that are replaced by what they stand for; the others become variables.</param>
    /// <param name="extra">Names that are variables of this statement alone.</param>
    internal Statement Implication(
        IEnumerable<Formula> from, Formula fact, IReadOnlyCollection<string> unfold, IReadOnlyList<RealVariable>? extra = null)
    {
        var meaning = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach ((string name, Term value) in Definitions)
        {
            if (unfold.Contains(name))
            {
                meaning.Add(name, Substitution.Apply(value, meaning));
            }
        }

        if (unfold.FirstOrDefault(name => !meaning.ContainsKey(name)) is { } unknown)
        {
            throw new ArgumentException(
                $"{Name}: '{unknown}' is no definition; there are {string.Join(", ", Definitions.Select(d => d.Name))}.", nameof(unfold));
        }

        Formula hypothesis = Substitution.Apply(Formula.All(from), meaning), conclusion = Substitution.Apply(fact, meaning);
        return new Statement([.. FreeNames.Of(hypothesis & conclusion).Select(Quantify)], hypothesis, conclusion);

        RealVariable Quantify(string name) =>
            extra?.FirstOrDefault(v => v.Name == name)
            ?? Variables.FirstOrDefault(v => v.Name == name)
            ?? (Definitions.Any(d => d.Name == name)
                ? new RealVariable(name, null, null)
                : throw new ArgumentException(
                    $"{Name}: nothing is known of '{name}'; there are {string.Join(", ", Variables.Select(v => v.Name))}.", nameof(fact)));
    }
}
