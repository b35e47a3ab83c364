using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Cli.Loading;
using ResLinkProofs.Reports;
using ResLinkProofs.Specs;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// Which claims a command is about: those of this program, or of an assembly of the user's own; and what is recorded of them.
/// </summary>
internal sealed class Selection
{
    private readonly List<SpecFault> _faults;

    private Selection(IEnumerable<SpecSource> sources, IReadOnlyList<SpecFault> known, RecordedVerdicts recorded, EvidenceStore store)
    {
        Catalogue = Catalogue.Of(sources, out IReadOnlyList<SpecFault> faults);
        _faults = [.. known, .. faults];
        (Recorded, Store) = (recorded, store);
    }

    public static Argument<string[]> Globs { get; } = new("GLOB")
    {
        Description = "Ids of claims; * and ? are wildcards. All claims by default.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<FileInfo?> Assembly { get; } = new("--assembly")
    {
        Description = "Take the claims of this assembly, e.g. bin/Release/net10.0/MySpecs.dll; recorded verdicts "
            + "are those in the nearest folder named snapshots above it.",
        HelpName = "FILE",
    };

    public Catalogue Catalogue { get; }

    public RecordedVerdicts Recorded { get; }

    public EvidenceStore Store { get; }

    /// <summary>Specs that do not compile, throw or are malformed, and claims that could not be checked.</summary>
    public IReadOnlyList<SpecFault> Faults => _faults;

    /// <summary>The selection that a command line asks for. What cannot be used is told at once, on standard error.</summary>
    public static Selection From(ParseResult parsed)
    {
        Selection selection = parsed.GetValue(Assembly) is { } file ? OfAssembly(file.FullName) : OfThisProgram();
        selection.TellFaults();
        return selection;
    }

    /// <summary>
    /// The claims that this program brings along, those of the folder of conjectures, and what the checkout around the current folder
    /// or the program has recorded.
    /// </summary>
    public static Selection OfThisProgram() => OfSources(([.. SpecSource.In(typeof(SpecsAssembly).Assembly)], []));

    /// <summary>Claims that stand for those of this program, with those of the folder of conjectures.</summary>
    /// <param name="specs">What states them, and what of it does not compile.</param>
    public static Selection OfSources((IReadOnlyList<SpecSource> Sources, IReadOnlyList<SpecFault> Faults) specs)
    {
        string[] near = [Environment.CurrentDirectory, AppContext.BaseDirectory];
        (IReadOnlyList<SpecSource> conjectures, IReadOnlyList<SpecFault> faults) = ConjectureFolder.Read(ConjectureFolder.Near(near));
        return new(
            [.. specs.Sources, .. conjectures], [.. specs.Faults, .. faults], RecordedVerdicts.Near(near), EvidenceStore.Near(near));
    }

    /// <summary>The claims of an assembly of the user's own, and what is recorded near it.</summary>
    public static Selection OfAssembly(string path)
    {
        var loaded = SpecAssembly.Load(path);
        string? root = RecordedVerdicts.FolderAbove(path) is { } snapshots ? Path.GetDirectoryName(snapshots) : null;
        return new(
            loaded.Sources,
            [],
            RecordedVerdicts.In(root is null ? null : Path.Combine(root, "snapshots")),
            root is null || !loaded.IsSelfContained
                ? new EvidenceStore(null, null)
                : new EvidenceStore(Path.Combine(root, "artifacts", "evidence"), Path.Combine(root, "snapshots", "evidence")));
    }

    /// <summary>Tells all faults on standard error.</summary>
    public void TellFaults() => _faults.ForEach(Console.Error.WriteLine);

    /// <summary>Adds faults that a check has brought to light, and tells them on standard error.</summary>
    public void Tell(IEnumerable<SpecFault> faults)
    {
        foreach (SpecFault fault in faults)
        {
            _faults.Add(fault);
            Console.Error.WriteLine(fault);
        }
    }

    /// <summary>The exit code of a command about many claims: that of bad input when some of them cannot be used.</summary>
    /// <param name="code">The code without that.</param>
    public int CodeOf(int code) => Faults.Count == 0 ? code : Program.BadUsage;

    /// <summary>The claims that the globs of a command line name.</summary>
    public IReadOnlyList<Claim> Of(ParseResult parsed) => Of(parsed.GetValue(Globs) ?? []);

    public IReadOnlyList<Claim> Of(IReadOnlyCollection<string> globs)
    {
        foreach (string glob in globs)
        {
            if (glob.StartsWith('-'))
            {
                throw new UsageException($"Unknown option '{glob}'. 'reslink --help' lists the options of every command.");
            }

            if (Catalogue.Matching([glob]).Count == 0)
            {
                throw new UsageException($"No claim matches '{glob}'. {Suggestion(glob)}");
            }
        }

        return Catalogue.Matching(globs);
    }

    /// <summary>All readings of one statement.</summary>
    public Claim[] Readings(string id)
    {
        Claim[] readings = [.. Catalogue.Claims.Where(c => string.Equals(c.Id, id, StringComparison.OrdinalIgnoreCase))];
        return readings.Length > 0 ? readings : throw new UsageException($"There is no claim '{id}'. {Suggestion(id)}");
    }

    /// <summary>The ids closest to what was typed.</summary>
    public string Suggestion(string id)
    {
        IEnumerable<string> nearest = Catalogue.Claims.Select(c => c.Id).Distinct()
            .OrderBy(known => Distance(known, id)).ThenBy(known => known, StringComparer.Ordinal).Take(3);
        return $"Did you mean {string.Join(", ", nearest)}? 'reslink list' shows all ids.";
    }

    // Levenshtein distance, row by row.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int substitution = diagonal + (char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substitution, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
