using System.Globalization;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Testing.Matrices;

/// <summary>
/// Sizes and matrices with given numbers as entries, in which facts of derivations are evaluated in floating point: a second reading of the texts, which shares nothing with the kernel's.
/// </summary>
public sealed class MatrixWorld
{
    private readonly Dictionary<string, int> _sizes;
    private readonly Dictionary<string, double[,]> _matrices = new(StringComparer.Ordinal);
    private readonly Func<string, int, int, double[,]> _make;

    /// <summary>A world.</summary>
    /// <param name="sizes">The value of every size but "1".</param>
    /// <param name="make">Makes a matrix of a name, with so many rows and columns, when it is first needed.</param>
    public MatrixWorld(Dictionary<string, int> sizes, Func<string, int, int, double[,]> make) => (_sizes, _make) = (sizes, make);

    /// <summary>By how much a fact holds at worst: negative where it fails; for an equality minus the largest difference. Relative to the size of what cancels it is rounding.</summary>
    /// <param name="fact">The fact.</param>
    public double Margin(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        double worst = double.PositiveInfinity;
        int rows = fact.Scope == Scope.Whole ? 1 : Size(fact.Rows), columns = fact.Scope == Scope.Whole ? 1 : Size(fact.Columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                if (fact.Scope is Scope.Whole or Scope.All || (fact.Scope == Scope.Diagonal) == (i == j))
                {
                    double value = Value(fact.Left, i, j);
                    worst = Math.Min(worst, fact.Relation == Relation.Equal ? -Math.Abs(value) : value);
                }
            }
        }

