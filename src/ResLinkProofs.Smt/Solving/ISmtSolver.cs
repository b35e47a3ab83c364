using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Solving;

/// <summary>Something that answers satisfiability questions about reals. What it says is never a verdict by itself.</summary>
public interface ISmtSolver
{
    /// <summary>Its name in evidence, e.g. <c>z3</c>.</summary>
    string Name { get; }

    /// <summary>The version that it reports, in one line, e.g. <c>Z3 version 4.8.12 - 64 bit</c>.</summary>
    string Version { get; }

    /// <summary>Asks whether the constraints of a query can be satisfied.</summary>
    /// <param name="query">The question.</param>
    /// <param name="limits">What the answer may cost.</param>
    /// <param name="cancellation">Stops and kills the solver.</param>
    /// <returns>The claim; model values are under the names of the query's variables.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default);
}
