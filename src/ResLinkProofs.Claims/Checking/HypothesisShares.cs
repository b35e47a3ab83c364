using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking;

/// <summary>How much of a claim's domain one of its hypotheses excludes at one size, on the points that the search draws.</summary>
/// <param name="Hypothesis">The hypothesis: one conjunct of what is assumed beside the domain.</param>
/// <param name="Size">The size, e.g. the dimension; 0 for a claim of one size.</param>
/// <param name="Excluded">The number of points at which it fails or is undefined.</param>
/// <param name="Samples">The number of points drawn.</param>
public sealed record HypothesisShare(string Hypothesis, int Size, int Excluded, int Samples)
{
    /// <summary>True when it excludes a point: it says something at this size.</summary>
    public bool Binds => Excluded > 0;

    /// <summary>The excluded share, in [0, 1].</summary>
    public double Share => (double)Excluded / Samples;
}

/// <summary>
/// Measures which hypotheses bind. One that excludes nothing at any size that is checked is idle
/// there: the claim is not tried where the hypothesis matters. The points are those of the search,
/// half of them structured or extreme, so a share is not a probability under any natural law.
/// </summary>
public static class HypothesisShares
{
    private const int MostSamples = 1000;
    private const int LeastSamples = 60;

    /// <summary>
    /// The shares at every size that is checked, conjunct by conjunct; empty for a claim without
    /// hypotheses or of a kind that is not sampled.
    /// </summary>
    /// <param name="proposition">What the claim says.</param>
    /// <param name="seed">The seed of the points.</param>
    public static IReadOnlyList<HypothesisShare> Of(Proposition proposition, ulong seed) =>
        proposition is SearchableProposition { Sizes: var sizes } ? At(proposition, sizes, seed) : [];

    /// <summary>The shares in dimensions of one's own choice; for claims on networks, which are stated for every dimension.</summary>
    /// <param name="proposition">What the claim says.</param>
    /// <param name="dimensions">The dimensions, at least 1.</param>
    /// <param name="seed">The seed of the points.</param>
    public static IReadOnlyList<HypothesisShare> Of(NetworkProposition proposition, IReadOnlyList<int> dimensions, ulong seed) =>
        At(proposition, dimensions, seed);

    private static HypothesisShare[] At(Proposition proposition, IReadOnlyList<int> sizes, ulong seed) =>
        [.. sizes.SelectMany(size => Measure(proposition, size, seed))];

    private static IEnumerable<HypothesisShare> Measure(Proposition proposition, int size, ulong seed)
    {
        (string Text, Instance Assuming)[] parts = [.. Parts(proposition, size)];
        if (parts.Length == 0)
        {
            yield break;
        }

        Instance whole = parts[0].Assuming;
        int samples = Math.Max(LeastSamples, (int)(MostSamples / whole.Cost));
        var excluded = new int[parts.Length];
        var stream = new RandomStream(seed, (ulong)size);
        var point = new double[whole.CoordinateCount];
        for (int k = 0; k < samples; k++)
        {
            whole.Sample(stream, point);
            for (int i = 0; i < parts.Length; i++)
            {
                excluded[i] += parts[i].Assuming.Measure(point).Hypothesis >= 0 ? 0 : 1;
            }
        }

        for (int i = 0; i < parts.Length; i++)
        {
            yield return new HypothesisShare(parts[i].Text, size, excluded[i], samples);
        }
    }

    private static IEnumerable<(string Text, Instance Assuming)> Parts(Proposition proposition, int size) => proposition switch
    {
        NetworkProposition network => Conjuncts(network.Hypothesis).Select(h => (h.ToString(), network.With(h, Formula.True).At(size))),
        ModelProposition model => Conjuncts(model.Hypothesis).Select(h => (h.ToString(), model.With(h, Formula.True).At(size))),
        StatementProposition family when family.At(size).Statement is { } statement => Conjuncts(statement.Hypothesis).Select(h => (
            h.ToString(),
            (Instance)new StatementInstance(
                family.SizeName, size, new Statement(statement.Variables, h, Formula.True, statement.MatrixBounds)))),
        _ => [],
    };

    private static IEnumerable<Formula> Conjuncts(Formula formula) =>
        formula is Conjunction all ? all.Operands.SelectMany(Conjuncts) : [formula];
}