        return worst;
    }

    /// <summary>The value of a term over inner products, norms, and entries at (i, j).</summary>
    /// <param name="term">The term.</param>
    /// <param name="i">The row.</param>
    /// <param name="j">The column.</param>
    public double Value(Term term, int i = 0, int j = 0)
    {
        return Evaluate(term, name => Named(Expression.Parse(name), i, j));
    }

    /// <summary>The value of a matrix.</summary>
    /// <param name="text">Its text.</param>
    public double[,] Matrix(Expression text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string key = text.ToString();
        return _matrices.TryGetValue(key, out double[,]? known) ? known : _matrices[key] = Make(text);
    }

    private double[,] Make(Expression text)
    {
        if (text.Token is { } token)
        {
            string[] parts = token.Split('[', ',', ']');
            return _make(parts[0], Size(parts[1]), Size(parts[2]));
        }

        string word = text.Items[0].Token!;
        if (word is "identity" or "ones")
        {
            int rows = Size(text.Items[1].Token!), columns = Size(text.Items[^1].Token!);
            return Fill(rows, columns, (i, j) => word == "ones" || i == j ? 1 : 0);
        }

        if (word == "map")
        {
            double[][,] arguments = [.. text.Items.Skip(2).Select(Matrix)];
            Term function = Function(text.Items[1]);
            return Fill(arguments[0].GetLength(0), arguments[0].GetLength(1), (i, j) => Evaluate(function, name => arguments[int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) - 1][i, j]));
        }

        double[,] x = Matrix(text.Items[word == "scaled" ? 2 : 1]);
        double[,]? y = word is "sum" or "product" ? Matrix(text.Items[2]) : null;
        return word switch
        {
            "transpose" => Fill(x.GetLength(1), x.GetLength(0), (i, j) => x[j, i]),
            "sum" => Fill(x.GetLength(0), x.GetLength(1), (i, j) => x[i, j] + y![i, j]),
            "scaled" => Fill(x.GetLength(0), x.GetLength(1), (i, j) => Number(text.Items[1].Token!) * x[i, j]),
            "product" => Fill(x.GetLength(0), y!.GetLength(1), (i, j) => Snapped(Enumerable.Range(0, x.GetLength(1)).Sum(k => x[i, k] * y[k, j]))),
            "diagonal" => Fill(x.GetLength(0), x.GetLength(1), (i, j) => i == j ? x[i, i] : 0),
            "off" => Fill(x.GetLength(0), x.GetLength(1), (i, j) => i == j ? 0 : x[i, j]),
            "row" => Fill(x.GetLength(0), x.GetLength(1), (i, _) => x[i, i]),
            "column" => Fill(x.GetLength(0), x.GetLength(1), (_, j) => x[j, j]),
            _ => throw new ArgumentException($"'{word}' is no matrix."),
        };
    }

    private double Named(Expression name, int i, int j)
    {
        if (name.Items[0].Token == "entry")
        {
            // Of a row or column of a matrix with other sizes only the index counts.
            Expression matrix = name.Items[1];
            return matrix.Items is [{ Token: "row" }, var r] ? Matrix(r)[i, i] : matrix.Items is [{ Token: "column" }, var c] ? Matrix(c)[j, j] : Matrix(matrix)[i, j];
        }

        double[,] x = Matrix(name.Items[1]);
        if (name.Items[0].Token == "norm")
        {
            return SpectralNorm(x);
        }

        double[,] y = Matrix(name.Items[2]);
        double sum = 0;
        for (int a = 0; a < x.GetLength(0); a++)
        {
            for (int b = 0; b < x.GetLength(1); b++)
            {
                sum += x[a, b] * y[a, b];
            }
        }

        return sum;
    }

    /// <summary>The spectral norm, by Jacobi rotations of columns.</summary>
    /// <param name="matrix">The matrix.</param>
    public static double SpectralNorm(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var x = (double[,])matrix.Clone();
        int rows = x.GetLength(0), columns = x.GetLength(1);
        for (int sweep = 0; sweep < 60; sweep++)
        {
            for (int p = 0; p < columns; p++)
            {
                for (int q = p + 1; q < columns; q++)
                {
                    double a = 0, b = 0, c = 0;
                    for (int i = 0; i < rows; i++)
                    {
                        (a, b, c) = (a + (x[i, p] * x[i, p]), b + (x[i, q] * x[i, q]), c + (x[i, p] * x[i, q]));
                    }

                    double angle = 0.5 * Math.Atan2(2 * c, a - b), cos = Math.Cos(angle), sin = Math.Sin(angle);
                    for (int i = 0; i < rows; i++)
                    {
                        (x[i, p], x[i, q]) = ((cos * x[i, p]) + (sin * x[i, q]), (cos * x[i, q]) - (sin * x[i, p]));
                    }
                }
            }
        }

        return Enumerable.Range(0, columns).Max(j => Math.Sqrt(Enumerable.Range(0, rows).Sum(i => x[i, j] * x[i, j])));
    }

    // A cosine that rounding puts beyond 1 has no angle.
    private static double Snapped(double value) => Math.Abs(Math.Abs(value) - 1) < 1e-13 ? Math.Sign(value) : value;

    private int Size(string name) => name == "1" ? 1 : _sizes[name];

    private static double[,] Fill(int rows, int columns, Func<int, int, double> entry)
    {
        var result = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }

    private static Term Function(Expression text)
    {
        if (text.Token is { } token)
        {
            return token == "pi" ? Term.Pi : token[0] == 'x' ? Term.Variable(token) : Term.Literal(Kernel.Numbers.Rational.Parse(token));
        }

        Operation operation = Enum.Parse<Operation>(text.Items[0].Token!, ignoreCase: true);
        return operation == Operation.Power ? Term.Pow(Function(text.Items[1]), int.Parse(text.Items[2].Token!, CultureInfo.InvariantCulture))
            : Term.Create(operation, Function(text.Items[1]), text.Items.Count > 2 ? Function(text.Items[2]) : null);
    }

    private static double Number(string token) => Kernel.Numbers.Rational.Parse(token).ToDouble();

    // What is undefined has some value, about which a proof may assume nothing: here numbers that come from nowhere.
    private static double Evaluate(Term term, Func<string, double> variable)
    {
        double a = term.Left is null ? 0 : Evaluate(term.Left, variable), b = term.Right is null ? 0 : Evaluate(term.Right, variable);
        return term.Operation switch
        {
            Operation.Literal => term.Value.ToDouble(),
            Operation.Pi => Math.PI,
            Operation.Variable => variable(term.Name!),
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Multiply => a * b,
            Operation.Divide => b == 0 ? 0.7 + a : a / b,
            Operation.Negate => -a,
            Operation.Abs => Math.Abs(a),
            Operation.Power => term.Exponent < 0 && a == 0 ? 1.3 : Math.Pow(a, term.Exponent),
            Operation.Sqrt => a < 0 ? 0.9 - a : Math.Sqrt(a),
            Operation.Sin => Math.Sin(a),
            Operation.Cos => Math.Cos(a),
            Operation.Asin => Math.Abs(a) > 1 ? 2.1 + a : Math.Asin(a),
            Operation.Acos => Math.Abs(a) > 1 ? 3.3 - a : Math.Acos(a),
            Operation.SineDefect => Math.Abs(a) < 1e-2 ? (1.0 / 6) - (a * a / 120) : (a - Math.Sin(a)) / (a * a * a),
            Operation.VersineQuotient => Math.Abs(a) < 1e-2 ? 0.5 - (a * a / 24) + (a * a * a * a / 720) : (1 - Math.Cos(a)) / (a * a),
            Operation.ArcsineDefect => Math.Abs(a) > 1 ? 0.4 : Math.Abs(a) < 1e-2 ? (1.0 / 6) + (3 * a * a / 40) : (Math.Asin(a) - a) / (a * a * a),
            _ => throw new ArgumentException($"{term.Operation} is not evaluated here."),
        };
    }
}
