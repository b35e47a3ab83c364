using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export;

/// <summary>How a prover with infix notation writes formulas.</summary>
internal sealed record InfixNotation
{
    /// <summary>The names of functions of one operand, and of min, max and the absolute value.</summary>
    public required IReadOnlyDictionary<Operation, string> Functions { get; init; }

    /// <summary>The circle constant.</summary>
    public required string Pi { get; init; }

    /// <summary>The symbols of the relations.</summary>
    public required IReadOnlyDictionary<Relation, string> Relations { get; init; }

    /// <summary>At most, in ranges.</summary>
    public required string AtMost { get; init; }

    /// <summary>"And", "or", "implies".</summary>
    public required string And { get; init; }

    /// <summary>"Or".</summary>
    public required string Or { get; init; }

    /// <summary>"Implies".</summary>
    public required string Implies { get; init; }

    /// <summary>What begins a quantifier over reals, before the names.</summary>
    public required string ForAll { get; init; }

    /// <summary>What ends it.</summary>
    public required string OverReals { get; init; }

    /// <summary>
    /// The name of the type of the reals where numerals of unknown type have to be told theirs; null where they need not be.
    /// </summary>
    public string? Ascription { get; init; }

    /// <summary>True where <c>a &lt;= x &lt;= b</c> may be written.</summary>
    public required bool Chains { get; init; }
}
