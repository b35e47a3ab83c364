using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>A small cosine c of different columns and its angle t = acos c: pi/2 - t = asin c, sin t = sqrt(1 - c^2), and how little asin c and sqrt(1 - c^2) differ from c and 1.</summary>
internal sealed class Angle
{
    private const Scope Off = Scope.OffDiagonal;

    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation.</param>
    /// <param name="c">The cosine.</param>
    /// <param name="bound">Its bound, below 1.</param>
    /// <param name="most">c at most the bound.</param>
    /// <param name="least">c at least minus the bound.</param>
    public Angle(DerivationBuilder build, Term c, Rational bound, Known most, Known least)
    {
        Known above = build.Combine(Off, 1 + c >= 0, [least, Candidate.One]), below = build.Combine(Off, 1 - c >= 0, [most, Candidate.One]);
        Complement = build.Law(Off, 5, [c], above, below);
        Sine = build.Law(Off, 4, [c], above, below);

        // |asin c - c| <= k c^2, for asin c - c = c^3 a(c).
        Known defect = build.Law(Off, 10, [c], above, below);
        Cubic = DistinctPairs.Nearby(bound / 5);
        Term quotient = c * Term.ArcsineDefect(c), cubic = Term.Asin(c) - c;
        Known upper = build.Decide(Off, Cubic >= quotient, most, least), lower = build.Decide(Off, quotient >= -Cubic, most, least);
        CubicMost = build.Combine(Off, (Cubic * Term.Square(c)) + cubic >= 0, [new(c, lower), defect]);
        CubicLeast = build.Combine(Off, (Cubic * Term.Square(c)) - cubic >= 0, [new(c, upper), defect]);

        // q = sqrt(1 - c^2) - 1 lies between -k c^2 and 0.
        Term square = 1 - Term.Square(c);
        Root = Term.Sqrt(square);
        Known nonnegative = build.Combine(Off, square >= 0, [new(1, above, below)]);
        RootSquare = build.Law(Off, 0, [square], nonnegative);
        Known sign = build.Law(Off, 1, [square], nonnegative);
        LeastRoot = new Rational((long)Math.Floor(Math.Sqrt(1 - Math.Pow(bound.ToDouble(), 2)) * 1_000_000), 1_000_000);
        RootLeast = build.Combine(Off, Root >= LeastRoot, [new(1, most, least), RootSquare, Candidate.One], build.Combine(Off, Root + LeastRoot > 0, [sign, Candidate.One]));
        Sag = Rational.One / (1 + LeastRoot);
        Known more = build.Combine(Off, 1 + Root > 0, [sign, Candidate.One]);
        SagLeast = build.Combine(Off, (Sag * Term.Square(c)) + (Root - 1) >= 0, [new(c, RootLeast), RootSquare], more);
        Known level = build.Combine(Off, 1 - Root >= 0, [new(c), RootSquare], more);
        SagMost = build.Combine(Off, (Sag * Term.Square(c)) - (Root - 1) >= 0, [new(c), level]);
    }

    /// <summary>acos c + asin c = pi/2.</summary>
    public Known Complement { get; }

    /// <summary>sin(acos c) = sqrt(1 - c^2).</summary>
    public Known Sine { get; }

    /// <summary>The constant k of |asin c - c| at most k c^2.</summary>
    public Rational Cubic { get; }

    /// <summary>k c^2 + (asin c - c) is not negative.</summary>
    public Known CubicMost { get; }

    /// <summary>k c^2 - (asin c - c) is not negative.</summary>
    public Known CubicLeast { get; }

    /// <summary>sqrt(1 - c^2).</summary>
    public Term Root { get; }

    /// <summary>Its square.</summary>
    public Known RootSquare { get; }

    /// <summary>Its least value.</summary>
    public Rational LeastRoot { get; }

    /// <summary>It is not below.</summary>
    public Known RootLeast { get; }

    /// <summary>The constant k of |sqrt(1 - c^2) - 1| at most k c^2.</summary>
    public Rational Sag { get; }

    /// <summary>k c^2 - (sqrt(1 - c^2) - 1) is not negative.</summary>
    public Known SagMost { get; }

    /// <summary>k c^2 + (sqrt(1 - c^2) - 1) is not negative.</summary>
    public Known SagLeast { get; }
}
