using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

/// <summary>The reason of "unknown" is the true one, and its box and point are where it lies.</summary>
public sealed class ObstacleTests
{
    [Theory]
    [InlineData("(assert (<= (- 3) x 3))(assert (= (^ (- (* x x x) 2) 2) 0))", ObstacleKind.Equation, "irrational", 1.2599)]
    [InlineData("(assert (<= 1 x 1.5))(assert (< (* (- (* x x) 2) (sin (- (* x x) 2))) 0))", ObstacleKind.Tie, "meet", 1.41421)]
    [InlineData("(assert (< 0 x))(assert (<= x 1))(assert (> (* (sqrt (sqrt x)) (^ (log x) 2)) 9))", ObstacleKind.Undefined, "log may have no value", 0)]
    public void It_names_the_kind_and_the_place(string script, ObstacleKind kind, string word, double place)
    {
        ScriptUnknown unknown = Assert.IsType<ScriptUnknown>(Solve(script, 20_000));
        Assert.Equal(kind, unknown.Obstacle!.Kind);
        Assert.Contains(word, unknown.Reason, StringComparison.Ordinal);
        Assert.InRange(place, unknown.Obstacle.Box[0].Lower - 1e-3, unknown.Obstacle.Box[0].Upper + 1e-3);
        Assert.True(unknown.Obstacle.Box[0].Width < 1e-3);
        Assert.Equal("x", Assert.Single(unknown.NearestPoint).Key);
    }

    [Fact]
    public void A_spent_budget_and_a_missing_range_are_told_apart()
    {
        ScriptUnknown budget = Assert.IsType<ScriptUnknown>(Solve("(declare-const y Real)(assert (<= 0 x 9))(assert (<= 0 y 9))(assert (> (* (sin (* 5 x y)) (cos (* 7 x y))) 0.999))", 40));
        Assert.Equal(ObstacleKind.Budget, budget.Obstacle!.Kind);
        Assert.Contains("--budget", budget.Obstacle.Advice, StringComparison.Ordinal);
        ScriptUnknown range = Assert.IsType<ScriptUnknown>(Solve("(assert (> (* (sin x) (sin (* 2 x))) 0.77))", 2_000));
        Assert.Equal(ObstacleKind.UnboundedVariable, range.Obstacle!.Kind);
        Assert.Contains("a range for x", range.Obstacle.Advice, StringComparison.Ordinal);
    }

    private static ScriptAnswer Solve(string script, long boxes) => ScriptSolver.Solve(
        SmtScriptReader.Read("(declare-const x Real)" + script + "(check-sat)", "f").OnlyQuestion(), new ProofBudget { Boxes = boxes });
}
