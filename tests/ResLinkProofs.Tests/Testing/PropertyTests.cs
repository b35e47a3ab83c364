using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ResLinkProofs.Tests.Testing;

public sealed class PropertyTests
{
    [Property]
    public bool Addition_commutes(int a, int b) => a + b == b + a;

    [Property(MaxTest = 7)]
    public static void Static_methods_and_assertions_work(byte[] bytes) => Assert.True(bytes.Length >= 0);

    [Property]
    public async Task Asynchronous_properties_work(int a)
    {
        await Task.Yield();
        Assert.Equal(a, -(-a));
    }

    [Theory]
    [InlineData(nameof(Samples.Small_integers))]
    [InlineData(nameof(Samples.Asserted))]
    [InlineData(nameof(Samples.Own_generator))]
    [InlineData(nameof(Samples.Asynchronous))]
    public void A_false_property_fails_and_its_printed_line_repeats_the_shrunk_counterexample(string name)
    {
        string first = Failure(name, replay: null).Message;
        string replay = first.Split($"{PropertyRun.ReplayVariable}=")[1].Trim();

        string again = Failure(name, replay).Message;

        Assert.Equal(Line(first, "counterexample"), Line(again, "counterexample"));
        Assert.Equal(Line(first, "repeat with"), Line(again, "repeat with"));
        Assert.Contains("case 1,", again, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counterexample_is_shrunk_to_the_boundary() =>
        Assert.Equal("counterexample: 20", Line(Failure(nameof(Samples.Own_generator), null).Message, "counterexample"));

    [Fact]
    public void Another_seed_gives_another_counterexample()
    {
        // Positive control of the replay test: what is compared there does depend on the replay line.
        string fixedSeed = Failure(nameof(Samples.Unshrinkable), null).Message;
        string other = Failure(nameof(Samples.Unshrinkable), "12345,67891,100").Message;
        Assert.NotEqual(Line(fixedSeed, "counterexample"), Line(other, "counterexample"));
    }

    [Fact]
    public void The_seed_is_a_function_of_the_name_alone()
    {
        Rnd a = PropertyRun.SeedOf(MethodOf(nameof(Samples.Small_integers)));
        Rnd b = PropertyRun.SeedOf(MethodOf(nameof(Samples.Asserted)));
        Assert.Equal(a, PropertyRun.SeedOf(MethodOf(nameof(Samples.Small_integers))));
        Assert.NotEqual(a, b);
        Assert.Equal(1UL, a.Gamma % 2);
        Assert.Equal(Failure(nameof(Samples.Unshrinkable), null).Message, Failure(nameof(Samples.Unshrinkable), null).Message);
    }

    [Fact]
    public void MaxTest_and_sizes_are_those_of_the_attribute()
    {
        var seen = new Samples();
        PropertyRun.Check(MethodOf(nameof(Samples.Counts)), seen, null);
        Assert.Equal(37, seen.Calls);
        Assert.Equal(5, seen.Sizes.Min());
        Assert.InRange(seen.Sizes.Max(), 8, 9);
    }

    [Fact]
    public void A_property_whose_condition_never_holds_fails() =>
        Assert.Contains("0 cases", Failure(nameof(Samples.Never_applies), null).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("1,3")]
    [InlineData("1,3,-4")]
    [InlineData("seed")]
    public void A_malformed_replay_is_refused(string replay)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => PropertyRun.Check(MethodOf(nameof(Samples.Small_integers)), new Samples(), replay));
        Assert.Contains("seed,gamma,size", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_of_the_attribute_are_checked() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PropertyRun.Check(MethodOf(nameof(Samples.Wrong_range)), new Samples(), null));

    [Theory]
    [InlineData(nameof(Samples.Small_integers), 1)]
    [InlineData(nameof(Samples.Counts), 0)]
    public async Task The_test_case_that_xunit_runs_reports_the_outcome(string name, int failures)
    {
        MethodInfo method = MethodOf(name);
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Samples).Assembly)), null, "control");
        var testMethod = new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(Samples))), Reflector.Wrap(method));
        var sink = new Xunit.Sdk.NullMessageSink();
        IXunitTestCase testCase = new PropertyDiscoverer(sink)
            .Discover(new DefaultOptions(), testMethod, Reflector.Wrap(method.GetCustomAttributesData().First(a => a.AttributeType == typeof(PropertyAttribute))))
            .Single();
        using var bus = new MessageBus(sink);
        using var cancellation = new CancellationTokenSource();

        RunSummary summary = await testCase.RunAsync(sink, bus, [], new ExceptionAggregator(), cancellation);

        Assert.Equal((1, failures, 0), (summary.Total, summary.Failed, summary.Skipped));
    }

    private static MethodInfo MethodOf(string name) => typeof(Samples).GetMethod(name)!;

    private static PropertyFailedException Failure(string name, string? replay) =>
        Assert.Throws<PropertyFailedException>(() => PropertyRun.Check(MethodOf(name), new Samples(), replay));

    private static string Line(string message, string label) =>
        message.Split('\n').Single(line => line.TrimStart().StartsWith(label, StringComparison.Ordinal)).Trim();

#pragma warning disable xUnit1000 // Not public, so that xunit does not run them: most are false on purpose.
    [Properties(Arbitrary = [typeof(Generators)])]
    private sealed class Samples
    {
        public int Calls { get; private set; }

        public List<int> Sizes { get; } = [];

        [Property(MaxTest = 1000)]
        public bool Small_integers(int a, int b) => Math.Abs((long)a) + Math.Abs((long)b) < 60;

        [Property(MaxTest = 1000)]
        public void Asserted(int[] items) => Assert.True(items.Sum(i => (long)i) < 25, "sum");

        [Property]
        public bool Own_generator(Distance distance) => distance.Metres < 20;

        [Property(MaxTest = 1000)]
        public async Task<bool> Asynchronous(int a)
        {
            await Task.Yield();
            return a < 15;
        }

        [Property]
        public bool Unshrinkable(Number number) => number.Value < 0;

        [Property(MaxTest = 37, StartSize = 5, EndSize = 9)]
        public void Counts(Sized sized)
        {
            Calls++;
            Sizes.Add(sized.Size);
        }

        [Property]
        public Property Never_applies(int a) => (a < 0).When(false);

        [Property(MaxTest = 0)]
        public bool Wrong_range(int a) => a < 0;
    }
#pragma warning restore xUnit1000

    private sealed class DefaultOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException();
    }

    private sealed record Distance(int Metres)
    {
        public override string ToString() => $"{Metres}";
    }

    private sealed record Number(int Value);

    private sealed record Sized(int Size);

    private static class Generators
    {
        public static Arbitrary<Distance> Distances() => Arb.From(
            Gen.Choose(0, 1000).Select(m => new Distance(m)), d => d.Metres > 0 ? [new Distance(d.Metres - 1)] : []);

        public static Arbitrary<Number> Numbers() => Arb.From(Gen.Choose(0, int.MaxValue).Select(v => new Number(v)));

        public static Arbitrary<Sized> Sizes() => Arb.From(Gen.Sized(s => Gen.Constant(new Sized(s))));
    }
}
