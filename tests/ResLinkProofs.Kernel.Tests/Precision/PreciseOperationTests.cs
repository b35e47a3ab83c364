using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Precision;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Kernel.Tests.Precision;

/// <summary>Enclosures with more bits than doubles have: against digits from elsewhere, at the edges of domains, and against each other.</summary>
public sealed class PreciseOperationTests
{
    private static readonly Rational Tiny = Rational.One / Rational.Pow(10, 165);

    private static readonly (Operation Operation, Rational Argument, Rational Value)[] Reference = [.. Read()];

    [Fact]
    public void Every_rung_encloses_the_true_value_and_each_is_as_tight_as_it_says()
    {
        Assert.InRange(Reference.Length, 40, 100);
        foreach ((Operation operation, Rational argument, Rational value) in Reference)
        {
            // The digits are cut off: the number is within one unit of the last of them.
            Rational unit = Rational.Abs(value) * Tiny;
            foreach (int bits in PreciseEvaluation.Ladder)
            {
                RationalInterval found = PreciseOperations.Unary(operation, 0, RationalInterval.Point(argument), bits)!.Value;
                string what = $"{operation} {argument} with {bits} bits: {found.ToInterval()}";
                Assert.True(found.Lower <= value + unit && value - unit <= found.Upper, what);
                Rational largest = Rational.Max(Rational.One, Rational.Abs(value)) * Rational.Pow(2, 8 - bits);
                Assert.True(found.Upper - found.Lower <= largest, what);
            }
        }
    }

    [Fact]
    public void Over_an_interval_lie_the_values_at_points_in_it()
    {
        Operation[] operations =
        [
            Operation.Negate, Operation.Abs, Operation.Sqrt, Operation.Exp, Operation.Log, Operation.Sin, Operation.Cos, Operation.Tan, Operation.Atan, Operation.Asin,
            Operation.Acos, Operation.Sinh, Operation.Cosh, Operation.Tanh, Operation.Asinh, Operation.Acosh, Operation.Atanh, Operation.Cbrt,
        ];
        Rational[] ends = [-3, -1, new(-1, 2), new(-1, 1000), 0, new(1, 1000), new(1, 2), new(999, 1000), 1, new(11, 7), new(8, 5), 2, 40];
        int compared = 0;
        foreach (Operation operation in operations)
        {
            for (int i = 0; i < ends.Length; i++)
            {
                for (int j = i; j < ends.Length; j++)
                {
                    if (PreciseOperations.Unary(operation, 0, new(ends[i], ends[j]), 128) is not { } all)
                    {
                        continue;
                    }

                    foreach (Rational share in new[] { Rational.Zero, new Rational(1, 3), new Rational(9, 10), Rational.One })
                    {
                        Rational at = ends[i] + (share * (ends[j] - ends[i]));
                        // Tight enclosures in doubles come from another hand.
                        Interval inDoubles = Operators.Unary(operation).Enclose(Interval.Enclose(at));
                        RationalInterval precise = PreciseOperations.Unary(operation, 0, RationalInterval.Point(at), 128)!.Value;
                        Assert.True(precise.Lower >= all.Lower && precise.Upper <= all.Upper, $"{operation} at {at} within [{ends[i]}, {ends[j]}]");
                        Assert.False(precise.ToInterval().Intersect(inDoubles).IsEmpty, $"{operation} at {at}");
                        compared++;
                    }
                }
            }
        }

        Assert.InRange(compared, 2000, int.MaxValue);
    }

    [Fact]
    public void Powers_of_intervals_hold_the_powers_of_their_points()
    {
        foreach (int n in new[] { 0, 1, 2, 3, 4, 7, 8, -1, -2, -3 })
        {
            foreach ((Rational low, Rational high) in new (Rational, Rational)[] { (-2, 3), (-3, 2), (-3, -2), (2, 3), (0, 2), (-2, 0), (new Rational(1, 3), new Rational(1, 3)) })
            {
                RationalInterval? found = PreciseOperations.Unary(Operation.Power, n, new(low, high), 128);
                bool isDefined = n >= 0 || low.Sign > 0 || high.Sign < 0;
                Assert.Equal(isDefined, found is not null);
                foreach (Rational at in new[] { low, high, (low + high) / 2, low.Sign < 0 && high.Sign > 0 ? 0 : low })
                {
                    Assert.True(found is not { } all || (all.Lower <= Rational.Pow(at, n) && Rational.Pow(at, n) <= all.Upper), $"{at}^{n} in [{low}, {high}]");
                }
            }
        }

        Assert.Equal((Rational.Zero, (Rational)9), Ends(PreciseOperations.Unary(Operation.Power, 2, new(-3, 2), 128)));
        Assert.Equal(((Rational)(-27), (Rational)8), Ends(PreciseOperations.Unary(Operation.Power, 3, new(-3, 2), 128)));
    }

