using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Derivations;

/// <summary>Statements about vectors of any dimension say the same in coordinates, at dependent vectors, zero vectors, in small dimensions, and at the ends of ranges.</summary>
public sealed class VectorStatementTests
{
    private static readonly MatrixTerm X = Vector("x"), Y = Vector("y"), Z = Vector("z"), Number = MatrixTerm.Variable("c", "1", "1");
    private static readonly Term Value = Fact.Inner(MatrixTerm.Identity("1"), Number);

    // What is made of the vectors, and its inner product by its definition, in exact arithmetic.
    private static readonly (MatrixTerm Left, MatrixTerm Right, Func<Rational[][], Rational, Rational> Product)[] Products =
    [
        (X, X, (v, _) => Dot(v[0], v[0])),
        (X, Y, (v, _) => Dot(v[0], v[1])),
        (Y, Z, (v, _) => Dot(v[1], v[2])),
        (Z, Z, (v, _) => Dot(v[2], v[2])),
        (X + Y, Z - X, (v, _) => Dot(v[0], v[2]) + Dot(v[1], v[2]) - Dot(v[0], v[0]) - Dot(v[0], v[1])),
        (X + (Y * Number), Z, (v, c) => Dot(v[0], v[2]) + (c * Dot(v[1], v[2]))),
        (new Rational(-2, 3) * X, X * Number, (v, c) => new Rational(-2, 3) * c * Dot(v[0], v[0])),
        (X * (Y.Transpose() * Z), Y, (v, _) => Dot(v[0], v[1]) * Dot(v[1], v[2])),
        (X * Y.Transpose(), Z * X.Transpose(), (v, _) => Dot(v[0], v[2]) * Dot(v[0], v[1])),
        (X * Y.Transpose() * Z, Z, (v, _) => Dot(v[0], v[2]) * Dot(v[1], v[2])),
        (MatrixTerm.Entrywise(Term.Pow(Term.Variable("x1"), 3), X.Transpose() * Y), Number, (v, c) => c * Rational.Pow(Dot(v[0], v[1]), 3)),
        ((X.Transpose() * X) - MatrixTerm.Identity("1"), MatrixTerm.Ones("1", "1"), (v, _) => Dot(v[0], v[0]) - Rational.One),
    ];

