using System.Text.Json;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>JSON has no infinities: what was looked for and not found is said in words.</summary>
public class FindingJsonTests
{
    private const string When = "iteration of the sign change";

    [Fact]
    public void A_sign_that_never_changes_is_a_word_and_one_that_does_is_a_number()
    {
        JsonElement never = Json(Finding(changes: false)), once = Json(Finding(changes: true));
        Assert.Equal("never in 2 iterations", never.GetProperty("inWords").GetProperty(When).GetString());
        Assert.False(never.GetProperty("numbers").TryGetProperty(When, out _));
        Assert.Contains($"{When} never in 2 iterations", Finding(changes: false).Measurements);
        Assert.Equal(2, once.GetProperty("numbers").GetProperty(When).GetDouble());
        Assert.False(once.TryGetProperty("inWords", out _));
        Assert.Contains($"{When} 2", Finding(changes: true).Measurements);
    }

    [Fact]
    public void What_is_not_finite_never_reaches_the_numbers()
    {
        var finding = new ExperimentFinding("n", "s", true, new Dictionary<string, double>
        {
            ["a"] = 1.5,
            ["b"] = double.NaN,
            ["c"] = double.PositiveInfinity,
            ["d"] = double.NegativeInfinity,
        });
        JsonElement json = Json(finding);
        Assert.Equal(["a"], json.GetProperty("numbers").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["b undefined", "c beyond all bounds", "d beyond all bounds"], json.GetProperty("inWords").EnumerateObject().Select(p => $"{p.Name} {p.Value}"));
        Assert.Equal(["a 1.5", "b undefined", "c beyond all bounds", "d beyond all bounds"], finding.Measurements);
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(double.PositiveInfinity, JsonFormat.Readable));
    }

    private static ExperimentFinding Finding(bool changes)
    {
        var table = new Recording("dynamics", "run", "c", "iteration", "batch loss", "population loss", "distance", "g", "s", "inner product");
        for (int step = 0; step < 3; step++)
        {
            table.Add(0, 0.5, step, 1, 1, 5, 3 - step, 1, changes && step == 2 ? 1 : step - 3);
        }

        return DynamicsFindings.Of(table, DynamicsSizes.Full with { Starts = [(0.5, 2, 1)], LongRun = 0 })[0];
    }

    private static JsonElement Json(ExperimentFinding finding)
    {
        string text = JsonSerializer.Serialize(finding, JsonFormat.Readable);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        return JsonDocument.Parse(text).RootElement;
    }
}
