using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Cli.Commands;
using ResLinkProofs.Cli.Output;

namespace ResLinkProofs.Cli;

/// <summary>The command <c>reslink</c>: its names and exit codes are a contract, because scripts rely on them.</summary>
public static class Program
{
    /// <summary>Exit code for success.</summary>
    public const int Success = 0;

    /// <summary>Exit code for a result other than the recorded or wanted one.</summary>
    public const int Different = 1;

    /// <summary>Exit code for bad usage or bad input.</summary>
    public const int BadUsage = 2;

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code.</returns>
    public static int Main(string[] args)
    {
        var root = new RootCommand("Executable companion to the theory of gradient descent on two-layer networks.")
        {
            CheckCommand.Create(),
            WatchCommand.Create(),
            MergeCommand.Create(),
            ListCommand.Create(),
            ShowCommand.Create(),
            SolveCommand.Create(),
            MinimiseCommand.Create(),
            ReplayCommand.Create(),
            ExportCommand.Create(),
            JudgeCommand.Create(),
            ExperimentCommand.Create(),
            NewCommand.Create(),
            FrontierCommand.Create(),
            ReportCommand.Create(),
            DoctorCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine("Run 'reslink --help' for the commands and their options.");
            return BadUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (AggregateException e) when (e.InnerException is EngineDisagreementException disagreement)
        {
            return Disagreement.Report(disagreement);
        }
        catch (EngineDisagreementException e)
        {
            return Disagreement.Report(e);
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            return BadUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return BadUsage;
        }
    }
}
