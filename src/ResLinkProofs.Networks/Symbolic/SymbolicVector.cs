using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>A vector of terms with its Euclidean norm and direction.</summary>
public sealed class SymbolicVector
{
    private readonly Term[] _entries;
    private readonly Term[] _direction;

    /// <summary>Wraps the entries.</summary>
    /// <param name="entries">At least one term.</param>
    public SymbolicVector(IEnumerable<Term> entries)
    {
        _entries = [.. entries];
        Norm = Term.Sqrt(Term.Sum(_entries.Select(Term.Square)));
        _direction = Array.ConvertAll(_entries, e => e / Norm);
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<Term> Entries => _entries;

    /// <summary>The Euclidean norm.</summary>
    public Term Norm { get; }

    /// <summary>The entries divided by the norm; undefined for the zero vector.</summary>
    public IReadOnlyList<Term> Direction => _direction;

    /// <summary>The inner product.</summary>
    /// <param name="other">A vector of the same length.</param>
    public Term Dot(SymbolicVector other) => Dot(_entries, other._entries);

    /// <summary>The inner product of two lists of terms.</summary>
    /// <param name="left">The first list.</param>
    /// <param name="right">The second list, as long as the first.</param>
    public static Term Dot(IReadOnlyList<Term> left, IReadOnlyList<Term> right) => Term.Sum(left.Zip(right, (a, b) => a * b));
}

/// <summary>The angle between two vectors, in [0, pi], with its sine.</summary>
/// <param name="Radians">The angle.</param>
/// <param name="Sine">Its sine, in [0, 1].</param>
public sealed record SymbolicAngle(Term Radians, Term Sine)
{
    /// <summary>The angle of a vector with itself.</summary>
    public static SymbolicAngle Zero { get; } = new(Term.Zero, Term.Zero);

    /// <summary>
    /// The angle between vectors that may be far from parallel: pi/2 - arcsin of the cosine. The clamp changes nothing
    /// mathematically and keeps enclosures inside the domain of arcsin.
    /// </summary>
    /// <param name="u">A vector that is not zero.</param>
    /// <param name="v">A vector that is not zero.</param>
    public static SymbolicAngle FromCosine(SymbolicVector u, SymbolicVector v)
    {
        Term cosine = Term.Max(-1, Term.Min(1, SymbolicVector.Dot(u.Direction, v.Direction)));
        return new((Term.Pi / 2) - Term.Asin(cosine), Term.Sqrt(Term.Max(0, 1 - Term.Square(cosine))));
    }

    /// <summary>
    /// The angle between vectors that may be parallel: 2 arcsin of half the chord between their directions, which keeps all
    /// digits near zero.
    /// </summary>
    /// <param name="u">A vector that is not zero.</param>
    /// <param name="v">A vector that is not zero.</param>
    public static SymbolicAngle FromChord(SymbolicVector u, SymbolicVector v) =>
        FromChord(Term.Sqrt(Term.Sum(u.Direction.Zip(v.Direction, (a, b) => Term.Square(a - b)))));

    /// <summary>The angle whose chord on the unit circle has a given length.</summary>
    /// <param name="chord">The distance of two unit vectors, from 0 to 2.</param>
    public static SymbolicAngle FromChord(Term chord)
    {
        Term half = Term.Min(1, chord / 2);
        return new(2 * Term.Asin(half), 2 * half * Term.Sqrt(Term.Max(0, 1 - Term.Square(half))));
    }
}
