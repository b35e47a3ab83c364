using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>One run of one property: its configuration, seed and outcome.</summary>
public static class PropertyRun
{
    /// <summary>The environment variable from which, and only from which, a replay is taken: <c>seed,gamma,size</c>.</summary>
    public const string ReplayVariable = "FSCHECK_REPLAY";

    /// <summary>Checks the property on generated arguments.</summary>
    /// <param name="method">A method marked with <see cref="PropertyAttribute"/>.</param>
    /// <param name="target">The instance to call it on, or null for a static method.</param>
    /// <param name="replay">A replay line's value <c>seed,gamma,size</c>, or null to draw all cases from the fixed seed.</param>
    /// <exception cref="PropertyFailedException">The property is false, or too few cases met its conditions.</exception>
    /// <exception cref="ArgumentException">The method has no attribute, its ranges are wrong, or the replay is malformed.</exception>
    public static void Check(MethodInfo method, object? target, string? replay)
    {
        ArgumentNullException.ThrowIfNull(method);
        var runner = new RecordingRunner();
        FsCheck.Check.Method(
            Configure(method, replay).WithRunner(runner), method, target is null ? FSharpOption<object>.None : FSharpOption<object>.Some(target));
        if (runner.Failure is not null)
        {
            throw runner.Failure;
        }
    }

    /// <summary>The generator state from which the cases of a property start: a hash of the method's full name.</summary>
    public static Rnd SeedOf(MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(NameOf(method)));
        // FsCheck requires an odd gamma.
        return new Rnd(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8) | 1);
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    private static Config Configure(MethodInfo method, string? replay)
    {
        PropertyAttribute property = method.GetCustomAttribute<PropertyAttribute>()
            ?? throw new ArgumentException($"{NameOf(method)} has no [Property] attribute.", nameof(method));
        Require(property.MaxTest >= 1, method, nameof(property.MaxTest), property.MaxTest, "1 or more");
        Require(property.StartSize >= 0, method, nameof(property.StartSize), property.StartSize, "0 or more");
        Require(property.EndSize >= property.StartSize, method, nameof(property.EndSize), property.EndSize, "StartSize or more");

        Type[] generators = [.. property.Arbitrary, .. method.DeclaringType?.GetCustomAttribute<PropertiesAttribute>()?.Arbitrary ?? []];
        Replay start = string.IsNullOrWhiteSpace(replay)
            ? new Replay(SeedOf(method), FSharpOption<int>.None)
            : ReplayLine.Parse(replay);
        return Config.Default
            .WithName(NameOf(method))
            .WithMaxTest(property.MaxTest)
            .WithStartSize(property.StartSize)
            .WithEndSize(property.EndSize)
            .WithArbitrary(generators)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(start));
    }

    private static void Require(bool holds, MethodInfo method, string name, int value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"[Property] of {NameOf(method)}: {name} must be {allowed}.");
        }
    }
}
