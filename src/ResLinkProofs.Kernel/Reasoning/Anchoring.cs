using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Reduces the emptiness of a box to statements about the values of one comparison at an anchor and about its derivative: what nothing but exact
/// arithmetic can decide where a difference touches zero is then asked at the anchor alone, and off it one derivative further on.
/// </summary>
/// <remarks>
/// Let every point of interest satisfy f &gt; 0 (or f &gt;= 0) and some further comparisons; of these, Y are those that do not depend on the variable x, and L those
/// whose difference is affine in x. Let c be a term without x. Suppose that Y implies: c lies in the range of x, L holds at c (not strictly), and f is
/// continuous there; that f is continuous in x all over Y and L; that f(c) &lt;= 0 (f(c) &lt; 0); and that for points of Y and L inside the range f is
/// differentiable in x with f_x &lt;= 0 where x &gt; c and f_x &gt;= 0 where x &lt; c. Then no point is of interest: with it, all points between c and it
/// satisfy Y and L, and by the mean value theorem f is there at most f(c). Strictly: f_x &lt; 0 and &gt; 0 off the anchor and f(c) &lt;= 0 leave only points
/// with x = c, at which the comparisons are asked to contradict each other.
/// </remarks>
internal static class Anchoring
{
    /// <summary>The statements that together show that the box is empty, in a fixed order; null when the rule does not apply.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="box">The box: one interval per variable.</param>
    /// <param name="required">The comparisons that every point of interest in the box satisfies.</param>
    /// <param name="node">One of them, an inequality.</param>
    /// <param name="variable">The index of x.</param>
    /// <param name="anchor">The term c.</param>
    /// <param name="isStrict">Whether f is to be strictly monotone off the anchor.</param>
    public static IReadOnlyList<Statement>? Reduce(
        EmptinessProblem problem, ReadOnlySpan<Interval> box, IReadOnlyList<int> required, int node, int variable, Term anchor, bool isStrict)
    {
        RealVariable[] ranges = [.. problem.Variables.Zip(box.ToArray(), Range)];
        string name = ranges[variable].Name;
        if (!required.Contains(node) || problem.Nodes[node].Relation is not (Relation.Greater or Relation.GreaterOrEqual)
            || new Differentiation(name).Of(anchor) is not { IsZero: true })
        {
            return null;
        }

        Term[] terms = TapeTerms.Of(problem.Tape);
        Term x = Term.Variable(name), f = terms[problem.Nodes[node].Slot];
        var byVariable = new Differentiation(name);
        if (byVariable.Of(f) is not { } derivative)
        {
            return null;
        }

        var apart = new List<Formula>();
        var affine = new List<Formula>();
        var atAnchor = new List<Formula>();
        var substitution = new Dictionary<string, Term>(StringComparer.Ordinal) { [name] = anchor };
        foreach (int k in required.Where(k => k != node))
        {
            Term difference = terms[problem.Nodes[k].Slot];
            switch (byVariable.Of(difference))
            {
                case { IsZero: true }:
                    apart.Add(Compare(difference, problem.Nodes[k].Relation));
                    break;
                case { Operation: Operation.Literal } when problem.Nodes[k].Relation is Relation.Greater or Relation.GreaterOrEqual
                    && IsTrue(byVariable.Domain(difference, differentiable: true)):
                    affine.Add(Compare(difference, problem.Nodes[k].Relation));
                    atAnchor.Add(Substitution.Apply(difference, substitution) >= 0);
                    break;
            }
        }

        Formula given = Formula.All(apart), region = given & Formula.All(affine);
        Formula continuous = byVariable.Domain(f, differentiable: false), differentiable = byVariable.Domain(f, differentiable: true);
        Formula below = ranges[variable].Upper is { } high ? x < high : Formula.True;
        Formula above = ranges[variable].Lower is { } low ? x > low : Formula.True;
        Term value = Substitution.Apply(f, substitution);
        bool mayVanish = isStrict || problem.Nodes[node].Relation == Relation.Greater;
        var statements = new List<Statement>
        {
            new(ranges, given, Within(ranges[variable], anchor) & Formula.All(atAnchor) & Substitution.Apply(continuous, substitution)),
            new(ranges, given, mayVanish ? value <= 0 : value < 0),
            new(ranges, region & (x > anchor) & below, differentiable & (isStrict ? derivative < 0 : derivative <= 0)),
            new(ranges, region & (x < anchor) & above, differentiable & (isStrict ? derivative > 0 : derivative >= 0)),
            new(ranges, region, continuous),
        };
        if (isStrict)
        {
            Formula all = Formula.All(required.Select(k => Compare(terms[problem.Nodes[k].Slot], problem.Nodes[k].Relation)));
            statements.Add(new(ranges, Substitution.Apply(all, substitution), Formula.False));
        }

        return [.. statements.Where(s => !IsTrue(s.Conclusion))];
    }

    private static bool IsTrue(Formula formula) => formula is Conjunction { Operands.Count: 0 };

    private static RealVariable Range(RealVariable variable, Interval range) => new(
        variable.Name,
        double.IsInfinity(range.Lower) ? null : Rational.FromDouble(range.Lower),
        double.IsInfinity(range.Upper) ? null : Rational.FromDouble(range.Upper));

    private static Formula Within(RealVariable range, Term value) =>
        (range.Lower is { } low ? value >= low : Formula.True) & (range.Upper is { } high ? value <= high : Formula.True);

    private static Formula Compare(Term difference, Relation relation) => relation switch
    {
        Relation.GreaterOrEqual => difference >= 0,
        Relation.Greater => difference > 0,
        Relation.Equal => difference.EqualTo(0),
        _ => difference.NotEqualTo(0),
    };
}
