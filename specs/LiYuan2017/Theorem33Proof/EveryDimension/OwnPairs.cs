using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>The columns a_j and b_j of one j: with r = |a_j|, s = |b_j|, n = |d_j| and the cosine c of the two, (a_j/r).d_j = s c - r, n^2 = r^2 + s^2 - 2 r s c, and c is near 1 (bound G3).</summary>
internal sealed class OwnPairs
{
    private const Scope Same = Scope.Diagonal;

    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation.</param>
    /// <param name="a">The columns a_j.</param>
    /// <param name="b">The columns b_j.</param>
    /// <param name="gamma">The bound of |W|_2 and |W*|_2.</param>
    public OwnPairs(DerivationBuilder build, Columns a, Columns b, Rational gamma)
    {
        MatrixTerm product = M.B.Transpose() * M.A, along = M.DirectionsOfA.Transpose() * M.D, gram = M.D.Transpose() * M.D;
        (Term r, Term s, Term p) = (a.Length, b.Length, Entries.Of(product, Same));
        (Cosine, Projection, SquaredLength) = (Entries.Of(M.CosinesOfB, Same), Entries.Of(along, Same), Entries.Of(gram, Same));
        Known turned = build.Identity(Same, (1, M.CosinesOfB), (-1, M.InverseLengthsOfB * (product * M.InverseLengthsOfA)));
        OfProduct = build.Combine(Same, (r * s * Cosine).EqualTo(p), [new(r * s, turned), new(p * a.Inverse * r, b.Quotient), new(p, a.Quotient)]);
        Known projected = build.Identity(Same, (1, along), (-1, M.InverseLengthsOfA * (M.A.Transpose() * M.B)), (1, M.InverseLengthsOfA * (M.A.Transpose() * M.A)));
        OfProjection = build.Combine(
            Same, Projection.EqualTo((s * Cosine) - r), [projected, new(a.Inverse, OfProduct), new(s * Cosine, a.Quotient), new(a.Inverse, a.Root), new(r, a.Quotient)]);
        Known squared = build.Identity(Same, (1, gram), (-1, M.B.Transpose() * M.B), (2, product), (-1, M.A.Transpose() * M.A));
        OfLength = build.Combine(Same, SquaredLength.EqualTo(Term.Square(r) + Term.Square(s) - (2 * r * s * Cosine)), [squared, a.Root, b.Root, OfProduct]);

        // n is at most |D|, and n^2 >= 2 r s (1 - c).
        (Rational bound, Known norm) = build.BoundNorm(gram, (1, [M.D.Transpose(), M.D]));
        Known most = build.Combine(Same, bound >= SquaredLength, [build.EntryBound(Same, 1, gram), norm]);
        Rational least = 1 - gamma;
        Versine = bound / (2 * least * least);
        Least = build.Combine(
            Same,
            Cosine >= 1 - Versine,
            [most, OfLength, new(s - r), new(1, a.Least, b.Positive), b.Least, Candidate.One],
            a.Positive,
            b.Positive);
        Largest = build.Combine(Same, 1 >= Cosine, [build.ColumnSquare(Same, (1, M.DirectionsOfB, 1), (1, M.DirectionsOfA, -1)), a.Unit, b.Unit]);
    }

    /// <summary>c.</summary>
    public Term Cosine { get; }

    /// <summary>(a_j/r).d_j.</summary>
    public Term Projection { get; }

    /// <summary>n^2.</summary>
    public Term SquaredLength { get; }

    /// <summary>r s c is a_j.b_j.</summary>
    public Known OfProduct { get; }

    /// <summary>(a_j/r).d_j = s c - r.</summary>
    public Known OfProjection { get; }

    /// <summary>n^2 = r^2 + s^2 - 2 r s c.</summary>
    public Known OfLength { get; }

    /// <summary>The bound of 1 - c.</summary>
    public Rational Versine { get; }

    /// <summary>c >= 1 - versine.</summary>
    public Known Least { get; }

    /// <summary>1 >= c.</summary>
    public Known Largest { get; }
}
