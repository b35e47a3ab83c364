using System.Runtime.ExceptionServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Property-based sampling with FsCheck: generates points of an instance, and shrinks a confirmed counterexample towards zeros
/// and numbers with few binary digits.
/// </summary>
internal static class SampledSearch
{
    // Shrinking re-confirms with exact arithmetic at every step; this bounds its cost, not the verdict.
    private const int ShrinkLimit = 400;

    /// <summary>Samples an instance until a counterexample is confirmed or the samples are spent.</summary>
    public static void Run(Prober prober, int samples, ulong seed, SearchRecord seen)
    {
        Instance instance = prober.Instance;
        ExceptionDispatchInfo? failure = null;
        int shrinks = 0;
        Gen<GeneratedPoint> points =
            Gen.Choose(int.MinValue, int.MaxValue).Two().Select(pair => GeneratedPoint.Draw(instance, pair.Item1, pair.Item2));

        bool Holds(GeneratedPoint point)
        {
            if (prober.Witness is not null)
            {
                return shrinks++ >= ShrinkLimit || !prober.TryReplaceWitness(point.Coordinates.AsSpan());
            }

            Measurement measured = prober.Measure(point.Coordinates.AsSpan());
            seen.CountSample(measured);
            seen.Observe(instance, point.Coordinates.AsSpan(), measured);
            return prober.Witness is null;
        }

        // FsCheck would take an exception for a falsified property and shrink it; here it is a fault of the claim or of the library.
        bool Guarded(GeneratedPoint point)
        {
            try
            {
                return failure is not null || Holds(point);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                return true;
            }
        }

        Config config = Config.Quick
            .WithMaxTest(samples)
            .WithRunner(new SilentRunner())
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, seed | 1), null)));
        Check.One(config, Prop.ForAll(Arb.From(points, p => p.Shrink(instance)), Guarded));
        failure?.Throw();
    }

    private sealed class SilentRunner : IRunner
    {
        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int n, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, TestResult result)
        {
        }
    }
}
