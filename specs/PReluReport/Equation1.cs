using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>Equation (1) of the PReLU report: y = |sigma(Wx + x)|_1, "where |.|_1 denotes L1-norm which is the sum of all elements".</summary>
public sealed class Equation1 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Equation (1)");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("L1-norm which is the sum of all elements", "Equation 1"),
            Severity = new Severity.Substantive(),
            Text = "For z = Wx + x and any slope α, the L1 norm |σ(z)|₁ is the sum of all elements: Σ|σ(z_i)| = Σσ(z_i).",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], NormIsSum),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "y is the sum of the elements, as equation (4) has it; the norm is that sum only for α ≤ 0, since σ(z) = αz is negative for α > 0 and z < 0",
            Text = "For every α ≤ 0, σ(z_i) ≥ 0, so that the norm is the sum.",
            Proposition = StatementProposition.Of(IsNonnegative()),
        };
    }

    private static Statement NormIsSum(int d)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", -3, 3);
        Term[] outputs = Array.ConvertAll(PRelu.Vector(forAll, "z", d, 10), z => PRelu.Activation(z, alpha));
        return forAll.Conclude(Term.Sum(outputs.Select(Term.Abs)).EqualTo(Term.Sum(outputs)));
    }

    private static Statement IsNonnegative()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", upper: 0), z = forAll.Real("z");
        return forAll.Conclude(PRelu.Activation(z, alpha) >= 0);
    }
}
