using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;

namespace ResLinkProofs.Claims;

/// <summary>One statement of a source, in one reading, in a form that can be executed.</summary>
public sealed record Claim
{
    /// <summary>Where the statement stands.</summary>
    public required Source Source { get; init; }

    /// <summary>The clause of the source that the claim encodes; null for a claim that no source prints.</summary>
    public Quote? Quote { get; init; }

    /// <summary>What kind of error it is, should the claim as printed fail; null while it does not.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The constants whose existence is asserted; null where none is.</summary>
    public Existential? Existential { get; init; }

    /// <summary>
    /// Corrected if it says what changed, as printed if it quotes its source, otherwise a companion: nothing is printed that is not quoted.
    /// </summary>
    public Reading Reading => Correction is not null ? Reading.Corrected : Quote is not null ? Reading.AsPrinted : Reading.Companion;

    /// <summary>The statement in words and symbols, one or two sentences.</summary>
    /// <exception cref="ArgumentException">It has more than one line.</exception>
    public required string Text
    {
        get;
        init => field = OneLine(value, nameof(Text));
    }

    /// <summary>For a corrected reading: in one line, what changed and why. Null otherwise.</summary>
    /// <exception cref="ArgumentException">It has more than one line.</exception>
    public string? Correction
    {
        get;
        init => field = value is null ? null : OneLine(value, nameof(Correction));
    }

    /// <summary>The statement in executable form.</summary>
    public required Proposition Proposition { get; init; }

    /// <summary>The family of which this claim is one member, when the source leaves open up to where it holds; null otherwise.</summary>
    public Frontier? Frontier { get; init; }

    /// <summary>The argument by which the claim follows from others, when there is one; null otherwise.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>
    /// Looks for a derivation of what the proposition says of every dimension, for the kernel to
    /// replay; null where nobody has written one. Nothing in it is trusted, and it may fail.
    /// </summary>
    public Func<Theorem, IReadOnlyList<DerivationStep>>? Proof { get; init; }

    /// <summary>The spec that states it, as discovery found it; null for a claim made otherwise.</summary>
    public Type? Spec { get; internal init; }

    /// <summary>The id that the command line and the snapshots use, e.g. <c>li-yuan/lemma-2.5</c>; both readings share it.</summary>
    public string Id => Source.Id;

    /// <summary>The statement with its quantifiers over constants in front.</summary>
    public string StatedText => Existential is { } exists ? $"{exists.Prefix} {Text}" : Text;

    /// <summary>The name of the claim as a test case, e.g. <c>Lemma 1.2 [as printed]</c>.</summary>
    public string DisplayName => $"{Source.Label} [{ReadingText}]";

    /// <summary>The reading in words.</summary>
    public string ReadingText => Reading switch
    {
        Reading.AsPrinted => "as printed",
        Reading.Corrected => "corrected",
        _ => "companion",
    };

    // Snapshots and tables have a line for each: a text that brings its own line ends could pose as a verdict.
    private static string OneLine(string text, string owner)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (char c in text)
        {
            if (char.IsControl(c))
            {
                throw new ArgumentException($"{owner} contains the control character U+{(int)c:X4}; write it in one line.", owner);
            }
        }

        return text;
    }
}
