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

    /// <summary>P_g + (pi/2)(|Du|^2 + F) &gt;= (pi/2 - 1/5) F where |g| &lt;= 1/10, the third hypothesis, for P_g = g S.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> DeriveConstantPart(Theorem theorem, Rational gamma)
    {
        (DerivationBuilder build, Convexity convexity) = Begin(theorem, gamma);
        Known small = build.Combine(Scope.Whole, Term.Ratio(1, 10) - M.Potential >= 0, [build.Given(2), build.Law(Scope.Whole, 19, [M.Potential])]);
        Known gap = BySmallPotential(build, convexity, gamma, small);
        MatrixTerm sums = M.D * MatrixTerm.Ones("d", "1");
        Known sign = build.Sum(Relation.GreaterOrEqual, [(1, sums, sums)], [new(Entries.Of(sums, Scope.All))], []);
        Term constant = Term.Pi / 2 * (Fact.Inner(sums, sums) + convexity.SquaredDistance);
        build.Combine(
            Scope.Whole,
            (M.Potential * convexity.Projection) + constant >= ((Term.Pi / 2) - Term.Ratio(1, 5)) * convexity.SquaredDistance,
            [gap, convexity.IsNonnegative, new(1, sign, convexity.PiIsPositive())]);
        return build.Steps;
    }

    /// <summary>|g| &lt;= 2 gamma d.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> DerivePotential(Theorem theorem, Rational gamma)
    {
        var build = new DerivationBuilder(theorem);
        var setting = new Setting(build, gamma);
        Term most = M.Dimension / (Rational.One / (2 * gamma));
        Known Side(Rational sign, Known[] lengths, Formula goal) => build.Combine(
            Scope.Whole,
            goal,
            [build.Sum(Relation.GreaterOrEqual, [(2 * gamma, M.I, M.I), (-sign, M.I, M.LengthsOfB), (sign, M.I, M.LengthsOfA)], [.. lengths.Select(l => (Candidate)l)], [])]);
        Known above = Side(1, [setting.Teacher.Largest, setting.Student.Least], most - M.Potential >= 0);
        Known below = Side(-1, [setting.Student.Largest, setting.Teacher.Least], most + M.Potential >= 0);
        build.Law(Scope.Whole, 18, [most, M.Potential], above, below);
        return build.Steps;
    }

    private static (DerivationBuilder Build, Convexity Convexity) Begin(Theorem theorem, Rational gamma)
    {
        var build = new DerivationBuilder(theorem);
        return (build, new Convexity(new Setting(build, gamma)));
    }

    // g S = g^2 - g (g - S) with 0 <= g - S <= F/(2(1-gamma)) and g <= 1/10.
    private static Known BySmallPotential(DerivationBuilder build, Convexity convexity, Rational gamma, Known? small = null) => build.Combine(
        Scope.Whole,
        (M.Potential * convexity.Projection) + (Factor(gamma) * convexity.SquaredDistance) >= 0,
        [new(M.Potential), new(1, small ?? build.Given(2), convexity.ProjectionMost), convexity.ProjectionLeast, convexity.ProjectionMost]);

    private static Rational Factor(Rational gamma) => Rational.One / (20 * (1 - gamma));

    // -grad L = N/pi.
    private static void OfGradient(DerivationBuilder build, Convexity convexity, Formula goal, params Candidate[] candidates)
    {
        Known pi = convexity.PiIsPositive(), quotient = build.Law(Scope.Whole, 2, [M.ReluInnerProduct, Term.Pi], pi);
        build.Combine(Scope.Whole, goal, [convexity.Shown, quotient, .. candidates], pi);
    }
}
