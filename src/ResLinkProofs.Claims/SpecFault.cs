using System.Diagnostics;
using System.Reflection;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Claims;

/// <summary>Why the claims of a spec are not in the catalogue.</summary>
/// <param name="Spec">The spec's class, or the script's file.</param>
/// <param name="Message">What is wrong, and where.</param>
public sealed record SpecFault(string Spec, string Message)
{
    /// <summary>What was thrown; null where nothing was.</summary>
    public Exception? Cause { get; init; }

    /// <summary>The fault that an exception tells of: what catalogue and reader say, or what the spec threw, with file and line.</summary>
    /// <param name="source">The source that threw it.</param>
    /// <param name="exception">What it threw.</param>
    public static SpecFault Of(SpecSource source, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(source);
        Exception cause = CauseOf(exception);
        return new SpecFault(source.Name, cause is SmtInputException ? cause.Message : WordsOf(cause)) { Cause = exception };
    }

    /// <summary>The fault of a claim that is in the catalogue, but whose statement throws when an engine looks at it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="exception">What it threw.</param>
    public static SpecFault OfClaim(Claim claim, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(claim);
        string name = $"{claim.Id} [{claim.ReadingText}]";
        return new SpecFault(name, $"{name} cannot be checked: {WordsOf(CauseOf(exception))}") { Cause = exception };
    }

    private static Exception CauseOf(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException or AggregateException
            && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    private static string WordsOf(Exception cause) => $"{Kind(cause)}{cause.Message.ReplaceLineEndings(" ")}{PlaceOf(cause)}";

    /// <inheritdoc/>
    public override string ToString() =>
        Message.StartsWith(Spec, StringComparison.Ordinal) ? Message : $"The spec {Spec} cannot be used: {Message}";

    // What the catalogue refuses it refuses in words.
    private static string Kind(Exception cause) =>
        cause.TargetSite?.DeclaringType?.Assembly == typeof(SpecFault).Assembly && cause is InvalidOperationException
            ? ""
            : $"it throws {cause.GetType().Name}: ";

    // Where code that is not the library's threw, or called what threw; the build keeps lines beside the assembly, and may leave them out.
    private static string PlaceOf(Exception cause)
    {
        StackFrame? frame = new StackTrace(cause, fNeedFileInfo: true).GetFrames().FirstOrDefault(
            f => f.GetFileName() is not null && f.GetMethod()?.DeclaringType?.Assembly is { } assembly && !IsOfTheLibrary(assembly));
        return frame is null ? "" : $" ({frame.GetFileName()}, line {frame.GetFileLineNumber()})";
    }

    private static bool IsOfTheLibrary(Assembly assembly) => assembly == typeof(SpecFault).Assembly
        || typeof(SpecFault).Assembly.GetReferencedAssemblies().Any(r => r.Name == assembly.GetName().Name);
}
