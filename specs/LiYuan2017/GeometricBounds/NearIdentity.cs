using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// The setting of the geometric bounds: vectors a and b in the ball of radius gamma around a unit vector e. The three span at
/// most three dimensions, and a rotation about e puts a into the first two: e = (1, 0, 0), a = (1 + a1, a2, 0), b = (1 + b1, b2, b3).
/// </summary>
internal sealed class NearIdentity
{
    /// <summary>Quantifies over gamma in [1/1000, 3/10] and over both vectors.</summary>
    public NearIdentity(Quantifier forAll)
    {
        var largest = new Rational(3, 10);
        Gamma = forAll.Real("γ", new Rational(1, 1000), largest);
        Term a1 = forAll.Real("a1", -largest, largest), a2 = forAll.Real("a2", -largest, largest);
        Term b1 = forAll.Real("b1", -largest, largest), b2 = forAll.Real("b2", -largest, largest), b3 = forAll.Real("b3", -largest, largest);
        forAll.Given(Term.Square(a1) + Term.Square(a2) <= Term.Square(Gamma));
        forAll.Given(Term.Square(b1) + Term.Square(b2) + Term.Square(b3) <= Term.Square(Gamma));
        A = new SymbolicVector([1 + a1, a2, Term.Zero]);
        B = new SymbolicVector([1 + b1, b2, b3]);
        Difference = new SymbolicVector([b1 - a1, b2 - a2, b3]);
    }

    /// <summary>The radius.</summary>
    public Term Gamma { get; }

    /// <summary>The vector a.</summary>
    public SymbolicVector A { get; }

    /// <summary>The vector b.</summary>
    public SymbolicVector B { get; }

    /// <summary>D = b - a.</summary>
    public SymbolicVector Difference { get; }

    /// <summary>|D|^2, without a root.</summary>
    public Term SquaredDistance => Difference.Dot(Difference);
}
