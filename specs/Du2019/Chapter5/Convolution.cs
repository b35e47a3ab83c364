using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// The population loss of chapter 5 and its gradient by the second layer, for second layers a and a* with k entries. The angle enters through g = g(phi) alone, and pi may be any number
/// where an identity does not depend on it.
/// </summary>
/// <param name="a">a.</param>
/// <param name="teacher">a*.</param>
/// <param name="norm">|w*|.</param>
/// <param name="g">g(phi).</param>
/// <param name="pi">pi, or a variable.</param>
internal sealed class Convolution(IReadOnlyList<Term> a, IReadOnlyList<Term> teacher, Term norm, Term g, Term pi)
{
    /// <summary>a^T a*.</summary>
    public Term Signal => Dot(a, teacher);

    /// <summary>1^T a.</summary>
    public Term Total => Term.Sum(a);

    /// <summary>1^T a*.</summary>
    public Term TeacherTotal => Term.Sum(teacher);

    /// <summary>|a*|^2.</summary>
    public Term TeacherSquare => Dot(teacher, teacher);

    /// <summary>4 pi times the loss, with a coefficient of the last term |w*| 1^T a 1^T a*.</summary>
    /// <param name="coefficient">Of |w*| 1^T a 1^T a* in 4 pi times the loss: -2; printed is -4 pi.</param>
    public Term ScaledLoss(Term coefficient) =>
        ((pi - 1) * Term.Square(norm) * TeacherSquare) + ((pi - 1) * Dot(a, a)) - (2 * (g - 1) * norm * Signal)
        + Term.Square(norm * TeacherTotal) + Term.Square(Total) + (coefficient * norm * Total * TeacherTotal);

    /// <summary>4 pi times the loss in the form that shows its sign.</summary>
    public Term ScaledLossAsSquares
    {
        get
        {
            Term[] difference = [.. a.Select((value, i) => value - (norm * teacher[i]))];
            return ((pi - 1) * Dot(difference, difference)) + Term.Square(Term.Sum(difference)) + (2 * (pi - g) * norm * Signal);
        }
    }

    /// <summary>2 pi times the gradient by a.</summary>
    public Term[] ScaledGradient => [.. a.Select((value, i) => Total + ((pi - 1) * value) - (norm * (TeacherTotal + ((g - 1) * teacher[i]))))];

    /// <summary>a after a step of size 2 pi h.</summary>
    /// <param name="h">eta/(2 pi).</param>
    public Term[] Step(Term h) => [.. ScaledGradient.Select((slope, i) => a[i] - (h * slope))];

    /// <summary>The inner product of two vectors.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Term Dot(IReadOnlyList<Term> left, IReadOnlyList<Term> right) =>
        Term.Sum(left.Select((value, i) => ReferenceEquals(value, right[i]) ? Term.Square(value) : value * right[i]));

    /// <summary>Quantifies over the entries of a vector.</summary>
    /// <param name="forAll">The quantifier.</param>
    /// <param name="name">The name of the vector.</param>
    /// <param name="k">Its length.</param>
    public static Term[] Vector(Quantifier forAll, string name, int k) => [.. Enumerable.Range(1, k).Select(i => forAll.Real($"{name}{i}"))];

    /// <summary>g(phi) = (pi - phi) cos phi + sin phi.</summary>
    /// <param name="phi">phi.</param>
    public static Term G(Term phi) => ((Term.Pi - phi) * Term.Cos(phi)) + Term.Sin(phi);
}
