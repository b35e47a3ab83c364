using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>
/// The pairs i = j: with r = |a_j|, s = |b_j|, t their angle, n = |d_j|, y = (a_j/r).d_j and D_jj = y - z, the summand of &lt;N, D&gt; is pi n^2 minus t b.d - s sin(t) y, which is of
/// third order (bound G15 with a constant of our own); 0 &lt;= s - r - y &lt;= n^2/(2(1-gamma)) is bound G1.
/// </summary>
internal sealed class DiagonalPairs
{
    private const Scope Same = Scope.Diagonal;

    /// <summary>Derives it.</summary>
    /// <param name="setting">Norms of matrices.</param>
    public DiagonalPairs(Setting setting)
    {
        DerivationBuilder build = setting.Build;
        (Term r, Term s, Term c, Term n) = (setting.Student.Length, setting.Teacher.Length, setting.Own.Cosine, setting.Own.SquaredLength);
        Rational least = 1 - setting.Gamma;

        MatrixTerm product = M.B.Transpose() * M.A;
        (Known cosine, Known projection, Known length) = (setting.Own.OfProduct, setting.Own.OfProjection, setting.Own.OfLength);
        Y = setting.Own.Projection;
        Known own = build.Identity(Same, (1, M.B.Transpose() * M.D), (-1, M.B.Transpose() * M.B), (1, product));
        Known inner = build.Combine(Same, Entries.Of(M.B.Transpose() * M.D, Same).EqualTo(Term.Square(s) - (r * s * c)), [own, setting.Teacher.Root, cosine]);
        Length = build.ColumnSquare(Same, (1, M.D, 1), (1, M.D, 0));

        // Bound G1.
        Known positive = setting.Teacher.Positive;
        Gap = build.Combine(Same, s - r - Y >= 0, [projection, new(1, positive, setting.Own.Largest)]);
        GapBound = build.Combine(
            Same, n / (2 * (Term)least) >= s - r - Y, [new(1, setting.Student.Least, Length), new(r, projection), length, new(s - r)], setting.Student.Positive);
        Known gapSquare = build.Combine(Same, n >= Term.Square(s - r), [length, new(1, setting.Student.Positive, positive, setting.Own.Largest)]);
        OfGap = gapSquare;
        Known unitSquare = build.ColumnSquare(Same, (1, M.D, 1), (1, M.DirectionsOfA, -Y));
        OfProjection = build.Combine(Same, n >= Term.Square(Y), [unitSquare, new(Term.Square(Y), setting.Student.Unit)]);

        // The angle t of a_j and b_j is acos c; sin t = t - t^3 d(t) and c = 1 - t^2 q(t).
        Known above = build.Combine(Same, 1 + c >= 0, [setting.Own.Least, Candidate.One]), below = build.Combine(Same, 1 - c >= 0, [setting.Own.Largest]);
        Term t = Term.Acos(c), sine = Term.SineDefect(t), versine = Term.VersineQuotient(t);
        Known back = build.Law(Same, 3, [c], above, below), sineLaw = build.Law(Same, 8, [t]), versineLaw = build.Law(Same, 9, [t]);
        Rational angle = Angle(setting.Own.Versine);
        Rational third = Rational.Pow(Rational.One + setting.Gamma, 1) * angle * new Rational(1015, 1000);
        Known bracket = build.Decide(
            Same,
            (2 * (Term)third * r * versine) - (t * ((s * (sine + versine - (Term.Square(t) * sine * versine))) + (r * (versine - sine)))) >= 0,
            setting.Own.Least, setting.Own.Largest, setting.Student.AboveSquare, setting.Student.BelowSquare, setting.Teacher.AboveSquare, setting.Teacher.BelowSquare);
        ThirdOrder = third;
        Known part = build.Combine(
            Same,
            third * n >= (t * (Term.Square(s) - (r * s * c))) - (s * Term.Sin(t) * ((s * c) - r)),
            [
                new((Term)third, length), new(s - r), new(t, positive, bracket), new(s * ((s * c) - r), sineLaw),
                new(s * t * r, back), new(s * t * r, versineLaw), new(r * s * third, back), new(r * s * third, versineLaw),
                new(s * s * t, back), new(s * s * t, versineLaw), new(s * s * (t - (Term.Pow(t, 3) * sine)), back), new(s * s * (t - (Term.Pow(t, 3) * sine)), versineLaw),
                new(s * r * Term.Pow(t, 3) * sine, back),
            ]);

        // c_jj = 1: the angle of a_j with itself is 0, and so is its sine.
        Term own1 = Entries.Of(M.CosinesOfA, Same);
        Known zero = build.Law(Same, 12, [own1, 1], setting.Student.Unit), sineOfZero = build.Law(Same, 13, [Term.Acos(own1), 0], zero);
        Known moved = build.Identity(Same, (1, M.B.Transpose() * M.D), (-1, Setting.Moved), (-1, Setting.Gram));
        Term summand = Summand(Same);
        Summed = build.Combine(
            Same,
            summand >= ((Term.Pi - third) * n),
            [
                part, inner, moved, zero, sineOfZero, projection,
                new(Term.Pi, moved), new(Entries.Of(Setting.Moved, Same), zero), new(Y * r, sineOfZero), new(Term.Acos(c), inner), new(s * Term.Sin(t), projection),
            ]);

        // y = D_jj + z, |y| at most its norm.
        D = Entries.Of(M.D, Same);
        Z = Entries.Of(setting.Tilt, Same);
        Split = build.Identity(Same, (1, Setting.Turned), (-1, M.D.Transpose()), (-1, setting.Tilt));
        Known entry = build.Identity(Same, (1, M.D.Transpose() * M.I), (-1, M.D.Transpose()));
        Known identity = build.Identity(Same, (1, M.I.Transpose() * M.I), (-1, M.I));
        OfEntry = build.Combine(Same, n >= Term.Square(D), [build.ColumnSquare(Same, (1, M.D, 1), (1, M.I, -D)), new(D, entry), new(Term.Square(D), identity)]);
        Rational tilt = setting.Student.SquaredTilt;
        OfTilt = build.Combine(
            Same, tilt * n >= Term.Square(Z), [build.ColumnSquare(Same, (1, M.D, tilt), (1, setting.Student.Deviation, -Z)), new(Z, setting.Student.TiltMost)]);
        (Rational bound, Known norm) = build.BoundNorm(Setting.Along, (1, [M.DirectionsOfA.Transpose(), M.D]));
        LargestProjection = bound;
        AtMost = build.Combine(Same, bound >= Y, [build.EntryBound(Same, 1, Setting.Along), norm]);
    }

