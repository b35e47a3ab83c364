using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

/// <summary>What is known of v = e + γx with |e| = 1 and |x| at most 1: |v| is at least 1 - γ and at most 1/√(1-γ²) times ⟨v, e⟩.</summary>
internal sealed class Lengths
{
    private const Scope Whole = Scope.Whole;

    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation.</param>
    /// <param name="v">v.</param>
    /// <param name="x">x.</param>
    /// <param name="e">e.</param>
    /// <param name="unit">|e|² = 1.</param>
    /// <param name="radius">γ ≥ 1/1000.</param>
    /// <param name="largest">3/10 ≥ γ.</param>
    /// <param name="within">1 ≥ |x|².</param>
    public Lengths(DerivationBuilder build, MatrixTerm v, MatrixTerm x, MatrixTerm e, Known unit, Known radius, Known largest, Known within)
    {
        Term gamma = Ball.Gamma, along = Fact.Inner(e, x), square = Ball.Square(v), inSpace = Ball.Square(x);
        Radius = build.Combine(Whole, gamma > 0, [radius, Candidate.One]);
        Rest = build.Combine(Whole, 1 - gamma > 0, [largest, Candidate.One]);
        Known expanded = build.Expand(square.EqualTo(Ball.Square(e) + (2 * gamma * along) + (Term.Square(gamma) * inSpace)), e, x);
        Known tilt = build.Combine(Whole, 1 + along >= 0, [build.SquareOf((1, x), (1, e)), within, unit]);
        Known bessel = build.Combine(Whole, inSpace >= Term.Square(along), [build.SquareOf((1, x), (-along, e)), new(Term.Square(along), unit)]);
        Known low = build.Combine(
            Whole,
            square >= Term.Square(1 - gamma),
            [expanded, unit, new(gamma, bessel), new(1, Radius, Rest, tilt), new(gamma * (1 + along))]);
        Length = Ball.Length(v);
        Known nonnegative = build.SquareOf((1, v));
        Root = build.Law(Whole, 0, [square], nonnegative);
        Known sign = build.Law(Whole, 1, [square], nonnegative);
        Least = build.Combine(Whole, Length >= 1 - gamma, [low, Root], build.Combine(Whole, Length + (1 - gamma) > 0, [sign, Rest]));
        Positive = build.Combine(Whole, Length > 0, [Least, Rest]);
        Quotient = build.Law(Whole, 2, [1, Length], Positive);
        Inverse = 1 / Length;
        InversePositive = build.Combine(Whole, Inverse >= 0, [new(Inverse, Positive), new(Inverse, Quotient)]);

        // <v, e> >= sqrt(1 - gamma^2) |v|: the difference of squares is gamma^2 (<e, x> + gamma)^2 + (1 - gamma^2) gamma^2 (1 - |x|^2).
        Along = Fact.Inner(e, v);
        Known alongExpanded = build.Expand(Along.EqualTo(Ball.Square(e) + (gamma * along)), e, x);
        Known forward = build.Combine(Whole, Along >= 0, [alongExpanded, unit, Rest, new(1, Radius, tilt)]);
        Known across = build.Combine(Whole, 1 - Term.Square(gamma) >= 0, [new(1 - gamma), new(1, Radius, Rest)]);
        Term cosine = Term.Sqrt(1 - Term.Square(gamma));
        CosineRoot = build.Law(Whole, 0, [1 - Term.Square(gamma)], across);
        CosineSign = build.Law(Whole, 1, [1 - Term.Square(gamma)], across);
        Known squares = build.Combine(
            Whole,
            Term.Square(Along) - Term.Square(cosine * Length) >= 0,
            [
                new(gamma * (along + gamma)), new(gamma, across, within), new(Term.Square(Length), CosineRoot), new(1 - Term.Square(gamma), Root),
                new(1 - Term.Square(gamma), expanded), new(Along + 1 + (gamma * along), alongExpanded), new(Along + 1 + (gamma * along), unit), new(1 - Term.Square(gamma), unit),
            ]);
        Forward = build.Law(Whole, 15, [Along, cosine * Length], forward, squares);
    }

    /// <summary>γ > 0.</summary>
    public Known Radius { get; }

    /// <summary>1 - γ > 0.</summary>
    public Known Rest { get; }

    /// <summary>|v|.</summary>
    public Term Length { get; }

    /// <summary>1/|v|.</summary>
    public Term Inverse { get; }

    /// <summary>⟨e, v⟩.</summary>
    public Term Along { get; }

    /// <summary>|v| squared is |v|².</summary>
    public Known Root { get; }

    /// <summary>|v| ≥ 1 - γ.</summary>
    public Known Least { get; }

    /// <summary>|v| > 0.</summary>
    public Known Positive { get; }

    /// <summary>(1/|v|)|v| = 1.</summary>
    public Known Quotient { get; }

    /// <summary>1/|v| ≥ 0.</summary>
    public Known InversePositive { get; }

    /// <summary>√(1-γ²) squared is 1 - γ².</summary>
    public Known CosineRoot { get; }

    /// <summary>√(1-γ²) ≥ 0.</summary>
    public Known CosineSign { get; }

    /// <summary>⟨e, v⟩ ≥ √(1-γ²)|v|.</summary>
    public Known Forward { get; }
}
