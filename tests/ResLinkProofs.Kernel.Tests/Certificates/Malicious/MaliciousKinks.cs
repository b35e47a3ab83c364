using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>
/// False statements "f(x) &lt;= 0 on the box" about functions f with a kink at an end of the box, "proved" by a paraboloid that
/// touches at the kink with the slope of the other branch.
/// </summary>
internal static class MaliciousKinks
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    /// <summary>The false statements, each with a point at which it fails.</summary>
    public static IEnumerable<(string Name, Statement Statement, Rational[] Point)> Falsehoods()
    {
        foreach (int side in new[] { -1, 1 })
        {
            Statement On(Term f) => new([new RealVariable("x", Math.Min(side, 0), Math.Max(side, 0))], Formula.True, f <= 0);
            Rational[] at = [new Rational(side, 2)];
            Term kink = side > 0 ? X : -X; // |x| on this side
            yield return ($"exp|x|, {side}", On(Term.Exp(Term.Abs(X)) - 1), at);
            yield return ($"|x| sqrt 4, {side}", On(Term.Abs(X) * Term.Sqrt(4)), at);
            yield return ($"|x|^3 + |x|, {side}", On(Term.Pow(Term.Abs(X), 3) + Term.Sin(Term.Abs(X))), at);
            yield return ($"exp max(0, .), {side}", On(Term.Exp(Term.Max(0, kink)) - 1), at);
            yield return ($"exp max(., 0), {side}", On(Term.Exp(Term.Max(kink, 0)) - 1), at);
            yield return ($"1 - exp min(0, .), {side}", On(1 - Term.Exp(Term.Min(0, -kink))), at);
            yield return ($"1 - exp min(., 0), {side}", On(1 - Term.Exp(Term.Min(-kink, 0))), at);
            yield return ($"max of slopes, {side}", On(Term.Sin(Term.Max(kink / 2, 2 * kink)) - Term.Ratio(1, 1000)), at);
            yield return ($"nested, {side}", On(Term.Exp(Term.Abs(Term.Max(0, kink))) - 1), at);
            yield return ($"arctan|x| - x^2, {side}", On(Term.Atan(Term.Abs(X)) - (X * X / 2)), at);
        }

        Statement Plane(Term f) => new([Unit("x", -1, 0), Unit("y", -1, 0)], Formula.True, f <= 0);
        Rational[] corner = [new Rational(-1, 2), new Rational(-1, 2)];
        yield return ("|x + y|", Plane(Term.Exp(Term.Abs(X + Y)) - 1), corner);
        yield return ("max(x, y)", Plane(Term.Exp(-Term.Max(X, Y)) - 1), corner);
        yield return ("min(x, y)", Plane(1 - Term.Exp(Term.Min(X, Y))), corner);
        yield return ("|x| |y|", Plane(Term.Sin(Term.Abs(X)) + Term.Sin(Term.Abs(Y))), corner);
    }

    public static IEnumerable<MaliciousCertificate> All()
    {
        foreach ((string name, Statement statement, _) in Falsehoods())
        {
            double[][] touching = [.. Grid(statement)];
            foreach (double bound in new[] { 0, 0.25, 1, 4, 64 })
            {
                foreach (double[] point in touching)
                {
                    ProofStep curvature = new(ProofStepKind.Curvature, 0, bound, point);
                    string at = $"{name}: {bound} at ({string.Join(", ", point)})";
                    yield return MaliciousCertificate.Steps("kink", at, statement, curvature);
                    yield return MaliciousCertificate.Steps(
                        "kink", $"{at} after contraction", statement, new(ProofStepKind.Contract), curvature);
                    yield return MaliciousCertificate.Steps(
                        "kink", $"{at} in halves", statement,
                        [new(ProofStepKind.Split, 0, statement.Variables[0].Lower == 0 ? 0.5 : -0.5), curvature, curvature]);
                }
            }
        }
    }

    // Ends and middles of the ranges, which are [-1, 0] or [0, 1].
    private static IEnumerable<double[]> Grid(Statement statement)
    {
        double[][] ends = [.. statement.Variables.Select(v =>
            new[] { v.Lower!.Value.ToDouble(), v.Upper!.Value.ToDouble(), (v.Lower.Value + v.Upper.Value).ToDouble() / 2 })];
        return ends.Length == 1 ? ends[0].Select(x => new[] { x }) : ends[0].SelectMany(x => ends[1].Select(y => new[] { x, y }));
    }
}
