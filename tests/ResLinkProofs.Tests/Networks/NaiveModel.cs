using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Tests.Networks;

/// <summary>
/// The formulas as the sources state them, in plain loops on plain arrays: what the fast path is compared with. Shares no code with it.
/// </summary>
internal static class NaiveModel
{
    /// <summary>Lemma 2.1's right-hand side, term by term as printed (with the bars restored).</summary>
    public static double[,] ReluField(DenseMatrix w, DenseMatrix target)
    {
        int d = w.Rows;
        double[,] field = new double[d, d];
        for (int j = 0; j < d; j++)
        {
            double[] aj = Column(w, j);
            for (int i = 0; i < d; i++)
            {
                double[] ai = Column(w, i), bi = Column(target, i);
                double own = i == j ? 0 : Theta(ai, aj), other = Theta(bi, aj);
                for (int k = 0; k < d; k++)
                {
                    field[k, j] += Math.PI / 2 * (target[k, i] - w[k, i])
                        + (Math.PI / 2 - other) * bi[k]
                        - (Math.PI / 2 - own) * ai[k]
                        + (Norm(bi) * Math.Sin(other) - Norm(ai) * Math.Sin(own)) * aj[k] / Norm(aj);
                }
            }
        }

        return field;
    }

    /// <summary>S(A,A) - 2 S(A,B) + S(B,B), with the second moment of sigma at a negative slope.</summary>
    public static double Loss(DenseMatrix w, DenseMatrix target, double slope) =>
        PairSum(w, w, slope) - 2 * PairSum(w, target, slope) + PairSum(target, target, slope);

    /// <summary>Column j of I + W.</summary>
    public static double[] Column(DenseMatrix w, int j)
    {
        double[] column = w.Column(j);
        column[j] += 1;
        return column;
    }

    public static double Norm(double[] v) => Math.Sqrt(v.Sum(x => x * x));

    public static double Theta(double[] u, double[] v)
    {
        double nu = Norm(u), nv = Norm(v), difference = 0, sum = 0;
        for (int k = 0; k < u.Length; k++)
        {
            difference += Math.Pow(u[k] / nu - v[k] / nv, 2);
            sum += Math.Pow(u[k] / nu + v[k] / nv, 2);
        }

        return 2 * Math.Atan2(Math.Sqrt(difference), Math.Sqrt(sum));
    }

    private static double PairSum(DenseMatrix left, DenseMatrix right, double slope)
    {
        double sum = 0;
        for (int i = 0; i < left.Rows; i++)
        {
            for (int j = 0; j < right.Rows; j++)
            {
                double[] u = Column(left, i), v = Column(right, j);
                double inner = u.Zip(v, (x, y) => x * y).Sum(), theta = Norm(u) == 0 || Norm(v) == 0 ? 0 : Theta(u, v);
                double kernel = Norm(u) * Norm(v) / (2 * Math.PI) * (Math.Sin(theta) + (Math.PI - theta) * Math.Cos(theta));
                sum += slope * inner + (1 - slope) * (1 - slope) * kernel;
            }
        }

        return sum;
    }
}
