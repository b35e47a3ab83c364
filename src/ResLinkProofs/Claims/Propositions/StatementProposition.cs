using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>A closed statement over finitely many reals, or a family of them with an integer parameter.</summary>
public sealed class StatementProposition : SearchableProposition
{
    private readonly Func<int, Statement> _statement;

    private StatementProposition(string sizeName, IReadOnlyList<int> sizes, Func<int, Statement> statement, bool isExhaustive)
        : base(sizeName, sizes)
    {
        _statement = statement;
        IsExhaustive = isExhaustive;
    }

    /// <summary>True when the sizes are all that the claim is about, so that proofs at each of them prove it.</summary>
    public bool IsExhaustive { get; }

    /// <summary>One closed statement.</summary>
    /// <param name="statement">The statement.</param>
    public static StatementProposition Of(Statement statement) => new("", [0], _ => statement, isExhaustive: true);

    /// <summary>One statement for each value of an integer parameter that ranges over more values than can be listed.</summary>
    /// <param name="parameter">The name of the parameter, e.g. <c>T</c>.</param>
    /// <param name="values">The values that are checked, in increasing order.</param>
    /// <param name="statement">The statement for a value.</param>
    public static StatementProposition ForEach(string parameter, IEnumerable<int> values, Func<int, Statement> statement) =>
        new(parameter, [.. values], statement, isExhaustive: false);

    /// <summary>One statement for each of finitely many cases, which together are the whole claim.</summary>
    /// <param name="parameter">What numbers the cases.</param>
    /// <param name="cases">The numbers of the cases, in increasing order.</param>
    /// <param name="statement">The statement for a case.</param>
    public static StatementProposition ForCases(string parameter, IEnumerable<int> cases, Func<int, Statement> statement) =>
        new(parameter, [.. cases], statement, isExhaustive: true);

    /// <summary>The same family with every statement changed.</summary>
    /// <param name="change">The change.</param>
    public StatementProposition Select(Func<Statement, Statement> change) => new(SizeName, Sizes, size => change(_statement(size)), IsExhaustive);

    /// <inheritdoc/>
    public override IReadOnlyList<Statement>? Obligations => IsExhaustive ? [.. Sizes.Select(_statement)] : null;

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line(IsExhaustive ? "for every case" : "for every size", $"{SizeName} {string.Join(' ', Sizes)}")
        .Each(Sizes, (text, size) => text.Statement(_statement(size)))
        .ToString();

    /// <inheritdoc/>
    public override Instance At(int size) => new StatementInstance(SizeName, size, _statement(size));
}
