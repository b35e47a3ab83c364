using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The quadratic form in D = W* - W to which the inner product of the printed field N of Lemma 2.1 with D tends for small weights. Pi is a parameter: with a
/// variable in its place an identity between polynomials shows that its value does not matter.
/// </summary>
internal static class OnePointLimit
{
    /// <summary>(pi/2)|D|_F^2 + (pi/2)|Du|^2 + sum over i != j of D_ij D_ji + (tr D)^2 - sum D_jj^2.</summary>
    public static Term OfReluField(Term[,] d, Term pi) =>
        (pi / 2 * SquaredNorm(d)) + (pi / 2 * SquaredDisplacement(d)) + Transposed(d) + Term.Square(Trace(d)) - SquaredDiagonal(d);

    /// <summary>sum over i &lt; j of (D_ij + D_ji)^2, plus (pi/2)|Du|^2 + (tr D)^2: by how much the form exceeds (pi/2 - 1)|D|_F^2.</summary>
    public static Term Squares(Term[,] d, Term pi) =>
        SymmetricSquares(d) + (pi / 2 * SquaredDisplacement(d)) + Term.Square(Trace(d));

    /// <summary>|D|_F^2.</summary>
    public static Term SquaredNorm(Term[,] d) => Term.Sum(from i in Range(d) from j in Range(d) select Term.Square(d[i, j]));

    /// <summary>Entry i of s = Du.</summary>
    public static Term Displacement(Term[,] d, int row) => Term.Sum(Range(d).Select(j => d[row, j]));

    /// <summary>|Du|^2.</summary>
    public static Term SquaredDisplacement(Term[,] d) => Term.Sum(Range(d).Select(i => Term.Square(Displacement(d, i))));

    /// <summary>tr D.</summary>
    public static Term Trace(Term[,] d) => Term.Sum(Range(d).Select(i => d[i, i]));

    /// <summary>sum D_jj^2.</summary>
    public static Term SquaredDiagonal(Term[,] d) => Term.Sum(Range(d).Select(i => Term.Square(d[i, i])));

    /// <summary>sum over i != j of D_ij D_ji.</summary>
    public static Term Transposed(Term[,] d) => Term.Sum(from i in Range(d) from j in Range(d) where i != j select d[i, j] * d[j, i]);

    /// <summary>sum over i &lt; j of (D_ij + D_ji)^2.</summary>
    public static Term SymmetricSquares(Term[,] d) => Term.Sum(from i in Range(d) from j in Range(d) where i < j select Term.Square(d[i, j] + d[j, i]));

    private static IEnumerable<int> Range(Term[,] d) => Enumerable.Range(0, d.GetLength(0));
}
