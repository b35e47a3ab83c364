using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Certificates;

/// <summary>Small statements with proofs written by hand; together they use every step.</summary>
/// <remarks>The fourth powers are there because the kernel knows the minimum of a quadratic polynomial without any step.</remarks>
public static class HandWrittenProofs
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    public static Statement Over(Formula conclusion, params RealVariable[] variables) => new(variables, Formula.True, conclusion);

    public static RealVariable Unit(string name, int low = -1, int high = 1) => new(name, low, high);

    /// <summary>(x - 1/2)^4/1000 - 1/4096 + x^2 - x + 3/10 > 0 on [-1, 1]: cut at 0, 1/2 and 3/10.</summary>
    public static (Statement Statement, ProofStep[] Steps) Parabola() =>
    (
        Over((Term.Pow(X - Term.Ratio(1, 2), 4) / 1000) - Term.Ratio(1, 4096) + ((X * X) - X + Term.Ratio(3, 10)) > 0, Unit("x")),
        [
            new(ProofStepKind.Split, 0, 0),
            new(ProofStepKind.Values),
            new(ProofStepKind.Split, 0, 0.5),
            new(ProofStepKind.Split, 0, 0.3),
            new(ProofStepKind.MeanValues),
            new(ProofStepKind.Fix, 0, 1),
            new(ProofStepKind.Values),
            new(ProofStepKind.Fix, 0, -1),
            new(ProofStepKind.Values),
        ]
    );

    /// <summary>x^2 + y^2 &lt;= 1/4 implies x + y &lt;= 2: by contraction.</summary>
    public static (Statement Statement, ProofStep[] Steps) Disc() =>
    (
        new Statement([Unit("x"), Unit("y")], Term.Square(X) + Term.Square(Y) <= Term.Ratio(1, 4), X + Y <= Term.Ratio(101, 100)),
        [new(ProofStepKind.Contract), new(ProofStepKind.Values)]
    );

    /// <summary>x^4/1000 + (x - y)^2 + y^2 + 1/10 > 0, multiplied out: by the tangent of a concave function.</summary>
    public static (Statement Statement, ProofStep[] Steps) Bowl() =>
    (
        Over((Term.Pow(X, 4) / 1000) + ((X * X) - (2 * X * Y) + (2 * Y * Y) + Term.Ratio(1, 10)) > 0, Unit("x"), Unit("y")),
        [new(ProofStepKind.Curvature, 0, 0, [0, 0])]
    );

    /// <summary>e^x &lt; 3 and (x - 1/2)^4/1000 + 4 x^2 - 4 x + 2 > 0 on [1/4, 1]: by cases, the second by slopes.</summary>
    public static (Statement Statement, ProofStep[] Steps) Pair()
    {
        Statement statement = Over((Term.Exp(X) < 3) & ((Term.Pow(X - Term.Ratio(1, 2), 4) / 1000) + ((4 * X * X) - (4 * X) + 2) > 0), new RealVariable("x", new Rational(1, 4), 1));
        return (statement,
        [
            new(ProofStepKind.Cases, EmptinessProblem.Of(statement).Nodes.Count - 1),
            new(ProofStepKind.Exhausted),
            new(ProofStepKind.ContractBySlopes),
            new(ProofStepKind.Values),
        ]);
    }

    /// <summary>(x - 1/2)^4/1000 + 4 x^2 - 4 x + 2 > 0 on [1/2, 1]: by slopes alone.</summary>
    public static (Statement Statement, ProofStep[] Steps) Slope() =>
    (
        Over((Term.Pow(X - Term.Ratio(1, 2), 4) / 1000) + ((4 * X * X) - (4 * X) + 2) > 0, new RealVariable("x", new Rational(1, 2), 1)),
        [new(ProofStepKind.ExhaustedBySlopes)]
    );

    /// <summary>0 &lt; x and y^4 >= 1/2 imply 2 x - sin x >= 0: at the end at which the last is least, whatever the others say.</summary>
    public static (Statement Statement, ProofStep[] Steps) Corner() =>
    (
        new Statement([new RealVariable("x", 0, 1), Unit("y")], (X > 0) & (Term.Pow(Y, 4) >= Term.Ratio(1, 2)), (2 * X) - Term.Sin(X) >= 0),
        [new(ProofStepKind.Corners)]
    );

    /// <summary>x &lt; y and y &lt; z imply x &lt; z: by their sum.</summary>
    public static (Statement Statement, ProofStep[] Steps) Chain()
    {
        Term z = Term.Variable("z");
        var free = new RealVariable("z", null, null);
        return (
            new Statement([Unit("x", -9, 9), new RealVariable("y", null, null), free], (X < Y) & (Y < z), X < z),
            [new(ProofStepKind.Combination, 0, 0, [1, 1, 1, 0])]);
    }

    public static string Text((Statement Statement, ProofStep[] Steps) proof) =>
        new Certificate(EmptinessProblem.Of(proof.Statement), proof.Steps).ToString();

    /// <summary>Replaces the digest by the one of the changed text: a lie instead of an accident.</summary>
    public static string Reseal(string text)
    {
        int end = text.LastIndexOf("\nsha256 ", StringComparison.Ordinal) + 1;
        string body = end > 0 ? text[..end] : text;
        return body + DigestOf(body);
    }

    /// <summary>The last line of a file that begins with the given text.</summary>
    public static string DigestOf(string body) => $"sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\n";
}