    /// <summary>The summand of the inner product of N with D.</summary>
    public static Term Summand(Scope scope) => (Entries.Of(M.SupplementsOfB, scope) * Entries.Of(M.B.Transpose() * M.D, scope))
        - (Entries.Of(M.SupplementsOfA, scope) * Entries.Of(Setting.Moved, scope))
        + (Entries.Of(M.Heights, scope) * Entries.Of(Setting.Along.Column(), scope));

    /// <summary>y_j.</summary>
    public Term Y { get; }

    /// <summary>D_jj.</summary>
    public Term D { get; }

    /// <summary>y_j - D_jj.</summary>
    public Term Z { get; }

    /// <summary>The constant of the part of third order.</summary>
    public Rational ThirdOrder { get; }

    /// <summary>The bound of y_j.</summary>
    public Rational LargestProjection { get; }

    /// <summary>n^2 >= 0.</summary>
    public Known Length { get; }

    /// <summary>s - r - y >= 0.</summary>
    public Known Gap { get; }

    /// <summary>n^2/(2(1-gamma)) >= s - r - y.</summary>
    public Known GapBound { get; }

    /// <summary>n^2 >= (s - r)^2.</summary>
    public Known OfGap { get; }

    /// <summary>n^2 >= y^2.</summary>
    public Known OfProjection { get; }

    /// <summary>n^2 >= D_jj^2.</summary>
    public Known OfEntry { get; }

    /// <summary>z^2 is at most the squared tilt times n^2.</summary>
    public Known OfTilt { get; }

    /// <summary>y = D_jj + z.</summary>
    public Known Split { get; }

    /// <summary>The bound of y_j.</summary>
    public Known AtMost { get; }

    /// <summary>The summand is at least (pi - third order) n^2.</summary>
    public Known Summed { get; }

    // A little above acos(1 - v): 1 - cos t = t^2 q(t) with q(t) >= 1/2 - t^2/24.
    private static Rational Angle(Rational versine)
    {
        double t = Math.Acos(1 - versine.ToDouble());
        return new Rational((long)Math.Ceiling(t * 1_000_000) + 1, 1_000_000);
    }
}
