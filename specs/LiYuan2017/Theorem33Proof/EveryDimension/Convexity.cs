using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>
/// &lt;N, D&gt; &gt;= m F + g S + (pi/2) |Du|^2 in every dimension, F = |D|_F^2, S the sum of y_j and m a number: the comparisons of all pairs added up, and the squares in them bounded by norms.
/// </summary>
internal sealed class Convexity
{
    private readonly Setting _setting;
    private readonly DerivationBuilder _build;
    private readonly DiagonalPairs _same;

    /// <summary>Derives it.</summary>
    /// <param name="setting">Norms of matrices.</param>
    public Convexity(Setting setting)
    {
        (_setting, _build) = (setting, setting.Build);
        DerivationBuilder build = _build;
        _same = new DiagonalPairs(setting);
        var distinct = new DistinctPairs(setting, _same);
        DiagonalPairs same = _same;
        Losses losses = distinct.Losses;
        Rational least = 1 - setting.Gamma;
        (MatrixTerm column, MatrixTerm gram) = (Setting.Along.Column(), Setting.Gram);
        SquaredDistance = Fact.Inner(M.D, M.D);
        IsNonnegative = build.Sum(Relation.GreaterOrEqual, [(1, M.D, M.D)], [new(same.D)], [new(Entries.Of(M.D, Scope.OffDiagonal))]);

        // All pairs. For i = j: (s - r) y = (s - r - y) y + y^2 with y = D_jj + z.
        Rational tilt = DistinctPairs.Above(Math.Sqrt(setting.Student.SquaredTilt.ToDouble())), rest = (Rational.One / tilt) + 1 - losses.Tilt;
        Rational own = tilt + (rest * setting.Student.SquaredTilt) + (same.LargestProjection / (2 * least));
        Term constant = (Term.Pi / 2) - same.ThirdOrder - own;
        Term moved = Entries.Of(Setting.Moved, Scope.Diagonal), perturbed = Entries.Of(Setting.Perturbed, Scope.Diagonal);
        Known added = build.Sum(
            Relation.GreaterOrEqual,
            [
                (1, M.SupplementsOfB, M.B.Transpose() * M.D), (-1, M.SupplementsOfA, Setting.Moved), (1, M.Heights, column),
                .. losses.Parts(setting).Select(p => ((Term)p.Weight, p.Left, p.Right)),
                (-(Term.Pi / 2), M.J, gram), (-1, M.LengthsOfB.Row(), column), (1, M.LengthsOfA.Row(), column), (-1, Setting.OffB, gram),
                (-constant, M.I, gram),
            ],
            [
                same.Summed, new(1, same.Gap, same.AtMost), same.GapBound, same.OfEntry, new(same.Z - (same.D * tilt)), same.OfTilt, new(same.D),
                new(same.Y + same.D + same.Z, same.Split), new(same.Y), new(moved), new(perturbed),
            ],
            [distinct.Summed]);

        // <N, D> is the sum of all summands.
        MatrixTerm sums = (M.J * M.Heights).Diagonal();
        Known field = build.TraceIdentity(
            (1, M.ReluField, M.D), (-1, M.SupplementsOfB, M.B.Transpose() * M.D), (1, M.SupplementsOfA, Setting.Moved), (-1, sums, Setting.Along));
        Known onDiagonal = build.Sum(Relation.Equal, [(1, sums, Setting.Along), (-1, M.J * M.Heights, Setting.Along.Diagonal())], [], []);
        Known perColumn = build.TraceIdentity((1, M.J * M.Heights, Setting.Along.Diagonal()), (-1, M.Heights, column));

        // |Du|^2 is not negative; the sum of (s_i - r_i) y_j is g S.
        MatrixTerm displacement = M.D * MatrixTerm.Ones("d", "1");
        Known square = build.TraceIdentity((1, M.J, gram), (-1, displacement, displacement));
        Known squareSign = build.Sum(Relation.GreaterOrEqual, [(1, displacement, displacement)], [new(Entries.Of(displacement, Scope.All))], []);
        Known teacher = build.Pair(Rule.ProductOfTraces, M.LengthsOfB, Setting.Along), student = build.Pair(Rule.ProductOfTraces, M.LengthsOfA, Setting.Along);
        Projection = Fact.Inner(M.I, Setting.Along);
        ProjectionMost = build.Sum(Relation.GreaterOrEqual, [(1, M.I, M.LengthsOfB), (-1, M.I, M.LengthsOfA), (-1, M.I, Setting.Along)], [same.Gap], []);
        Known trace = build.TraceIdentity((1, M.I, gram), (-1, M.D, M.D));
        Known projectionLeast = build.Sum(
            Relation.GreaterOrEqual, [(Rational.One / (2 * least), M.I, gram), (-1, M.I, M.LengthsOfB), (1, M.I, M.LengthsOfA), (1, M.I, Setting.Along)], [same.GapBound], []);
        ProjectionLeast = build.Combine(Scope.Whole, SquaredDistance / (2 * (Term)least) >= M.Potential - Projection, [projectionLeast, trace]);

        // |<off C*, D^T D>| = |<D off C*, D>| is at most |off C*| F.
        Rational turning = build.NormOf(Setting.OffB).Bound;
        MatrixTerm turned = M.D * Setting.OffB;
        Known asProduct = build.TraceIdentity((1, Setting.OffB, gram), (-1, turned, M.D));
        Known young = build.Sum(
            Relation.GreaterOrEqual,
            [(Rational.One / (2 * turning), turned, turned), (turning / 2, M.D, M.D), (1, turned, M.D)],
            [new(Entries.Of(turned, Scope.Diagonal) + (turning * Entries.Of(M.D, Scope.Diagonal)))],
            [new(Entries.Of(turned, Scope.OffDiagonal) + (turning * Entries.Of(M.D, Scope.OffDiagonal)))]);

        // The squares.
        Known transposed = build.TraceIdentity((1, M.D.Transpose(), M.D.Transpose()), (-1, M.D, M.D));
        (Rational Bound, Known Fact)[] squares =
        [
            Product(Rule.ProductFromLeft, M.W.Transpose(), M.D), Product(Rule.ProductFromRight, M.D.Transpose(), setting.Student.Deviation, transposed),
            Product(Rule.ProductFromRight, M.D.Transpose(), M.DirectionsOfA, transposed), Product(Rule.ProductFromLeft, M.A.Transpose(), M.D),
            Weighted(Setting.OffA, atRow: true, setting.StudentColumns, trace), Weighted(Setting.OffA, atRow: false, setting.StudentColumns, trace),
            Weighted(Setting.OffB, atRow: true, setting.TeacherRows, trace), Weighted(Setting.OffB, atRow: false, setting.TeacherColumns, trace),
        ];
        Known product = Product(Rule.ProductFromRight, M.D, Setting.OffB).Fact;
        Rational[] weights = [losses.Perturbed, losses.Tilt, losses.Turned, losses.Moved, losses.StudentRow, losses.StudentColumn, losses.TeacherRow, losses.TeacherColumn];
        Rational lost = losses.Entries + losses.Transposed + turning + weights.Zip(squares, (w, s) => w * s.Bound).Aggregate((x, y) => x + y);
        Constant = constant - lost;
        Loss = lost + same.ThirdOrder + own;
        Shown = build.Combine(
            Scope.Whole,
            Fact.Inner(M.ReluField, M.D) >= (Constant * SquaredDistance) + (M.Potential * Projection),
            [
                added, field, onDiagonal, perColumn, square, squareSign, teacher, student, trace, asProduct, young, transposed, product, .. squares.Select(s => (Candidate)s.Fact),
                new(Term.Pi, square), new(Term.Pi, squareSign, PiIsPositive()), new(Term.Pi, trace), new(1, squareSign, PiIsPositive()),
            ]);
    }

