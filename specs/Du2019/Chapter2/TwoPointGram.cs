using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>
/// The least eigenvalue of the Gram matrix of chapter 2 for two unit inputs at angle theta, c = cos theta:
/// lambda_0 = 1/2 - |c| (pi - arccos c) / (2 pi).
/// </summary>
public sealed class TwoPointGram : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Chapter 2 two-point Gram matrix is positive"),
            Text = "λ₀ = ½ - |c|(π - arccos c)/(2π) > 0 for c = cos θ in [-1, 999/1000]: inputs that are not parallel.",
            Proposition = StatementProposition.Of(Positive()),
        };
        yield return new Claim
        {
            Source = Du.Statement("Chapter 2 two-point Gram matrix and angle"),
            Text = "λ₀ ≥ θ/(2π) for θ in [0, π/2]; divided by θ², with λ₀ = ½(1 - cos θ) + θ cos θ/(2π): (1 - cos θ)/θ² (1 - θ/π)/2 ≥ 0.",
            Proposition = StatementProposition.Of(Angle()),
        };
    }

    private static Kernel.Statements.Statement Positive()
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("c", -1, new Rational(999, 1000));
        return forAll.Conclude(Term.Ratio(1, 2) - (Term.Abs(c) * (Term.Pi - Term.Acos(c)) / (2 * Term.Pi)) > 0);
    }

    private static Kernel.Statements.Statement Angle()
    {
        var forAll = new Quantifier();
        Term theta = forAll.Real("θ", 0, new Rational(8, 5)); // contains [0, π/2]
        return forAll.Conclude(Term.VersineQuotient(theta) * (1 - (theta / Term.Pi)) / 2 >= 0);
    }
}
