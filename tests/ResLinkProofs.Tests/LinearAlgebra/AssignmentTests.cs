using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.LinearAlgebra;

public class AssignmentTests
{
    [Fact]
    public void Costs_what_the_best_of_all_permutations_costs()
    {
        var stream = new RandomStream(11, 0);
        for (int n = 1; n <= 6; n++)
        {
            for (int trial = 0; trial < 100; trial++)
            {
                // Few different costs make ties, negative ones are allowed.
                var cost = new double[n, n];
                for (int k = 0; k < n * n; k++)
                {
                    cost[k / n, k % n] = trial % 2 == 0 ? stream.NextInt32(4) - 1 : stream.NextInt32(1000) / 7.0;
                }

                int[] found = Assignment.Minimise(cost);
                Assert.Equal(Enumerable.Range(0, n), found.Order());
                Assert.Equal(Permutations(n).Min(p => Total(cost, p)), Total(cost, found), 1e-9);
            }
        }
    }

    [Fact]
    public void Costs_that_are_not_finite_or_not_square_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Assignment.Minimise(new double[2, 3]));
        Assert.Throws<ArgumentException>(() => Assignment.Minimise(new[,] { { double.NaN } }));
        Assert.Empty(Assignment.Minimise(new double[0, 0]));
    }

    private static double Total(double[,] cost, int[] permutation) => permutation.Select((column, row) => cost[row, column]).Sum();

    private static IEnumerable<int[]> Permutations(int n) => n == 0
        ? [[]]
        : from rest in Permutations(n - 1) from place in Enumerable.Range(0, n) select (int[])[.. rest[..place], n - 1, .. rest[place..]];
}
