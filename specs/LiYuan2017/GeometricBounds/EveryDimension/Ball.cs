using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

/// <summary>
/// The setting of the geometric bounds in vectors of any dimension: a unit vector e, a radius γ in [1/1000, 3/10], and a = e + γx, b = e + γy
/// with |x|, |y| at most 1.
/// </summary>
internal static class Ball
{
    /// <summary>e.</summary>
    public static MatrixTerm E { get; } = Vector("e");

    /// <summary>x.</summary>
    public static MatrixTerm X { get; } = Vector("x");

    /// <summary>y.</summary>
    public static MatrixTerm Y { get; } = Vector("y");

    /// <summary>The radius γ, as a matrix of one entry.</summary>
    public static MatrixTerm Radius { get; } = MatrixTerm.Variable("gamma", "1", "1");

    /// <summary>The radius γ.</summary>
    public static Term Gamma { get; } = Fact.Inner(MatrixTerm.Identity("1"), Radius);

    /// <summary>a.</summary>
    public static MatrixTerm A { get; } = E + (X * Radius);

    /// <summary>b.</summary>
    public static MatrixTerm B { get; } = E + (Y * Radius);

    /// <summary>D = b - a.</summary>
    public static MatrixTerm D { get; } = (Y - X) * Radius;

    /// <summary>|v|^2.</summary>
    /// <param name="vector">v.</param>
    public static Term Square(MatrixTerm vector) => Fact.Inner(vector, vector);

    /// <summary>|v|.</summary>
    /// <param name="vector">v.</param>
    public static Term Length(MatrixTerm vector) => Term.Sqrt(Square(vector));

    /// <summary>1/|v|, as a matrix of one entry.</summary>
    /// <param name="vector">v.</param>
    public static MatrixTerm Inverse(MatrixTerm vector) =>
        MatrixTerm.Entrywise(1 / Term.Sqrt(Term.Variable("x1")), vector.Transpose() * vector);

    /// <summary>v/|v|.</summary>
    /// <param name="vector">v.</param>
    public static MatrixTerm Direction(MatrixTerm vector) => vector * Inverse(vector);

    /// <summary>The hypotheses: |e| = 1, the range of γ, |x| and |y| at most 1.</summary>
    public static IReadOnlyList<Atom> Hypotheses { get; } =
    [
        (Atom)Square(E).EqualTo(1), (Atom)(Gamma >= new Rational(1, 1000)), (Atom)(new Rational(3, 10) >= Gamma),
        (Atom)(1 >= Square(X)), (Atom)(1 >= Square(Y)),
    ];

    /// <summary>A vector of R^d.</summary>
    /// <param name="name">Its name.</param>
    public static MatrixTerm Vector(string name) => MatrixTerm.Variable(name, "d", "1");

    /// <summary>A bound about e, a and b.</summary>
    /// <param name="conclusions">What is claimed.</param>
    public static VectorStatement State(params Formula[] conclusions) => new([E, X, Y], Hypotheses, [.. conclusions.Cast<Atom>()]);
}
