using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>
/// The teacher-student model with identity mapping for sigma(z) = erf(z/sqrt 2), through the kernel E sigma(u.x) sigma(v.x) = (2/pi) arcsin(u.v/sqrt((1 + |u|^2)(1 + |v|^2))).
/// </summary>
internal sealed class ErrorFunctionNetwork
{
    private readonly Term[][] _student;
    private readonly Term[][] _teacher;

    public ErrorFunctionNetwork(Term[,] w, Term[,] teacher)
    {
        _student = Neurons(w);
        _teacher = Neurons(teacher);
    }

    /// <summary>L = E (f(x, W) - f(x, W*))^2.</summary>
    public Term Loss => Pairs(_student, _student) - (2 * Pairs(_teacher, _student)) + Pairs(_teacher, _teacher);

    /// <summary>Entry (row, column) of -grad L.</summary>
    public Term NegativeGradient(int row, int column)
    {
        Term[] a = _student[column];
        return 2 * Term.Sum(_teacher.Zip(_student, (b, other) => Pull(b, a, row) - Pull(other, a, row)));
    }

    /// <summary>The Hessian of L by the entries of W; rows and columns are numbered j d + r for entry r of column j.</summary>
    public Term[,] Hessian
    {
        get
        {
            int d = _student.Length;
            var hessian = new Term[d * d, d * d];
            for (int p = 0; p < d * d; p++)
            {
                for (int q = 0; q < d * d; q++)
                {
                    (int j, int r, int k, int s) = (p / d, p % d, q / d, q % d);
                    Term[] a = _student[j];
                    Term entry = Other(_student[k], a, r, s);
                    if (j == k)
                    {
                        entry += Term.Sum(_student.Zip(_teacher, (other, b) => Own(other, a, r, s) - Own(b, a, r, s)));
                    }

                    hessian[p, q] = 2 * entry;
                }
            }

            return hessian;
        }
    }

    /// <summary>E sigma(u.x) sigma(v.x) for variances p, q and covariance c of u.x and v.x.</summary>
    public static Term Kernel(Term p, Term q, Term c) => 2 / Term.Pi * Term.Asin(c / Term.Sqrt((1 + p) * (1 + q)));

    /// <summary>The derivative of the kernel by the covariance: E sigma'(u.x) sigma'(v.x), (2/pi) over the root of det(I + Cov).</summary>
    public static Term Slope(Term p, Term q, Term c) => 2 / Term.Pi / Term.Sqrt(((1 + p) * (1 + q)) - Term.Square(c));

    // The derivative of the kernel of u and v by entry `row` of v, u held fixed.
    private static Term Pull(Term[] u, Term[] v, int row)
    {
        Term p = Dot(u, u), q = Dot(v, v), c = Dot(u, v);
        return Slope(p, q, c) * (u[row] - (c / (1 + q) * v[row]));
    }

    // The derivative of Pull(u, v, row) by entry `along` of v.
    private static Term Own(Term[] u, Term[] v, int row, int along)
    {
        Term p = Dot(u, u), q = 1 + Dot(v, v), c = Dot(u, v), rest = (q * (1 + p)) - Term.Square(c);
        Term turn = (2 * c / Term.Square(q) * v[along] * v[row]) - (u[along] / q * v[row]) - (row == along ? c / q : Term.Zero);
        return Slope(p, q - 1, c) * (turn - ((((1 + p) * v[along]) - (c * u[along])) / rest * (u[row] - (c / q * v[row]))));
    }

    // The derivative of Pull(u, v, row) by entry `along` of u.
    private static Term Other(Term[] u, Term[] v, int row, int along)
    {
        Term p = Dot(u, u), q = 1 + Dot(v, v), c = Dot(u, v), rest = (q * (1 + p)) - Term.Square(c);
        Term turn = (row == along ? Term.One : Term.Zero) - (v[along] / q * v[row]);
        return Slope(p, q - 1, c) * (turn - (((q * u[along]) - (c * v[along])) / rest * (u[row] - (c / q * v[row]))));
    }

    private static Term Pairs(Term[][] left, Term[][] right) => Term.Sum(from u in left from v in right select Kernel(Dot(u, u), Dot(v, v), Dot(u, v)));

    private static Term Dot(Term[] u, Term[] v) => Term.Sum(u.Zip(v, (x, y) => x * y));

    private static Term[][] Neurons(Term[,] weights) =>
        [.. Enumerable.Range(0, weights.GetLength(0)).Select(j => Enumerable.Range(0, weights.GetLength(0))
            .Select(i => i == j ? 1 + weights[i, j] : weights[i, j]).ToArray())];
}
