using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>
/// The quadratic form q(D) = E (sum_j s(x_j) d_j.x)^2 in D = W* - W, s being the derivative of the activation: near W = W* = 0, L = q(D) and &lt;-grad L, D> = 2 q(D) to
/// first order in the weights.
/// </summary>
internal static class FirstOrderForm
{
    /// <summary>The form by its definition: sum over i, j, k, l of D_ij D_kl E s(x_j) x_i s(x_l) x_k, entries of x being independent.</summary>
    public static Term Definition(Term[,] d, SlopeMoments moments)
    {
        int n = d.GetLength(0);
        int[] range = [.. Enumerable.Range(0, n)];
        return Term.Sum(
            from i in range
            from j in range
            from k in range
            from l in range
            select d[i, j] * d[k, l] * range
                .Select(c => moments.Of((j == c ? 1 : 0) + (l == c ? 1 : 0), (i == c ? 1 : 0) + (k == c ? 1 : 0)))
                .Aggregate((product, factor) => product * factor));
    }

    /// <summary>
    /// The squares of what f_A = E f(x, W*) - E f(x, W) and E (f(x, W*) - f(x, W)) x are to first order, (E s x) tr D and the vector (E s) Du + (E s x^2 - E s) diag D, plus (E s x)^2
    /// sum over i &lt; j of (D_ij + D_ji)^2, plus <see cref="SlopeMoments.OffDiagonal"/> and <see cref="SlopeMoments.Diagonal"/> times the squares of the entries.
    /// </summary>
    public static Term Squares(Term[,] d, SlopeMoments moments)
    {
        Term linear = Term.Sum(Enumerable.Range(0, d.GetLength(0)).Select(j => Term.Square(
            (moments.Mean * OnePointLimit.Displacement(d, j)) + ((moments.Second - moments.Mean) * d[j, j]))));
        Term diagonal = OnePointLimit.SquaredDiagonal(d);
        return (Term.Square(moments.First) * (Term.Square(OnePointLimit.Trace(d)) + OnePointLimit.SymmetricSquares(d))) + linear
            + (moments.OffDiagonal * (OnePointLimit.SquaredNorm(d) - diagonal)) + (moments.Diagonal * diagonal);
    }
}
