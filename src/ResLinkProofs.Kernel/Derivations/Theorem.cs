using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// A statement about matrices of every size: for all positive integers as sizes and all real matrices
/// of these sizes, if all hypotheses hold, then so do all conclusions. Hypotheses and conclusions
/// compare terms over inner products and spectral norms of matrix terms with zero. Immutable.
/// </summary>
public sealed class Theorem
{
    /// <summary>States that hypotheses imply a conclusion.</summary>
    /// <param name="hypotheses">Comparisons; a conjunction is given as its parts.</param>
    /// <param name="conclusion">A comparison.</param>
    /// <exception cref="ArgumentException">A variable is neither an inner product nor a spectral norm.</exception>
    public Theorem(IReadOnlyList<Atom> hypotheses, Atom conclusion)
        : this(hypotheses, [conclusion])
    {
    }

    /// <summary>States that hypotheses imply conclusions.</summary>
    /// <param name="hypotheses">Comparisons; a conjunction is given as its parts.</param>
    /// <param name="conclusions">Comparisons, at least one.</param>
    /// <exception cref="ArgumentException">A variable is neither an inner product nor a spectral norm, or nothing is claimed.</exception>
    public Theorem(IReadOnlyList<Atom> hypotheses, IReadOnlyList<Atom> conclusions)
    {
        ArgumentNullException.ThrowIfNull(hypotheses);
        ArgumentNullException.ThrowIfNull(conclusions);
        Hypotheses = [.. hypotheses.Select(FactOf)];
        Conclusions = conclusions.Count > 0 ? [.. conclusions.Select(FactOf)]
            : throw new ArgumentException("A theorem needs a conclusion.", nameof(conclusions));
        foreach (string name in Hypotheses.Concat(Conclusions).SelectMany(f => Fact.NamesIn(f.Left)))
        {
            // Only what is read back as itself means anything.
            if (!name.StartsWith("(inner ", StringComparison.Ordinal) && !name.StartsWith("(norm ", StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{name}' is neither an inner product nor a norm.", nameof(conclusions));
            }

            Term read;
            try
            {
                read = DerivationReader.Term(Expression.Parse(name));
            }
            catch (FormatException e)
            {
                throw new ArgumentException($"'{name}': {e.Message}", nameof(conclusions), e);
            }

            if (read.Name != name)
            {
                throw new ArgumentException($"'{name}' is written '{read.Name}'.", nameof(conclusions));
            }
        }
    }

    /// <summary>What is assumed of the matrices.</summary>
    public IReadOnlyList<Fact> Hypotheses { get; }

    /// <summary>What is claimed of them: all of it.</summary>
    public IReadOnlyList<Fact> Conclusions { get; }

    /// <summary>The canonical text: equal texts mean equal theorems.</summary>
    public override string ToString() => string.Concat(Hypotheses.Select(h => $"given {h.Text}\n"))
        + string.Concat(Conclusions.Select(c => $"conclude {c.Text}\n"));

    private static Fact FactOf(Atom atom) => new(Scope.Whole, "", "", atom.Difference, atom.Relation);
}
