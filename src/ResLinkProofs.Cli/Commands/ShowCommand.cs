using System.CommandLine;
using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Reports;
using ResLinkProofs.Reports.Derivations;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink show ID</c>: one claim whole.</summary>
internal static class ShowCommand
{
    private const int FormulaLimit = 2000;

    public static Command Create()
    {
        var options = new CommonOptions();
        var id = new Argument<string>("ID") { Description = "The id of a claim, e.g. li-yuan/lemma-2.5." };
        var command = new Command("show", "Show one claim: statement, source, correction, evidence, witness.") { id, Selection.Assembly };
        var file = new Option<FileInfo?>("--certificate")
        {
            Description = "Where to write the derivation of a claim that is proved for every dimension.",
        };
        command.Options.Add(file);
        options.AddTo(command);
        options.AddRunnerTo(command);
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(id)!;
            var selection = Selection.From(parsed);
            Claim[] readings = selection.Readings(wanted);
            RecordedVerdicts recorded = selection.Recorded;
            var runner = options.RunnerOf(parsed, selection.Store);
            AcceptedDerivation? derivation = null;
            foreach (Claim claim in readings)
            {
                ClaimResult result =
                    runner.Run(claim, options.BudgetOf(parsed), options.SeedOf(parsed)).StandingOn(selection.Catalogue, recorded.Of);
                Write(result, selection, options.SeedOf(parsed));
                derivation ??= result.Evidence.Select(e => e.Derivation).OfType<AcceptedDerivation>().FirstOrDefault();
            }

            if (parsed.GetValue(file) is { } output)
            {
                OutputFile.Write(output.FullName, derivation is null
                    ? throw new UsageException(
                        $"'{wanted}' has no derivation for every dimension; "
                            + "'reslink solve --certificate' writes certificates of closed statements.")
                    : DerivationFile.Print(derivation.Theorem, derivation.Steps));
            }

            return Program.Success;
        });
        return command;
    }

    // What a claim is derived from, with verdicts: what is not proved is assumed.
    private static void WriteDerivation(Claim claim, Selection selection)
    {
        if (claim.Derivation is not { } derivation)
        {
            return;
        }

        Console.WriteLine($"  derived    {derivation.Argument}");
        foreach (TextbookRule rule in derivation.Rules)
        {
            Console.WriteLine($"    rule     {rule}");
        }

        foreach (Claim premise in selection.Catalogue.PremisesOf(claim))
        {
            Verdict? verdict = selection.Recorded.Of(premise);
            Console.WriteLine(
                $"    {(verdict == Verdict.Proved ? "proved" : "assumed"),-8} {premise.Id} ({verdict?.ToString() ?? "not recorded"})");
        }
    }

    // Which part of the sampled domain every hypothesis excludes: one that excludes nothing is idle at the sizes that are checked.
    private static void WriteShares(Claim claim, ulong seed)
    {
        string size = claim.Proposition is SearchableProposition { SizeName: { Length: > 0 } name } ? name : "";
        foreach (IGrouping<string, HypothesisShare> part in HypothesisShares.Of(claim.Proposition, seed).GroupBy(s => s.Hypothesis))
        {
            string shares = string.Join(", ", part.Select(
                s => $"{(size.Length > 0 ? $"{size} = {s.Size}: " : "")}{(100 * s.Share).ToString("0.#", CultureInfo.InvariantCulture)} % "
                    + $"of {s.Samples}"));
            string hypothesis = part.Key.Length <= 120 ? part.Key : part.Key[..119] + "…";
            Console.WriteLine($"  excludes   {hypothesis}: {(part.Any(s => s.Binds) ? shares : $"nothing ({shares})")}");
        }
    }

    private static void Write(ClaimResult result, Selection selection, ulong seed)
    {
        Claim claim = result.Claim;
        Console.WriteLine($"{claim.Id} [{claim.ReadingText}]");
        Console.WriteLine($"  source     {claim.Source}");
        if (claim.Quote is { } quote)
        {
            Console.WriteLine($"  printed    {quote}");
        }

        if (claim.Existential is { } exists)
        {
            Console.WriteLine($"  prefix     {exists.Prefix}");
        }

        Console.WriteLine($"  statement  {claim.Text}");
        if (claim.Severity is { } severity)
        {
            Console.WriteLine($"  severity   {severity.Kind} {severity.Detail}".TrimEnd());
        }

        if (claim.Correction is { } correction)
        {
            Console.WriteLine($"  correction {correction}");
        }

        if (claim.Proposition is SearchableProposition { Sizes: var sizes } searchable)
        {
            if (searchable.SizeName.Length > 0)
            {
                Console.WriteLine($"  sizes      {searchable.SizeName} = {string.Join(", ", sizes)}");
            }

            string? formula = searchable is NetworkProposition network
                ? $"∀ {network.Domain}: {network.Hypothesis} ⟹ {network.Conclusion}"
                : searchable is ModelProposition model ? model.Formula
                : searchable.At(sizes[0]).Statement?.ToString();
            if (formula is { Length: <= FormulaLimit })
            {
                Console.WriteLine($"  formula    {formula}");
            }
        }

        WriteShares(claim, seed);
        WriteDerivation(claim, selection);

        Console.WriteLine($"  verdict    {result.Verdict} (recorded: {selection.Recorded.Of(claim)?.ToString() ?? "none"})");
        EvidenceLines.Write(result, Console.WriteLine);
        foreach (string line in result.Evidence.Select(e => e.Derivation).OfType<AcceptedDerivation>()
            .SelectMany(new DerivationReport(MatrixTeacherStudent.Notation).Lines))
        {
            Console.WriteLine($"    {line}");
        }

        Console.WriteLine();
    }
}
