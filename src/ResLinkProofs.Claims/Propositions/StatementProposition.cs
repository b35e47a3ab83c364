using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>A closed statement over finitely many reals, or a family of them with an integer parameter.</summary>
public sealed class StatementProposition : SearchableProposition
{
    private readonly Func<int, Statement> _statement;

    private StatementProposition(
        string sizeName, IReadOnlyList<int> sizes, Func<int, Statement> statement, bool isExhaustive, IReadOnlyList<string> caseSets)
        : base(sizeName, sizes)
    {
        _statement = statement;
        IsExhaustive = isExhaustive;
        CaseSets = caseSets;
    }

    /// <inheritdoc/>
    public override bool IsExhaustive { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> CaseSets { get; }

    /// <summary>One closed statement.</summary>
    /// <param name="statement">The statement.</param>
    public static StatementProposition Of(Statement statement) => new("", [0], _ => statement, isExhaustive: true, []);

    /// <summary>A statement about vectors of every dimension, which is one closed statement about their coordinates.</summary>
    /// <param name="statement">The statement.</param>
    public static StatementProposition InEveryDimension(VectorStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new("", [0], _ => statement.InCoordinates, isExhaustive: true, []) { Vectors = statement };
    }

    /// <summary>The statement about vectors of every dimension that this is; null for any other.</summary>
    public VectorStatement? Vectors { get; private init; }

    /// <inheritdoc/>
    public override Theorem? Theorem => Vectors?.Theorem;

    /// <summary>One statement for each value of an integer parameter that ranges over more values than can be listed.</summary>
    /// <param name="parameter">The name of the parameter, e.g. <c>T</c>.</param>
    /// <param name="values">The values that are checked, in increasing order.</param>
    /// <param name="statement">The statement for a value.</param>
    public static StatementProposition ForEach(string parameter, IEnumerable<int> values, Func<int, Statement> statement) =>
        new(parameter, [.. values], statement, isExhaustive: false, []);

    /// <summary>One statement for each value of a parameter in a finite set, which together are the whole claim.</summary>
    /// <param name="parameter">The parameter, e.g. <c>d</c>.</param>
    /// <param name="values">Its values, in increasing order.</param>
    /// <param name="statement">The statement for a value.</param>
    public static StatementProposition ForCases(string parameter, IEnumerable<int> values, Func<int, Statement> statement)
    {
        int[] cases = [.. values];
        return new(parameter, cases, statement, isExhaustive: true, [$"{parameter} = {string.Join(", ", cases)}"]);
    }

    /// <summary>One statement for each value of a rational parameter in a finite set, which together are the whole claim.</summary>
    /// <param name="parameter">The parameter, e.g. <c>α</c>.</param>
    /// <param name="values">Its values.</param>
    /// <param name="statement">The statement for the value with an index.</param>
    public static StatementProposition ForCases(string parameter, IReadOnlyList<Rational> values, Func<int, Statement> statement)
    {
        Rational[] cases = [.. values];
        return new(
            "case", [.. Enumerable.Range(1, cases.Length)], number => statement(number - 1),
            isExhaustive: true, [$"{parameter} = {string.Join(", ", cases)}"]);
    }

    /// <summary>One statement for each pair of values of two parameters in finite sets, which together are the whole claim.</summary>
    /// <param name="first">The first parameter, e.g. <c>d</c>, and its values.</param>
    /// <param name="second">The second parameter, e.g. <c>α</c>, and its values.</param>
    /// <param name="statement">The statement for a pair.</param>
    public static StatementProposition ForCases(
        (string Name, IReadOnlyList<int> Values) first,
        (string Name, IReadOnlyList<Rational> Values) second, Func<int, Rational, Statement> statement)
    {
        (int First, Rational Second)[] pairs = [.. second.Values.SelectMany(b => first.Values.Select(a => (a, b)))];
        return new(
            "case",
            [.. Enumerable.Range(1, pairs.Length)],
            number => statement(pairs[number - 1].First, pairs[number - 1].Second),
            isExhaustive: true,
            [$"{first.Name} = {string.Join(", ", first.Values)}", $"{second.Name} = {string.Join(", ", second.Values)}"]);
    }

    /// <summary>The same family with every statement changed.</summary>
    /// <param name="change">The change.</param>
    public StatementProposition Select(Func<Statement, Statement> change) =>
        new(SizeName, Sizes, size => change(_statement(size)), IsExhaustive, CaseSets);

    /// <inheritdoc/>
    public override IReadOnlyList<Statement>? Obligations => IsExhaustive ? [.. Sizes.Select(_statement)] : null;

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line(IsExhaustive ? "for every case" : "for every size", $"{SizeName} {string.Join(' ', Sizes)} {string.Join("; ", CaseSets)}")
        .Each(Sizes, (text, size) => text.Statement(_statement(size)))
        .Each<VectorStatement>(Vectors is null ? [] : [Vectors], (text, vectors) => text.Line("vectors", $"\n{vectors.Theorem}"))
        .ToString();

    private protected override Instance Create(int size) => new StatementInstance(SizeName, size, _statement(size));
}
