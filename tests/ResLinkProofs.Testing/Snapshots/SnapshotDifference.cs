using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ResLinkProofs.Testing.Snapshots;

/// <summary>A readable line difference: <c>-</c> verified, <c>+</c> received, two lines of context, bounded in length.</summary>
internal static class SnapshotDifference
{
    private const int Context = 2;
    private const int LargestLength = 6000;

    public static string Render(string verified, string received)
    {
        // Lines that agree within their tolerance are shown as verified, so that only real differences stand out.
        string[] stored = verified.Split('\n');
        string[] now = received.Split('\n');
        if (stored.Length == now.Length)
        {
            received = string.Join('\n', stored.Zip(now, (s, r) => SnapshotLine.Match(s, r) ? s : r));
        }

        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received, ignoreWhitespace: false).Lines;
        var text = new StringBuilder();
        int skipped = 0;
        for (int i = 0; i < lines.Count && text.Length < LargestLength; i++)
        {
            int from = Math.Max(0, i - Context);
            int to = Math.Min(lines.Count - 1, i + Context);
            if (lines[from..(to + 1)].TrueForAll(line => line.Type == ChangeType.Unchanged))
            {
                skipped++;
                continue;
            }

            if (skipped > 0)
            {
                text.Append($"    ... {skipped} equal line(s)\n");
                skipped = 0;
            }

            text.Append(lines[i].Type switch { ChangeType.Inserted => "  + ", ChangeType.Deleted => "  - ", _ => "    " });
            text.Append(lines[i].Text).Append('\n');
        }

        return text.Length >= LargestLength ? text + "    ... cut" : text.ToString().TrimEnd('\n');
    }
}
