using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>
/// The pairs of different i, j: with r = |a_i|, s = |b_i|, c = c_ij, c* = c*_ij, n_i = |d_i|, y = (a_j/|a_j|).d_j and e = d_i.(a_j/|a_j|), the summand of &lt;N, D&gt; is
/// (pi/2) d_i.d_j + (s - r) y + c* d_i.d_j + (c* - c) a_i.d_j + h* d_i.d_j + (h* - h) a_i.d_j + (s - r) q* y + r (q* - q) y, with h = asin c - c, q = sqrt(1 - c^2) - 1. As
/// s (c* - c) = e - (s - r) c, the fourth part is D_ji D_ij and small parts; each of these is bounded by squares, u v &lt;= a u^2/2 + v^2/(2a), whose sums over all pairs are bounded by norms.
/// </summary>
internal sealed class DistinctPairs
{
    private const Scope Off = Scope.OffDiagonal;

    private readonly Setting _setting;
    private readonly DerivationBuilder _build;

    /// <summary>Derives it.</summary>
    /// <param name="setting">Norms of matrices.</param>
    /// <param name="same">The pairs i = j.</param>
    public DistinctPairs(Setting setting, DiagonalPairs same)
    {
        (_setting, _build) = (setting, setting.Build);
        DerivationBuilder build = _build;
        Rational gamma = setting.Gamma, least = 1 - gamma, largest = 1 + gamma, deviation = build.NormOf(setting.Student.Deviation).Bound;
        (Rational a, Rational b) = (build.NormOf(Setting.OffA).Bound, build.NormOf(Setting.OffB).Bound);

        // Lengths at i, and the projection at j.
        Known OfRow(Known fact) => build.At(Rule.AtRow, fact);
        Term r = Row(setting.Student.Length), s = Row(setting.Teacher.Length), k = Row(setting.Student.Inverse), l = Row(setting.Teacher.Inverse);
        Term ni = Entries.Of(Setting.Gram.Row(), Off), nj = Entries.Of(Setting.Gram.Column(), Off), y = Entries.Of(Setting.Along.Column(), Off);
        Known gap = OfRow(same.OfGap), projection = build.At(Rule.AtColumn, same.OfProjection);
        Known lengthOfRow = OfRow(same.Length), lengthOfColumn = build.At(Rule.AtColumn, same.Length);
        Known positive = OfRow(setting.Student.Positive), studentMost = OfRow(setting.Student.Largest);
        Known studentQuotient = OfRow(setting.Student.Quotient), teacherQuotient = OfRow(setting.Teacher.Quotient);
        Known teacherSquare = OfRow(setting.Teacher.AboveSquare), teacherRoot = OfRow(setting.Teacher.Root);
        Known inverseMost = OfRow(setting.Teacher.InverseLargest), inverseLeast = OfRow(setting.Teacher.InverseLeast), inverseSign = OfRow(setting.Teacher.InversePositive);

        // s (c* - c) = e - (s - r) c.
        Term c = Entries.Of(M.CosinesOfA, Off), cs = Entries.Of(M.CosinesOfB, Off), e = Entries.Of(Setting.Turned, Off), dd = Entries.Of(Setting.Gram, Off);
        MatrixTerm ofA = M.A.Transpose() * M.DirectionsOfA, ofB = M.B.Transpose() * M.DirectionsOfA;
        Known student = build.Identity(Off, (1, M.CosinesOfA), (-1, M.InverseLengthsOfA * ofA)), teacher = build.Identity(Off, (1, M.CosinesOfB), (-1, M.InverseLengthsOfB * ofB));
        Known difference = build.Identity(Off, (1, ofB), (-1, ofA), (-1, Setting.Turned));
        Known movement = build.Combine(
            Off,
            (s * (cs - c)).EqualTo(e - ((s - r) * c)),
            [new(s, teacher), new(r, student), difference, new(Entries.Of(ofB, Off), teacherQuotient), new(Entries.Of(ofA, Off), studentQuotient)]);

        // Cosines are small.
        (Known cMost, Known cLeast) = Bounds(Setting.OffA);
        (Known csMost, Known csLeast) = Bounds(Setting.OffB);
        Angle angle = new(build, c, a, cMost, cLeast), angleStar = new(build, cs, b, csMost, csLeast);

        // (c* - c)^2 <= ((1 + t) e^2 + (1 + 1/t) c^2 n_i^2)/(1 - gamma)^2.
        Rational column = Nearby(Above(Math.Sqrt(setting.StudentColumns.Bound.ToDouble()))), columnStar = Above(Math.Sqrt(setting.TeacherColumns.Bound.ToDouble()));
        Rational share = column;
        Known squaredMovement = build.Combine(
            Off,
            (((1 + share) * Term.Square(e)) + ((1 + (Rational.One / share)) * Term.Square(c) * ni)) / (least * least) >= Term.Square(cs - c),
            [
                new(cs - c, teacherSquare), new(Term.Square(cs - c), teacherRoot), new((s * (cs - c)) + (e - ((s - r) * c)), movement),
                new(e + ((s - r) * c / share)), new(c, gap),
            ]);

        // Young's parameters: each about the quotient of the norms of its two sides.
        Rational tilt = Nearby(deviation), speed = Nearby(gamma / least);
        Term v = Entries.Of(Setting.Moved, Off), w = Entries.Of(Setting.Perturbed, Off), z = Entries.Of(setting.Tilt, Off);
        Term d = Entries.Of(M.D, Off), transposed = Entries.Of(M.D.Transpose(), Off);
        Known split = build.Identity(Off, (1, Setting.Turned), (-1, M.D.Transpose()), (-1, setting.Tilt)), shift = build.Identity(Off, (1, Setting.Moved), (-1, M.D), (-1, Setting.Perturbed));
        Known both = build.Identity(Off, (1, M.B.Transpose() * M.D), (-1, Setting.Moved), (-1, Setting.Gram));

        // e (1/s - 1) v, z v, -(s - r) c v/s, D_ji D_ij, D_ji w.
        Rational faster = gamma / least, a2 = Rational.One / speed, a3 = Rational.One / tilt, a4 = least / column;
        Known inverseRange = build.Combine(
            Off, faster * faster >= Term.Square(l - 1), [new(1, Within(inverseMost), Within(inverseLeast)), new(1, inverseMost), new(1, inverseLeast), Candidate.One]);
        Known Within(Known fact) => fact;
        Known scaled = build.Combine(
            Off, (a2 * faster * faster / 2 * Term.Square(e)) + (Term.Square(v) / (2 * a2)) + ((l - 1) * e * v) >= 0, [new(((l - 1) * e) + (v / a2)), new(e, inverseRange)]);
        Known tilted = build.Combine(Off, (a3 / 2 * Term.Square(z)) + (Term.Square(v) / (2 * a3)) + (z * v) >= 0, [new(z + (v / a3))]);
        Known turned = build.Combine(
            Off,
            (a4 / (2 * least * least) * ni * Term.Square(c)) + (Term.Square(v) / (2 * a4)) - (l * (s - r) * c * v) >= 0,
            [new((l * (s - r) * c) - (v / a4)), new(c, gap), new(c * (s - r), inverseMost, inverseSign), new(c * (s - r), inverseMost)]);
        Known mirrored = build.Combine(Off, (Term.Square(d) / 2) + (Term.Square(transposed) / 2) + (transposed * d) >= 0, [new(d + transposed)]);
        Known perturbed = build.Combine(Off, (gamma / 2 * Term.Square(transposed)) + (Term.Square(w) / (2 * gamma)) + (transposed * w) >= 0, [new(transposed + (w / gamma))]);

        // h* d_i.d_j, (h* - h) v.
        Term h = Term.Asin(c) - c, hs = Term.Asin(cs) - cs;
        Known plus = build.ColumnSquare(Off, (1, M.D, 1), (2, M.D, 1)), minus = build.ColumnSquare(Off, (1, M.D, 1), (2, M.D, -1));
        Known bent = build.Combine(
            Off,
            (angleStar.Cubic / 2 * Term.Square(cs) * (ni + nj)) + (hs * dd) >= 0,
            [new(1, angleStar.CubicMost, plus), new(1, angleStar.CubicLeast, minus)]);
        Rational slope = ArcsineSlope(b);
        Known steepness = build.Law(Off, 11, [cs, c, b, slope], csMost, csLeast, Widened(cMost, c, b, a), Widened(cLeast, -c, b, a));
        Known bending = build.Combine(
            Off, (slope / 2 * Term.Square(cs - c)) + (slope / 2 * Term.Square(v)) + ((hs - h) * v) >= 0, [new(hs - h + (slope * v)), new(1, steepness)]);

        // (s - r) q* y, r (q* - q) y.
        Known crossed = build.Combine(Off, ni + nj - (2 * (s - r) * y) >= 0, [new(s - r - y), gap, projection]), uncrossed = build.Combine(Off, ni + nj + (2 * (s - r) * y) >= 0, [new(s - r + y), gap, projection]);
        Known lifted = build.Combine(
            Off,
            (angleStar.Sag / 2 * Term.Square(cs) * (ni + nj)) + ((angleStar.Root - 1) * (s - r) * y) >= 0,
            [new(1, angleStar.SagLeast, uncrossed), new(1, angleStar.SagMost, crossed)]);
        Rational ratio = largest / (angle.LeastRoot + angleStar.LeastRoot), a6 = Nearby(2 * columnStar * ratio);
        Term sum = angle.Root + angleStar.Root, mean = ratio * (cs + c) * y;
        Known slowest = build.Combine(Off, (ratio * sum) - r >= 0, [studentMost, angle.RootLeast, angleStar.RootLeast]);
        Known sumPositive = build.Combine(Off, sum > 0, [angle.RootLeast, angleStar.RootLeast, Candidate.One]);
        Known raised = build.Combine(
            Off,
            (a6 / 2 * Term.Square(cs - c)) + (Term.Square(mean) / (2 * a6)) + (r * (angleStar.Root - angle.Root) * y) >= 0,
            [new(cs - c - (mean / a6), positive), new(cs - c, slowest), new(mean, slowest), new(r * y * ratio, angle.RootSquare), new(r * y * ratio, angleStar.RootSquare)],
            Scaled(sumPositive, sum, ratio));
        Known squaredMean = build.Combine(
            Off, 2 * ratio * ratio * (Term.Square(c) + Term.Square(cs)) * nj >= Term.Square(mean), [new(ratio * (cs - c) * y), new(c, projection), new(cs, projection)]);

        Losses = new()
        {
            Entries = new Rational(1, 2),
            Transposed = new Rational(1, 2) + (gamma / 2),
            Perturbed = Rational.One / (2 * gamma),
            Tilt = a3 / 2,
            Turned = (a2 * faster * faster / 2) + ((slope + a6) / 2 * (1 + share) / (least * least)),
            Moved = (Rational.One / (2 * a2)) + (Rational.One / (2 * a3)) + (Rational.One / (2 * a4)) + (slope / 2),
            StudentRow = (a4 / (2 * least * least)) + ((slope + a6) / 2 * (1 + (Rational.One / share)) / (least * least)),
            StudentColumn = ratio * ratio / a6,
            TeacherRow = (angleStar.Cubic + angleStar.Sag) / 2,
            TeacherColumn = ((angleStar.Cubic + angleStar.Sag) / 2) + (ratio * ratio / a6),
        };
        Summed = build.Combine(
            Off,
            DiagonalPairs.Summand(Off) + Losses.Summand(setting, Off) - (Term.Pi / 2 * dd) - ((s - r) * y) - (cs * dd) >= 0,
            [
                scaled, tilted, turned, mirrored, perturbed, bent, bending, lifted, raised, squaredMean, squaredMovement,
                both, new(Term.Acos(cs), both), new(v, angle.Complement), new(Entries.Of(M.B.Transpose() * M.D, Off), angleStar.Complement), new(Term.Pi, both), new(Term.Asin(cs), both),
                new(s * y, angleStar.Sine), new(r * y, angle.Sine),
                new(l * v, movement), new((cs - c) * v, teacherQuotient), new(v, split), new(transposed, shift),
            ]);

        (Known Most, Known Least) Bounds(MatrixTerm matrix)
        {
            (Rational bound, Known norm) = build.NormOf(matrix);
            Term entry = Entries.Of(matrix, Off);
            return (build.Combine(Off, bound >= entry, [build.EntryBound(Off, 1, matrix), norm]), build.Combine(Off, entry >= -bound, [build.EntryBound(Off, -1, matrix), norm]));
        }

        Known Widened(Known narrow, Term term, Rational wide, Rational bound) => build.CombineLeft(Off, wide - term, Relation.GreaterOrEqual, narrow, Candidate.One);

        Known Scaled(Known fact, Term term, Rational factor) => build.Combine(Off, factor * term > 0, [fact]);
    }

