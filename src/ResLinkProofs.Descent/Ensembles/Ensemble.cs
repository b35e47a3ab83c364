using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>A random variable that a run of an ensemble yields.</summary>
/// <param name="Symbol">How formulas write it.</param>
/// <param name="LargestValue">A number that it never exceeds; it is never negative. Null where there is none.</param>
public sealed record EnsembleQuantity(string Symbol, double? LargestValue)
{
    /// <summary>
    /// Whether it is the indicator of an event, 0 or 1 and nothing else: its expectation is a probability, and the number of runs
    /// with the event is binomial.
    /// </summary>
    public bool IsEvent { get; private init; }

    /// <summary>The indicator of an event.</summary>
    /// <param name="symbol">How formulas write it.</param>
    public static EnsembleQuantity Event(string symbol) => new(symbol, 1) { IsEvent = true };
}

/// <summary>Independent runs of a random process, as many as one likes, each of which yields some random variables.</summary>
public abstract class Ensemble
{
    /// <summary>What a run yields.</summary>
    public abstract IReadOnlyList<EnsembleQuantity> Quantities { get; }

    /// <summary>The cost of one run, in steps of a single number.</summary>
    public abstract long Cost { get; }

    /// <summary>Makes one run. Runs may be made by several threads at once.</summary>
    /// <param name="stream">Its source of randomness, no other run's.</param>
    /// <param name="values">Receives one value per quantity.</param>
    public abstract void Run(RandomStream stream, Span<double> values);
}
