using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Proving.Matrices;
using ResLinkProofs.Specs.LiYuan2017;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// The one-point constant of the Theorem for Phase 2 of the PReLU report for small weights: (1 - alpha)^2 (pi/2 - 1)/pi for every real alpha. To first order the inner
/// product is Q(D) = 2 alpha |Du|^2 + ((1 - alpha)^2/pi) P(D) with P the form for the printed field of ReLU.
/// </summary>
public sealed class TheoremPhase2Limit : ISpec
{
    private static readonly Rational[] Slopes = [-3, -1, new(-1, 2), 0, new(1, 4), new(1, 2), 2, 3];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 first order"),
            Text = "For |W|₂, |W*|₂ ≤ 1/1000 and α = -1/2, |⟨-∇L, D⟩ - Q(D)| ≤ |D|²_F/50.",
            Proposition = FirstOrder(new Rational(-1, 2)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 limit form as squares"),
            Text = "πQ(D) - (1-α)²(π/2 - 1)|D|²_F = (1-α)²(Σ_{i<j} (D_ij + D_ji)² + (tr D)²) + π((1+α)²/2)|Du|² for every α and every D, whatever number stands for π; d = 1, 2, 3, 4.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3, 4], AsSquares),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 limit form"),
            Text = "Q(D) ≥ (1-α)²((π/2 - 1)/π)|D|²_F for every α in [-3, 3] and every D: the difference, as squares, is not negative; d = 1, 2, 3, 4.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3, 4], d =>
            {
                var forAll = new Quantifier();
                Term alpha = forAll.Real("α", -3, 3);
                return forAll.Conclude(Squares(PRelu.Matrix(forAll, "D", d, 1), alpha, Term.Pi) >= 0);
            }),
            Derivation = new Derivation("the difference of the sides, which is the same sum in every dimension", ["prelu/theorem-for-phase-2-limit-form-as-squares"]),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 limit is sharp"),
            Text = "Q(D) = (1-α)²((π/2 - 1)/π)|D|²_F for every α and every multiple D of [1 -1; 1 -1] and of [0 1 -1; -1 0 1; 1 -1 0]: antisymmetric off the diagonal, Du = 0, tr D = 0; d = 2, 3.",
            Proposition = StatementProposition.ForCases("d", [2, 3], IsAttained),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 limit constants"),
            Text = "(1-α)²(π/2 - 1)/π is 2.907042, 0.726760, 0.408803, 0.181690, 0.102201, 0.045423, 0.181690, 0.726760 within 10⁻⁶ for α = -3, -1, -1/2, 0, 1/4, 1/2, 2, 3.",
            Proposition = StatementProposition.ForCases("α", Slopes, HasValue),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 limit in small dimensions"),
            Text = "For entries of W, W* within 10⁻⁸, d = 1, 2, 3 and α = -3, -1, -1/2, 0, 1/4, 1/2, 2, 3: the Hessian of L exceeds (1-α)²((π/2 - 1)/π - 10⁻⁶).",
            Proposition = StatementProposition.ForCases(
                ("d", [1, 2, 3]), ("α", Slopes), (d, slope) => HessianExceeds(d, slope, new Rational(1, 100_000_000), (Term.Pi / 2) - 1 - (Term.Pi / 1_000_000))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 small dimensions"),
            Text = "For entries of W, W* within 1/100, d = 1, 2, 3 and α = -1: the Hessian of L exceeds 0.03(1-α)².",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => HessianExceeds(d, -1, new Rational(1, 100), Term.Ratio(3, 100) * Term.Pi)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 in dimensions 1 to 3 at slope -1"),
            Text = "For d = 1, 2, 3, |W|₂, |W*|₂ ≤ 1/100 and α = -1: ⟨-∇L, W* - W⟩ ≥ 0.03(1-α)²|W* - W|²_F, whatever f_A is.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 100), NegativeSlope = -1, Dimensions = [1, 2, 3] },
                _ => Formula.True,
                n => n[InnerProduct] >= Term.Ratio(12, 100) * n[SquaredDistance]),
            Derivation = new Derivation("the gradient vanishes at W*, so the inner product is the integral of the Hessian along the segment", ["prelu/theorem-for-phase-2-small-dimensions"])
            {
                Rules = [TextbookRule.IntegralAlongSegment, TextbookRule.EntryBound, TextbookRule.Restriction],
            },
        };
    }

    private static NetworkProposition FirstOrder(Rational slope) => new(
        new NetworkDomain { Radius = new Rational(1, 1000), NegativeSlope = slope, Dimensions = [1, 2, 3, 4, 5] },
        _ => Formula.True,
        n =>
        {
            Term form = (Term.Pi / 2 * (n[SquaredDistance] + n[SquaredDisplacement])) + n[TransposedProduct] + Term.Square(n[TraceOfDisplacement]) - n[SquaredDiagonal];
            Term whole = (2 * (Term)slope * n[SquaredDisplacement]) + (Term.Square(1 - (Term)slope) / Term.Pi * form);
            return n[SquaredDistance] / 50 >= Term.Abs(n[InnerProduct] - whole);
        });

    private static Statement AsSquares(int size)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α"), pi = forAll.Real("π");
        Term[,] d = PRelu.Matrix(forAll, "D", size, null);
        Term bound = Term.Square(1 - alpha) * ((pi / 2) - 1) * OnePointLimit.SquaredNorm(d);
        return forAll.Conclude((Form(d, alpha, pi) - bound).EqualTo(Squares(d, alpha, pi)));
    }

    private static Statement IsAttained(int size)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α"), pi = forAll.Real("π"), t = forAll.Real("t");
        int[,] direction = size == 2 ? new[,] { { 1, -1 }, { 1, -1 } } : new[,] { { 0, 1, -1 }, { -1, 0, 1 }, { 1, -1, 0 } };
        var d = new Term[size, size];
        for (int i = 0; i < size * size; i++)
        {
            d[i / size, i % size] = direction[i / size, i % size] * t;
        }

        return forAll.Conclude(Form(d, alpha, pi).EqualTo(Term.Square(1 - alpha) * ((pi / 2) - 1) * OnePointLimit.SquaredNorm(d)));
    }

    private static Statement HasValue(int index)
    {
        long[] millionths = [2_907_042, 726_760, 408_803, 181_690, 102_201, 45_423, 181_690, 726_760];
        Term constant = Term.Square(1 - (Term)Slopes[index]) * ((Term.Pi / 2) - 1) / Term.Pi;
        return new Quantifier().Conclude(Term.Ratio(1, 1_000_000) >= Term.Abs(constant - Term.Ratio(millionths[index], 1_000_000)));
    }

    // Divided by (1 - alpha)^2, so that the same numbers serve every slope.
    private static Statement HessianExceeds(int d, Rational slope, Rational gamma, Term constant)
    {
        Term[,] matrix = SymbolicJacobian.LowerBound(SymbolicTeacherStudent.OfVariables(d, slope), 2 * (Term)gamma);
        for (int i = 0; i < d * d; i++)
        {
            for (int j = 0; j < d * d; j++)
            {
                matrix[i, j] = (matrix[i, j] / Term.Square(1 - (Term)slope)) - (i == j ? constant : Term.Zero);
            }
        }

        return DefinitenessStatement.Over([.. SymbolicTeacherStudent.VariableNames(d).Select(name => new RealVariable(name, -gamma, gamma))], matrix);
    }

    // pi Q(D).
    private static Term Form(Term[,] d, Term alpha, Term pi) =>
        (2 * alpha * pi * OnePointLimit.SquaredDisplacement(d)) + (Term.Square(1 - alpha) * OnePointLimit.OfReluField(d, pi));

    private static Term Squares(Term[,] d, Term alpha, Term pi) =>
        (Term.Square(1 - alpha) * (OnePointLimit.SymmetricSquares(d) + Term.Square(OnePointLimit.Trace(d))))
        + (pi * Term.Square(1 + alpha) / 2 * OnePointLimit.SquaredDisplacement(d));
}