    public static TheoryData<int, int> Dimensions
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int d in Enumerable.Range(1, 5))
            {
                foreach (int seed in Enumerable.Range(0, 8))
                {
                    data.Add(d, seed);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Dimensions))]
    public void Inner_products_are_those_of_the_vectors_in_any_dimension(int d, int seed)
    {
        // Coordinates that an isometry of R^max(d, 3) takes to the vectors; of vectors of R^d the last ones are zero.
        var random = new Random(seed);
        int zero = seed % 4;
        Rational[][] coordinates = [.. Enumerable.Range(1, 3).Select(k => Enumerable.Range(1, 3).Select(
            l => l > k || l > d || k == zero ? Rational.Zero : l == k ? new Rational(random.Next(0, 5), 2) : new Rational(random.Next(-4, 5), 3)).ToArray())];
        if (seed % 3 == 2)
        {
            coordinates[1] = [2 * coordinates[0][0], Rational.Zero, Rational.Zero]; // dependent
        }

        Rational[] normal = [.. Enumerable.Range(0, Math.Max(d, 3)).Select(i => i < d ? new Rational(random.Next(1, 4), 1) : Rational.Zero)];
        Rational[][] vectors = [.. coordinates.Select(c => Reflected([.. c, .. Enumerable.Repeat(Rational.Zero, normal.Length - 3)], normal))];
        Assert.All(vectors, v => Assert.All(v.Skip(d), x => Assert.Equal(Rational.Zero, x)));
        var number = new Rational(random.Next(-3, 4), 5);
        foreach ((MatrixTerm left, MatrixTerm right, Func<Rational[][], Rational, Rational> product) in Products)
        {
            Rational expected = product(vectors, number);
            Statement equal = At(Fact.Inner(left, right).EqualTo(expected)), other = At(Fact.Inner(left, right).EqualTo(expected + new Rational(1, 1000)));
            Rational[] point = [.. equal.Variables.Select(v => v.Name == "c" ? number : coordinates["xyz".IndexOf(v.Name[0], StringComparison.Ordinal)][v.Name[1] - '1'])];
            Assert.True(ConfirmedWitness.TryConfirm(equal, point) is null, $"{left} {right}");
            Assert.True(ConfirmedWitness.TryConfirm(other, point) is not null, $"{left} {right}");
        }
    }

    [Fact]
    public void What_holds_below_three_dimensions_only_is_refuted()
    {
        Term products = Term.Square(Fact.Inner(X, Y)) + Term.Square(Fact.Inner(X, Z)) + Term.Square(Fact.Inner(Y, Z));
        Atom[] units = [Is(Fact.Inner(X, X).EqualTo(1)), Is(Fact.Inner(Y, Y).EqualTo(1)), Is(Fact.Inner(Z, Z).EqualTo(1))];
        Statement statement = new VectorStatement([X, Y, Z], units, [Is(products > 0)]).InCoordinates;
        Assert.Equal(["y1", "z1", "z2"], statement.VariableNames);
        Assert.NotNull(ConfirmedWitness.TryConfirm(statement, [0, 0, 0]));
        Assert.Null(ConfirmedWitness.TryConfirm(statement, [0, 0, 1]));

        // Not a unit vector: the last coordinate would be a root of -1.
        Assert.Null(ConfirmedWitness.TryConfirm(statement, [0, 1, 1]));
    }

    [Fact]
    public void A_unit_vector_has_length_one()
    {
        Atom[] units = [Is(Fact.Inner(Y, Y).EqualTo(1))];
        Statement less = new VectorStatement([X, Y], units, [Is(1 > Fact.Inner(Y, Y))]).InCoordinates, own = new VectorStatement([X, Y], units, [Is(Fact.Inner(Y, Y) >= 1)]).InCoordinates;
        foreach (Rational first in new[] { Rational.Zero, new(3, 5), -Rational.One, Rational.One })
        {
            Assert.NotNull(ConfirmedWitness.TryConfirm(less, [0, first]));
            Assert.Null(ConfirmedWitness.TryConfirm(own, [0, first]));
        }

        Assert.Null(ConfirmedWitness.TryConfirm(less, [0, 2]));
    }

    [Fact]
    public void A_zero_vector_is_a_vector()
    {
        Statement statement = new VectorStatement([X, Y], [], [Is(Fact.Inner(X, X) + Fact.Inner(Y, Y) > 0)]).InCoordinates;
        Assert.NotNull(ConfirmedWitness.TryConfirm(statement, [0, 0, 0]));
        Statement nonzero = new VectorStatement([X, Y], [Is(Fact.Inner(X, X) > 0)], [Is(Fact.Inner(Y, Y) > 0)]).InCoordinates;
        Assert.Null(ConfirmedWitness.TryConfirm(nonzero, [0, 0, 0]));
        Assert.NotNull(ConfirmedWitness.TryConfirm(nonzero, [1, 0, 0]));
    }

    [Fact]
    public void Ranges_are_exact()
    {
        static string Ranges(params Formula[] hypotheses) => string.Join(", ", new VectorStatement([X, Y], [.. hypotheses.Select(Is)], [Is(Fact.Inner(X, Y) >= Value)]).InCoordinates.Variables);
        Term square = Fact.Inner(X, X), other = Fact.Inner(Y, Y);
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, ∞], y1 ∈ [-∞, ∞], y2 ∈ [0, ∞]", Ranges());
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, 2], y1 ∈ [-3/2, 3/2], y2 ∈ [0, 3/2]", Ranges(4 >= square, Term.Ratio(9, 4) > other));
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, 2], y1 ∈ [-1, 1], y2 ∈ [0, 1]", Ranges(2 >= square, Term.Ratio(1, 2) >= other)); // no rational root
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, 1], y1 ∈ [-∞, ∞], y2 ∈ [0, ∞]", Ranges(4 >= square, 1 >= square, 1 >= -other));
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, ∞], y1 ∈ [-1, 1]", Ranges(square >= 4, other.EqualTo(1)));
        Assert.Equal("c ∈ [-∞, ∞], y1 ∈ [-∞, ∞], y2 ∈ [0, ∞]", Ranges(square.EqualTo(1), other.EqualTo(4)));
        Assert.Equal("c ∈ [1/2, 3], x1 ∈ [0, ∞], y1 ∈ [-∞, ∞], y2 ∈ [0, ∞]", Ranges(Value >= Term.Ratio(1, 2), 3 > Value, Value >= 0));
        Assert.Equal("c ∈ [-∞, ∞], x1 ∈ [0, ∞], y1 ∈ [-∞, ∞], y2 ∈ [0, ∞]", Ranges((Term)(-1) >= square, 4 >= Fact.Inner(X, Y), 4 >= square + other));
    }

    [Fact]
    public void A_bound_stays_where_it_is_strict()
    {
        Term square = Fact.Inner(X, X);
        Statement open = new VectorStatement([X], [Is(4 > square)], [Is(4 > square)]).InCoordinates, closed = new VectorStatement([X], [Is(4 >= square)], [Is(4 > square)]).InCoordinates;
        Assert.Null(ConfirmedWitness.TryConfirm(open, [2]));
        Assert.NotNull(ConfirmedWitness.TryConfirm(closed, [2]));

        // In the ranges of two coordinates, yet too long.
        Statement two = new VectorStatement([X, Y], [Is(1 >= Fact.Inner(Y, Y))], [Is(1 >= Fact.Inner(Y, Y))]).InCoordinates;
        Assert.Null(ConfirmedWitness.TryConfirm(two, [0, 1, 1]));
    }

    [Fact]
    public void Vectors_are_spoken_of_through_inner_products_only()
    {
        static void Refused(Formula conclusion, params MatrixTerm[] vectors) => Assert.ThrowsAny<ArgumentException>(() => new VectorStatement(vectors, [], [Is(conclusion)]));
        MatrixTerm square = MatrixTerm.Variable("M", "d", "d");
        Assert.NotNull(new VectorStatement([X, Y], [], [Is(Fact.Inner(X, Y) >= 0)]));
        Refused(Fact.Inner(X, Y) >= 0, X);
        Refused(Fact.Inner(X, X) >= 0);
        Refused(Fact.Inner(X, X) >= 0, X, X);
        Refused(Fact.Inner(X, X) >= 0, X, MatrixTerm.Variable("y", "n", "1"));
        Refused(Fact.Inner(X, X) >= 0, X, square);
        Refused(Fact.Inner(X, X) >= 0, X, X + Y);
        Refused(Value >= 0, Number);
        Refused(Fact.Norm(X) >= 0, X);
        Refused(Fact.Inner(square * X, X) >= 0, X);
        Refused(Fact.Inner(MatrixTerm.Identity("d"), MatrixTerm.Identity("d")) >= 1, X); // the dimension
        Refused(Fact.Inner(MatrixTerm.Ones("d", "1"), X) >= 0, X); // the sum of the entries
        Refused(Fact.Inner(MatrixTerm.Entrywise(Term.Square(Term.Variable("x1")), X), X) >= 0, X);
        Refused(Fact.Inner((X * X.Transpose()).Diagonal(), X * X.Transpose()) >= 0, X);
        Refused(Fact.Inner((X * X.Transpose()).OffDiagonal(), X * X.Transpose()) >= 0, X);
        Refused(Fact.Inner((X * X.Transpose()).Row(), X * X.Transpose()) >= 0, X);
        Assert.ThrowsAny<ArgumentException>(() => new VectorStatement([X], [], []));
    }

    [Fact]
    public void A_number_and_a_coordinate_have_different_names() =>
        Assert.ThrowsAny<ArgumentException>(() => new VectorStatement([X], [], [Is(Fact.Inner(X, X) >= Fact.Inner(MatrixTerm.Identity("1"), MatrixTerm.Variable("x1", "1", "1")))]));

    private static Statement At(Formula conclusion) => new VectorStatement([X, Y, Z], [], [Is(conclusion)]).InCoordinates;

    private static Atom Is(Formula formula) => (Atom)formula;

    private static MatrixTerm Vector(string name) => MatrixTerm.Variable(name, "d", "1");

    private static Rational Dot(Rational[] x, Rational[] y) => x.Zip(y, (a, b) => a * b).Aggregate(Rational.Zero, (a, b) => a + b);

    // x - 2 n <n, x>/<n, n>.
    private static Rational[] Reflected(Rational[] x, Rational[] normal)
    {
        Rational factor = 2 * Dot(normal, x) / Dot(normal, normal);
        return [.. x.Zip(normal, (a, n) => a - (factor * n))];
    }
}
