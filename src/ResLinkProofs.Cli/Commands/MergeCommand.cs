using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResLinkProofs.Claims;
using ResLinkProofs.Cli.Output;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink merge PART ...</c>: the tables of all parts of a run as the table of the whole.</summary>
internal static class MergeCommand
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var parts = new Argument<FileInfo[]>("PART")
        {
            Description = "The tables that 'reslink check --shard I/N --json PART' wrote, for every I from 1 to N.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<FileInfo?>("--json")
        {
            Description = "Write the table of the whole as JSON to this file.",
            HelpName = "FILE",
        };
        var command = new Command("merge", "Put the parts of a sharded check together; exit 0 when every verdict is the recorded one.")
        {
            parts, json,
        };
        command.SetAction(parsed => Merge([.. parsed.GetValue(parts)!.Select(f => f.FullName)], parsed.GetValue(json)?.FullName));
        return command;
    }

    /// <summary>Rows as <c>check --json</c> prints them.</summary>
    public static string Print(JsonArray rows) => rows.ToJsonString(Options) + "\n";

    private static int Merge(IReadOnlyList<string> files, string? output)
    {
        if (output is not null)
        {
            OutputFile.RequireFolder(output);
        }

        var rows = new List<(string File, JsonObject Row)>();
        foreach (string file in files)
        {
            rows.AddRange(Read(file).Select(row => (file, row)));
        }

        RequireAllParts(files, rows);
        (string File, JsonObject Row)[] ordered =
            [.. rows.OrderBy(r => Text(r.Row, "id"), StringComparer.Ordinal).ThenBy(r => ReadingOf(r.Row))];
        foreach (var (one, other) in ordered.Zip(ordered.Skip(1)))
        {
            if (Text(one.Row, "id") == Text(other.Row, "id") && ReadingOf(one.Row) == ReadingOf(other.Row))
            {
                throw new UsageException(
                    $"{Text(one.Row, "id")} is in '{one.File}' and in '{other.File}': give each part of one run once.");
            }
        }

        foreach ((_, JsonObject row) in ordered)
        {
            row.Remove(ShardOption.Field);
        }

        if (output is not null)
        {
            OutputFile.Write(output, Print(new JsonArray([.. ordered.Select(r => r.Row.DeepClone())])));
        }

        string verdicts = string.Join(", ", ordered.GroupBy(r => Enum.Parse<Verdict>(Text(r.Row, "verdict")))
            .OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"));
        Console.WriteLine($"{ordered.Length} claims in {files.Count} parts: {verdicts}");
        JsonObject[] moved = [.. ordered.Select(r => r.Row).Where(r => r["expected"]?.GetValue<string>() != Text(r, "verdict"))];
        foreach (JsonObject row in moved)
        {
            Console.WriteLine(
                $"differs: {Text(row, "id")} [{Text(row, "reading")}] is {Text(row, "verdict")}, "
                    + $"recorded {row["expected"]?.GetValue<string>() ?? "none"}");
        }

        return moved.Length > 0 ? Program.Different : Program.Success;
    }

    private static JsonObject[] Read(string file)
    {
        try
        {
            JsonObject[] rows = [.. JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(row => row!.AsObject())];
            foreach (JsonObject row in rows)
            {
                _ = (Text(row, "id"), ReadingOf(row), Enum.Parse<Verdict>(Text(row, "verdict")));
            }

            return rows;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException
            or ArgumentException or FormatException)
        {
            throw new UsageException($"'{file}' is no table of 'reslink check --json': {e.Message}");
        }
    }

    // A part that is missing would leave claims out without a word; a part without claims has no row to say which one it is.
    private static void RequireAllParts(IReadOnlyList<string> files, IReadOnlyList<(string File, JsonObject Row)> rows)
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, JsonObject row) in rows)
        {
            string mark = row[ShardOption.Field]?.GetValue<string>()
                ?? throw new UsageException($"'{file}' is no part: it was written without --shard.");
            if (!marks.TryAdd(file, mark) && marks[file] != mark)
            {
                throw new UsageException($"'{file}' has rows of the parts {marks[file]} and {mark}; check that part again.");
            }
        }

        string[] wholes = [.. marks.Values.Select(m => m[(m.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct()];
        if (wholes.Length > 1)
        {
            throw new UsageException($"The parts are of runs in {string.Join(" and ", wholes)} parts; give those of one run.");
        }

        if (wholes is [var n] && files.Count != int.Parse(n, CultureInfo.InvariantCulture))
        {
            string given = string.Join(", ", marks.Values.Distinct().Order(StringComparer.Ordinal));
            throw new UsageException($"The run was in {n} parts, and {files.Count} are given: {given}.");
        }
    }

    private static string Text(JsonObject row, string field) =>
        row[field]?.GetValue<string>() ?? throw new FormatException($"a row has no field '{field}'");

    private static Reading ReadingOf(JsonObject row) => Enum.Parse<Reading>(Text(row, "reading"));
}
