using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Tests.Claims.Keeping;

public sealed class EvidenceKeyTests
{
    [Fact]
    public void A_key_follows_all_that_evidence_depends_on()
    {
        Claim claim = KnownClaims.True;
        EvidenceKey[] keys =
        [
            Key(claim),
            Key(claim with { Correction = "another reading" }),
            Key(KnownClaims.Of("True", (x, y) => Kernel.Terms.Term.Exp(x + y) >= 1 + y)),
            Key(KnownClaims.Of("True", (x, y) => Kernel.Terms.Term.Exp(x + y) >= 1 + x, (x, y) => x >= y)),
            Key(KnownClaims.Of("Renamed", (x, y) => Kernel.Terms.Term.Exp(x + y) >= 1 + x)), // its samples are others
            Key(claim, engine: "prover"),
            Key(claim, shown: "z3: 4.8"),
            Key(claim, budget: Budget.Default with { AttackSteps = 3001 }),
            Key(claim, budget: Budget.Default with { SolverWork = 1 }),
            Key(claim, seed: 1),
            Key(claim, version: "other"),
        ];
        Assert.Equal(keys.Length, keys.Select(k => k.Digest).Distinct().Count());
        Assert.Equal(keys[0].Digest, Key(claim with { Text = "worded otherwise", Spec = typeof(EvidenceKeyTests) }).Digest);
    }

    [Fact]
    public void A_claim_that_is_in_part_code_has_a_key_only_with_its_spec()
    {
        Claim claim = KnownClaims.Of("Networks", new NetworkProposition(new NetworkDomain(), _ => Kernel.Terms.Formula.True, _ => Kernel.Terms.Formula.True));
        Assert.Null(EvidenceKey.StatementOf(claim, new SpecCode()));
        Assert.NotNull(EvidenceKey.StatementOf(claim with { Spec = typeof(EvidenceKeyTests) }, new SpecCode()));
    }

    [Fact]
    public void The_digest_of_a_spec_follows_the_code_that_it_reaches_and_no_other()
    {
        string digest = DigestOf(helper: 1, unrelated: 1);
        Assert.Equal(digest, DigestOf(helper: 1, unrelated: 1));
        Assert.Equal(digest, DigestOf(helper: 1, unrelated: 2));
        Assert.NotEqual(digest, DigestOf(helper: 2, unrelated: 1));
        var code = new SpecCode();
        Assert.NotEqual(code.DigestOf(typeof(EvidenceKeyTests)), code.DigestOf(typeof(EvidenceStoreTests)));
    }

    [Fact]
    public void The_version_of_the_engines_is_a_hash_of_all_that_they_can_reach()
    {
        Assert.Matches("^[0-9a-f]{64}$", EngineVersion.Current);

        // What the hash leaves out are the rooms that no engine can reach: those of which the claims' assembly references none, directly or through others.
        string rooms = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "src"), project = Path.Combine(rooms, "ResLinkProofs.Claims", "ResLinkProofs.Claims.csproj");
        string[] reached = [.. Reached(project).Select(p => Path.GetFileNameWithoutExtension(p)).Distinct(StringComparer.Ordinal)];
        Assert.Contains("ResLinkProofs.Kernel", reached);
        string excluded = XDocument.Load(project).Descendants("EngineSource").First().Attribute("Exclude")!.Value;
        Assert.Equal(
            Directory.GetDirectories(rooms).Select(f => Path.GetFileName(f)!).Except(reached, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Regex.Matches(excluded, @"ResLinkProofs\.\w+").Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Reached(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .SelectMany(r => Reached(Path.Combine(Path.GetDirectoryName(project)!, r.Attribute("Include")!.Value))).Append(project);

    private static EvidenceKey Key(Claim claim, string engine = "search", string shown = "", Budget? budget = null, ulong seed = 0, string version = "one") =>
        EvidenceKey.Of(claim, EvidenceKey.StatementOf(claim, new SpecCode())!, engine, shown, budget ?? Budget.Default, seed, version);

    // An assembly with a spec that calls a helper through a function, and with a class that it does not reach; the numbers are what the two return.
    private static string DigestOf(int helper, int unrelated)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Specs"), typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("Specs");
        Constant(module, "Before", unrelated, out TypeBuilder before);
        MethodBuilder called = Constant(module, "Helper", helper, out TypeBuilder helperType);
        TypeBuilder spec = module.DefineType("Spec", TypeAttributes.Public);
        ILGenerator body = spec.DefineMethod("Claims", MethodAttributes.Public | MethodAttributes.Static, typeof(object), []).GetILGenerator();
        body.Emit(OpCodes.Ldnull);
        body.Emit(OpCodes.Ldftn, called);
        body.Emit(OpCodes.Newobj, typeof(Func<int>).GetConstructors()[0]);
        body.Emit(OpCodes.Ret);
        foreach (TypeBuilder type in new[] { before, helperType, spec })
        {
            type.CreateType();
        }

        using var image = new MemoryStream();
        assembly.Save(image);
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        return new SpecCode().DigestOf(context.LoadFromStream(image).GetType("Spec")!);
    }

    private static MethodBuilder Constant(ModuleBuilder module, string name, int value, out TypeBuilder type)
    {
        type = module.DefineType(name, TypeAttributes.Public);
        MethodBuilder method = type.DefineMethod("Value", MethodAttributes.Public | MethodAttributes.Static, typeof(int), []);
        ILGenerator body = method.GetILGenerator();
        body.Emit(OpCodes.Ldc_I4, value);
        body.Emit(OpCodes.Ret);
        return method;
    }
}