    [Fact]
    public void Where_something_may_be_undefined_or_too_large_nothing_is_said()
    {
        (Operation, RationalInterval)[] undefined =
        [
            (Operation.Log, new(0, 1)), (Operation.Log, 0), (Operation.Log, -1), (Operation.Sqrt, new(-Tiny, 1)), (Operation.Asin, new(0, 1 + Tiny)), (Operation.Acos, new(-1 - Tiny, 0)),
            (Operation.Acosh, new(1 - Tiny, 2)), (Operation.Atanh, new(0, 1)), (Operation.Atanh, -1), (Operation.Tan, new(1, 2)), (Operation.Exp, 5000), (Operation.Sinh, -5000), (Operation.Erf, 1),
        ];
        Assert.All(undefined, c => Assert.Null(PreciseOperations.Unary(c.Item1, 0, c.Item2, 256)));
        Assert.Null(PreciseOperations.Unary(Operation.Power, -1, new(-1, 1), 128));
        Assert.Null(PreciseOperations.Unary(Operation.Power, int.MinValue, 2, 128));
        Assert.Null(PreciseOperations.Unary(Operation.Power, int.MaxValue, 3, 128));
        Assert.Null(PreciseOperations.Binary(Operation.Divide, 1, new(0, 1), 128));
        Assert.Null(PreciseOperations.Binary(Operation.Divide, 1, new(-1, 1), 128));
        Assert.Null(PreciseOperations.Binary(Operation.RealPower, new RationalInterval(0, 1), 1, 128));
        Assert.Equal((-Rational.One, Rational.One), Ends(PreciseOperations.Unary(Operation.Sin, 0, Rational.Pow(10, 40), 128)));
    }

    [Fact]
    public void Binary_operations_hold_the_values_at_all_corners()
    {
        (Rational Low, Rational High)[] sides = [(-3, -2), (-2, 1), (-1, 2), (1, 4), (0, 0), (new Rational(1, 3), new Rational(1, 2))];
        foreach (Operation operation in new[] { Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide, Operation.Min, Operation.Max })
        {
            foreach ((Rational a, Rational b) in sides)
            {
                foreach ((Rational c, Rational d) in sides)
                {
                    if (PreciseOperations.Binary(operation, new RationalInterval(a, b), new(c, d), 128) is not { } all)
                    {
                        Assert.True(operation == Operation.Divide && c.Sign <= 0 && d.Sign >= 0);
                        continue;
                    }

                    foreach ((Rational x, Rational y) in new[] { (a, c), (a, d), (b, c), (b, d), ((a + b) / 2, (c + d) / 2) })
                    {
                        Rational value = Operators.Binary(operation).Exact(x, y)!.Value;
                        Assert.True(all.Lower <= value && value <= all.Upper, $"{operation} at {x}, {y}");
                    }
                }
            }
        }

        RationalInterval power = PreciseOperations.Binary(Operation.RealPower, 2, new Rational(1, 2), 256)!.Value;
        RationalInterval root = PreciseOperations.Unary(Operation.Sqrt, 0, 2, 256)!.Value;
        Assert.NotNull(power.Intersect(root));
        Assert.True(power.Upper - power.Lower < Rational.Pow(2, -240));
    }

    [Fact]
    public void Ends_are_rounded_outward_and_only_where_they_are_long()
    {
        var third = RationalInterval.Point(new Rational(1, 3));
        Assert.Equal(third, third.RoundOutward(128));
        Rational a = Rational.Pow(new Rational(1, 3), 200);
        foreach (Rational value in new[] { a, -a, Rational.One / a, -Rational.One / a })
        {
            RationalInterval rounded = RationalInterval.Point(value).RoundOutward(128)!.Value;
            Assert.True(rounded.Lower < value && value < rounded.Upper);
            Assert.True(rounded.Upper - rounded.Lower <= Rational.Abs(value) * Rational.Pow(2, -126));
        }

        Assert.Null(RationalInterval.Point(Rational.Pow(2, 40_000)).RoundOutward(128));
        Assert.Throws<ArgumentException>(() => new RationalInterval(1, 0));
        Assert.Throws<DivideByZeroException>(() => RationalInterval.Point(1) / new RationalInterval(0, 1));
    }

    [Fact]
    public void A_tape_is_enclosed_slot_by_slot_and_a_branch_that_does_not_apply_may_be_undefined()
    {
        Term x = Term.Variable("x");
        RationalInterval? At(Term term, RationalInterval? at, int bits = 128)
        {
            Tape tape = Tape.Compile(["x"], [term]);
            return PreciseEvaluation.Run(tape, [at], bits)[tape.Outputs[0]];
        }

        Term piecewise = Term.Ite(x >= 0, 1 + x, Term.Log(x));
        Assert.Equal(((Rational)3, (Rational)3), Ends(At(piecewise, 2)));
        Assert.Equal((Rational.One, Rational.One), Ends(At(piecewise, 0)));
        Assert.Null(At(piecewise, -1)); // the logarithm applies
        Assert.Null(At(piecewise, new RationalInterval(-1, 1)));
        Assert.Equal(((Rational)(-4), (Rational)2), Ends(At(Term.Ite(x >= 0, 1 + x, x - 3), new RationalInterval(-1, 1))));
        Assert.Null(At(Term.Log(x) - Term.Log(x), 0)); // undefined, though it looks like zero
        Assert.Null(At(x, null));
        Assert.Null(At(Term.Erf(x), 1));
        Assert.Throws<ArgumentException>(() => At(x, 1, 127));
    }

    private static (Rational Lower, Rational Upper) Ends(RationalInterval? found) => (found!.Value.Lower, found.Value.Upper);

    private static IEnumerable<(Operation Operation, Rational Argument, Rational Value)> Read()
    {
        string file = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "tests", "ResLinkProofs.Kernel.Tests", "Precision", "reference-values.txt");
        foreach (string line in File.ReadLines(file).Where(l => !l.StartsWith('#')))
        {
            string[] words = line.Split(' ');
            yield return (Enum.Parse<Operation>(words[0]), Rational.Parse(words[1]), Rational.Parse(words[2]));
        }
    }
}
