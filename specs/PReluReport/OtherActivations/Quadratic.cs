using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>
/// Section 6.3 of the PReLU report for sigma(z) = z^2. The loss sees W through (I + W)(I + W)^T only, so that rotations of I + W* are global minima too: the one-point constant
/// is zero in all dimensions above 1, and 16 for symmetric matrices.
/// </summary>
public sealed class Quadratic : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 quadratic kernel"),
            Text = "For σ(z) = z², E σ(⟨a,x⟩)σ(⟨b,x⟩) = |a|²|b|² + 2⟨a,b⟩²: in two dimensions, with entries of x that are 0, ±1, ±2 with probabilities 1/2, 1/6, 1/12 and so have the moments of N(0, 1) "
                + "up to the fifth.",
            Proposition = StatementProposition.Of(Kernel()),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 quadratic loss"),
            Text = "For σ(z) = z², L = (tr S)² + 2|S|²_F with S = (I+W*)(I+W*)ᵀ - (I+W)(I+W)ᵀ, and ⟨∇L, E⟩ = -⟨4 tr(S)(I+W) + 8S(I+W), E⟩, "
                + "which is (8(L(W+E) - L(W-E)) - (L(W+2E) - L(W-2E)))/12 for a quartic; d = 1, 2.",
            Proposition = StatementProposition.ForCases("d", [1, 2], LossAndGradient),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 quadratic limit form"),
            Text = "For σ(z) = z² the inner product ⟨-∇L, D⟩ tends to 2q(D) = 8(tr D)² + 4|D + Dᵀ|²_F for small weights, which vanishes for antisymmetric D; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], size =>
            {
                var forAll = new Quantifier();
                Term[,] d = PRelu.Matrix(forAll, "D", size, null);
                Term sum = (2 * OnePointLimit.SymmetricSquares(d)) + (4 * OnePointLimit.SquaredDiagonal(d));
                return forAll.Conclude((2 * FirstOrderForm.Definition(d, SlopeMoments.OfSquare)).EqualTo((8 * Term.Square(OnePointLimit.Trace(d))) + (4 * sum)));
            }),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 quadratic"),
            Text = "For σ(z) = z² and entries of W, W* within 1/100, ⟨-∇L(W), W* - W⟩ ≥ |W* - W|²_F/1000, as for PReLU: it is not so, the loss does not notice a rotation of I + W.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => OnePoint(d, symmetric: false, Term.Ratio(1, 1000))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 quadratic for symmetric weights"),
            Text = "For σ(z) = z² and symmetric W, W* with entries within 1/100, ⟨-∇L(W), W* - W⟩ ≥ 15|W* - W|²_F; the constant for small weights is 16.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => OnePoint(d, symmetric: true, 15)),
        };
    }

    private static Statement Kernel()
    {
        var forAll = new Quantifier();
        Term[] a = PRelu.Vector(forAll, "a", 2, null), b = PRelu.Vector(forAll, "b", 2, null);
        (int Value, Term Probability)[] entries =
            [(0, Term.Ratio(1, 2)), (1, Term.Ratio(1, 6)), (-1, Term.Ratio(1, 6)), (2, Term.Ratio(1, 12)), (-2, Term.Ratio(1, 12))];
        Term mean = Term.Sum(
            from x in entries
            from y in entries
            select x.Probability * y.Probability * Term.Square((a[0] * x.Value) + (a[1] * y.Value)) * Term.Square((b[0] * x.Value) + (b[1] * y.Value)));
        return forAll.Conclude(mean.EqualTo(QuadraticNetwork.Kernel(a, b)));
    }

    private static Statement LossAndGradient(int size)
    {
        var forAll = new Quantifier();
        Term[,] w = PRelu.Matrix(forAll, "W", size, null), teacher = PRelu.Matrix(forAll, "W*", size, null), e = PRelu.Matrix(forAll, "E", size, null);
        Term At(int steps)
        {
            var moved = new Term[size, size];
            for (int i = 0; i < size * size; i++)
            {
                moved[i / size, i % size] = w[i / size, i % size] + (steps * e[i / size, i % size]);
            }

            return new QuadraticNetwork(moved, teacher).Loss;
        }

        var network = new QuadraticNetwork(w, teacher);
        return forAll.Conclude(
            network.Loss.EqualTo(network.LossByKernel)
            & ((8 * (At(1) - At(-1))) - (At(2) - At(-2))).EqualTo(-12 * network.AgainstNegativeGradient(e)));
    }

    private static Statement OnePoint(int size, bool symmetric, Term constant)
    {
        var forAll = new Quantifier();
        var bound = new Rational(1, 100);
        Term[,] w = PRelu.Matrix(forAll, "W", size, bound), teacher = PRelu.Matrix(forAll, "W*", size, bound), d = new Term[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                if (symmetric && i < j)
                {
                    (w[i, j], teacher[i, j]) = (w[j, i], teacher[j, i]);
                }
            }
        }

        for (int i = 0; i < size * size; i++)
        {
            d[i / size, i % size] = teacher[i / size, i % size] - w[i / size, i % size];
        }

        return forAll.Conclude(new QuadraticNetwork(w, teacher).AgainstNegativeGradient(d) >= constant * OnePointLimit.SquaredNorm(d));
    }
}
