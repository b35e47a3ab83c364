using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>Lemma 2.1 of Li and Yuan (2017): the population gradient in closed form.</summary>
public sealed class Lemma21 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Lemma 2.1");
        const string Field = "Σ_i [π/2 (w*_i - w_i) + (π/2 - θ_i*j)(e_i + w*_i) - (π/2 - θ_ij)(e_i + w_i) "
            + "+ (|e_i + w*_i| sin θ_i*j - |e_i + w_i| sin θ_ij)(e_j + w_j)/|e_j + w_j|]";
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("If x ~ N(0, I), then -∇L(W)_j = Σ_i (π/2 (w*_i - w_i) + (π/2 - θ_{i*,j})(e_i + w*_i) - (π/2 - θ_{i,j})(e_i + w_i) + ...)", "Lemma 2.1"),
            Severity = new Severity.Substantive(),
            Text = $"If x ~ N(0, I) then -∇L(W)_j = {Field}.",
            Proposition = new NetworkGradientProposition(new NetworkDomain(), NetworkField.Relu),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "a factor 1/π is missing",
            Text = $"If x ~ N(0, I) then -∇L(W)_j = (1/π) {Field}.",
            Proposition = new NetworkGradientProposition(new NetworkDomain(), NetworkField.Relu.Over(Term.Pi)),
        };
    }
}
