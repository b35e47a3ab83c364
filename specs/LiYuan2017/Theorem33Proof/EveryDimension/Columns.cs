using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>What is known of the columns x_j of X = I + U, with |U|_2 at most gamma: lengths, directions, and how far the matrix of directions is from the identity.</summary>
internal sealed class Columns
{
    private readonly DerivationBuilder _build;

    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation.</param>
    /// <param name="perturbation">U, a bound of whose norm is known.</param>
    /// <param name="identity">I.</param>
    /// <param name="matrix">X.</param>
    /// <param name="lengths">A matrix with |x_j| on its diagonal.</param>
    /// <param name="inverses">The diagonal matrix of 1/|x_j|.</param>
    public Columns(DerivationBuilder build, MatrixTerm perturbation, MatrixTerm identity, MatrixTerm matrix, MatrixTerm lengths, MatrixTerm inverses)
    {
        (_build, Matrix, Lengths, Inverses, Directions) = (build, matrix, lengths, inverses, matrix * inverses);
        Rational gamma = build.NormOf(perturbation).Bound, least = 1 - gamma, largest = 1 + gamma;
        build.BoundNorm(matrix, (1, [identity]), (1, [perturbation]));

        // Squared lengths: |x_j - least e_j|^2 >= 0 and X_jj >= least; and an entry of X^T X is at most |X|^2.
        MatrixTerm gram = matrix.Transpose() * matrix;
        Square = Entries.Of(gram, Scope.Diagonal);
        Known off = build.ColumnSquare(Scope.Diagonal, (1, matrix, 1), (1, identity, -least));
        Known own = build.Identity(Scope.Diagonal, (1, matrix.Transpose() * identity), (-1, identity), (-1, perturbation));
        Known unit = build.Identity(Scope.Diagonal, (1, identity.Transpose() * identity), (-1, identity));
        Known entry = build.EntryBound(Scope.Diagonal, -1, perturbation);
        AboveSquare = build.Combine(Scope.Diagonal, Square >= least * least, [off, own, unit, entry, build.NormOf(perturbation).Fact, Candidate.One]);
        (Rational bound, Known norm) = build.BoundNorm(gram, (1, [matrix.Transpose(), matrix]));
        BelowSquare = build.Combine(Scope.Diagonal, bound >= Square, [build.EntryBound(Scope.Diagonal, 1, gram), norm]);

        // Lengths r and their inverses k.
        Length = Term.Sqrt(Square);
        Inverse = 1 / Length;
        Known nonnegative = build.Combine(Scope.Diagonal, Square >= 0, [AboveSquare, Candidate.One]);
        Root = build.Law(Scope.Diagonal, 0, [Square], nonnegative);
        Known sign = build.Law(Scope.Diagonal, 1, [Square], nonnegative);
        Least = build.Combine(Scope.Diagonal, Length >= least, [AboveSquare, Root], build.Combine(Scope.Diagonal, Length + least > 0, [sign, Candidate.One]));
        Largest = build.Combine(Scope.Diagonal, largest >= Length, [BelowSquare, Root], build.Combine(Scope.Diagonal, Length + largest > 0, [sign, Candidate.One]));
        Positive = build.Combine(Scope.Diagonal, Length > 0, [Least, Candidate.One]);
        Quotient = build.Law(Scope.Diagonal, 2, [1, Length], Positive);
        InverseLeast = build.Combine(Scope.Diagonal, Inverse >= 1 / largest, [Quotient, Largest], Positive);
        InverseLargest = build.Combine(Scope.Diagonal, 1 / least >= Inverse, [Quotient, Least], Positive);
        InversePositive = build.Combine(Scope.Diagonal, Inverse > 0, [InverseLeast, Candidate.One]);

        // X K - I = (X - R) K with R, K the diagonal matrices of lengths and inverses, and X - R = U + (I - R).
        MatrixTerm diagonal = lengths.Diagonal(), gap = (identity - lengths).Diagonal(), rest = matrix - diagonal, deviation = Directions - identity;
        build.BoundDiagonal(identity - lengths, gamma, [Least], [Largest]);
        build.BoundNorm(perturbation + gap, (1, [perturbation]), (1, [gap]));
        build.BoundByEqual(rest, perturbation + gap, [], []);
        build.BoundDiagonal(inverses.Operands[0], 1 / least, [InverseLargest], [InversePositive, Candidate.One]);
        build.BoundNorm(rest * inverses, (1, [rest, inverses]));
        build.BoundByEqual(deviation, rest * inverses, [Quotient], []);
        build.BoundNorm(Directions, (1, [identity]), (1, [deviation]));
        Deviation = deviation;

        // Directions have length 1.
        MatrixTerm cosines = Directions.Transpose() * Directions;
        Known turned = build.Identity(Scope.Diagonal, (1, cosines), (-1, inverses * (gram * inverses)));
        Unit = build.Combine(Scope.Diagonal, Entries.Of(cosines, Scope.Diagonal).EqualTo(1), [turned, new Candidate(Term.Square(Inverse), Root), new Candidate((Inverse * Length) + 1, Quotient)]);

        // |direction - e_j|^2 = 2 - 2 X_jj/r, where 2 X_jj = r^2 + 1 - |u_j|^2 >= r^2 + t^2 >= 2 r t for t^2 <= 1 - gamma^2 (bound G16).
        MatrixTerm own2 = perturbation.Transpose() * perturbation, tilt = deviation.Transpose() * deviation;
        (Rational most, Known ownNorm) = build.BoundNorm(own2, (1, [perturbation.Transpose(), perturbation]));
        Known ownMost = build.Combine(Scope.Diagonal, most >= Entries.Of(own2, Scope.Diagonal), [build.EntryBound(Scope.Diagonal, 1, own2), ownNorm]);
        Known squared = build.Identity(Scope.Diagonal, (1, gram), (-1, identity), (-2, perturbation), (-1, own2));
        Known expanded = build.Identity(Scope.Diagonal, (1, tilt), (-1, cosines), (-1, identity), (2, Directions));
        var root = new Rational((long)Math.Floor(Math.Sqrt(1 - (gamma * gamma).ToDouble()) * 1_000_000_000), 1_000_000_000);
        SquaredTilt = 2 * (1 - root);
        TiltMost = build.Combine(
            Scope.Diagonal,
            SquaredTilt >= Entries.Of(tilt, Scope.Diagonal),
            [new(Length, expanded), new(Length, Unit), squared, ownMost, new(Length - root), Root, Quotient, new(Entries.Of(perturbation, Scope.Diagonal), Quotient), Candidate.One],
            Positive);
        TiltSign = build.ColumnSquare(Scope.Diagonal, (1, deviation, 1), (1, deviation, 0));

        // r - 1 - u_jj lies between 0 and gamma^2/2 (bound G13), for u_jj = U_jj.
        Term u = Entries.Of(perturbation, Scope.Diagonal);
        Known column = build.Identity(Scope.Diagonal, (1, perturbation.Transpose() * identity), (-1, perturbation));
        Known ownLeast = build.Combine(
            Scope.Diagonal,
            Entries.Of(own2, Scope.Diagonal) >= Term.Square(u),
            [build.ColumnSquare(Scope.Diagonal, (1, perturbation, 1), (1, identity, -u)), new(u, column), new(Term.Square(u), unit)]);
        Known sumPositive = build.Combine(Scope.Diagonal, Length + 1 + u > 0, [Positive, entry, build.NormOf(perturbation).Fact, Candidate.One]);
        Known excess = build.Combine(Scope.Diagonal, Length - 1 - u >= 0, [Root, squared, ownLeast], sumPositive);
        Known excessMost = build.Combine(Scope.Diagonal, (most / 2) - (Length - 1 - u) >= 0, [Root, squared, ownMost, new(Length - 1)]);

        // Row j of X K - I = (X - R) K: that of X - R = U + (I - R) is at most (|U e|^2 + (r - 1 - u)^2)^(1/2).
        MatrixTerm rows = perturbation * perturbation.Transpose(), restRows = rest * rest.Transpose(), spread = deviation * deviation.Transpose();
        MatrixTerm scaledRest = inverses * rest.Transpose(), scaledRows = scaledRest.Transpose() * scaledRest;
        (Rational rowMost, Known rowNorm) = build.BoundNorm(rows, (1, [perturbation, perturbation.Transpose()]));
        Known ofRows = build.Combine(Scope.Diagonal, rowMost >= Entries.Of(rows, Scope.Diagonal), [build.EntryBound(Scope.Diagonal, 1, rows), rowNorm]);
        Known restExpanded = build.Identity(
            Scope.Diagonal, (1, restRows), (-1, rows), (-1, identity), (-2, perturbation), (2, perturbation * diagonal), (2, diagonal), (-1, diagonal * diagonal));
        Rational restMost = rowMost + (most * most / 4);
        Known ofRest = build.Combine(
            Scope.Diagonal,
            restMost >= Entries.Of(restRows, Scope.Diagonal),
            [restExpanded, ofRows, new(u), new(1, excess, excessMost), excessMost]);
        Known restSign = build.ColumnSquare(Scope.Diagonal, (1, rest.Transpose(), 1), (1, rest.Transpose(), 0));
        (Rational inverseBound, Known inverseNorm) = build.NormOf(inverses);
        Known scaledBound = build.Combine(
            Scope.Diagonal,
            inverseBound * inverseBound * restMost >= Entries.Of(scaledRows, Scope.Diagonal),
            [
                build.Pair(Rule.ProductFromLeft, inverses, rest.Transpose(), Scope.Diagonal),
                new(1, inverseNorm, build.NormIsNonnegative(inverses), restSign), new(1, inverseNorm, restSign), ofRest,
            ]);
        Known spreadExpanded = build.Identity(
            Scope.Diagonal, (1, spread), (-1, scaledRows), (2, matrix * inverses), (-1, identity), (-2, matrix * inverses * inverses * diagonal),
            (1, diagonal * (inverses * (inverses * diagonal))));
        SquaredSpread = inverseBound * inverseBound * restMost;
        SpreadMost = build.Combine(
            Scope.Diagonal,
            SquaredSpread >= Entries.Of(spread, Scope.Diagonal),
            [spreadExpanded, scaledBound, new((1 + u) * Inverse, Quotient), new((Inverse * Length) + 1, Quotient)]);
    }

