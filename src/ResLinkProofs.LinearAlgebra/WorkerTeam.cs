namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// A fixed team of threads that run the same delegate together, over and over, without allocating. The calling thread is worker 0;
/// the others wait between runs. One run at a time, from one thread.
/// </summary>
public sealed class WorkerTeam : IDisposable
{
    // A run usually follows the last one within microseconds; after this many polls a worker sleeps and costs nothing.
    private const int Polls = 2000;

    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] wake;
    private readonly SemaphoreSlim finished = new(0);
    private Action<int>? work;
    private Exception? failure;
    private int pending, generation;
    private volatile bool disposed;

    /// <summary>Starts <paramref name="count"/> - 1 background threads.</summary>
    /// <param name="count">Workers, including the calling thread; 1 to 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside 1..1024.</exception>
    public WorkerTeam(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1024);
        wake = new SemaphoreSlim[count - 1];
        threads = new Thread[count - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            var index = i;
            wake[i] = new SemaphoreSlim(0);
            threads[i] = new Thread(() => Serve(index)) { IsBackground = true, Name = $"worker {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Number of workers.</summary>
    public int Count => threads.Length + 1;

    /// <summary>
    /// Runs <paramref name="action"/>(0), ..., <paramref name="action"/>(Count - 1) concurrently and returns when all have ended.
    /// </summary>
    /// <param name="action">Called once per worker; keep the delegate in a field to avoid allocating one per run.</param>
    /// <exception cref="AggregateException">A worker threw; the first exception is inside.</exception>
    public void Run(Action<int> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (threads.Length == 0)
        {
            action(0);
            return;
        }

        (work, failure) = (action, null);
        Volatile.Write(ref pending, threads.Length);
        Interlocked.Increment(ref generation);
        foreach (var semaphore in wake)
            semaphore.Release();
        try
        {
            action(0);
        }
        catch (Exception e)
        {
            failure = e;
        }

        for (var i = 0; i < Polls && Volatile.Read(ref pending) > 0; i++)
            Thread.SpinWait(10);
        finished.Wait();
        if (failure is not null)
            throw new AggregateException(failure);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var semaphore in wake)
            semaphore.Release();
        foreach (var thread in threads)
            thread.Join();
        foreach (var semaphore in wake)
            semaphore.Dispose();
        finished.Dispose();
    }

    private void Serve(int index)
    {
        var seen = 0;
        while (true)
        {
            for (var i = 0; i < Polls && Volatile.Read(ref generation) == seen; i++)
                Thread.SpinWait(10);
            wake[index].Wait();
            if (disposed)
                return;
            seen++;
            try
            {
                work!(index + 1);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }

            if (Interlocked.Decrement(ref pending) == 0)
                finished.Release();
        }
    }
}
