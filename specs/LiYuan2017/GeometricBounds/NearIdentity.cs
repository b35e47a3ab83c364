using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// The setting of the geometric bounds: vectors a and b in the ball of radius gamma around a unit vector e. The three span at
/// most three dimensions, and a rotation about e puts a into the first two: a = e + gamma (a1, a2, 0), b = e + gamma (b1, b2, b3).
/// </summary>
public sealed class NearIdentity
{
    private readonly Quantifier _forAll;

    /// <summary>Quantifies over both vectors.</summary>
    internal NearIdentity(Quantifier forAll, Term gamma)
    {
        _forAll = forAll;
        Gamma = gamma;
        Term a1 = forAll.Real("a1", -1, 1), a2 = forAll.Real("a2", -1, 1);
        Term b1 = forAll.Real("b1", -1, 1), b2 = forAll.Real("b2", -1, 1), b3 = forAll.Real("b3", -1, 1);
        forAll.Given(Term.Square(a1) + Term.Square(a2) <= 1);
        forAll.Given(Term.Square(b1) + Term.Square(b2) + Term.Square(b3) <= 1);
        A = new SymbolicVector([1 + (gamma * a1), gamma * a2, Term.Zero]);
        B = new SymbolicVector([1 + (gamma * b1), gamma * b2, gamma * b3]);
        Difference = new SymbolicVector([gamma * (b1 - a1), gamma * (b2 - a2), gamma * b3]);
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

    /// <summary>2 gamma sqrt(1 - gamma^2), the largest cosine between directions near two orthogonal unit vectors.</summary>
    public Term LargestCosine => 2 * Gamma * Term.Sqrt(1 - Term.Square(Gamma));

    /// <summary>
    /// Quantifies over the direction p of a vector within gamma of another unit vector, orthogonal to e: its part in the
    /// space of e, a and b. Exactly the parts (gamma p1, q sqrt(1 - gamma^2 p1^2)) with |p1| at most 1 and |q| at most 1 occur.
    /// </summary>
    /// <returns>The cosines of a and of b with p.</returns>
    internal (Term A, Term B) CosinesWithNeighbour()
    {
        Term p1 = _forAll.Real("p1", -1, 1), p2 = _forAll.Real("p2", -1, 1), p3 = _forAll.Real("p3", -1, 1);
        _forAll.Given(Term.Square(p2) + Term.Square(p3) <= 1);
        Term across = Term.Sqrt(1 - Term.Square(Gamma * p1));
        Term[] p = [Gamma * p1, across * p2, across * p3];
        return (SymbolicVector.Dot(A.Direction, p), SymbolicVector.Dot(B.Direction, p));
    }

    /// <summary>|h b - k a| for two factors.</summary>
    internal Term DistanceOfMultiples(Term h, Term k) =>
        new SymbolicVector(A.Entries.Zip(B.Entries, (x, y) => (h * y) - (k * x))).Norm;
}
