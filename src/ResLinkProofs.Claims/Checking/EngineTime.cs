using System.Text;

namespace ResLinkProofs.Claims.Checking;

/// <summary>How long one engine took over one claim; for information only, no verdict depends on it.</summary>
/// <param name="Engine">The engine in words, e.g. <c>gradient monte carlo</c>.</param>
/// <param name="Seconds">Wall-clock time in seconds.</param>
public sealed record EngineTime(string Engine, double Seconds)
{
    /// <summary>True when the evidence was kept from an earlier run, and confirmed again.</summary>
    public bool IsKept { get; init; }

    /// <summary>The name of an engine in words: that of its class, without <c>Checker</c>.</summary>
    /// <param name="engine">The class of the engine.</param>
    public static string NameOf(Type engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        string name = engine.Name.EndsWith("Checker", StringComparison.Ordinal) ? engine.Name[..^"Checker".Length] : engine.Name;
        var words = new StringBuilder();
        foreach (char c in name)
        {
            words.Append(char.IsAsciiLetterUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}
