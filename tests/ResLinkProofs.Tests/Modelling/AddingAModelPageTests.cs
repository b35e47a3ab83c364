using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>The code in <c>docs/adding-a-model.md</c> is the code that is compiled and run here.</summary>
public sealed class AddingAModelPageTests
{
    private const int MostLines = 60;

    [Fact]
    public void The_page_shows_the_example_that_is_tested()
    {
        string repository = Snapshot.FindRepository(AppContext.BaseDirectory);
        string page = File.ReadAllText(Path.Combine(repository, "docs", "adding-a-model.md"));
        string folder = Path.Combine(repository, "tests", "ResLinkProofs.Tests", "Modelling", "LinearNetwork");
        string code = File.ReadAllText(Assert.Single(Directory.GetFiles(folder)));
        string[] blocks = page.Split("```csharp\n");
        Assert.Equal(2, blocks.Length);
        string shown = blocks[1][..blocks[1].IndexOf("```", StringComparison.Ordinal)];
        Assert.True(shown == code, "docs/adding-a-model.md and tests/ResLinkProofs.Tests/Modelling/LinearNetwork differ; copy the file into the page.");
        Assert.InRange(code.Split('\n').Count(line => line.Trim().Length > 0), 10, MostLines - 1);
    }
}
