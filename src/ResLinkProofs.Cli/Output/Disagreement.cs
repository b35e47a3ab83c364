using ResLinkProofs.Claims;

namespace ResLinkProofs.Cli.Output;

/// <summary>What is said when engines contradict each other: no verdict is worth anything until the broken one is mended.</summary>
internal static class Disagreement
{
    /// <summary>Reports who contradicts whom, and keeps what a solver was asked.</summary>
    /// <param name="disagreement">The disagreement.</param>
    /// <returns>The exit code.</returns>
    public static int Report(EngineDisagreementException disagreement)
    {
        Console.Error.WriteLine(disagreement.Message);
        if (disagreement.Script is { } script)
        {
            string kept = Path.GetFullPath(disagreement.ScriptFile);
            OutputFile.Write(kept, script);
            Console.Error.WriteLine($"What it was asked is kept in {kept}.");
        }

        return Program.Different;
    }
}
