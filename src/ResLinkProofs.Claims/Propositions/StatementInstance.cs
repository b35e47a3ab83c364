using ResLinkProofs.Attack;
using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Attack.Gradients;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>A closed statement as something to search: its domain is the box of its variables' ranges.</summary>
internal sealed class StatementInstance : Instance
{
    private readonly string _sizeName;
    private readonly RangeSampler[] _ranges;
    private readonly FormulaMeter _hypothesis;
    private readonly FormulaMeter _conclusion;

    public StatementInstance(string sizeName, int size, Statement statement)
        : base(size, statement.Variables.Count)
    {
        _sizeName = sizeName;
        Statement = statement;
        _ranges = [.. statement.Variables.Select(v => new RangeSampler(v))];
        _hypothesis = new FormulaMeter(statement.VariableNames, statement.Hypothesis);
        _conclusion = new FormulaMeter(statement.VariableNames, statement.Conclusion);
    }

    public override Statement Statement { get; }

    public override void Sample(RandomStream stream, Span<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = _ranges[i].Sample(stream);
        }
    }

    public override void Project(Span<double> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = _ranges[i].Clamp(point[i]);
        }
    }

    public override AttackSurface? CreateSurface() =>
        new(new StatementLandscape(Statement), () => new BoxChart([.. _ranges.Select(r => r.Lower)], [.. _ranges.Select(r => r.Upper)]));

    public override double[]? Embed(Instance smaller, ReadOnlySpan<double> point)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        double[] values = point.ToArray();
        Dictionary<string, double>? known = smaller.Statement?.VariableNames.Zip(values).ToDictionary(p => p.First, p => p.Second);
        return known is null ? null : [.. Statement.VariableNames.Select((name, i) => _ranges[i].Clamp(known.GetValueOrDefault(name)))];
    }

    public override double Scale(int coordinate) => _ranges[coordinate].Scale;

    public override Measurement Measure(ReadOnlySpan<double> point) => new(_hypothesis.Measure(point), _conclusion.Measure(point));

    public override string Describe(IReadOnlyList<Rational> point)
    {
        string assignments = string.Join(", ", Statement.VariableNames.Zip(point, (name, value) => $"{name} = {value}"));
        return _sizeName.Length == 0 ? assignments : $"{_sizeName} = {Size}, {assignments}";
    }
}
