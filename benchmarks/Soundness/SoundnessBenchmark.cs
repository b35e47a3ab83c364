using System.Globalization;
using ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

namespace ResLinkProofs.Benchmarks.Soundness;

/// <summary>
/// Cross-checks a great number of applications of reasoning steps against exact points; the same trial as in the tests, longer.
/// </summary>
internal static class SoundnessBenchmark
{
    private const long DefaultApplications = 1_000_000;

    public static int Run(string[] arguments)
    {
        long applications = DefaultApplications;
        int firstSeed = 0;
        CultureInfo culture = CultureInfo.InvariantCulture;
        bool valid = arguments.Length <= 2
            && (arguments.Length < 1 || (long.TryParse(arguments[0], NumberStyles.None, culture, out applications) && applications > 0))
            && (arguments.Length < 2 || int.TryParse(arguments[1], NumberStyles.None, culture, out firstSeed));
        if (!valid)
        {
            Console.Error.WriteLine("usage: soundness [APPLICATIONS [FIRST-SEED]], whole numbers; 1,000,000 and 0 by default");
            return 2;
        }

        StepTally tally = SoundnessRun.Of(applications, firstSeed);
        Console.WriteLine("| step | applied | concluded something | points tried | of them satisfying before | wrong |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (StepKind kind in StepTally.Kinds)
        {
            long[] counts = [tally.Applied(kind), tally.Fired(kind), tally.Points(kind), tally.Satisfying(kind), tally.Wrong(kind)];
            Console.WriteLine($"| {kind} | {string.Join(" | ", counts.Select(c => c.ToString(culture)))} |");
        }

        Console.WriteLine(string.Create(culture, $"{tally.Applications} applications of steps, {tally.Contradictions} wrong."));
        foreach (string example in tally.Examples)
        {
            Console.WriteLine(example);
        }

        return tally.Contradictions == 0 ? 0 : 1;
    }
}