    /// <summary>F.</summary>
    public Term SquaredDistance { get; }

    /// <summary>F >= 0.</summary>
    public Known IsNonnegative { get; }

    /// <summary>S, the sum of y_j.</summary>
    public Term Projection { get; }

    /// <summary>g >= S.</summary>
    public Known ProjectionMost { get; }

    /// <summary>S >= g - F/(2(1-gamma)).</summary>
    public Known ProjectionLeast { get; }

    /// <summary>The constant m, pi/2 minus <see cref="Loss"/>.</summary>
    public Term Constant { get; }

    /// <summary>What is lost of pi/2.</summary>
    public Rational Loss { get; }

    /// <summary>&lt;N, D&gt; >= m F + g S.</summary>
    public Known Shown { get; }

    /// <summary>pi is positive.</summary>
    public Known PiIsPositive() => _build.Decide(Scope.Whole, Term.Pi > 0);

    // The sum of all squared entries of a product: the squared norm of one factor times that of all entries of the other, which is D or its transpose.
    private (Rational Bound, Known Fact) Product(Rule rule, MatrixTerm x, MatrixTerm y, params Candidate[] more)
    {
        Known bound = _build.Pair(rule, x, y);
        MatrixTerm normed = rule == Rule.ProductFromLeft ? x : y;
        (Rational norm, Known fact) = _build.NormOf(normed);
        Term norms = Fact.Norm(normed);
        return (norm * norm, _build.Combine(
            Scope.Whole,
            norm * norm * SquaredDistance >= Fact.Inner(x * y, x * y),
            [bound, new(1, fact, IsNonnegative), new(1, _build.NormIsNonnegative(normed), fact, IsNonnegative), .. more.Select(m => new Candidate(Term.Square(norms), m.Facts))]));
    }

    // The sum of x_ij^2 |d_i|^2 (or |d_j|^2) over pairs: row by row (or column by column), of which the squared lengths are bounded.
    private (Rational Bound, Known Fact) Weighted(MatrixTerm x, bool atRow, (Rational Bound, Known Fact) lines, Known trace)
    {
        (MatrixTerm squares, MatrixTerm gram) = (Losses.Squares(x), Setting.Gram);
        (MatrixTerm lengths, MatrixTerm framed) = (gram.Diagonal(), atRow ? gram.Row() : gram.Column());
        (MatrixTerm scaled, MatrixTerm product) = atRow ? (lengths * x, x * x.Transpose()) : (x * lengths, x.Transpose() * x);
        Known entries = _build.Sum(Relation.Equal, [(1, squares, framed), (-1, x, scaled)], [], []);
        Known turned = _build.TraceIdentity((1, x, scaled), (-1, lengths, product));
        (Rational bound, Known entry) = lines;
        Known summed = _build.Sum(Relation.GreaterOrEqual, [(bound, lengths, M.I), (-1, lengths, product)], [new(1, _same.Length, entry)], []);
        Known identity = _build.Sum(Relation.Equal, [(1, lengths, M.I), (-1, gram, M.I)], [], []);
        return (bound, _build.Combine(Scope.Whole, bound * SquaredDistance >= Fact.Inner(squares, framed), [entries, turned, summed, identity, trace]));
    }
}
