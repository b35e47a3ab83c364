using System.Globalization;
using System.Text.Json.Serialization;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>What a run says about a statement.</summary>
public enum Outcome
{
    /// <summary>The run bears it out.</summary>
    Holds,

    /// <summary>The run contradicts it.</summary>
    Fails,

    /// <summary>The runs scatter more than the difference in question: more or longer ones are needed.</summary>
    Undecided,
}

/// <summary>One statement that an experiment decides, with the numbers behind the decision.</summary>
/// <param name="Name">A short identifier, unique within the experiment.</param>
/// <param name="Statement">The statement in words, with its thresholds.</param>
/// <param name="Outcome">What the run says about it.</param>
/// <param name="Numbers">What was measured, by name. What is not finite is told in words instead (<see cref="InWords"/>).</param>
public sealed record ExperimentFinding(string Name, string Statement, Outcome Outcome, IReadOnlyDictionary<string, double> Numbers)
{
    /// <summary>A statement that either holds or fails.</summary>
    /// <param name="name">A short identifier, unique within the experiment.</param>
    /// <param name="statement">The statement in words, with its thresholds.</param>
    /// <param name="holds">Whether the run bears it out.</param>
    /// <param name="numbers">What was measured, by name.</param>
    public ExperimentFinding(string name, string statement, bool holds, IReadOnlyDictionary<string, double> numbers)
        : this(name, statement, holds ? Outcome.Holds : Outcome.Fails, numbers)
    {
    }

    /// <summary>What was measured and is a finite number, by name.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; } =
        Numbers.Where(n => double.IsFinite(n.Value)).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);

    /// <summary>What was looked for and is no finite number, by name, in words: <c>never in 60 iterations</c>; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? InWords { get; init; } =
        Numbers.Any(n => !double.IsFinite(n.Value))
            ? Numbers.Where(n => !double.IsFinite(n.Value))
                .ToDictionary(n => n.Key, n => double.IsNaN(n.Value) ? "undefined" : "beyond all bounds", StringComparer.Ordinal)
            : null;

    /// <summary>All that was measured, one entry each: a name with its number to four digits, or in words.</summary>
    [JsonIgnore]
    public IEnumerable<string> Measurements =>
        Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {n.Value:G4}"))
            .Concat((InWords ?? new Dictionary<string, string>()).Select(n => $"{n.Key} {n.Value}"));

    /// <summary>What keeps the run from being the source's own, when anything does.</summary>
    public string? Caveat { get; init; }
}

/// <summary>What an experiment found and wrote.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Findings">In the order of the source.</param>
/// <param name="Files">Paths of the files written.</param>
public sealed record ExperimentResult(string Experiment, IReadOnlyList<ExperimentFinding> Findings, IReadOnlyList<string> Files);
