using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;
using ResLinkProofs.Specs.PReluReport.Experiments.Runs;
using ResLinkProofs.Testing;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>
/// Each experiment at toy size: interrupted after every single step and resumed, or on another number of threads, it writes the same bytes.
/// </summary>
public class ResumeTests
{
    private static readonly ExperimentCatalogue Catalogue = ExperimentCatalogue.Of(typeof(SpecsAssembly).Assembly);

    public static TheoryData<string> Names => [.. Catalogue.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Interrupted_after_every_step_the_files_are_the_same(string name)
    {
        using var directory = new TemporaryDirectory();
        var data = ToyImages(directory);
        var whole = Run(name, Options("whole"));
        var interruptions = 0;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        while (true)
        {
            try
            {
                Run(name, Options("pieces") with { Resume = true, Cancellation = cancelled.Token });
                break;
            }
            catch (OperationCanceledException)
            {
                interruptions++;
                Assert.Equal(["checkpoint"], Directory.GetFiles(Path.Combine(directory.Path, "pieces")).Select(f => Path.GetExtension(f)[1..]));
                Assert.True(interruptions < 200, "the run makes no progress");
            }
        }

        Assert.True(interruptions > 5, $"only {interruptions} interruptions");
        Assert.Equal(Contents("whole"), Contents("pieces"));

        Run(name, Options("threads") with { Threads = 3 });
        Assert.Equal(Contents("whole"), Contents("threads"));
        Run(name, Options("other") with { Seed = 2 });
        Assert.NotEqual(Contents("whole"), Contents("other"));

        Assert.NotEmpty(whole.Findings);
        Assert.Equal(whole.Findings.Count, whole.Findings.Select(f => f.Name).Distinct().Count());
        Assert.All(whole.Files, f => Assert.True(File.Exists(f)));
        Assert.Equal(["csv", "json", "svg"], whole.Files.Select(f => Path.GetExtension(f)[1..]).Order());

        ExperimentOptions Options(string sub) => new() { OutputDirectory = Path.Combine(directory.Path, sub), DataDirectory = data, Threads = 1 };
        string[] Contents(string sub) => [.. Directory.GetFiles(Path.Combine(directory.Path, sub)).Order().Select(f => Path.GetFileName(f) + File.ReadAllText(f))];
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        using var directory = new TemporaryDirectory();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var options = new ExperimentOptions { OutputDirectory = directory.Path, Threads = 1 };
        Assert.Throws<OperationCanceledException>(() => Run("dynamics", options with { Cancellation = cancelled.Token }));
        var error = Assert.Throws<InvalidDataException>(() => Run("dynamics", options with { Resume = true, Seed = 5 }));
        Assert.Contains("seed 5", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Run("dynamics", options with { Resume = true }).Findings);
    }

    [Fact]
    public void Names_are_found_and_unknown_ones_listed()
    {
        Assert.All(Catalogue.All, e => Assert.Same(e, Catalogue.Find(e.Name)));
        Assert.Contains("spectral-norm", Assert.Throws<ArgumentException>(() => Catalogue.Find("x")).Message, StringComparison.Ordinal);
    }

    private static ExperimentResult Run(string name, ExperimentOptions options)
    {
        IExperiment experiment = name switch
        {
            "global-minimum" => new GlobalMinimum(new(8, 40, 20, 10, 0.01, 2, 2, 1, 1, 1, 12)),
            "dynamics" => new Dynamics(new(16, 8, 1e-3, 1, [(0.02, 5, 1), (0.03, 4, 2)], 6, 3)),
            "identity-mapping" => new IdentityMapping(new(24, 12, 6, 5, 8, 0.1, 2, 2)),
            "zero-initialisation" => new ZeroInitialisation(new(24, 12, 2, 8, 0.1, 2, 1, 2, 2, 0.02)),
            "spectral-norm" => new SpectralNorm(new(60, 2, 0.02, 0.6)),
            "prelu-images" => new PReluImages(new(24, 12, 2, 8, 0.1, 0.25, 2, 2, 0.02)),
            "prelu-global-minimum" => new PReluGlobalMinimum(new(4, 20, 8, [5, 10], 0.02, 0.25, 0.1, 2, 2)),
            "octopus" => new Octopus(new([1.5], 3, 3, 0.25, 1000)),
            "spurious-minimum" => new SpuriousMinimum(new(5, 0.9, 1000)),
            "two-phases" => new TwoPhases(new(4, 3, 7, 0.9, 1e-3, 200)),
            "filter-angles" => new FilterAngles(new(40, 5, 0.5)),
            "wide-gram" => new WideGram(new(40, 2)),
            "balance" => new Balance(new(2, 20)),
            "deep-descent" => new DeepDescent(new(4, 1, 4, 2)),
            "random-starts" => new RandomStarts(new(5), ["neurons-near-a-hyperplane", "initial-loss", "norm-of-a-gaussian-matrix-5", "rank-one-descent"]),
            "filter-images" => new FilterImages(new(24, 1, 3, 1, 8, 2, 2)),
            "width" => new Width(new(5, 4, [3, 6, 9], 3, 4, 0.2)),
            _ => throw new ArgumentException($"No toy sizes for '{name}'.", nameof(name)),
        };
        return experiment.Run(options);
    }

    // Four classes of 4 x 5 pixels: a bright stripe per class and noise.
    private static string ToyImages(TemporaryDirectory directory)
    {
        var data = Path.Combine(directory.Path, "data");
        Directory.CreateDirectory(data);
        foreach (var (part, count) in new[] { ("train", 60), ("t10k", 20) })
        {
            var stream = new RandomStream(3, (ulong)count);
            List<byte> images = [0, 0, 8, 3, 0, 0, 0, (byte)count, 0, 0, 0, 4, 0, 0, 0, 5], labels = [0, 0, 8, 1, 0, 0, 0, (byte)count];
            for (var i = 0; i < count; i++)
            {
                var label = i % 4;
                labels.Add((byte)label);
                for (var pixel = 0; pixel < 20; pixel++)
                    images.Add((byte)(stream.NextInt32(100) + (pixel / 5 == label ? 150 : 0)));
            }

            File.WriteAllBytes(Path.Combine(data, part + "-images-idx3-ubyte"), [.. images]);
            File.WriteAllBytes(Path.Combine(data, part + "-labels-idx1-ubyte"), [.. labels]);
        }

        return data;
    }
}
