using ResLinkProofs.Claims;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ResLinkProofs.Specs.Tests;

/// <summary>Runs a test method once per claim: each claim is a test case of its own, named like <c>Lemma 2.5 [as printed]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ResLinkProofs.Specs.Tests.ClaimDiscoverer", "ResLinkProofs.Specs.Tests")]
public sealed class PerClaimAttribute : FactAttribute;

public sealed class ClaimDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        foreach (Claim claim in SpecCatalogue.Claims.Where(c => ClaimTraits.IsIn(testMethod.TestClass.Class.Name, c)))
        {
            // A collection per claim lets the claims run in parallel: the tests of one class run one after another.
            var collection = new TestCollection(testMethod.TestClass.TestCollection.TestAssembly, null, $"{claim.Id} [{claim.ReadingText}] {testMethod.Method.Name}");
            var method = new TestMethod(new TestClass(collection, testMethod.TestClass.Class), testMethod.Method);
            yield return new ClaimCase(diagnosticMessageSink, method, claim);
        }
    }
}

public sealed class ClaimCase : XunitTestCase
{
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public ClaimCase()
    {
    }

    public ClaimCase(IMessageSink sink, ITestMethod method, Claim claim)
        : base(sink, TestMethodDisplay.Method, TestMethodDisplayOptions.None, method, [claim.Id, claim.Reading.ToString()])
    {
    }

    protected override void Initialize()
    {
        base.Initialize();
        foreach ((string name, string value) in ClaimTraits.Of(SpecCatalogue.Find((string)TestMethodArguments[0], (string)TestMethodArguments[1]), SpecCatalogue.Recorded))
        {
            if (!Traits.TryGetValue(name, out List<string>? values))
            {
                Traits[name] = values = [];
            }

            values.Add(value);
        }
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
    {
        Claim claim = SpecCatalogue.Find((string)TestMethodArguments[0], (string)TestMethodArguments[1]);
        return TestMethod.Method.Name == nameof(DocumentClaims.Verdict_is_the_recorded_one)
            ? claim.DisplayName
            : $"{claim.DisplayName}: {TestMethod.Method.Name.Replace('_', ' ')}";
    }
}
