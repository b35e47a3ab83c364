namespace ResLinkProofs.Architecture.Tests;

/// <summary>An arrow between two rooms.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Because">One pair of types that makes it.</param>
internal sealed record Arrow(string From, string To, string Because);

/// <summary>Rings in a graph of rooms.</summary>
internal static class Rings
{
    /// <summary>The arrows that lie on a ring: from a room to one from which the first can be reached again.</summary>
    /// <param name="arrows">All arrows.</param>
    public static IReadOnlyList<Arrow> In(IReadOnlyCollection<Arrow> arrows)
    {
        ILookup<string, string> next = arrows.ToLookup(a => a.From, a => a.To, StringComparer.Ordinal);
        return [.. arrows.Where(a => a.From != a.To && Reaches(a.To, a.From)).OrderBy(a => a.From, StringComparer.Ordinal).ThenBy(a => a.To, StringComparer.Ordinal)];

        bool Reaches(string start, string end)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { start };
            var pending = new Stack<string>([start]);
            while (pending.TryPop(out string? room))
            {
                if (room == end)
                {
                    return true;
                }

                foreach (string to in next[room].Where(seen.Add))
                {
                    pending.Push(to);
                }
            }

            return false;
        }
    }

    /// <summary>
    /// Arrows between folders, taken to where they part: an arrow from a.b.c to a.d.e is one from a.b to a.d. What lies in a folder itself is its face and its foundation at once, and
    /// stands with the folder: it may use the cupboards of its own room, and they it.
    /// </summary>
    /// <param name="arrows">Arrows between full names of folders, with dots.</param>
    public static IReadOnlyCollection<Arrow> BetweenSiblings(IEnumerable<Arrow> arrows) => [.. arrows.Select(Parting).OfType<Arrow>()];

    private static Arrow? Parting(Arrow arrow)
    {
        string[] from = arrow.From.Split('.'), to = arrow.To.Split('.');
        int common = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        return common == from.Length || common == to.Length
            ? null
            : new Arrow(string.Join('.', from[..(common + 1)]), string.Join('.', to[..(common + 1)]), arrow.Because);
    }
}
