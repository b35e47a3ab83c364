using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>A library of false statements, each with its counterexample, that nothing may ever prove.</summary>
public sealed class FalsehoodTests(ITestOutputHelper output)
{
    // Budgets that stop at different places, so that different steps come last.
    private static readonly ProofBudget[] Budgets =
    [
        new() { Boxes = 1 },
        new() { Boxes = 10 },
        new() { Boxes = 100 },
        new() { Boxes = 1_000 },
        new() { Boxes = 20_000, MinimumWidth = 1e-12, SetAside = 100 },
        new(),
    ];

    [Fact]
    public void There_are_200_and_every_one_is_refuted_by_its_witness()
    {
        Falsehood[] unconfirmed = [.. Falsehood.WithWitness.Where(f => ConfirmedWitness.TryConfirm(f.Statement, f.Witness!) is null)];
        Assert.True(unconfirmed.Length == 0, string.Join('\n', unconfirmed.Select(f => f.ToString())));
        Assert.True(Falsehood.WithWitness.Count() >= 200, $"{Falsehood.WithWitness.Count()}");
        Assert.True(Falsehood.All.Select(f => f.Kind).Distinct().Count() >= 15);
        Assert.Equal(Falsehood.All.Count, Falsehood.All.Select(f => f.Statement.ToString()).Distinct().Count());
    }

    [Fact]
    public void None_is_proved_under_any_budget()
    {
        int[] refuted = new int[Budgets.Length];
        var proved = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.ForEach(Falsehood.All, falsehood =>
        {
            for (int i = 0; i < Budgets.Length; i++)
            {
                switch (Prover.Prove(falsehood.Statement, Budgets[i]))
                {
                    case Proved:
                        proved.Add($"{falsehood} with {Budgets[i].Boxes} boxes");
                        break;
                    case Refuted:
                        Interlocked.Increment(ref refuted[i]);
                        break;
                }
            }
        });
        output.WriteLine($"of {Falsehood.All.Count}: refuted {string.Join(", ", refuted)}");
        Assert.True(refuted[^1] >= 250, $"{refuted[^1]} refuted");
        Assert.True(proved.IsEmpty, string.Join('\n', proved));
    }

    [Fact]
    public void None_is_proved_where_no_rational_point_shows_that_it_is_false()
    {
        var proved = new System.Collections.Concurrent.ConcurrentBag<string>();
        int enclosed = 0;
        Parallel.ForEach(Falsehood.All, falsehood =>
        {
            foreach (ProofBudget budget in Budgets.Where(b => b.Boxes is > 1 and <= 1_000))
            {
                ProofOutcome outcome = Prover.Prove(IrrationalTwin.Of(falsehood.Statement), budget);
                if (outcome is RefutedSomewhere)
                {
                    Interlocked.Increment(ref enclosed);
                }
                else if (outcome is not Inconclusive)
                {
                    proved.Add($"{falsehood} with {budget.Boxes} boxes: {outcome.GetType().Name}");
                }
            }
        });
        output.WriteLine($"{enclosed} refuted in a box");
        Assert.True(proved.IsEmpty, string.Join('\n', proved));
        Assert.True(enclosed >= 100, $"{enclosed} refuted in a box");
    }

    [Fact]
    public void True_neighbours_are_proved_beside_the_root_of_two()
    {
        Falsehood[] pairs = [.. Falsehood.All.Where(f => f.Neighbour is not null)];
        int proved = 0;
        Parallel.ForEach(pairs, pair =>
        {
            bool isProved = Prover.Prove(IrrationalTwin.Of(pair.Neighbour!), new ProofBudget { Boxes = 1_000 }) is Proved;
            Interlocked.Add(ref proved, isProved ? 1 : 0);
        });
        output.WriteLine($"{proved} of {pairs.Length} proved");
        Assert.True(proved >= 100, $"{proved} of {pairs.Length}");
    }

    [Fact]
    public void True_neighbours_are_proved()
    {
        Falsehood[] pairs = [.. Falsehood.All.Where(f => f.Neighbour is not null)];
        ProofOutcome[] outcomes = new ProofOutcome[pairs.Length];
        Parallel.For(0, pairs.Length, i => outcomes[i] = Prover.Prove(pairs[i].Neighbour!, new ProofBudget { Boxes = 20_000 }));
        int proved = outcomes.Count(o => o is Proved);
        string[] refuted = [.. pairs.Where((_, i) => outcomes[i] is Refuted).Select(f => f.ToString())];
        output.WriteLine($"{proved} of {pairs.Length} proved; not:");
        output.WriteLine(string.Join('\n', pairs.Where((_, i) => outcomes[i] is not Proved).Select(f => f.ToString())));
        Assert.True(refuted.Length == 0, string.Join('\n', refuted));
        Assert.True(proved >= 100, $"{proved} of {pairs.Length}");
    }
}
