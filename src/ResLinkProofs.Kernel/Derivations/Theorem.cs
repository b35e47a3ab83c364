using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// A statement about matrices of every size: for all positive integers as sizes and all real matrices
/// of these sizes, if all hypotheses hold, then so does the conclusion. Hypotheses and conclusion
/// compare terms over inner products and spectral norms of matrix terms with zero. Immutable.
/// </summary>
public sealed class Theorem
{
    /// <summary>States that hypotheses imply a conclusion.</summary>
    /// <param name="hypotheses">Comparisons; a conjunction is given as its parts.</param>
    /// <param name="conclusion">A comparison.</param>
    /// <exception cref="ArgumentException">A variable is neither an inner product nor a spectral norm.</exception>
    public Theorem(IReadOnlyList<Atom> hypotheses, Atom conclusion)
    {
        ArgumentNullException.ThrowIfNull(hypotheses);
        ArgumentNullException.ThrowIfNull(conclusion);
        Hypotheses = [.. hypotheses.Select(FactOf)];
        Conclusion = FactOf(conclusion);
        foreach (string name in Hypotheses.Append(Conclusion).SelectMany(f => Fact.NamesIn(f.Left)))
        {
            // Only what is read back as itself means anything.
            if (!name.StartsWith("(inner ", StringComparison.Ordinal) && !name.StartsWith("(norm ", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{name}' is neither an inner product nor a norm.", nameof(conclusion));
            }

            Term read;
            try
            {
                read = DerivationReader.Term(Expression.Parse(name));
            }
            catch (FormatException e)
            {
                throw new ArgumentException($"'{name}': {e.Message}", nameof(conclusion), e);
            }

            if (read.Name != name)
            {
                throw new ArgumentException($"'{name}' is written '{read.Name}'.", nameof(conclusion));
            }
        }
    }

    /// <summary>What is assumed of the matrices.</summary>
    public IReadOnlyList<Fact> Hypotheses { get; }

    /// <summary>What is claimed of them.</summary>
    public Fact Conclusion { get; }

    /// <summary>The canonical text: equal texts mean equal theorems.</summary>
    public override string ToString() => string.Concat(Hypotheses.Select(h => $"given {h.Text}\n")) + $"conclude {Conclusion.Text}\n";

    private static Fact FactOf(Atom atom) => new(Scope.Whole, "", "", atom.Difference, atom.Relation);
}