    /// <summary>|direction of x_j - e_j|^2 is not negative.</summary>
    public Known TiltSign { get; }

    /// <summary>The bound of the squared length of row j of the directions minus the identity.</summary>
    public Rational SquaredSpread { get; }

    /// <summary>It is not above.</summary>
    public Known SpreadMost { get; }

    /// <summary>The bound of |direction of x_j - e_j|^2.</summary>
    public Rational SquaredTilt { get; }

    /// <summary>It is not above.</summary>
    public Known TiltMost { get; }

    /// <summary>X.</summary>
    public MatrixTerm Matrix { get; }

    /// <summary>A matrix with |x_j| on its diagonal.</summary>
    public MatrixTerm Lengths { get; }

    /// <summary>The diagonal matrix of 1/|x_j|.</summary>
    public MatrixTerm Inverses { get; }

    /// <summary>The directions x_j/|x_j|.</summary>
    public MatrixTerm Directions { get; }

    /// <summary>The directions minus the identity, a bound of whose norm is known.</summary>
    public MatrixTerm Deviation { get; }

    /// <summary>|x_j|^2.</summary>
    public Term Square { get; }

    /// <summary>|x_j|.</summary>
    public Term Length { get; }

    /// <summary>1/|x_j|.</summary>
    public Term Inverse { get; }

