using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>Theorem 3.3 in every dimension, in several forms: &lt;-grad L, D&gt; and &lt;N, D&gt; against 3/100 F where |W|_2, |W*|_2 &lt;= gamma, the first two hypotheses of each theorem.</summary>
internal static class OnePointConvexity
{
    private static readonly Term Three = Term.Ratio(3, 100);

    /// <summary>&lt;-grad L, D&gt; &gt;= 3/100 F where g &lt;= 1/10, the third hypothesis.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> Derive(Theorem theorem, Rational gamma)
    {
        (DerivationBuilder build, Convexity convexity) = Begin(theorem, gamma);
        Known gap = BySmallPotential(build, convexity, gamma);
        Known numbers = build.Decide(Scope.Whole, convexity.Constant - Factor(gamma) - (Three * Term.Pi) >= 0);
        OfGradient(build, convexity, M.InnerProduct >= Three * convexity.SquaredDistance, gap, new(1, numbers, convexity.IsNonnegative));
        return build.Steps;
    }

    /// <summary>&lt;-grad L, D&gt; &gt; 3/100 F where g &lt;= 1/10 and F &gt; 0, the third and the fourth hypothesis.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> DeriveStrictly(Theorem theorem, Rational gamma)
    {
        (DerivationBuilder build, Convexity convexity) = Begin(theorem, gamma);
        Known gap = BySmallPotential(build, convexity, gamma);
        Known numbers = build.Decide(Scope.Whole, convexity.Constant - Factor(gamma) - (Three * Term.Pi) > 0);
        OfGradient(build, convexity, M.InnerProduct > Three * convexity.SquaredDistance, gap, new(1, numbers, build.Given(3)));
        return build.Steps;
    }

    /// <summary>&lt;N, D&gt; &gt;= 3/100 F where g &lt;= 1/10, the third hypothesis.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> DeriveAlongField(Theorem theorem, Rational gamma)
    {
        (DerivationBuilder build, Convexity convexity) = Begin(theorem, gamma);
        Known gap = BySmallPotential(build, convexity, gamma);
        Known numbers = build.Decide(Scope.Whole, convexity.Constant - Factor(gamma) - Three >= 0);
        build.Combine(Scope.Whole, M.ReluInnerProduct >= Three * convexity.SquaredDistance, [convexity.Shown, gap, new(1, numbers, convexity.IsNonnegative)]);
        return build.Steps;
    }

    /// <summary>&lt;-grad L, D&gt; &gt;= 3/100 F whatever g is, where d is at most a number, the third hypothesis: g S = (g - P/2)^2 - P^2/4 with P = g - S at most F/(2(1-gamma)), and F is at most 4 gamma^2 d.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    /// <param name="largest">The number.</param>
    public static IReadOnlyList<DerivationStep> DeriveWithoutPotential(Theorem theorem, Rational gamma, int largest)
    {
        (DerivationBuilder build, Convexity convexity) = Begin(theorem, gamma);
        Rational least = 1 - gamma, factor = Rational.One / (16 * least * least), lost = factor * 4 * gamma * gamma * largest;
        (Term distance, Term gap) = (convexity.SquaredDistance, M.Potential - convexity.Projection);
        Known length = build.TraceIdentity((1, M.D * M.I, M.D * M.I), (-1, M.D, M.D)), dimension = build.Given(2);
        Known bound = build.Pair(Rule.ProductFromLeft, M.D, M.I);
        (Rational norm, Known known) = build.NormOf(M.D);
        Known positive = build.Combine(Scope.Whole, M.Dimension >= 0, [new(1, build.Sum(Relation.GreaterOrEqual, [(1, M.I, M.I)], [Candidate.One], []))]);
        Known limit = build.Combine(
            Scope.Whole, norm * norm * largest >= distance, [length, bound, new(1, known, positive), new(1, build.NormIsNonnegative(M.D), known, positive), dimension]);
        Known square = build.Combine(
            Scope.Whole,
            (M.Potential * convexity.Projection) + (lost * distance) >= 0,
            [
                new(M.Potential - (gap / 2)), new(1, convexity.ProjectionMost, convexity.ProjectionLeast), new(1, convexity.ProjectionLeast, convexity.IsNonnegative), new(1, limit, convexity.IsNonnegative),
            ]);
        Known numbers = build.Decide(Scope.Whole, convexity.Constant - lost - (Three * Term.Pi) >= 0);
        OfGradient(build, convexity, M.InnerProduct >= Three * distance, square, new(1, numbers, convexity.IsNonnegative));
        return build.Steps;
    }

    private static (DerivationBuilder Build, Convexity Convexity) Begin(Theorem theorem, Rational gamma)
    {
        var build = new DerivationBuilder(theorem);
        return (build, new Convexity(new Setting(build, gamma)));
    }

    // g S = g^2 - g (g - S) with 0 <= g - S <= F/(2(1-gamma)) and g <= 1/10.
    private static Known BySmallPotential(DerivationBuilder build, Convexity convexity, Rational gamma) => build.Combine(
        Scope.Whole,
        (M.Potential * convexity.Projection) + (Factor(gamma) * convexity.SquaredDistance) >= 0,
        [new(M.Potential), new(1, build.Given(2), convexity.ProjectionMost), convexity.ProjectionLeast, convexity.ProjectionMost]);

    private static Rational Factor(Rational gamma) => Rational.One / (20 * (1 - gamma));

    // -grad L = N/pi.
    private static void OfGradient(DerivationBuilder build, Convexity convexity, Formula goal, params Candidate[] candidates)
    {
        Known pi = convexity.PiIsPositive(), quotient = build.Law(Scope.Whole, 2, [M.ReluInnerProduct, Term.Pi], pi);
        build.Combine(Scope.Whole, goal, [convexity.Shown, quotient, .. candidates], pi);
    }
}
