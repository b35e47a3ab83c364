namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// Deals numbered units of work to a given number of workers. Units must be independent: which worker runs which is not fixed.
/// </summary>
internal static class Workers
{
    /// <summary>
    /// Runs work(worker, unit) for every unit in [0, units), on at most <paramref name="threads"/> workers numbered from 0.
    /// </summary>
    public static void Run(int threads, int units, Action<int, int> work)
    {
        int workers = Math.Min(threads, units);
        if (workers <= 1)
        {
            for (int unit = 0; unit < units; unit++)
            {
                work(0, unit);
            }

            return;
        }

        int next = -1;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            for (int unit = Interlocked.Increment(ref next); unit < units; unit = Interlocked.Increment(ref next))
            {
                work(worker, unit);
            }
        });
    }
}
