using System.Text;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Keeps FsCheck's result; it does not throw, since FsCheck calls it through reflection, which would wrap the exception.</summary>
internal sealed class RecordingRunner : IRunner
{
    /// <summary>Why the property failed and how to repeat the case; null after success, and before the end.</summary>
    public PropertyFailedException? Failure { get; private set; }

    public void OnStartFixture(Type t)
    {
    }

    public void OnArguments(int n, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
    }

    public void OnFinished(string name, TestResult result) => Failure = result switch
    {
        TestResult.Failed failed => Falsified(name, failed),
        TestResult.Exhausted exhausted => new PropertyFailedException(
            $"{name}: only {exhausted.Item.NumberOfTests} cases met the condition of the property; too few to mean anything.", null),
        _ => null,
    };

    private static PropertyFailedException Falsified(string name, TestResult.Failed failed)
    {
        Exception? cause = (failed.Item4 as Outcome.Failed)?.Item;
        var text = new StringBuilder();
        text.AppendLine($"{name} is false: case {failed.Item1.NumberOfTests}, {failed.Item1.NumberOfShrinks} shrinks.");
        text.AppendLine($"  counterexample: {Render(failed.Item3)}");
        if (failed.Item1.NumberOfShrinks > 0)
        {
            text.AppendLine($"  before shrinking: {Render(failed.Item2)}");
        }

        if (failed.Item1.Labels.Count > 0)
        {
            text.AppendLine($"  labels: {string.Join(", ", failed.Item1.Labels)}");
        }

        if (cause is not null)
        {
            text.AppendLine($"  {cause.GetType().Name}: {cause.Message}");
        }

        text.Append($"  repeat with: {PropertyRun.ReplayVariable}={ReplayLine.Format(failed.Item6, failed.Item7)}");
        return new PropertyFailedException(text.ToString(), cause);
    }

    private static string Render(FSharpList<object> arguments) => string.Join(" | ", arguments.Select(Render));

    private static string Render(object? argument) => argument switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        Array { Rank: 1 } items => $"[{string.Join("; ", items.Cast<object?>().Select(Render))}]",
        _ => argument.ToString() ?? argument.GetType().Name,
    };
}

/// <summary>A property was found false, or could not be tested; the message holds the shrunk counterexample and the replay line.</summary>
public sealed class PropertyFailedException : Exception
{
    internal PropertyFailedException(string message, Exception? cause)
        : base(message, cause)
    {
    }
}
