using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>Theorem 3.3 in every dimension: &lt;-grad L, D&gt; &gt;= 3/100 F where |W|_2, |W*|_2 &lt;= gamma and g &lt;= 1/10.</summary>
internal static class OnePointConvexity
{
    /// <summary>Looks for the derivation of the theorem.</summary>
    /// <param name="theorem">The theorem; its hypotheses are |W|_2, |W*|_2 at most gamma and g at most 1/10, in this order.</param>
    /// <param name="gamma">The bound.</param>
    public static IReadOnlyList<DerivationStep> Derive(Theorem theorem, Rational gamma)
    {
        var build = new DerivationBuilder(theorem);
        var convexity = new Convexity(new Setting(build, gamma));
        Rational least = 1 - gamma, factor = Rational.One / (20 * least);
        Term distance = convexity.SquaredDistance, potential = M.Potential;

        // g S = g^2 - g (g - S) with 0 <= g - S <= F/(2(1-gamma)) and g <= 1/10.
        Known gap = build.Combine(
            Scope.Whole,
            (potential * convexity.Projection) + (factor * distance) >= 0,
            [new(potential), new(1, build.Given(2), convexity.ProjectionMost), convexity.ProjectionLeast, convexity.ProjectionMost]);
        Known numbers = build.Decide(Scope.Whole, convexity.Constant - factor - (Term.Ratio(3, 100) * Term.Pi) >= 0);
        Known pi = convexity.PiIsPositive(), quotient = build.Law(Scope.Whole, 2, [M.ReluInnerProduct, Term.Pi], pi);
        build.Combine(
            Scope.Whole, M.InnerProduct >= Term.Ratio(3, 100) * distance, [convexity.Shown, gap, new(1, numbers, convexity.IsNonnegative), quotient], pi);
        return build.Steps;
    }
}
