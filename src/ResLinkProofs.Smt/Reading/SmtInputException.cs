namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// A text is not an SMT-LIB 2 script that can be read here; the message is <c>FILE:LINE:COLUMN: what is wrong and what is allowed</c>.
/// </summary>
public sealed class SmtInputException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The name of the text, as the user gave it.</param>
    /// <param name="position">Where in the text.</param>
    /// <param name="problem">What is wrong there and what is allowed.</param>
    public SmtInputException(string file, SmtPosition position, string problem)
        : base($"{file}:{position}: {problem}")
    {
        File = file;
        Position = position;
        Problem = problem;
    }

    /// <summary>The name of the text, as the user gave it.</summary>
    public string File { get; }

    /// <summary>Where in the text.</summary>
    public SmtPosition Position { get; }

    /// <summary>What is wrong there and what is allowed, without the place.</summary>
    public string Problem { get; }
}
