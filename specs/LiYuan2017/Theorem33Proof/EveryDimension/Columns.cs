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
    }

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
