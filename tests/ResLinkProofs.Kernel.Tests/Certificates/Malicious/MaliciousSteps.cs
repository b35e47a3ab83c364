using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Certificates.ProofStepKind;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Steps that are wrong in themselves: indices, directions, points, bounds.</summary>
internal static class MaliciousSteps
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly ProofStep Values = new(ProofStepKind.Values);
    private static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public static IEnumerable<MaliciousCertificate> All() =>
        [.. Indices(), .. Directions(), .. Splits(), .. Cases(), .. Curvatures(), .. Endless(), .. Kinds()];

    private static IEnumerable<MaliciousCertificate> Indices()
    {
        (Statement bowl, _) = Bowl();
        (Statement pair, ProofStep[] proof) = Pair();
        int nodes = EmptinessProblem.Of(pair).Nodes.Count;
        foreach (int index in new[] { int.MinValue, -1, 2, 1 << 20, int.MaxValue })
        {
            yield return Steps("index", $"split {index}", bowl, new ProofStep(Split, index, 0), Values, Values);
            yield return Steps("index", $"fix {index}", bowl, new ProofStep(Fix, index, 1), Values);
            yield return Steps("index", $"curvature {index}", bowl, new ProofStep(Curvature, index, 0, [0, 0]));
            yield return Steps("index", $"cases {index}", pair, [new(ProofStepKind.Cases, index == 2 ? nodes : index), .. proof[1..]]);
            yield return Steps("index", $"values {index}", False(), new ProofStep(ProofStepKind.Values, index));
        }

        MaliciousCertificate Steps(string kind, string name, Statement statement, params ProofStep[] steps) =>
            MaliciousCertificate.Steps(kind, name, statement, steps);
    }

    private static IEnumerable<MaliciousCertificate> Directions()
    {
        // False: x^3 - x > -1/4 on [-1, 1] fails at 1/2; the difference rises, falls and rises.
        Statement wave = Over(Term.Pow(X, 3) - X > Term.Ratio(-1, 4), Unit("x"));
        foreach (double direction in (double[])[1, -1, 0, 2, -2, 0.5, .. NotFinite])
        {
            yield return MaliciousCertificate.Steps(
                "direction", $"not monotone, {direction}", wave, new ProofStep(Fix, 0, direction), Values);
        }

        // False: x <= 1/2 on [0, 1]. The right direction is +1, which refutes nothing; the wrong one would.
        Statement line = Over(X <= Term.Ratio(1, 2), Unit("x", 0));
        foreach (double direction in (double[])[-1, -2, 0, -0.0, 3, .. NotFinite])
        {
            yield return MaliciousCertificate.Steps(
                "direction", $"the wrong way, {direction}", line, new ProofStep(Fix, 0, direction), Values);
        }

        // False: an equality depends on the variable.
        Statement equal = new([Unit("x", 0)], (X * X).EqualTo(Term.Ratio(1, 4)), Formula.False);
        yield return MaliciousCertificate.Steps("direction", "an equality depends on it, up", equal, new ProofStep(Fix, 0, 1), Values);
        yield return MaliciousCertificate.Steps("direction", "an equality depends on it, down", equal, new ProofStep(Fix, 0, -1), Values);

        // False: of two undecided comparisons one falls and one rises.
        Statement two = new([Unit("x")], X >= Term.Ratio(-1, 2), X > Term.Ratio(1, 2));
        yield return MaliciousCertificate.Steps("direction", "another comparison falls, up", two, new ProofStep(Fix, 0, 1), Values);
        yield return MaliciousCertificate.Steps("direction", "another comparison falls, down", two, new ProofStep(Fix, 0, -1), Values);
    }

    private static IEnumerable<MaliciousCertificate> Splits()
    {
        (Statement parabola, ProofStep[] proof) = Parabola();
        foreach (double point in (double[])[-1.5, 1.0000000000000002, 2, double.MaxValue, -double.MaxValue, .. NotFinite])
        {
            yield return MaliciousCertificate.Steps("split outside", $"at {point}", parabola, [new(Split, 0, point), .. proof]);
            yield return MaliciousCertificate.Steps(
                "split outside", $"at {point}, then inside", parabola, [new(Split, 0, point), Values, .. proof]);
        }

        // The second cut is inside the range of the statement and outside what the first one left.
        yield return MaliciousCertificate.Steps(
            "split outside", "of what is left", parabola, [new(Split, 0, 0), new(Split, 0, 0.5), Values, Values, .. proof[2..]]);
        // False on the part that the cut forgets: nothing proves the upper part.
        Statement half = Over(X <= 0, Unit("x"));
        yield return MaliciousCertificate.Steps(
            "split outside", "at an end, the other part without proof", half, new ProofStep(Split, 0, -1), Values);
        yield return MaliciousCertificate.Steps(
            "split outside", "the upper part by the proof of the lower", half, new(Split, 0, 0), Values, Values);
    }

    private static IEnumerable<MaliciousCertificate> Cases()
    {
        // Not-conclusion: x > 1/2 or x < -1/2 or y > 1/2; the last one can hold.
        Statement three = new(
            [Unit("x", 0, 0), Unit("y")], Formula.True, (X <= Term.Ratio(1, 2)) & (X >= Term.Ratio(-1, 2)) & (Y <= Term.Ratio(1, 2)));
        EmptinessProblem problem = EmptinessProblem.Of(three);
        int or = problem.Nodes.Count - 1;
        ProofStep cases = new(ProofStepKind.Cases, or);
        for (int proofs = 0; proofs <= 4; proofs++)
        {
            yield return MaliciousCertificate.Steps("cases", $"{proofs} of 3 proved", three, [cases, .. Enumerable.Repeat(Values, proofs)]);
            yield return MaliciousCertificate.Steps(
                "cases", $"{proofs} proofs of 3 after doing it twice", three, [cases, cases, .. Enumerable.Repeat(Values, proofs)]);
        }

        // The operand that can hold is the first, the second or the third.
        for (int open = 0; open < 3; open++)
        {
            Formula[] parts = [X <= Term.Ratio(1, 2), X >= Term.Ratio(-1, 2)];
            Formula all = Formula.All([.. parts[..open], Y <= Term.Ratio(1, 2), .. parts[open..]]);
            Statement one = new([Unit("x", 0, 0), Unit("y")], Formula.True, all);
            for (int proofs = 1; proofs <= 3; proofs++)
            {
                yield return MaliciousCertificate.Steps(
                    "cases", $"{proofs} of 3 proved, number {open} can hold", one, [cases, .. Enumerable.Repeat(Values, proofs)]);
            }
        }

        for (int node = 0; node < or; node++)
        {
            yield return MaliciousCertificate.Steps(
                "cases", $"of node {node}, no 'or'", three, new(ProofStepKind.Cases, node), Values, Values, Values);
        }

        for (int atom = 0; atom < or; atom++)
        {
            yield return MaliciousCertificate.Steps(
                "unrelated node", $"curvature of operand {atom} without a case", three, new ProofStep(Curvature, atom, 0, [0, 0]));
            yield return MaliciousCertificate.Steps(
                "unrelated node", $"curvature of operand {atom} in every case", three,
                [cases, .. Enumerable.Repeat(new ProofStep(Curvature, atom, 0, [0, 0]), 3)]);
        }

        string text = Text((three, [cases, Values, Values, Values]));
        foreach ((string whole, string part) in new[] { ("or 0 1 2", "or 0 1"), ("or 0 1 2", "or 0 1 1"), ("or 0 1 2", "and 0 1 2"),
            ("or 0 1 2", "or 2 2 2"), ("or 0 1 2", "or") })
        {
            yield return MaliciousCertificate.Sealed(
                "cases", $"{part} for {whole}", text.Replace(whole, part, StringComparison.Ordinal), three);
        }
    }

    private static IEnumerable<MaliciousCertificate> Curvatures()
    {
        // False: x^2 - y^2 > -1/2 fails at (0, 1). Concave in x only, after negation.
        Statement saddle = Over((X * X) - (Y * Y) > Term.Ratio(-1, 2), Unit("x"), Unit("y"));
        double[][] points = [[0, 0], [0.5, 0.5], [1, 1], [-1, -1], [0, 1], [0, -1]];
        foreach (double bound in (double[])[0, 1, 1.9, -1, -0.0, double.MaxValue, double.Epsilon, .. NotFinite])
        {
            foreach (double[] point in points)
            {
                yield return MaliciousCertificate.Steps(
                    "curvature", $"bound {bound} at ({point[0]}, {point[1]})", saddle, new ProofStep(Curvature, 0, bound, point));
            }
        }

        // The bowl holds, by its tangent at (0, 0): other points and other numbers of coordinates are no reason.
        (Statement bowl, _) = Bowl();
        double[][] wrong = [[2, 0], [0, -1.5], [1e300, 0], [double.NaN, 0], [0, double.PositiveInfinity], [], [0], [0, 0, 0]];
        foreach (double[] point in wrong)
        {
            yield return MaliciousCertificate.Steps(
                "curvature", $"touching at ({string.Join(", ", point)})", bowl, new ProofStep(Curvature, 0, 0, point));
        }

        yield return MaliciousCertificate.Steps("curvature", "touching nowhere", bowl, new ProofStep(Curvature, 0, 0));
        foreach (double bound in NotFinite)
        {
            yield return MaliciousCertificate.Steps(
                "curvature", $"bound {bound} of the bowl", bowl, new ProofStep(Curvature, 0, bound, [0, 0]));
        }

        // Not twice differentiable on the box, or not defined.
        foreach ((string name, Term term) in new[] { ("sqrt", Term.Sqrt(X)), ("log", Term.Log(X)), ("1/x", 1 / X),
            ("arcsin", Term.Asin(2 * X)), ("tan", Term.Tan(4 * X)) })
        {
            foreach (double at in new[] { 0, 0.5, 1 })
            {
                Statement statement = Over(term > 0, Unit("x", 0));
                yield return MaliciousCertificate.Steps("curvature", $"{name} at {at}", statement, new ProofStep(Curvature, 0, 1e6, [at]));
            }
        }
    }

    private static IEnumerable<MaliciousCertificate> Endless()
    {
        // False on unbounded ranges: x <= 5, x >= -5, and a paraboloid over the whole line.
        Statement up = Over(X <= 5, new RealVariable("x", 0, null)), down = Over(X >= -5, new RealVariable("x", null, 0));
        Statement line = Over(X * X <= 5, new RealVariable("x", null, null));
        foreach ((string name, Statement statement) in new[] { ("up", up), ("down", down), ("line", line) })
        {
            foreach (double direction in new[] { 1.0, -1 })
            {
                yield return MaliciousCertificate.Steps(
                    "infinite end", $"{name} fixed {direction}", statement, new ProofStep(Fix, 0, direction), Values);
            }

            yield return MaliciousCertificate.Steps("infinite end", $"{name} by curvature", statement, new ProofStep(Curvature, 0, 2, [0]));
            yield return MaliciousCertificate.Steps("infinite end", $"{name} by mean values", statement, new ProofStep(MeanValues));
            yield return MaliciousCertificate.Steps("infinite end", $"{name} by slopes", statement, new ProofStep(ExhaustedBySlopes));
            yield return MaliciousCertificate.Steps(
                "infinite end", $"{name} cut at the largest double", statement, new(Split, 0, double.MaxValue), Values, Values);
        }
    }

    private static IEnumerable<MaliciousCertificate> Kinds()
    {
        foreach (int kind in new[] { -1, 10, 255, int.MaxValue, int.MinValue })
        {
            yield return MaliciousCertificate.Steps("kind", $"number {kind}", False(), new ProofStep((ProofStepKind)kind));
            yield return MaliciousCertificate.Steps(
                "kind", $"number {kind}, then the proof", Parabola().Statement, [new((ProofStepKind)kind), .. Parabola().Steps]);
        }

        foreach (ProofStepKind kind in Enum.GetValues<ProofStepKind>())
        {
            yield return MaliciousCertificate.Steps("kind", $"{kind} alone", False(), new ProofStep(kind, 0, 1, [0]));
        }
    }

    private static Statement False() => Over(X > 0, Unit("x"));
}
