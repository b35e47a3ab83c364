using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

/// <summary>What a box costs in memory: the search must not feed the garbage collector.</summary>
public sealed class WorkTests
{
    [Fact]
    public void Examining_a_box_allocates_little_more_than_the_steps_of_the_proof()
    {
        Statement statement = KnownProblems.SixHumpCamel("-1.03163");
        var search = new SubSearch(statement, EmptinessProblem.Of(statement), [], new ProofBudget());
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        int[] choices = new int[problem.Nodes.Count];
        Array.Fill(choices, -1);
        search.Add(problem.EnclosingBox(), choices);
        search.Run(100);
        long before = GC.GetAllocatedBytesForCurrentThread(), boxes = search.Boxes;
        search.Run(1500);
        Assert.True(search.Boxes - boxes > 200, $"only {search.Boxes - boxes} boxes");
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (search.Boxes - boxes), 0, 400);
    }
}
