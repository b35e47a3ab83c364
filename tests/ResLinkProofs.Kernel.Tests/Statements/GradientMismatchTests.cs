using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

public sealed class GradientMismatchTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Rational Percent = new(101, 100);
    private static readonly Rational[] Starts = [-3, new Rational(-1, 2), new Rational(1, 4), 1, 2, 7];

    public static TheoryData<string, Term, Term> Derivatives() => new()
    {
        { "cube", Term.Pow(X, 3), 3 * Term.Square(X) },
        { "exponential", Term.Exp(X), Term.Exp(X) },
        { "product", Term.Sin(X) * Y, Term.Cos(X) * Y },
        { "norm", Term.Sqrt(Term.Square(X) + Term.Square(Y)), X / Term.Sqrt(Term.Square(X) + Term.Square(Y)) },
    };

    [Theory]
    [MemberData(nameof(Derivatives))]
    public void A_right_derivative_is_never_refuted_and_a_wrong_one_is(string name, Term function, Term derivative)
    {
        int refuted = 0;
        foreach (Rational x in Starts)
        {
            foreach (int inverse in new[] { 1, 16, 256, 4096 })
            {
                Assert.True(Confirm(function, derivative, x, new Rational(1, inverse)) is null, name);
                refuted += Confirm(function, Percent * derivative, x, new Rational(1, inverse)) is null ? 0 : 1;
                refuted += Confirm(function, -derivative, x, new Rational(1, inverse)) is null ? 0 : 1;
            }
        }

        Assert.True(refuted >= 2 * Starts.Length, $"{name}: {refuted}");
    }

    [Fact]
    public void The_mismatch_names_its_segment_and_its_gap()
    {
        GradientMismatch mismatch = GradientMismatch.TryConfirm(["x", "y"], X * Y, 2 * Y, [1, 3], 0, new Rational(1, 8))!;
        Assert.Equal("x", mismatch.Along);
        Assert.Equal(new Rational(1, 8), mismatch.Length);
        Assert.InRange(mismatch.Margin.Upper, -3.0001, -2.9999);
        Assert.Null(GradientMismatch.TryConfirm(["x", "y"], X * Y, Y, [1, 3], 0, new Rational(1, 8)));
        Assert.Null(GradientMismatch.TryConfirm(["x", "y"], X * Y, X, [1, 3], 1, new Rational(1, 8)));
    }

    [Fact]
    public void A_field_that_is_undefined_on_the_segment_refutes_nothing()
    {
        // |x| has no derivative at 0; the field x/|x| has no value there, whatever bounded function is made of it.
        Term sign = Term.Max(-1, Term.Min(1, X / Term.Abs(X)));
        Assert.Null(GradientMismatch.TryConfirm(["x"], 2 * Term.Abs(X), Term.Square(sign) - 3, [new Rational(-1, 2)], 0, 1));
        Assert.NotNull(GradientMismatch.TryConfirm(["x"], 2 * Term.Abs(X), Term.Square(sign) - 3, [new Rational(1, 2)], 0, 1));
    }

    [Fact]
    public void A_function_that_is_undefined_at_an_end_refutes_nothing()
    {
        Term bounded = Term.Atan(1 / X);
        Assert.Null(GradientMismatch.TryConfirm(["x"], bounded, 100, [0], 0, 1));
        Assert.NotNull(GradientMismatch.TryConfirm(["x"], bounded, 100, [1], 0, 1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void A_segment_needs_a_length_and_a_direction(int length, int along) =>
        Assert.Throws<ArgumentException>(() => GradientMismatch.TryConfirm(["x"], X, 1, [0], along, length));

    private static GradientMismatch? Confirm(Term function, Term derivative, Rational x, Rational length) =>
        GradientMismatch.TryConfirm(["x", "y"], function, derivative, [x, 2], 0, length);
}