    /// <summary>|x_j|^2 >= (1 - gamma)^2.</summary>
    public Known AboveSquare { get; }

    /// <summary>(1 + gamma)^2 >= |x_j|^2.</summary>
    public Known BelowSquare { get; }

    /// <summary>The square of the length is the squared length.</summary>
    public Known Root { get; }

    /// <summary>|x_j| >= 1 - gamma.</summary>
    public Known Least { get; }

    /// <summary>1 + gamma >= |x_j|.</summary>
    public Known Largest { get; }

    /// <summary>|x_j| > 0.</summary>
    public Known Positive { get; }

    /// <summary>(1/|x_j|) |x_j| = 1.</summary>
    public Known Quotient { get; }

    /// <summary>1/|x_j| >= 1/(1 + gamma).</summary>
    public Known InverseLeast { get; }

    /// <summary>1/(1 - gamma) >= 1/|x_j|.</summary>
    public Known InverseLargest { get; }

    /// <summary>1/|x_j| > 0.</summary>
    public Known InversePositive { get; }

    /// <summary>The direction of x_j has length 1.</summary>
    public Known Unit { get; }

    /// <summary>A fact about x_j as one about x_i, for every pair.</summary>
    public Known OfRow(Known fact) => _build.At(Rule.AtRow, fact);
}
