using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// Inner products in the coordinates of vectors x_1, ..., x_n, of which x_k has k coordinates. What is made of the vectors and of numbers
/// by sums, multiples, products and transposes is a vector, a number, or a matrix of outer products.
/// </summary>
/// <remarks>
/// Proof that the dimension does not matter: filled up with zeros the vectors lie in a space of at least n dimensions, where by the QR
/// decomposition some orthogonal Q maps x_k onto (r_k1, ..., r_kk, 0, ...) with r_kk &gt;= 0 (Horn and Johnson, Matrix Analysis, 2.1.14).
/// Term by term, Q maps what is of size d x 1 onto Q X, 1 x d onto X Q^T, d x d onto Q X Q^T, and 1 x 1 onto itself, as Q^T Q = I; so
/// every inner product is kept, and all coordinates beyond n are zero. Conversely such coordinates are vectors of R^n.
/// </remarks>
/// <param name="vectors">Vectors, and their coordinates.</param>
internal sealed class VectorCoordinates(IReadOnlyList<(MatrixTerm Vector, Term[] Coordinates)> vectors)
{
    private readonly Dictionary<string, Term[,]?> _values = new(StringComparer.Ordinal);

    /// <summary>The inner product of a name <c>(inner X Y)</c>; null where it is not one of these vectors and of numbers alone.</summary>
    public Term? Inner(string name)
    {
        if (Expression.Parse(name).Items is not [{ Token: "inner" }, var x, var y])
        {
            return null;
        }

        return Value(DerivationReader.Matrix(x)) is { } a && Value(DerivationReader.Matrix(y)) is { } b
            ? Term.Sum(Pairs(a).Select(p => Product(a[p.I, p.J], b[p.I, p.J])))
            : null;
    }

    private static Term Product(Term x, Term y) => ReferenceEquals(x, y) && !x.IsZero ? Term.Square(x) : x * y;

    private static IEnumerable<(int I, int J)> Pairs(Term[,] x) =>
        from i in Enumerable.Range(0, x.GetLength(0)) from j in Enumerable.Range(0, x.GetLength(1)) select (i, j);

    private Term[,]? Value(MatrixTerm x) => _values.TryGetValue(x.Text, out Term[,]? known) ? known : _values[x.Text] = Make(x);

    private Term[,]? Make(MatrixTerm x)
    {
        int rows = x.Rows == "1" ? 1 : vectors.Count, columns = x.Columns == "1" ? 1 : vectors.Count;
        bool isNumber = x is { Rows: "1", Columns: "1" };
        if (vectors.FirstOrDefault(v => v.Vector.Text == x.Text).Coordinates is { } coordinates)
        {
            return Fill(rows, columns, (i, _) => i < coordinates.Length ? coordinates[i] : Term.Zero);
        }

        if (x.Rows == "1" && !isNumber)
        {
            // The coordinates of a column, laid down: one text for both.
            // A row that is no transpose is none of these vectors, and its transpose would ask for it again.
            return x.Operation != MatrixOperation.Variable && Value(x.Transpose()) is { } column
                ? Fill(rows, columns, (_, j) => column[j, 0])
                : null;
        }

        if (x.Operation == MatrixOperation.Variable)
        {
            return isNumber ? Fill(1, 1, (_, _) => Fact.Inner(MatrixTerm.Identity("1"), x)) : null;
        }

        Term[,]?[] operands = [.. x.Operands.Select(Value)];
        if (operands.Contains(null))
        {
            return null;
        }

        Term[,] Operand(int k) => operands[k]!;
        return x.Operation switch
        {
            MatrixOperation.Identity or MatrixOperation.Ones when isNumber => Fill(1, 1, (_, _) => Term.One),
            MatrixOperation.Transpose => Fill(rows, columns, (i, j) => Operand(0)[j, i]),
            MatrixOperation.Sum => Fill(rows, columns, (i, j) => Operand(0)[i, j] + Operand(1)[i, j]),
            MatrixOperation.Scaled => Fill(rows, columns, (i, j) => x.Factor * Operand(0)[i, j]),
            MatrixOperation.Product => Fill(rows, columns, (i, j) => Term.Sum(
                Enumerable.Range(0, Operand(0).GetLength(1)).Select(k => Product(Operand(0)[i, k], Operand(1)[k, j])))),
            MatrixOperation.Entrywise when isNumber => Fill(1, 1, (_, _) => Substitution.Apply(
                x.Function!, operands.Select((o, k) => (o, k)).ToDictionary(p => $"x{p.k + 1}", p => p.o![0, 0]))),
            _ => null, // such as the diagonal of a matrix, which no isometry keeps
        };
    }

    private static Term[,] Fill(int rows, int columns, Func<int, int, Term> entry)
    {
        var result = new Term[rows, columns];
        foreach ((int i, int j) in Pairs(result))
        {
            result[i, j] = entry(i, j);
        }

        return result;
    }
}
