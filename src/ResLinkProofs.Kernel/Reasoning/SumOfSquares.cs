using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>A term of a polynomial in indeterminates, immutable.</summary>
/// <remarks>Indeterminate i is variable i below the number of variables, and from there on the value of
/// a function that occurs, in the order in which <see cref="BoxReasoner.Facts"/> meets them.</remarks>
public sealed class PolynomialTerm
{
    /// <summary>A coefficient times powers of indeterminates.</summary>
    /// <param name="coefficient">The coefficient.</param>
    /// <param name="factors">Indeterminates with exponents of at least 1, by increasing index; none for a constant.</param>
    public PolynomialTerm(Rational coefficient, params IEnumerable<(int Indeterminate, int Exponent)> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        Coefficient = coefficient;
        Factors = [.. factors];
    }

    /// <summary>The coefficient.</summary>
    public Rational Coefficient { get; }

    /// <summary>Indeterminates with their exponents.</summary>
    public IReadOnlyList<(int Indeterminate, int Exponent)> Factors { get; }
}

/// <summary>A positive number times the square of a polynomial, immutable.</summary>
public sealed class WeightedSquare
{
    /// <summary>A claimed square.</summary>
    /// <param name="weight">The number.</param>
    /// <param name="root">The terms of the polynomial that is squared.</param>
    public WeightedSquare(Rational weight, params IEnumerable<PolynomialTerm> root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Weight = weight;
        Root = [.. root];
    }

    /// <summary>The number.</summary>
    public Rational Weight { get; }

    /// <summary>The terms of the polynomial that is squared.</summary>
    public IReadOnlyList<PolynomialTerm> Root { get; }
}

/// <summary>A product of facts times a sum of squares, or an equation times a polynomial, immutable.</summary>
public sealed class SquaresTerm
{
    private SquaresTerm(IReadOnlyList<int> facts, IReadOnlyList<WeightedSquare> squares, IReadOnlyList<PolynomialTerm>? multiplier)
    {
        Facts = facts;
        Squares = squares;
        Multiplier = multiplier;
    }

    /// <summary>
    /// The facts that are multiplied, as <see cref="BoxReasoner.Facts"/> numbers them; the one equation where there is a multiplier.
    /// </summary>
    public IReadOnlyList<int> Facts { get; }

    /// <summary>The squares that are added and multiplied with the facts; none for an equation.</summary>
    public IReadOnlyList<WeightedSquare> Squares { get; }

    /// <summary>What an equation is multiplied with; null for facts that are not negative.</summary>
    public IReadOnlyList<PolynomialTerm>? Multiplier { get; }

    /// <summary>A product of facts, none of them an equation, times a sum of squares.</summary>
    /// <param name="facts">The facts; none for a plain sum of squares.</param>
    /// <param name="squares">The squares.</param>
    public static SquaresTerm Of(IEnumerable<int> facts, IEnumerable<WeightedSquare> squares) => new([.. facts], [.. squares], null);

    /// <summary>An equation times a polynomial of any sign.</summary>
    /// <param name="equation">The fact.</param>
    /// <param name="multiplier">The terms of the polynomial.</param>
    public static SquaresTerm Of(int equation, IEnumerable<PolynomialTerm> multiplier) => new([equation], [], [.. multiplier]);
}

/// <summary>
/// A contradiction between polynomial facts (Positivstellensatz): terms that cannot be negative, one of which is
/// positive, with the sum zero. Immutable; only <see cref="BoxReasoner.IsRefutedBySquares"/> finds out whether it is one.
/// </summary>
public sealed class SumOfSquares
{
    /// <summary>A claimed contradiction.</summary>
    /// <param name="terms">The terms.</param>
    public SumOfSquares(params IEnumerable<SquaresTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Terms = [.. terms];
    }

    /// <summary>The terms.</summary>
    public IReadOnlyList<SquaresTerm> Terms { get; }
}

/// <summary>A polynomial whose sign is known at every point of interest, immutable.</summary>
/// <param name="Index">Its number, or <see cref="Law"/>: the node of an atom; from the number of nodes
/// on twice the indeterminate, plus 1 for an upper end of its range or its second bound.</param>
/// <param name="IsEquation">True when it is zero there, false when it is not negative.</param>
/// <param name="IsStrict">True when it is positive there.</param>
/// <param name="Terms">The polynomial, in normal form.</param>
public sealed record PolynomialFact(int Index, bool IsEquation, bool IsStrict, IReadOnlyList<PolynomialTerm> Terms)
{
    /// <summary>In place of a number: an equation that always holds, and is used without being mentioned.</summary>
    public const int Law = -1;
}
