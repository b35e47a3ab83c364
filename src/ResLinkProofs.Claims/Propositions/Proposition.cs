using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>The executable form of a claim. Its kind decides which checkers apply.</summary>
public abstract class Proposition
{
    private protected Proposition()
    {
    }

    /// <summary>
    /// The closed statements whose proofs together prove the proposition, in a fixed order; null when
    /// nothing that the kernel accepts can prove it.
    /// </summary>
    public virtual IReadOnlyList<Statement>? Obligations => null;

    /// <summary>
    /// What the proposition says of matrices or vectors of every size, so that a derivation of it proves the proposition; null where it
    /// is no such statement.
    /// </summary>
    public virtual Theorem? Theorem => null;

    /// <summary>
    /// The whole formal content as text, independent of how it is worded: ranges, hypotheses,
    /// conclusion, sizes. Equal texts mean equal propositions; it is what a snapshot holds a digest of.
    /// </summary>
    public abstract string FormalText { get; }
}

/// <summary>
/// A proposition that says the same about points of many sizes (a dimension d, a horizon T, or none): what sampling and
/// attack work on, smallest size first.
/// </summary>
public abstract class SearchableProposition : Proposition
{
    private Dictionary<int, Instance>? _made;

    private protected SearchableProposition(string sizeName, IReadOnlyList<int> sizes)
    {
        if (sizes.Count == 0)
        {
            throw new ArgumentException("At least one size is needed.", nameof(sizes));
        }

        SizeName = sizeName;
        Sizes = sizes;
    }

    /// <summary>What the size is called, e.g. <c>d</c>; empty for a proposition of one size.</summary>
    public string SizeName { get; }

    /// <summary>The sizes that are checked, in increasing order.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>True when the sizes are all that the claim is about, so that proofs at each of them prove it.</summary>
    public virtual bool IsExhaustive => false;

    /// <summary>
    /// The finite sets over which the cases range, such as <c>d = 1, 2, 3</c>: that they are all is not proved but stated,
    /// so the text of a claim has to name them in these words. Empty for a single statement and for a family that goes on.
    /// </summary>
    public virtual IReadOnlyList<string> CaseSets => [];

    /// <summary>
    /// The proposition at one size; made anew at each call, since an instance owns its working space,
    /// but once in all for <see cref="ForOneRun"/>.
    /// </summary>
    /// <param name="size">One of <see cref="Sizes"/>.</param>
    public Instance At(int size)
    {
        if (_made is null)
        {
            return Create(size);
        }

        if (!_made.TryGetValue(size, out Instance? instance))
        {
            _made.Add(size, instance = Create(size));
        }

        return instance;
    }

    /// <summary>
    /// The same proposition for engines that look at it one after the other: an instance is made once
    /// for all of them. Not safe for concurrent use, and to be forgotten with the run.
    /// </summary>
    internal SearchableProposition ForOneRun()
    {
        var copy = (SearchableProposition)MemberwiseClone();
        copy._made = [];
        return copy;
    }

    /// <summary>Makes the proposition at one size.</summary>
    /// <param name="size">One of <see cref="Sizes"/>.</param>
    private protected abstract Instance Create(int size);
}
