using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Solving;

/// <summary>What a solver's answer is worth after the kernel has looked at it.</summary>
public enum SmtFinding
{
    /// <summary>The solver says that there is no solution: evidence, not a proof.</summary>
    NoSolution,

    /// <summary>There is a solution: the kernel confirmed it at an exact rational point, whoever found it.</summary>
    Solution,

    /// <summary>Nothing is known, for the stated reason.</summary>
    Inconclusive,

    /// <summary>
    /// The solver says that there is a solution, of an exact question, and exact arithmetic neither confirms its model nor refutes it.
    /// </summary>
    UnconfirmedModel,

    /// <summary>The solver's model does not satisfy the constraints: the solver is wrong, and nothing else it says should count.</summary>
    FalseModel,
}

/// <summary>A finding with its reason, its point, and who was asked what.</summary>
public sealed record SmtJudgement
{
    /// <summary>The finding.</summary>
    public required SmtFinding Finding { get; init; }

    /// <summary>Why nothing is known, or what is wrong with the model; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>For <see cref="SmtFinding.Solution"/>: a value for each of the query's variables, in order. Empty otherwise.</summary>
    public IReadOnlyList<Rational> Point { get; init; } = [];

    /// <summary>The solver and its version.</summary>
    public required string Solver { get; init; }

    /// <summary>The text that the solver was asked, to be kept where engines disagree.</summary>
    public required string Script { get; init; }
}
