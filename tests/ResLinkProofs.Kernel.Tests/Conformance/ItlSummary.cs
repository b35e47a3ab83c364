namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>Counts over the cases of one file.</summary>
internal sealed class ItlSummary
{
    /// <summary>Cases of operations that the kernel has, without NaI.</summary>
    internal int Total { get; private set; }

    /// <summary>Cases whose expected interval is contained in the result, or whose number or truth value is met exactly.</summary>
    internal int Passed { get; private set; }

    /// <summary>Passed cases with an interval result, and those among them where it is the expected one.</summary>
    internal int IntervalResults { get; private set; }

    internal int Tight { get; private set; }

    internal int NotAnInterval { get; private set; }

    internal int OtherOperations { get; private set; }

    internal List<string> Failures { get; } = [];

    internal List<string> NotTight { get; } = [];

    internal static ItlSummary Run(string text)
    {
        ItlSummary summary = new();
        foreach (ItlCase test in ItlParser.Parse(text))
            summary.Add(test);
        return summary;
    }

    internal void Add(ItlCase test)
    {
        if (test.Operands.Concat(test.Results).Any(v => v is ItlValue.NotAnInterval))
        {
            NotAnInterval++;
            return;
        }

        ItlValue? actual = ItlOperations.Evaluate(test.Operation, test.Operands);
        if (actual is null)
        {
            OtherOperations++;
            return;
        }

        Total++;
        bool passed = (actual, test.Results) switch
        {
            (ItlValue.Set a, [ItlValue.Set e]) => a.Value.Contains(e.Value),
            (ItlValue.Number a, [ItlValue.Number e]) => a.Value.Equals(e.Value) || a.Value == e.Value,
            (ItlValue.Truth a, [ItlValue.Truth e]) => a.Value == e.Value,
            _ => false,
        };
        if (!passed)
        {
            Failures.Add($"{test.Text}: {actual}");
            return;
        }

        Passed++;
        if (actual is not ItlValue.Set set)
            return;
        IntervalResults++;
        if (set.Value == ((ItlValue.Set)test.Results[0]).Value)
            Tight++;
        else
            NotTight.Add($"{test.Text}: {set.Value}");
    }
}