    /// <summary>The weights of the squares that bound all small parts.</summary>
    public Losses Losses { get; }

    /// <summary>The summand, plus these squares, is at least (pi/2) d_i.d_j + (s - r) y + c* d_i.d_j.</summary>
    public Known Summed { get; }

    private static Term Row(Term diagonal) => Substitution.Apply(diagonal, new Dictionary<string, Term>(Names(diagonal)));

    // A term over entries (i, i) as one over those at i of a pair.
    private static IEnumerable<KeyValuePair<string, Term>> Names(Term term)
    {
        var pending = new Stack<Term>([term]);
        while (pending.TryPop(out Term? next))
        {
            if (next.Name is { } name)
            {
                yield return new(name, Term.Variable($"(entry (row {name[7..]})"));
            }

            foreach (Term operand in new[] { next.Left, next.Right }.OfType<Term>())
            {
                pending.Push(operand);
            }
        }
    }

    /// <summary>A rational number near another, with a short name.</summary>
    internal static Rational Nearby(Rational value) => new((long)Math.Round(value.ToDouble() * 10_000), 10_000);

    /// <summary>A rational number a little above another.</summary>
    internal static Rational Above(double value) => new((long)Math.Ceiling(value * 1_000_000) + 1, 1_000_000);

    // (1 + m)^2 (1 - s^2) >= 1.
    private static Rational ArcsineSlope(Rational s) => Above((1 / Math.Sqrt(1 - Math.Pow(s.ToDouble(), 2))) - 1);
}
