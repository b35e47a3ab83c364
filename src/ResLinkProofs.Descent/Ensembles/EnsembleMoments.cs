using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Ensembles;

/// <summary>
/// Means and variances of an ensemble's quantities over many runs. Run k uses stream k, and sums are
/// taken in one fixed order, so that the bits do not depend on threads.
/// </summary>
public sealed class EnsembleMoments
{
    // Runs that are summed one after the other before the sums are merged.
    private const int Chunk = 64;
    private readonly double[] _means;
    private readonly double[] _squares;

    private EnsembleMoments(int quantities) => (_means, _squares) = (new double[quantities], new double[quantities]);

    /// <summary>The number of runs.</summary>
    public long Runs { get; private set; }

    /// <summary>Makes runs 0, 1, ..., <paramref name="runs"/> - 1.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="runs">At least 2.</param>
    /// <param name="seed">Fixes all runs.</param>
    /// <param name="threads">At least 1; the results do not depend on it.</param>
    /// <exception cref="InvalidOperationException">
    /// A value lies outside the range that its quantity states, or is neither 0 nor 1 for an event.
    /// </exception>
    public static EnsembleMoments Of(Ensemble ensemble, int runs, ulong seed, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var chunks = new EnsembleMoments[(runs + Chunk - 1) / Chunk];
        Workers.Run(threads, chunks.Length, (_, chunk) =>
        {
            var moments = new EnsembleMoments(ensemble.Quantities.Count);
            var stream = new RandomStream(seed, 0);
            double[] values = new double[ensemble.Quantities.Count];
            for (int run = chunk * Chunk; run < Math.Min(runs, (chunk + 1) * Chunk); run++)
            {
                stream.Restart((ulong)run);
                ensemble.Run(stream, values);
                moments.Add(ensemble, values);
            }

            chunks[chunk] = moments;
        });

        EnsembleMoments all = chunks[0];
        foreach (EnsembleMoments next in chunks.AsSpan(1))
        {
            all.Merge(next);
        }

        return all;
    }

    /// <summary>The mean of a quantity.</summary>
    /// <param name="quantity">Its number, from 0.</param>
    public double Mean(int quantity) => _means[quantity];

    /// <summary>The unbiased variance of a quantity over the runs.</summary>
    /// <param name="quantity">Its number, from 0.</param>
    public double Variance(int quantity) => _squares[quantity] / (Runs - 1);

    private void Add(Ensemble ensemble, double[] values)
    {
        Runs++;
        for (int k = 0; k < values.Length; k++)
        {
            EnsembleQuantity quantity = ensemble.Quantities[k];
            if (quantity.LargestValue is { } largest && !(values[k] >= 0 && values[k] <= largest))
            {
                throw new InvalidOperationException($"{quantity.Symbol} is {values[k]}, outside the stated range from 0 to {largest}.");
            }

            if (quantity.IsEvent && values[k] is not (0 or 1))
            {
                throw new InvalidOperationException($"{quantity.Symbol} is {values[k]}; an event either happens, 1, or does not, 0.");
            }

            double before = values[k] - _means[k];
            _means[k] += before / Runs;
            _squares[k] += before * (values[k] - _means[k]);
        }
    }

    private void Merge(EnsembleMoments other)
    {
        double total = Runs + other.Runs;
        for (int k = 0; k < _means.Length; k++)
        {
            double gap = other._means[k] - _means[k];
            _means[k] += gap * (other.Runs / total);
            _squares[k] += other._squares[k] + (gap * gap * (Runs * other.Runs / total));
        }

        Runs += other.Runs;
    }
}
