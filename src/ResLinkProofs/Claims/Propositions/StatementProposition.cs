using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>A closed statement over finitely many reals, or a family of them with an integer parameter.</summary>
public sealed class StatementProposition : SearchableProposition
{
    private readonly Func<int, Statement> _statement;

    private StatementProposition(string sizeName, IReadOnlyList<int> sizes, Func<int, Statement> statement)
        : base(sizeName, sizes) => _statement = statement;

    /// <summary>One closed statement.</summary>
    /// <param name="statement">The statement.</param>
    public static StatementProposition Of(Statement statement) => new("", [0], _ => statement);

    /// <summary>One statement for each value of an integer parameter.</summary>
    /// <param name="parameter">The name of the parameter, e.g. <c>T</c>.</param>
    /// <param name="values">The values, in increasing order.</param>
    /// <param name="statement">The statement for a value.</param>
    public static StatementProposition ForEach(string parameter, IEnumerable<int> values, Func<int, Statement> statement) =>
        new(parameter, [.. values], statement);

    /// <summary>The same family with every statement changed.</summary>
    /// <param name="change">The change.</param>
    public StatementProposition Select(Func<Statement, Statement> change) => new(SizeName, Sizes, size => change(_statement(size)));

    /// <inheritdoc/>
    public override Instance At(int size) => new StatementInstance(SizeName, size, _statement(size));
}
