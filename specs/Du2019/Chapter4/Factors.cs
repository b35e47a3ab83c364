using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Small matrices of terms, for the factorisation f(U, V) = |U V^T - M|_F^2/2 of section 4.3 at fixed sizes.</summary>
internal static class Factors
{
    /// <summary>A matrix whose entries are quantified.</summary>
    public static Term[,] Free(Quantifier forAll, string name, int rows, int columns) =>
        HomogeneousNetwork.Matrix(rows, columns, (i, j) => forAll.Real($"{name}[{i + 1},{j + 1}]"));

    /// <summary>The product A B.</summary>
    public static Term[,] Times(Term[,] a, Term[,] b) => HomogeneousNetwork.Matrix(
        a.GetLength(0), b.GetLength(1), (i, j) => Term.Sum(Enumerable.Range(0, a.GetLength(1)).Select(k => a[i, k] * b[k, j])));

    /// <summary>The transpose.</summary>
    public static Term[,] Transpose(Term[,] a) => HomogeneousNetwork.Matrix(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]);

    /// <summary>A + factor B.</summary>
    public static Term[,] Plus(Term[,] a, Term[,] b, Term? factor = null) =>
        HomogeneousNetwork.Matrix(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] + ((factor ?? Term.One) * b[i, j]));

    /// <summary>A - B.</summary>
    public static Term[,] Minus(Term[,] a, Term[,] b) => Plus(a, b, -1);

    /// <summary>The inner product of two matrices.</summary>
    public static Term Inner(Term[,] a, Term[,] b) => Term.Sum(a.Cast<Term>().Zip(b.Cast<Term>(), (x, y) => x * y));

    /// <summary>The squared Frobenius norm.</summary>
    public static Term Square(Term[,] a) => Term.Sum(a.Cast<Term>().Select(Term.Square));

    /// <summary>Two matrices on top of each other.</summary>
    public static Term[,] Stack(Term[,] a, Term[,] b) => HomogeneousNetwork.Matrix(
        a.GetLength(0) + b.GetLength(0), a.GetLength(1), (i, j) => i < a.GetLength(0) ? a[i, j] : b[i - a.GetLength(0), j]);

    /// <summary>All entries of two matrices are equal.</summary>
    public static Formula AreEqual(Term[,] a, Term[,] b) => Formula.All(a.Cast<Term>().Zip(b.Cast<Term>(), (x, y) => x.EqualTo(y)));
}
