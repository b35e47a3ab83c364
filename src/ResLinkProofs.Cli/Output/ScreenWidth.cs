namespace ResLinkProofs.Cli.Output;

/// <summary>How many columns there are, and text that keeps to them.</summary>
internal static class ScreenWidth
{
    private const int WithoutTerminal = 80, Narrowest = 60, Widest = 120;

    /// <summary>The columns of the terminal, from 60 to 120; 80 where the output goes elsewhere.</summary>
    public static int Now()
    {
        if (Console.IsOutputRedirected)
        {
            return WithoutTerminal;
        }

        try
        {
            return Math.Clamp(Console.WindowWidth, Narrowest, Widest);
        }
        catch (IOException)
        {
            return WithoutTerminal;
        }
    }

    /// <summary>The lines of a text broken at spaces; a word that is longer than a line stands alone.</summary>
    /// <param name="text">One line of text.</param>
    /// <param name="width">The columns of a line.</param>
    /// <param name="indent">What every line but the first begins with.</param>
    public static IEnumerable<string> Wrap(string text, int width, string indent)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Trim().Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = indent + word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }
}
