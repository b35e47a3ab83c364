using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>The answer that a script states about itself with <c>(set-info :status ...)</c>.</summary>
public enum SmtStatus
{
    /// <summary>None is stated, or <c>unknown</c>.</summary>
    Unknown,

    /// <summary>Some values satisfy all assertions.</summary>
    Sat,

    /// <summary>No values do.</summary>
    Unsat,
}

/// <summary>A declared real variable.</summary>
/// <param name="Name">Its name, without bars.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record SmtVariable(string Name, SmtPosition Position);

/// <summary>An assertion.</summary>
/// <param name="Formula">What is asserted.</param>
/// <param name="Position">Where the command starts.</param>
public sealed record SmtAssertion(Formula Formula, SmtPosition Position);

/// <summary>An SMT-LIB 2 script: real variables and what is asserted about them, to be satisfied together.</summary>
/// <remarks>
/// As in the standard, every function is total: where <c>(/ x y)</c>, <c>sqrt</c>, <c>log</c>, <c>tan</c>, <c>arcsin</c> or
/// <c>arccos</c> have no value in analysis, they have some real value that nothing is known about.
/// </remarks>
public sealed record SmtScript
{
    /// <summary>The name under which the text was read.</summary>
    public required string File { get; init; }

    /// <summary>The logic that the script names, or null. It does not restrict what is read.</summary>
    public string? Logic { get; init; }

    /// <summary>The answer that the script states about itself.</summary>
    public SmtStatus Status { get; init; }

    /// <summary>The text of <c>(set-info :source ...)</c>, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The variables in the order of their declaration.</summary>
    public required IReadOnlyList<SmtVariable> Variables { get; init; }

    /// <summary>The assertions in the order of the text.</summary>
    public required IReadOnlyList<SmtAssertion> Assertions { get; init; }

    /// <summary>Whether the script asks <c>(check-sat)</c>.</summary>
    public bool ChecksSatisfiability { get; init; }

    /// <summary>Whether the script asks for values: <c>get-model</c> or <c>get-value</c>.</summary>
    public bool AsksForModel { get; init; }
}
