using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>What an expression of a script means: a formula, or a term that may depend on decisions.</summary>
internal abstract class SmtValue
{
    /// <summary>The sort in the language of the standard.</summary>
    public abstract string Sort { get; }
}

/// <summary>An expression of sort Bool.</summary>
internal sealed class FormulaValue(BooleanNode node) : SmtValue
{
    public override string Sort => "Bool";

    public BooleanNode Node { get; } = node;
}

/// <summary>
/// An expression of sort Real: one term, or several of which exactly one applies at each point. <c>(ite c a b)</c> has the two
/// cases "c: a" and "not c: b".
/// </summary>
internal sealed class TermValue(IReadOnlyList<GuardedTerm> cases) : SmtValue
{
    public TermValue(Term term)
        : this([new GuardedTerm(Guard.None, term)])
    {
    }

    public override string Sort => "Real";

    public IReadOnlyList<GuardedTerm> Cases { get; } = cases;

    /// <summary>The term when there is only one case; null otherwise.</summary>
    public Term? Single => Cases.Count == 1 ? Cases[0].Term : null;
}

/// <summary>A term and the decisions under which it applies.</summary>
internal readonly record struct GuardedTerm(Guard Guard, Term Term);

/// <summary>Decisions by number, in ascending order, and how each was taken.</summary>
internal sealed class Guard
{
    private Guard(IReadOnlyList<(int Decision, bool Taken)> decisions) => Decisions = decisions;

    public static Guard None { get; } = new([]);

    public IReadOnlyList<(int Decision, bool Taken)> Decisions { get; }

    public static Guard Of(int decision, bool taken) => new([(decision, taken)]);

    /// <summary>Both guards together, or null when they contradict each other.</summary>
    public static Guard? Meet(Guard left, Guard right)
    {
        if (left.Decisions.Count == 0 || ReferenceEquals(left, right))
        {
            return right;
        }

        if (right.Decisions.Count == 0)
        {
            return left;
        }

        var merged = new List<(int Decision, bool Taken)>(left.Decisions.Count + right.Decisions.Count);
        int i = 0;
        int j = 0;
        while (i < left.Decisions.Count || j < right.Decisions.Count)
        {
            bool fromLeft = j == right.Decisions.Count
                || (i < left.Decisions.Count && left.Decisions[i].Decision <= right.Decisions[j].Decision);
            bool fromRight = i == left.Decisions.Count
                || (j < right.Decisions.Count && right.Decisions[j].Decision <= left.Decisions[i].Decision);
            if (fromLeft && fromRight && left.Decisions[i].Taken != right.Decisions[j].Taken)
            {
                return null;
            }

            merged.Add(fromLeft ? left.Decisions[i] : right.Decisions[j]);
            i += fromLeft ? 1 : 0;
            j += fromRight ? 1 : 0;
        }

        return new(merged);
    }
}
