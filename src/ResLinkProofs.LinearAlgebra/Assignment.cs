namespace ResLinkProofs.LinearAlgebra;

/// <summary>The linear assignment problem: rows to columns, one to one, at the least total cost.</summary>
public static class Assignment
{
    /// <summary>
    /// A permutation p that minimises the sum of cost[i, p[i]], by shortest augmenting paths (Jonker
    /// and Volgenant 1987): n³ operations. Among several the first found, the same for the same costs.
    /// </summary>
    /// <param name="cost">n by n, finite.</param>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static int[] Minimise(double[,] cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        int n = cost.GetLength(0);
        if (cost.GetLength(1) != n || cost.Cast<double>().Any(c => !double.IsFinite(c)))
        {
            throw new ArgumentException($"Costs must be finite and square; these are {n} by {cost.GetLength(1)}.", nameof(cost));
        }

        // Column n is a place to start from: it holds the row that is being assigned.
        double[] rowPrice = new double[n], columnPrice = new double[n + 1];
        int[] rowOf = new int[n + 1], previous = new int[n + 1];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < n; row++)
        {
            var distance = new double[n];
            var visited = new bool[n + 1];
            Array.Fill(distance, double.PositiveInfinity);
            rowOf[n] = row;
            int column = n;
            while (rowOf[column] >= 0)
            {
                visited[column] = true;
                int from = rowOf[column], next = -1;
                double least = double.PositiveInfinity;
                for (int j = 0; j < n; j++)
                {
                    if (visited[j])
                    {
                        continue;
                    }

                    double reduced = cost[from, j] - rowPrice[from] - columnPrice[j];
                    if (reduced < distance[j])
                    {
                        (distance[j], previous[j]) = (reduced, column);
                    }

                    if (distance[j] < least)
                    {
                        (least, next) = (distance[j], j);
                    }
                }

                for (int j = 0; j <= n; j++)
                {
                    if (visited[j])
                    {
                        rowPrice[rowOf[j]] += least;
                        columnPrice[j] -= least;
                    }
                    else if (j < n)
                    {
                        distance[j] -= least;
                    }
                }

                column = next;
            }

            for (; column != n; column = previous[column])
            {
                rowOf[column] = rowOf[previous[column]];
            }
        }

        var columnOf = new int[n];
        for (int j = 0; j < n; j++)
        {
            columnOf[rowOf[j]] = j;
        }

        return columnOf;
    }
}
