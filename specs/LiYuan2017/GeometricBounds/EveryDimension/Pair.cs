using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

/// <summary>What is known of a and b together: ⟨a, b⟩ is at most |a||b|, and |D|² = |a|² - 2⟨a, b⟩ + |b|².</summary>
internal sealed class Pair
{
    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation.</param>
    /// <param name="a">What is known of a.</param>
    /// <param name="b">What is known of b.</param>
    public Pair(DerivationBuilder build, Lengths a, Lengths b)
    {
        (Term r, Term s, Term p) = (a.Length, b.Length, Fact.Inner(A, B));
        Distance = build.TraceIdentity((1, D, D), (-1, A, A), (2, A, B), (-1, B, B));
        DistanceSign = build.SquareOf((1, D));
        Cauchy = build.Combine(
            Scope.Whole, r * s >= p, [build.SquareOf((s, A), (-r, B)), new(Term.Square(s), a.Root), new(Term.Square(r), b.Root)], a.Positive, b.Positive);
        CosineMost = build.Combine(
            Scope.Whole, 1 - (a.Inverse * b.Inverse * p) >= 0, [Cauchy, new(p * s * b.Inverse, a.Quotient), new(p, b.Quotient)], a.Positive, b.Positive);
    }

    /// <summary>|D|² = |a|² - 2⟨a, b⟩ + |b|².</summary>
    public Known Distance { get; }

    /// <summary>|D|² ≥ 0.</summary>
    public Known DistanceSign { get; }

    /// <summary>|a||b| ≥ ⟨a, b⟩.</summary>
    public Known Cauchy { get; }

    /// <summary>1 ≥ ⟨a, b⟩/(|a||b|).</summary>
    public Known CosineMost { get; }
}
