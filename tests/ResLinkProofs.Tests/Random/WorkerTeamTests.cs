using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Tests.Random;

public class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_worker_runs_once_per_run(int count)
    {
        using var team = new WorkerTeam(count);
        var runs = new int[count];
        Action<int> work = i => runs[i]++;
        for (var i = 0; i < 1000; i++)
            team.Run(work);
        Assert.All(runs, r => Assert.Equal(1000, r));
    }

    [Fact]
    public void Runs_allocate_nothing()
    {
        using var team = new WorkerTeam(2);
        Action<int> work = _ => { };
        for (var i = 0; i < 200; i++)
            team.Run(work);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            team.Run(work);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_exception_reaches_the_caller_and_the_team_survives(int thrower)
    {
        using var team = new WorkerTeam(2);
        var error = Assert.Throws<AggregateException>(() => team.Run(i =>
        {
            if (i == thrower)
                throw new InvalidOperationException("here");
        }));
        Assert.Equal("here", error.InnerException!.Message);
        var sum = 0;
        team.Run(i => Interlocked.Add(ref sum, i + 1));
        Assert.Equal(3, sum);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerTeam(0));
    }
}
