using System.Globalization;
using System.Text.RegularExpressions;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Reports.Derivations;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using ResLinkProofs.Testing.Matrices;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Specs.Tests;

/// <summary>Claims that are proved for every dimension by a derivation: definitions say what the observables measure, every step holds for matrices of many sizes, and nothing else is proved by it.</summary>
public sealed partial class DerivationTests
{
    private const double Rounding = 1e-9;

    public static TheoryData<string> Derived => [.. SpecCatalogue.Claims.Where(c => c.Proof is not null).Select(c => $"{c.Id}|{c.Reading}")];

    public static TheoryData<string> Defined => [.. Observables().Select(o => o.Symbol)];

    [Theory]
    [MemberData(nameof(Defined))]
    public void A_definition_is_what_the_observable_measures(string symbol)
    {
        NetworkObservable observable = Observables().Single(o => o.Symbol == symbol);
        for (int seed = 0; seed < 40; seed++)
        {
            (MatrixWorld world, TeacherStudent model) = World(1 + (seed % 6), seed, 0.8);
            double measured = observable.Measure(model), defined = world.Value(observable.Definition!);
            Assert.Equal(measured, defined, 1e-9 * (1 + Math.Abs(measured)));
        }
    }

    [Theory]
    [MemberData(nameof(Derived))]
    public void Every_step_of_a_derivation_holds(string name)
    {
        Claim claim = Find(name);
        Theorem theorem = claim.Proposition.Theorem!;
        AcceptedDerivation derivation = DerivationChecker.Check(theorem, claim.Proof!(theorem)).Accepted ?? throw new InvalidOperationException(name);
        int tried = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            MatrixWorld world = claim.Proposition is NetworkProposition network
                ? World(1 + (seed % 5), seed, (network.Domain.Radius ?? new Kernel.Numbers.Rational(4, 5)).ToDouble()).World : VectorWorld(1 + (seed % 5), seed);
            if (derivation.Theorem.Hypotheses.All(h => world.Margin(h) >= -1e-15))
            {
                tried++;
                Fact? broken = derivation.Facts.FirstOrDefault(f => !(world.Margin(f) > -Rounding));
                Assert.True(broken is null, $"seed {seed}: {broken}");
            }
        }

