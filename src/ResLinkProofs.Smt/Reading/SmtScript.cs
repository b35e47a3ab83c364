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

/// <summary>A declared variable.</summary>
/// <param name="Name">Its name, without bars.</param>
/// <param name="Position">Where it is declared.</param>
/// <param name="IsBool">True for sort Bool: a real variable that is 1 for true and 0 for false. False for sort Real.</param>
public sealed record SmtVariable(string Name, SmtPosition Position, bool IsBool = false);

/// <summary>An assertion.</summary>
/// <param name="Formula">What is asserted.</param>
/// <param name="Position">Where the command starts.</param>
public sealed record SmtAssertion(Formula Formula, SmtPosition Position);

/// <summary>One <c>(check-sat)</c>: can what was asserted before it, and not taken back by <c>pop</c>, be satisfied all together?</summary>
/// <remarks>
/// As in the standard, every function is total: where <c>(/ x y)</c>, <c>sqrt</c>, <c>log</c>, <c>tan</c>, <c>arcsin</c> or
/// <c>arccos</c> have no value in analysis, they have some real value that nothing is known about.
/// </remarks>
public sealed record SmtQuestion
{
    /// <summary>Where the command stands.</summary>
    public required SmtPosition Position { get; init; }

    /// <summary>The answer that the script states: the last <c>:status</c> between the question before and this one.</summary>
    public required SmtStatus Status { get; init; }

    /// <summary>The variables in the order of their declaration.</summary>
    public required IReadOnlyList<SmtVariable> Variables { get; init; }

    /// <summary>The assertions in the order of the text; those of <c>check-sat-assuming</c> last.</summary>
    public required IReadOnlyList<SmtAssertion> Assertions { get; init; }

    /// <summary>What is to be minimised or maximised under the assertions; null when nothing is.</summary>
    public SmtObjective? Objective { get; init; }

    /// <summary>What is asked for between this question and the next one, in the order of the text.</summary>
    public IReadOnlyList<SmtRequest> Requests { get; init; } = [];
}

/// <summary>An SMT-LIB 2 script: questions about real variables, in the order of the text.</summary>
public sealed record SmtScript
{
    /// <summary>The name under which the text was read.</summary>
    public required string File { get; init; }

    /// <summary>The logic that the script names, or null. It does not restrict what is read.</summary>
    public string? Logic { get; init; }

    /// <summary>The text of <c>(set-info :source ...)</c>, or null.</summary>
    public string? Source { get; init; }

    /// <summary>What the script asks; empty when it never does.</summary>
    public required IReadOnlyList<SmtQuestion> Questions { get; init; }

    /// <summary>What is asked for before the first question, in the order of the text.</summary>
    public IReadOnlyList<SmtRequest> Opening { get; init; } = [];

    /// <summary>The first assertion that no question is about, or null.</summary>
    public SmtPosition? Unasked { get; init; }

    /// <summary>The question of a script that asks exactly one.</summary>
    /// <exception cref="SmtInputException">The script asks nothing, or more than one question.</exception>
    public SmtQuestion OnlyQuestion() => Questions.Count switch
    {
        0 => throw new SmtInputException(
            File, Unasked ?? new SmtPosition(1, 1), "the script asks nothing about its assertions; end it with (check-sat)"),
        1 => Questions[0],
        _ => throw new SmtInputException(File, Questions[1].Position, "a second (check-sat); here a script may ask one question only"),
    };
}
