using System.CommandLine;
using System.Diagnostics;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Provisioning;
using ResLinkProofs.Specs;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink experiment NAME</c>: runs an experiment of a source; writes CSV, JSON and SVG.</summary>
internal static class ExperimentCommand
{
    private const int Interrupted = 1;

    private static ExperimentCatalogue Catalogue { get; } = ExperimentCatalogue.Of(typeof(SpecsAssembly).Assembly);

    public static Command Create()
    {
        var options = new CommonOptions();
        var name = new Argument<string>("NAME") { Description = $"One of {string.Join(", ", Catalogue.All.Select(e => e.Name))}." };
        var full = new Option<bool>("--full") { Description = "Run at the source's size instead of a reduced one." };
        var resume = new Option<bool>("--resume") { Description = "Go on where an interrupted run stopped; ends with the same bits." };
        var output = new Option<string>("--out")
        {
            Description = "Folder for data and plots.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "artifacts/experiments",
        };
        var data = new Option<string?>("--data")
        {
            Description = "Folder with IDX files (MNIST or Fashion-MNIST); fetched when absent.",
            HelpName = "DIR",
        };
        var without = new Option<string[]>("--without")
        {
            Description = $"Leave out a long part: {string.Join(", ", Catalogue.All.SelectMany(e => e.Parts))}.",
            HelpName = "PART",
        };
        var command = new Command("experiment", "Run an experiment; exit 0 when no finding fails.")
        {
            name, full, without, resume, output, data, options.Seed, options.Threads,
        };
        command.SetAction(parsed => Run(
            Find(parsed.GetValue(name)!),
            new ExperimentOptions
            {
                Scale = parsed.GetValue(full) ? ExperimentScale.Full : ExperimentScale.Reduced,
                Without = parsed.GetValue(without) ?? [],
                Resume = parsed.GetValue(resume),
                OutputDirectory = parsed.GetValue(output)!,
                DataDirectory = parsed.GetValue(data),
                ArtifactsDirectory = ArtifactsFolder.Above(AppContext.BaseDirectory) ?? "artifacts",
                Seed = options.SeedOf(parsed),
                Threads = options.ThreadsOf(parsed),
                Progress = Console.Error.WriteLine,
            }));
        return command;
    }

    private static int Run(IExperiment experiment, ExperimentOptions options)
    {
        if (options.Without.FirstOrDefault(p => !experiment.Parts.Contains(p)) is { } unknown)
        {
            throw new UsageException(
                $"{experiment.Name} has no part '{unknown}' that can be left out; "
                    + $"it has {(experiment.Parts.Count == 0 ? "none" : string.Join(", ", experiment.Parts))}.");
        }

        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, e) =>
        {
            e.Cancel = true;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            var clock = Stopwatch.StartNew();
            ExperimentResult result = experiment.Run(options with { Cancellation = cancellation.Token });
            string provenance = RunProvenance.Write(experiment, options, clock.Elapsed);
            foreach (ExperimentFinding finding in result.Findings)
            {
                Console.WriteLine($"{Word(finding.Outcome)}  {finding.Name}: {finding.Statement}");
                foreach ((string key, double value) in finding.Numbers)
                {
                    Console.WriteLine(FormattableString.Invariant($"         {key} = {value:G6}"));
                }

                foreach ((string key, string words) in finding.InWords ?? new Dictionary<string, string>())
                {
                    Console.WriteLine($"         {key}: {words}");
                }

                if (finding.Caveat is { } caveat)
                {
                    Console.WriteLine($"         note: {caveat}");
                }
            }

            Console.WriteLine($"written: {string.Join(", ", result.Files.Append(provenance))}");
            return result.Findings.All(f => f.Outcome != Outcome.Fails) ? Program.Success : Program.Different;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(
                "Interrupted; its state is saved. Go on with: "
                    + $"reslink experiment {experiment.Name} --resume --out {options.OutputDirectory}");
            return Interrupted;
        }
        catch (Exception e) when (e is InvalidDataException or ProvisioningException)
        {
            throw new UsageException(e.Message);
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Holds => "holds",
        Outcome.Fails => "FAILS",
        _ => "undecided",
    };

    private static IExperiment Find(string name) => Catalogue.All.FirstOrDefault(e => e.Name == name)
        ?? throw new UsageException($"There is no experiment '{name}'; choose {string.Join(", ", Catalogue.All.Select(e => e.Name))}.");
}
