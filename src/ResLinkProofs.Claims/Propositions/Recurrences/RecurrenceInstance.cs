using ResLinkProofs.Attack;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>
/// The runs of one number of steps. Runs are drawn one time after the other, and the choices of a
/// time anew while its assumptions fail: of inputs drawn all at once hardly any would be admissible.
/// </summary>
internal sealed class RecurrenceInstance : Instance
{
    private const int Attempts = 200;
    private readonly StatementInstance _whole;
    private readonly RangeSampler[] _ranges;

    // For every time: how many coordinates are chosen by then, and the assumptions that can be measured.
    private readonly List<(int Count, FormulaMeter Meter)> _times = [];

    public RecurrenceInstance(Recurrence recurrence, int horizon)
        : this(recurrence, recurrence.Unroll(horizon), horizon)
    {
    }

    private RecurrenceInstance(Recurrence recurrence, Statement statement, int horizon)
        : base(horizon, statement.Variables.Count)
    {
        _whole = new StatementInstance(Recurrence.Horizon.Name!, horizon, statement);
        _ranges = [.. statement.Variables.Select(v => new RangeSampler(v))];
        var position = statement.VariableNames.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var measured = new List<Formula>(statement.Hypothesis is Conjunction all ? all.Operands : [statement.Hypothesis]);
        for (int t = 0; t <= horizon; t++)
        {
            int before = _times.Count == 0 ? recurrence.Constants.Count : _times[^1].Count;
            int count = recurrence.Inputs.Select(input => position.TryGetValue(Recurrence.At(input.Name, t), out int i) ? i + 1 : 0)
                .Append(before).Max();
            Formula[] due = [.. measured.Where(f => FreeNames.Of(f).All(name => position[name] < count))];
            measured.RemoveAll(due.Contains);
            _times.Add((count, new FormulaMeter([.. statement.VariableNames.Take(count)], Formula.All(due))));
        }
    }

    public override Statement? Statement => _whole.Statement;

    public override void Sample(RandomStream stream, Span<double> point)
    {
        int done = 0;
        foreach ((int count, FormulaMeter meter) in _times)
        {
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                Draw(stream, point[done..count], done);
                if (meter.Measure(point[..count]) >= 0)
                {
                    break;
                }
            }

            done = count;
        }
    }

    public override void Project(Span<double> point) => _whole.Project(point);

    public override double Scale(int coordinate) => _whole.Scale(coordinate);

    public override Measurement Measure(ReadOnlySpan<double> point) => _whole.Measure(point);

    public override AttackSurface? CreateSurface() => _whole.CreateSurface();

    public override double[]? Embed(Instance smaller, ReadOnlySpan<double> point) => _whole.Embed(smaller, point);

    public override string Describe(IReadOnlyList<Rational> point) => _whole.Describe(point);

    private void Draw(RandomStream stream, Span<double> part, int first)
    {
        for (int i = 0; i < part.Length; i++)
        {
            part[i] = _ranges[first + i].Sample(stream);
        }
    }
}
