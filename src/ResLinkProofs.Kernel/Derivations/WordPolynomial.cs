using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// The normal form of a matrix term: a sum of rational multiples of words, products of variables, transposes,
/// diagonal parts, entrywise functions and vectors of ones. Two terms with one normal form are equal for all
/// values of the variables. Off X is X - diagonal X, the matrix of ones a product of two vectors.
/// </summary>
internal sealed class WordPolynomial
{
    private const int LargestCount = 4096;

    private readonly Dictionary<string, Rational> _coefficients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatrixTerm[]> _words = new(StringComparer.Ordinal);

    /// <summary>True for the zero matrix.</summary>
    public bool IsZero => _coefficients.Values.All(c => c.Sign == 0);

    /// <summary>Adds a multiple of a matrix.</summary>
    public void Add(Rational factor, MatrixTerm matrix) => Add(factor, Expand(matrix), word => Key(word));

    /// <summary>Adds a multiple of a matrix, of which only the diagonal counts: that of a word is that of its transpose.</summary>
    public void AddDiagonal(Rational factor, MatrixTerm matrix) => Add(factor, Expand(matrix), word => Least([word, Transposed(word)]));

    /// <summary>Adds a multiple of the trace of a square matrix: that of a word is that of its rotations and of their transposes.</summary>
    public void AddTrace(Rational factor, MatrixTerm matrix) => Add(
        factor,
        Expand(matrix),
        word => word.Length == 0 ? $"trace of the identity of size {matrix.Rows}"
            : Least(Enumerable.Range(0, word.Length).SelectMany(
                k => { MatrixTerm[] turned = [.. word[k..], .. word[..k]]; return new[] { turned, Transposed(turned) }; })));

    private void Add(Rational factor, WordPolynomial matrix, Func<MatrixTerm[], string> key)
    {
        foreach ((string name, Rational coefficient) in matrix._coefficients)
        {
            Add(key(matrix._words[name]), matrix._words[name], factor * coefficient);
        }
    }

    private void Add(string key, MatrixTerm[] word, Rational coefficient)
    {
        _words[key] = word;
        _coefficients[key] = _coefficients.GetValueOrDefault(key) + coefficient;
        if (_coefficients.Count > LargestCount)
        {
            throw new ArgumentException($"The normal form has more than {LargestCount} words.");
        }
    }

    private static WordPolynomial Expand(MatrixTerm x)
    {
        var result = new WordPolynomial();
        switch (x.Operation)
        {
            case MatrixOperation.Identity:
                result.Add("", [], Rational.One);
                break;
            case MatrixOperation.Ones when x.Rows != "1" && x.Columns != "1":
                return Expand(MatrixTerm.Ones(x.Rows, "1") * MatrixTerm.Ones("1", x.Columns));
            case MatrixOperation.Ones when x.Rows == x.Columns:
                return Expand(MatrixTerm.Identity("1"));
            case MatrixOperation.Row:
                return Expand(x.Operands[0].Diagonal() * MatrixTerm.Ones(x.Rows, x.Columns));
            case MatrixOperation.Column:
                return Expand(MatrixTerm.Ones(x.Rows, x.Columns) * x.Operands[0].Diagonal());
            case MatrixOperation.OffDiagonal:
                return Expand(x.Operands[0] - x.Operands[0].Diagonal());
            case MatrixOperation.Sum:
                result.Add(Rational.One, x.Operands[0]);
                result.Add(Rational.One, x.Operands[1]);
                break;
            case MatrixOperation.Scaled:
                result.Add(x.Factor, x.Operands[0]);
                break;
            case MatrixOperation.Product:
                WordPolynomial left = Expand(x.Operands[0]), right = Expand(x.Operands[1]);
                foreach ((string a, Rational p) in left._coefficients)
                {
                    foreach ((string b, Rational q) in right._coefficients)
                    {
                        MatrixTerm[] word = [.. left._words[a], .. right._words[b]];
                        result.Add(Key(word), word, p * q);
                    }
                }

                break;
            default:
                result.Add(x.Text, [x], Rational.One);
                break;
        }

        return result;
    }

    private static string Key(MatrixTerm[] word) => string.Join(' ', word.Select(letter => letter.Text));

    private static MatrixTerm[] Transposed(MatrixTerm[] word) => [.. word.Reverse().Select(letter => letter.Transpose())];

    private static string Least(IEnumerable<MatrixTerm[]> words) => words.Select(Key).Min(StringComparer.Ordinal)!;
}
