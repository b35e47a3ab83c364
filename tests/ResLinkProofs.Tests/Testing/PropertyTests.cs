using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Testing.Properties;
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
    [InlineData(nameof(Samples.Never_applies))]
    public async Task A_false_property_fails_and_every_run_says_the_same(string name)
    {
        (RunSummary summary, string message) = await Run(name);
        Assert.Equal((1, 1, 0), (summary.Total, summary.Failed, summary.Skipped));
        Assert.NotEmpty(message);
        Assert.Equal(message, (await Run(name)).Message);
    }

    [Fact]
    public async Task A_true_property_passes_after_as_many_cases_as_it_asks_for()
    {
        Samples.Calls = 0;
        Assert.Equal(0, (await Run(nameof(Samples.Counts))).Summary.Failed);
        Assert.Equal(37, Samples.Calls);
    }

    [Fact]
    public async Task The_counterexample_is_shrunk_to_the_boundary() => Assert.Matches(@"Shrunk:\s*\(?20\b", (await Run(nameof(Samples.Own_generator))).Message);

    [Fact]
    public void The_seed_is_a_function_of_the_names_alone()
    {
        static string Seed(string file, string method) => new PropertyAttribute(file, method).Replay;
        Assert.Matches("^\\([0-9]+,[0-9]*[13579]\\)$", Seed("a/Tests.cs", "One"));
        Assert.Equal(Seed("a/Tests.cs", "One"), Seed("/b/c/Tests.cs", "One"));
        Assert.NotEqual(Seed("a/Tests.cs", "One"), Seed("a/Tests.cs", "Two"));
        Assert.NotEqual(Seed("a/Tests.cs", "One"), Seed("a/Others.cs", "One"));
        Assert.Equal(Seed("PropertyTests.cs", nameof(Addition_commutes)), AttributeOf(GetType(), nameof(Addition_commutes)).Replay);
    }

    [Fact]
    public void No_property_of_these_tests_draws_other_cases_in_another_run() =>
        Assert.Empty(
            from type in GetType().Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.GetCustomAttributes<FsCheck.Xunit.PropertyAttribute>().Any(a => a is not PropertyAttribute)
            select $"{type.Name}.{method.Name}");

    private static PropertyAttribute AttributeOf(Type type, string name) => type.GetMethod(name)!.GetCustomAttribute<PropertyAttribute>()!;

    // Through the discoverer and the test case of the package, as xunit does it.
    private static async Task<(RunSummary Summary, string Message)> Run(string name)
    {
        MethodInfo method = typeof(Samples).GetMethod(name)!;
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Samples).Assembly)), null, "control");
        var testMethod = new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(Samples))), Reflector.Wrap(method));
        IAttributeInfo attribute = Reflector.Wrap(method.GetCustomAttributesData().First(a => a.AttributeType == typeof(PropertyAttribute)));
        IAttributeInfo discoverer = attribute.GetCustomAttributes(typeof(XunitTestCaseDiscovererAttribute)).Single();
        var sink = new Xunit.Sdk.NullMessageSink();
        Type type = SerializationHelper.GetType((string)discoverer.GetConstructorArguments().ElementAt(1), (string)discoverer.GetConstructorArguments().First());
        IXunitTestCase testCase = ExtensibilityPointFactory.GetXunitTestCaseDiscoverer(sink, type).Discover(new DefaultOptions(), testMethod, attribute).Single();
        using var bus = new Listener();
        using var cancellation = new CancellationTokenSource();
        RunSummary summary = await testCase.RunAsync(sink, bus, [], new ExceptionAggregator(), cancellation);
        return (summary, bus.Message);
    }

    private sealed class Listener : IMessageBus
    {
        public string Message { get; private set; } = "";

        public bool QueueMessage(IMessageSinkMessage message)
        {
            Message = message is ITestFailed failed ? string.Join('\n', failed.Messages) : Message;
            return true;
        }

        public void Dispose()
        {
        }
    }

#pragma warning disable xUnit1000 // Not public, so that xunit does not run them: most are false on purpose.
    [FsCheck.Xunit.Properties(Arbitrary = [typeof(Generators)])]
    private sealed class Samples
    {
        public static int Calls { get; set; }

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

        [Property(MaxTest = 37, StartSize = 5, EndSize = 9)]
        public void Counts(int a)
        {
            Calls++;
            Assert.InRange(a, -9, 9); // integers are within the size
        }

        [Property]
        public Property Never_applies(int a) => (a < 0).When(false);
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

    private static class Generators
    {
        public static Arbitrary<Distance> Distances() => Arb.From(
            Gen.Choose(0, 1000).Select(m => new Distance(m)), d => d.Metres > 0 ? [new Distance(d.Metres - 1)] : []);
    }
}
