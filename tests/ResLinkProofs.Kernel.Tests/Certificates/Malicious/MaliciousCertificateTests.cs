using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Certificates made to be accepted wrongly, or to cost without bound: every one is rejected, with a reason.</summary>
public sealed class MaliciousCertificateTests
{
    // Reading and rejecting one of them may allocate this much altogether, whatever it asks for: work in bytes, the same on every machine.
    private const long LargestAllocation = 3L << 30;

    private static readonly string[] GivenNames =
        [.. typeof(MaliciousCertificateTests).Assembly.GetManifestResourceNames().Where(n =>
            n.EndsWith(".cert", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kinds => [.. Others.Select(m => m.Kind).Distinct()];

    public static TheoryData<string> Given => [.. GivenNames];

    private static IEnumerable<MaliciousCertificate> Others =>
        [.. MaliciousSteps.All(), .. MaliciousOrders.All(), .. MaliciousTexts.All(), .. MaliciousKinks.All(), .. MaliciousContacts.All(), .. MaliciousSquares.All(), .. MaliciousSharpening.All(), .. MaliciousWork.All()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_one_of_a_kind_is_rejected(string kind)
    {
        var accepted = new List<string>();
        foreach (MaliciousCertificate certificate in Others.Where(m => m.Kind == kind))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            string? rejection = certificate.Rejection();
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < LargestAllocation, certificate.Name);
            Assert.NotEqual("", rejection);
            if (rejection is null)
            {
                accepted.Add(certificate.Name);
            }
        }

        Assert.True(accepted.Count == 0, $"{accepted.Count} accepted: {string.Join("; ", accepted.Take(20))}");
    }

    [Theory]
    [MemberData(nameof(Given))]
    public void The_given_ones_are_answered_rightly(string name)
    {
        string? rejection = MaliciousCertificate.Text("given", name, Read(name)).Rejection();
        // This one asks for 3^(64^5), and is right: that is no number of [0, 1].
        Assert.Equal(name == "dos_pow.cert", rejection is null);
    }

    [Fact]
    public void There_are_many_of_them_with_names_of_their_own()
    {
        MaliciousCertificate[] all = [.. Others];
        Assert.True(all.Length >= 1000, $"{all.Length}");
        Assert.Equal(all.Length, all.Select(m => (m.Kind, m.Name)).Distinct().Count());
        Assert.All(all.CountBy(m => m.Kind), kind => Assert.True(kind.Value >= 5, kind.Key));
        Assert.Equal(8, GivenNames.Length);
    }

    [Fact]
    public void The_texts_from_which_they_are_made_are_accepted() => Assert.All(
        [.. MaliciousTexts.Controls, MaliciousContacts.Control, MaliciousSquares.Control],
        text => Assert.Null(MaliciousCertificate.Text("control", "", text).Rejection()));

    [Fact]
    public void The_statements_with_kinks_and_contacts_are_false() => Assert.All(
        [.. MaliciousKinks.Falsehoods(), .. MaliciousContacts.Falsehoods(), .. MaliciousSquares.Falsehoods()],
        f => Assert.NotNull(ConfirmedWitness.TryConfirm(f.Statement, f.Point)));

    [Theory]
    [InlineData("dos_pow.cert", 1_000_000)]
    [InlineData("identity_pow_wrap.cert", 100_000)]
    [InlineData("identity_pow_wrap32.cert", 100_000)]
    public void Large_powers_are_given_up_early_and_are_not_zero(string name, long work)
    {
        Certificate certificate = Certificate.Parse(Read(name));
        var forms = new NormalForms(certificate.Problem.Tape);
        Assert.Null(forms.Of(certificate.Problem.Nodes[0].Slot));
        Assert.InRange(forms.Work, 1, work);
        Assert.False(certificate.Problem.IsIdentity(0));
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(MaliciousCertificateTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
