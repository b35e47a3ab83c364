using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>
/// IEEE 1788 conformance. With ITF1788_DIR naming a folder of *.itl files, every case of the operations that the kernel has is run;
/// a built-in set of our own runs always.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string Variable = "ITF1788_DIR";

    [Fact]
    public void Every_case_of_the_test_framework_is_contained()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        List<(string Name, string Text)> files = [("built-in", BuiltInCases.Text)];
        if (string.IsNullOrEmpty(folder))
            output.WriteLine($"{Variable} is not set: only the built-in cases ran");
        else
            files.AddRange(Directory.GetFiles(folder, "*.itl").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f))));
        Assert.True(string.IsNullOrEmpty(folder) || files.Count > 1, $"{Variable}='{folder}' holds no .itl file");

        List<string> failures = [];
        int total = 0;
        foreach ((string name, string text) in files)
        {
            ItlSummary s = ItlSummary.Run(text);
            output.WriteLine(
                $"{name}: {s.Passed} / {s.Total} passed, {s.Tight} / {s.IntervalResults} intervals tight, {s.NotAnInterval} NaI cases and {s.OtherOperations} of operations the kernel does not have left out");
            foreach (string wide in s.NotTight.Take(10))
                output.WriteLine($"  wider than expected: {wide}");
            failures.AddRange(s.Failures.Select(f => $"{name}: {f}"));
            total += s.Total;
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(total >= (files.Count > 1 ? 2_000 : 100), $"only {total} cases ran");
    }

    [Fact]
    public void Built_in_cases_name_every_operation()
    {
        int operations = ItlParser.Parse(BuiltInCases.Text).Select(c => c.Operation).Distinct().Count();
        Assert.Equal(ItlOperations.Count, operations);
    }

    [Theory]
    [InlineData("add [1.0,2.0] [3.0,4.0] = [3.0,6.0]")]
    [InlineData("exp [0.0,0.0] = [1.0,0x1.0000000000001p0]")]
    [InlineData("sqrt [-2.0,-1.0] = [0.0,0.0]")]
    [InlineData("div [1.0,1.0] [0.0,0.0] = [entire]")]
    [InlineData("mid [1.0,3.0] = 2.5")]
    [InlineData("isEmpty [1.0,3.0] = true")]
    [InlineData("isMember 4.0 [1.0,3.0] = true")]
    public void A_false_case_is_reported(string statement)
    {
        ItlSummary summary = ItlSummary.Run($"testcase control {{ {statement}; }}");
        Assert.Equal(1, summary.Total);
        Assert.Single(summary.Failures);
    }
}
