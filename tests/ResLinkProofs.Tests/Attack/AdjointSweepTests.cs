using ResLinkProofs.Attack.Gradients;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using Xunit;

namespace ResLinkProofs.Tests.Attack;

public class AdjointSweepTests
{
    private const double Step = 1e-6;

    public static TheoryData<string> Names() => [.. Terms.Keys];

    private static Dictionary<string, Term> Terms { get; } = Build();

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_agree_with_differences(string name)
    {
        double[] point = [0.3, 0.7];
        double[] gradient = Gradient(Terms[name], point);
        for (int i = 0; i < point.Length; i++)
        {
            double difference = (Value(Terms[name], point, i, Step) - Value(Terms[name], point, i, -Step)) / (2 * Step);
            Assert.Equal(difference, gradient[i], 1e-7 * (1 + Math.Abs(difference)));
        }
    }

    [Fact]
    public void Differences_tell_a_wrong_gradient_apart()
    {
        // Positive control: the gradient of one term against the differences of another.
        double difference = (Value(Terms["sin"], [0.3, 0.7], 0, Step) - Value(Terms["sin"], [0.3, 0.7], 0, -Step)) / (2 * Step);
        Assert.NotEqual(difference, Gradient(Terms["tan"], [0.3, 0.7])[0], 1e-3);
    }

    [Theory]
    [InlineData("sqrt")]
    [InlineData("asin")]
    [InlineData("acos")]
    public void Infinite_slopes_count_as_none(string name)
    {
        Term x = Term.Variable("x");
        Term term = name switch { "sqrt" => Term.Sqrt(x), "asin" => Term.Asin(1 + x), _ => Term.Acos(1 + x) };
        Assert.Equal(0, Gradient(term, [0, 0])[0]);
    }

    private static Dictionary<string, Term> Build()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        return new()
        {
            ["add"] = x + (3 * y),
            ["subtract"] = x - (y * Term.Pi),
            ["multiply"] = x * y * x,
            ["divide"] = x / (1 + y),
            ["negate"] = -x * y,
            ["min"] = Term.Min(x * y, y),
            ["max"] = Term.Max(x * y, y),
            ["abs"] = Term.Abs(x - y),
            ["power"] = Term.Pow(x, 5) + Term.Pow(y, -2),
            ["sqrt"] = Term.Sqrt(x + y),
            ["exp"] = Term.Exp(x * y),
            ["log"] = Term.Log(x + y),
            ["sin"] = Term.Sin(x + (2 * y)),
            ["cos"] = Term.Cos(x * y),
            ["tan"] = Term.Tan(x + y),
            ["atan"] = Term.Atan(x / y),
            ["asin"] = Term.Asin(x * y),
            ["acos"] = Term.Acos(x - y),
            ["constant"] = Term.Pi / 7,
        };
    }

    private static double[] Gradient(Term term, double[] point)
    {
        Tape tape = Tape.Compile(["x", "y"], [term]);
        double[] slots = new double[tape.Length], adjoints = new double[tape.Length], gradient = new double[2];
        DoubleEvaluation.Run(tape, point, slots);
        adjoints[tape.Outputs[0]] = 1;
        AdjointSweep.Run(tape, slots, adjoints, gradient);
        return gradient;
    }

    private static double Value(Term term, double[] point, int moved, double by)
    {
        double[] at = [.. point];
        at[moved] += by;
        Tape tape = Tape.Compile(["x", "y"], [term]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, at, slots);
        return slots[tape.Outputs[0]];
    }
}
