using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Certificates.HandWrittenProofs;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Enclosures by affine forms asked for what they do not give.</summary>
internal static class MaliciousSharpening
{
    private static readonly Term X = Term.Variable("x");
    private static readonly ProofStep Sharpen = new(ProofStepKind.Sharpen), Values = new(ProofStepKind.Values);

    /// <summary>A proof by them that is right.</summary>
    public static (Statement Statement, ProofStep[] Steps) Right => (Parabola(Term.Ratio(26, 100)), [Sharpen, Values]);

    public static IEnumerable<MaliciousCertificate> All()
    {
        Statement parabola = Parabola(Term.Ratio(26, 100));
        yield return Lie("not asked for", parabola, Values);
        yield return Lie("a bound that is attained", Parabola(Term.Ratio(1, 4)), Sharpen, Values);
        yield return Lie("a bound that is exceeded", Parabola(Term.Ratio(24, 100)), Sharpen, Values);
        yield return Lie("nothing after it", parabola, Sharpen);
        yield return Lie("something after the end", parabola, Sharpen, Values, Sharpen);
        yield return Lie("kept over a cut", parabola, Sharpen, new ProofStep(ProofStepKind.Split, 0, 0.5), Values, Values);
        yield return Lie("kept beyond a cut", parabola, Sharpen, new ProofStep(ProofStepKind.Split, 0, 0.5), Sharpen, Values, Values);
        Term longSum = Enumerable.Range(1, 500).Aggregate(X * (1 - X), (sum, k) => sum + Term.Sin(X * k) - Term.Sin(X * k));
        yield return Lie("a tape that is too long", Over(longSum < 0, Unit("x")), Sharpen, Values);
        Term pole = (1 / X) - (1 / X);
        yield return Lie("over a pole", Over(pole < Term.One, new RealVariable("x", -1, 1)), Sharpen, Values);
        yield return Lie("over a kink", Over(Term.Abs(X) > Term.Zero, new RealVariable("x", -1, 1)), Sharpen, Values);
    }

    private static Statement Parabola(Term bound) => Over(X * (1 - X) < bound, new RealVariable("x", 0, 1));

    private static MaliciousCertificate Lie(string name, Statement statement, params ProofStep[] steps) =>
        MaliciousCertificate.Steps("sharpening", name, statement, steps);
}
