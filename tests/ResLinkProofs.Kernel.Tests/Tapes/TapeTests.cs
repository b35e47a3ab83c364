using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

public sealed class TapeTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    [Fact]
    public void Equal_subterms_share_one_slot_even_where_the_graph_does_not()
    {
        Tape tape = Tape.Compile(["x", "y"], [Term.Sqrt(X + Y), Term.Variable("x") + Term.Variable("y"), Term.Sqrt(X + Y)]);
        Assert.Equal(4, tape.Length);
        Assert.Equal(tape.Outputs[0], tape.Outputs[2]);
        Assert.NotEqual(tape.Outputs[0], tape.Outputs[1]);
    }

    [Fact]
    public void Different_operations_exponents_and_orders_of_operands_do_not_share()
    {
        Tape tape = Tape.Compile(["x", "y"], [X - Y, Y - X, X + Y, Term.Pow(X, 2), Term.Pow(X, 3), Term.Sin(X), Term.Cos(X)]);
        Assert.Equal(7, tape.Outputs.ToArray().Distinct().Count());
    }

    [Fact]
    public void Operands_come_before_their_operations()
    {
        Tape tape = Tape.Compile(["x", "y"], [Term.Max(X * (Y - 2), Term.Exp(X / (Y + 3)))]);
        for (int k = 0; k < tape.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            Assert.True(Term.IsLeaf(step.Operation) || (step.Left < k && step.Right < k));
        }
    }

    [Fact]
    public void A_term_of_a_million_levels_does_not_overflow_the_stack()
    {
        Term deep = Enumerable.Range(0, 1_000_000).Aggregate(X, (t, k) => k % 2 == 0 ? t + Y : Y + t);
        Tape tape = Tape.Compile(["x", "y"], [deep]);
        var slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [1, 2], slots);
        Assert.Equal(2_000_001, slots[tape.Outputs[0]]);
    }

    [Fact]
    public void An_unknown_variable_is_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Tape.Compile(["x"], [X + Y]));
        Assert.Contains("'y'", error.Message, StringComparison.Ordinal);
        Assert.Contains("x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_listed_twice_is_named() =>
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => Tape.Compile(["x", "x"], [X])).Message, StringComparison.Ordinal);
}
