using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>The teacher-student model with identity mapping for sigma(z) = z^2: polynomials in the entries of A = I + W and B = I + W*.</summary>
internal sealed class QuadraticNetwork(Term[,] w, Term[,] teacher)
{
    private readonly int _d = w.GetLength(0);

    /// <summary>S = BB^T - AA^T; its trace is what f_A is for PReLU, and 2S what the matrix A of Definition 3 is.</summary>
    private Term[,] Gap
    {
        get
        {
            var gap = new Term[_d, _d];
            foreach ((int i, int j) in Entries())
            {
                gap[i, j] = Term.Sum(Enumerable.Range(0, _d).Select(k => (Column(teacher, i, k) * Column(teacher, j, k)) - (Column(w, i, k) * Column(w, j, k))));
            }

            return gap;
        }
    }

    /// <summary>L = E (f(x, W) - f(x, W*))^2 = (tr S)^2 + 2|S|_F^2.</summary>
    public Term Loss
    {
        get
        {
            Term[,] gap = Gap;
            return Term.Square(Trace(gap)) + (2 * Term.Sum(Entries().Select(e => Term.Square(gap[e.Row, e.Column]))));
        }
    }

    /// <summary>The same by the kernel E (a.x)^2 (b.x)^2 = |a|^2|b|^2 + 2(a.b)^2, summed over pairs of neurons.</summary>
    public Term LossByKernel => Pairs(w, w) - (2 * Pairs(teacher, w)) + Pairs(teacher, teacher);

    /// <summary>&lt;-grad L, E> with -grad L = 4 tr(S) A + 8 S A.</summary>
    public Term AgainstNegativeGradient(Term[,] direction)
    {
        Term[,] gap = Gap;
        Term trace = Trace(gap);
        return Term.Sum(Entries().Select(e => direction[e.Row, e.Column]
            * ((4 * trace * Column(w, e.Row, e.Column)) + (8 * Term.Sum(Enumerable.Range(0, _d).Select(k => gap[e.Row, k] * Column(w, k, e.Column)))))));
    }

    /// <summary>E (a.x)^2 (b.x)^2 for x from N(0, I).</summary>
    public static Term Kernel(Term[] a, Term[] b)
    {
        Term Dot(Term[] u, Term[] v) => Term.Sum(u.Zip(v, (x, y) => x * y));
        return (Dot(a, a) * Dot(b, b)) + (2 * Term.Square(Dot(a, b)));
    }

    private Term Pairs(Term[,] left, Term[,] right) => Term.Sum(Entries().Select(e => Kernel(Neuron(left, e.Row), Neuron(right, e.Column))));

    private Term[] Neuron(Term[,] weights, int j) => [.. Enumerable.Range(0, _d).Select(i => Column(weights, i, j))];

    private Term Trace(Term[,] matrix) => Term.Sum(Enumerable.Range(0, _d).Select(i => matrix[i, i]));

    private IEnumerable<(int Row, int Column)> Entries() => from i in Enumerable.Range(0, _d) from j in Enumerable.Range(0, _d) select (i, j);

    // Entry (i, j) of I + weights.
    private static Term Column(Term[,] weights, int i, int j) => i == j ? 1 + weights[i, j] : weights[i, j];
}