        Assert.True(tried > 0, "no world meets the hypotheses");
    }

    [Theory]
    [MemberData(nameof(Derived))]
    public void A_derivation_survives_its_file_and_no_change_of_it(string name)
    {
        Claim claim = Find(name);
        Theorem theorem = claim.Proposition.Theorem!;
        IReadOnlyList<DerivationStep> steps = claim.Proof!(theorem);
        string text = DerivationFile.Print(theorem, steps);
        (Theorem read, IReadOnlyList<DerivationStep> again) = DerivationFile.Parse(text);
        Assert.Equal(theorem.ToString(), read.ToString());
        Assert.NotNull(DerivationChecker.Check(read, again).Accepted);
        for (int i = 0; i < text.Length; i += 997)
        {
            string damaged = text[..i] + (text[i] == '1' ? '2' : '1') + text[(i + 1)..];
            Assert.Throws<FormatException>(() => DerivationFile.Parse(damaged));
        }

        // Every step is needed, in its place: without it, or before what it rests on, the rest is no derivation.
        int refused = 0;
        for (int i = 0; i < steps.Count - 1; i += 7)
        {
            refused += DerivationChecker.Check(theorem, [.. steps.Take(i), .. steps.Skip(i + 1)]).Accepted is null ? 1 : 0;
            refused += DerivationChecker.Check(theorem, [.. steps.Take(i), .. steps.Skip(i + 1), steps[i]]).Accepted is null ? 1 : 0;
        }

        Assert.Equal(2 * ((steps.Count + 5) / 7), refused);
    }

    [Fact]
    public void A_derivation_proves_its_own_claim_only()
    {
        Claim claim = SpecCatalogue.Find("li-yuan/theorem-3.3", "Corrected"), strict = SpecCatalogue.Find("li-yuan/theorem-3.3-for-w-other-than-w", "Companion");
        Evidence proof = Assert.Single(new TheoremChecker().Check(claim, Budget.Small, 0));
        Assert.Equal(Finding.Proof, proof.Finding);
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(strict.Proposition, [proof]));
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(SpecCatalogue.Find("li-yuan/theorem-3.3", "AsPrinted").Proposition, [proof]));
        var network = (NetworkProposition)claim.Proposition;
        foreach (NetworkProposition other in new[]
        {
            network.With(Kernel.Terms.Formula.True, network.Conclusion),
            network.With(network.Domain with { Radius = new Kernel.Numbers.Rational(2, 100) }, network.Hypothesis, network.Conclusion),
            network.With(network.Domain with { Radius = null }, network.Hypothesis, network.Conclusion),
            network.With(network.Domain with { NegativeSlope = new Kernel.Numbers.Rational(1, 10) }, network.Hypothesis, network.Conclusion),
            network.With(network.Hypothesis, network.Hypothesis),
        })
        {
            Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(other, [proof]));
        }
    }

    [Fact]
    public void The_document_is_the_derivation()
    {
        Claim claim = SpecCatalogue.Find("li-yuan/theorem-3.3", "Corrected");
        Theorem theorem = ((NetworkProposition)claim.Proposition).Theorem!;
        AcceptedDerivation derivation = DerivationChecker.Check(theorem, claim.Proof!(theorem)).Accepted!;
        string file = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "docs", "theorem-3.3-derivation.txt");
        string text = string.Join('\n', [$"{claim.Id} [{claim.ReadingText}]: {claim.Text}", .. new DerivationReport(MatrixTeacherStudent.Notation).Lines(derivation), ""]);
        if (SnapshotModes.FromEnvironment(Environment.GetEnvironmentVariable) == SnapshotMode.Accept)
        {
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.ReadAllText(file) == text, "docs/theorem-3.3-derivation.txt is out of date: SNAPSHOT_ACCEPT=1 dotnet test -c Release tests/ResLinkProofs.Specs.Tests --filter DerivationTests");
    }

    [Fact]
    public void Every_step_of_the_derivation_is_told_in_the_document()
    {
        string docs = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "docs");
        string[] steps = [.. File.ReadLines(Path.Combine(docs, "theorem-3.3-derivation.txt"))
            .Select(line => Step().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        string[] mistakes = [.. Mistakes(File.ReadLines(Path.Combine(docs, "theorem-3.3.md")), steps)];
        Assert.True(mistakes.Length == 0, string.Join('\n', mistakes));

        // What is skipped, told twice or not shown is noticed.
        string[] told = ["*Steps 1 to 2:* `a`, `b`", "*Steps 3 to 3:* `c`"], three = ["a", "b", "c"];
        Assert.Empty(Mistakes(told, three));
        Assert.NotEmpty(Mistakes(told[..1], three));
        Assert.NotEmpty(Mistakes([told[1], told[0]], three));
        Assert.NotEmpty(Mistakes(told, ["a", "b"]));
        Assert.NotEmpty(Mistakes(told, ["a", "c", "b"]));
        Assert.NotEmpty(Mistakes(["*Steps 1 to 3:*"], three));
    }

    // Paragraphs name the steps that they tell, all of them, in order, and quote some.
    private static IEnumerable<string> Mistakes(IEnumerable<string> lines, string[] steps)
    {
        int next = 1;
        foreach (Match told in lines.Select(line => Told().Match(line)).Where(m => m.Success))
        {
            int first = int.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture), last = int.Parse(told.Groups[2].Value, CultureInfo.InvariantCulture);
            if (first != next || last < first || last > steps.Length)
            {
                yield return $"steps {first} to {last} are told where step {next} is next, of {steps.Length}";
                yield break;
            }

            string[] quotes = [.. Quoted().Matches(told.Groups[3].Value).Select(m => m.Groups[1].Value)];
            foreach (string quote in quotes.Where(q => !steps.Skip(first - 1).Take(last - first + 1).Contains(q)))
            {
                yield return $"not one of the steps {first} to {last}: {quote}";
            }

            if (quotes.Length == 0)
            {
                yield return $"of the steps {first} to {last} none is quoted";
            }

            next = last + 1;
        }

        if (next != steps.Length + 1)
        {
            yield return $"steps {next} to {steps.Length} are not told";
        }
    }

    [GeneratedRegex(@"^\d+\. (.*)   \[[^\]]*\]$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^\s*\*Steps (\d+) to (\d+):\*(.*)$")]
    private static partial Regex Told();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Quoted();

    private static Claim Find(string name) => SpecCatalogue.Find(name.Split('|')[0], name.Split('|')[1]);

    private static IEnumerable<NetworkObservable> Observables() => typeof(NetworkObservables).GetProperties().Concat(typeof(DecompositionObservables).GetProperties()).Select(p => p.GetValue(null)).OfType<NetworkObservable>().Where(o => o.Definition is not null);

    private static (MatrixWorld World, TeacherStudent Model) World(int d, int seed, double radius)
    {
        var random = new Random(seed);
        double[][] entries = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, d * d).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];
        foreach (double[] matrix in entries)
        {
            double norm = MatrixWorld.SpectralNorm(Square(matrix, d));
            for (int k = 0; k < matrix.Length; k++)
            {
                matrix[k] *= radius / norm * (seed % 3 == 0 ? random.NextDouble() : 1 - 1e-12);
            }
        }

        return (new MatrixWorld(new() { ["d"] = d }, (name, _, _) => Square(entries[name == "W" ? 0 : 1], d)), new TeacherStudent(DenseMatrix.FromRows(d, d, entries[0]), DenseMatrix.FromRows(d, d, entries[1])));
    }

    // Vectors of R^d: e, f, u, v are unit vectors of the axes in some order, others have length at most 1; numbers lie in [1/1000, 3/10].
    private static MatrixWorld VectorWorld(int d, int seed)
    {
        var random = new Random(seed);
        return new MatrixWorld(new() { ["d"] = d }, (name, rows, columns) =>
        {
            var matrix = new double[rows, columns];
            if (rows == 1 && columns == 1 && name is "gamma" or "t")
            {
                matrix[0, 0] = 0.001 + (0.299 * random.NextDouble());
                return matrix;
            }

            if (name is "e" or "f" or "u" or "v")
            {
                matrix[(name is "e" or "u" ? seed : seed + 1) % rows, 0] = 1;
                return matrix;
            }

            for (int i = 0; i < rows; i++)
            {
                matrix[i, 0] = ((2 * random.NextDouble()) - 1) / Math.Sqrt(rows);
            }

            return matrix;
        });
    }

    private static double[,] Square(double[] entries, int d)
    {
        var matrix = new double[d, d];
        Buffer.BlockCopy(entries, 0, matrix, 0, sizeof(double) * entries.Length);
        return matrix;
    }
}
