using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>What the loss sees of an activation near W* = 0 to second order: moments of its derivative s(x) for x from N(0, 1).</summary>
/// <param name="Mean">E s(x).</param>
/// <param name="First">E s(x) x.</param>
/// <param name="Second">E s(x) x^2.</param>
/// <param name="Square">E s(x)^2.</param>
/// <param name="SquareFirst">E s(x)^2 x.</param>
/// <param name="SquareSecond">E s(x)^2 x^2.</param>
internal sealed record SlopeMoments(Term Mean, Term First, Term Second, Term Square, Term SquareFirst, Term SquareSecond)
{
    /// <summary>PReLU: s is 1 or alpha with probability 1/2 each.</summary>
    /// <param name="alpha">The slope.</param>
    /// <param name="halfMean">E max(x, 0) = 1/sqrt(2 pi), or a variable in its place.</param>
    public static SlopeMoments OfPRelu(Term alpha, Term halfMean)
    {
        Term mean = (1 + alpha) / 2, square = (1 + Term.Square(alpha)) / 2;
        return new(mean, (1 - alpha) * halfMean, mean, square, (1 - Term.Square(alpha)) * halfMean, square);
    }

    /// <summary>sigma(z) = z^2: s(x) = 2x.</summary>
    public static SlopeMoments OfSquare { get; } = new(0, 2, 0, 4, 0, 12);

    /// <summary>sigma(z) = erf(z/sqrt 2): s(x) = sqrt(2/pi) exp(-x^2/2), and E exp(-t x^2/2) = 1/sqrt(1 + t).</summary>
    /// <param name="mean">1/sqrt pi, or a variable in its place.</param>
    /// <param name="root">1/sqrt 3, or a variable in its place.</param>
    public static SlopeMoments OfErrorFunction(Term mean, Term root) =>
        new(mean, 0, mean / 2, 2 * root * Term.Square(mean), 0, Term.Ratio(2, 3) * root * Term.Square(mean));

    /// <summary>E s^2 - (E s)^2 - (E s x)^2: the least ratio of <see cref="FirstOrderForm"/> over matrices D with a zero diagonal and D + D^T = 0, Du = 0.</summary>
    public Term OffDiagonal => Square - Term.Square(Mean) - Term.Square(First);

    /// <summary>E (sx)^2 - (E sx)^2 - (E s x^2)^2: the same on the diagonal.</summary>
    public Term Diagonal => SquareSecond - Term.Square(First) - Term.Square(Second);

    /// <summary>E s(x)^a x^b for a, b at most 2.</summary>
    public Term Of(int slopes, int inputs) => (slopes, inputs) switch
    {
        (0, 0) or (0, 2) => Term.One,
        (0, 1) => Term.Zero,
        (1, 0) => Mean,
        (1, 1) => First,
        (1, 2) => Second,
        (2, 0) => Square,
        (2, 1) => SquareFirst,
        (2, 2) => SquareSecond,
        _ => throw new ArgumentOutOfRangeException(nameof(slopes), (slopes, inputs), "Moments are known up to the second order in each."),
    };
}
