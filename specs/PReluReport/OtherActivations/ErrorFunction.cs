using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Proving.Matrices;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>
/// Section 6.3 of the PReLU report for sigma(z) = erf(z/sqrt 2), an odd activation: its f_A is zero, and the one-point constant for small weights is
/// (2/pi)(2/(3 sqrt 3) - 1/4) = 0.0858..., in all dimensions together.
/// </summary>
public sealed class ErrorFunction : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("p", 0, 4), q = forAll.Real("q", 0, 4), low = forAll.Real("c/√(pq)", 0, 1), high = forAll.Real("c'/√(pq)", 0, 1);
        Term c = low * Term.Sqrt(p * q), next = high * Term.Sqrt(p * q);
        Term rise = ErrorFunctionNetwork.Kernel(p, q, next) - ErrorFunctionNetwork.Kernel(p, q, c);
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf kernel"),
            Text = "For σ(z) = erf(z/√2) the kernel k = (2/π)arcsin(c/√((1+p)(1+q))) is zero at c = 0 and has the slope Eσ'(u)σ'(v) = (2/π)/√((1+p)(1+q) - c²) that Price's theorem asks for: "
                + "between c and c' ≥ c ≥ 0 it rises by between (c'-c) times the slope at c and at c'.",
            Proposition = StatementProposition.Of(forAll.Given(high >= low).Conclude(
                (rise >= (next - c) * ErrorFunctionNetwork.Slope(p, q, c)) & ((next - c) * ErrorFunctionNetwork.Slope(p, q, next) >= rise))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf gradient"),
            Text = "For σ(z) = erf(z/√2), -∇_jL = (4/π)Σ_i[φ(b_i) - φ(a_i)] with φ(u) = (u - ⟨u,a_j⟩a_j/(1+|a_j|²))/√((1+|u|²)(1+|a_j|²) - ⟨u,a_j⟩²), since the kernel depends on v through ⟨u,v⟩/√(1+|v|²) only: "
                + "|L(W + hE) - L(W) + h(-∇L)| ≤ 2h² at h = 1/100 along every entry, for d = 1, 2, all within 1/2, at d = 2 for W = [x 0; y 0], W* = 0.",
            Proposition = StatementProposition.ForCases("d", [1, 2], d => Differences(d, ofGradient: false)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf Hessian"),
            Text = "For σ(z) = erf(z/√2) the derivatives of -∇L are the Hessian that the next claims use: |∇L(W + hE) - ∇L(W) - hH| ≤ 10h² at h = 1/100 in every entry and along every entry, "
                + "for d = 1, 2, all within 1/2, at d = 2 for W = [x 0; x 0], W* = 0.",
            Proposition = StatementProposition.ForCases("d", [1, 2], d => Differences(d, ofGradient: true)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf first order"),
            Text = "For σ(z) = erf(z/√2), entries of W, W* within 1/1000: |⟨-∇L, D⟩ - 2q(D)| ≤ |D|²_F/50 with q of the general form.",
            Proposition = StatementProposition.ForEach("d", [1, 2], d => Near(d, new Rational(1, 1000), (inner, form, norm) => norm / 50 >= Term.Abs(inner - (2 * form)))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf limit form"),
            Text = "For σ(z) = erf(z/√2), q(D) = (1/π)(|Du - diag(D)/2|² + (2/√3 - 1)Σ_{i≠j}D_ij² + (2/(3√3) - 1/4)ΣD_jj²), whatever numbers stand for 1/√π and 1/√3; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], LimitForm),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf limit constant"),
            Text = "2/√3 - 1 > 2/(3√3) - 1/4 > 0, so that the one-point constant for small weights is at least (2/π)(2/(3√3) - 1/4), which is 0.085880 within 10⁻⁶.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(
                (Moments.OffDiagonal > Moments.Diagonal) & (Term.Ratio(1, 1_000_000) >= Term.Abs((2 * Moments.Diagonal) - Term.Ratio(85_880, 1_000_000))))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf limit is sharp"),
            Text = "For D with first row (2n, -1, ..., -1), n = d - 1, and zeros below, q(D) = c₂(4n² + n) + (c₁ - c₂)n: the ratio of q(D) and |D|²_F = 4n² + n tends to c₂ as d grows; d = 2, 3, 4, 5.",
            Proposition = StatementProposition.ForCases("d", [2, 3, 4, 5], IsApproached),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 erf"),
            Text = "For σ(z) = erf(z/√2), d = 1, 2 and entries of W, W* within 1/1000, the Hessian of L exceeds 8/100.",
            Proposition = StatementProposition.ForCases("d", [1, 2], d => HessianExceeds(d, new Rational(1, 1000), Term.Ratio(8, 100))),
            Derivation = new Derivation("the matrix that is bounded is the Hessian of L", ["prelu/section-6.3-erf-gradient", "prelu/section-6.3-erf-hessian"]),
        };
    }

    private static SlopeMoments Moments => SlopeMoments.OfErrorFunction(1 / Term.Sqrt(Term.Pi), 1 / Term.Sqrt(3));

    // Difference quotients of the loss, or of the gradient, from W to W + hE.
    private static Statement Differences(int size, bool ofGradient)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", new(-1, 2), new(1, 2)), y = size == 1 || !ofGradient ? forAll.Real("y", new(-1, 2), new(1, 2)) : x, zero = Term.Zero;
        Term[,] w = size == 1 ? new[,] { { x } } : new[,] { { x, zero }, { y, zero } }, teacher = size == 1 ? new[,] { { y } } : new[,] { { zero, zero }, { zero, zero } };
        Term h = Term.Ratio(1, 100);
        var network = new ErrorFunctionNetwork(w, teacher);
        var formulas = new List<Formula>();
        int n = size * size;
        for (int k = 0; k < n; k++)
        {
            (int row, int column) = (k % size, k / size); // numbered as in the Hessian
            var moved = (Term[,])w.Clone();
            moved[row, column] += h;
            var beside = new ErrorFunctionNetwork(moved, teacher);
            if (!ofGradient)
            {
                formulas.Add(2 * Term.Square(h) >= Term.Abs(beside.Loss - network.Loss + (h * network.NegativeGradient(row, column))));
                continue;
            }

            Term[,] hessian = network.Hessian;
            formulas.AddRange(Enumerable.Range(0, n).Select(other => 10 * Term.Square(h) >= Term.Abs(
                beside.NegativeGradient(other % size, other / size) - network.NegativeGradient(other % size, other / size) + (h * hessian[other, k]))));
        }

        return forAll.Conclude(Formula.All(formulas));
    }

    private static Statement HessianExceeds(int d, Rational bound, Term constant)
    {
        var variables = new List<RealVariable>();
        Term[,] Matrix(string name)
        {
            variables.AddRange(SymbolicMatrix.EntryNames(name, d).SelectMany(row => row).Select(entry => new RealVariable(entry, -bound, bound)));
            return SymbolicMatrix.Variables(name, d);
        }

        Term[,] matrix = new ErrorFunctionNetwork(Matrix("W"), Matrix("W*")).Hessian;
        for (int i = 0; i < d * d; i++)
        {
            matrix[i, i] -= constant;
        }

        return DefinitenessStatement.Over(variables, matrix);
    }

    private static Statement Near(int size, Rational bound, Func<Term, Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term[,] w = PRelu.Matrix(forAll, "W", size, bound), teacher = PRelu.Matrix(forAll, "W*", size, bound), d = new Term[size, size];
        var network = new ErrorFunctionNetwork(w, teacher);
        Term inner = Term.Zero;
        for (int k = 0; k < size * size; k++)
        {
            (int i, int j) = (k / size, k % size);
            d[i, j] = teacher[i, j] - w[i, j];
            inner += network.NegativeGradient(i, j) * d[i, j];
        }

        Term norm = OnePointLimit.SquaredNorm(d);
        return forAll.Conclude(conclude(inner, FirstOrderForm.Squares(d, Moments), norm));
    }

    private static Statement LimitForm(int size)
    {
        var forAll = new Quantifier();
        Term mean = forAll.Real("1/√π"), root = forAll.Real("1/√3");
        Term[,] d = PRelu.Matrix(forAll, "D", size, null);
        Term halved = Term.Sum(Enumerable.Range(0, size).Select(j => Term.Square(OnePointLimit.Displacement(d, j) - (d[j, j] / 2)))), diagonal = OnePointLimit.SquaredDiagonal(d);
        Term form = halved + (((2 * root) - 1) * (OnePointLimit.SquaredNorm(d) - diagonal)) + (((Term.Ratio(2, 3) * root) - Term.Ratio(1, 4)) * diagonal);
        return forAll.Conclude(FirstOrderForm.Definition(d, SlopeMoments.OfErrorFunction(mean, root)).EqualTo(Term.Square(mean) * form));
    }

    private static Statement IsApproached(int size)
    {
        var forAll = new Quantifier();
        SlopeMoments moments = SlopeMoments.OfErrorFunction(forAll.Real("1/√π"), forAll.Real("1/√3"));
        int n = size - 1;
        var d = new Term[size, size];
        for (int k = 0; k < size * size; k++)
        {
            d[k / size, k % size] = k >= size ? 0 : k == 0 ? 2 * n : -1;
        }

        return forAll.Conclude(FirstOrderForm.Definition(d, moments).EqualTo(
            (moments.Diagonal * ((4 * n * n) + n)) + ((moments.OffDiagonal - moments.Diagonal) * n)));
    }
}
