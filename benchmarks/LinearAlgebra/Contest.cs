using System.Diagnostics;

namespace ResLinkProofs.Benchmarks.LinearAlgebra;

/// <summary>Times contenders in turn, round after round, and keeps each one's best: noise of the machine hits all alike.</summary>
internal static class Contest
{
    /// <summary>Best seconds of each contender over the rounds, after one unmeasured round.</summary>
    public static double[] Run(int rounds, params Action[] contenders)
    {
        double[] best = new double[contenders.Length];
        Array.Fill(best, double.PositiveInfinity);
        foreach (Action contender in contenders)
        {
            contender();
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                contenders[i]();
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return best;
    }
}
