using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Cli.Commands;

/// <summary>SMT-LIB files on the command line.</summary>
internal static class ScriptFile
{
    /// <summary>Reads a script that asks something.</summary>
    /// <param name="file">The path.</param>
    /// <exception cref="UsageException">The file cannot be read as a script, or asks nothing.</exception>
    public static SmtScript Read(string file)
    {
        try
        {
            SmtScript script = SmtScriptReader.ReadFile(file);
            if (script.Questions.Count == 0)
            {
                script.OnlyQuestion(); // reports it, with its place
            }

            return script;
        }
        catch (SmtInputException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
