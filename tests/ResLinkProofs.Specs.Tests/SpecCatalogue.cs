using System.Collections.Concurrent;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Reports;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The claims of all specs, and their results at the default budget, computed at most once per claim.</summary>
internal static class SpecCatalogue
{
    private static readonly Catalogue All = Catalogue.Of(typeof(SpecsAssembly).Assembly, typeof(SpecCatalogue).Assembly);
    private static readonly ConcurrentDictionary<Claim, Lazy<ClaimResult>> Results = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// One for all claims, so that those which rest on the same experiment share its run. Evidence that is kept in the checkout is confirmed and not searched again, but for the
    /// part of the claims that RESLINK_FRESH names (I/N, or all).
    /// </summary>
    public static ClaimRunner Runner { get; } =
        new(store: EvidenceStore.Near(AppContext.BaseDirectory), fresh: FreshShare.Parse(Environment.GetEnvironmentVariable("RESLINK_FRESH")));

    /// <summary>What is recorded in the checkout.</summary>
    public static RecordedVerdicts Recorded { get; } = RecordedVerdicts.Near(AppContext.BaseDirectory);

    public static IReadOnlyList<Claim> Claims => All.Claims;

    public static Claim Find(string id, string reading) => Claims.Single(c => c.Id == id && c.Reading.ToString() == reading);

    /// <summary>The result, with premises taken into account.</summary>
    public static ClaimResult ResultOf(Claim claim) => OwnResultOf(claim).StandingOn(All, premise => OwnResultOf(premise).Verdict);

    private static ClaimResult OwnResultOf(Claim claim) =>
        Results.GetOrAdd(claim, c => new Lazy<ClaimResult>(() => Runner.Run(c, Budget.Default, seed: 0))).Value;
}
