using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;

namespace ResLinkProofs.Specs.Du2019.Experiments;

/// <summary>The statements of chapters 2 to 4 of Du (2019) over random starts of networks, and the runs of Theorems 3.1 to 3.3; judged from the runs that are recorded.</summary>
public sealed class NetworkExperiments : ISpec
{
    private const string Binomial = "; 99.9 % Clopper–Pearson interval, with a control that must fail.";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [.. ShallowStarts(), .. DeepStarts(), .. WideNetworks(), .. Descents(), .. Factors()];

    private static IEnumerable<Claim> ShallowStarts()
    {
        yield return Start("Lemma 2.1 two inputs", "n = 2 unit inputs at an angle of 1, m = 8n²log(2n²/δ)/λ₀²: |H(0) - H^∞|₂ ≤ λ₀/4 and λ_min(H(0)) ≥ ¾λ₀ with probability 1 - δ = 9/10", "initial-gram-matrix-of-2");
        yield return Start("Lemma 2.1 three inputs", "n = 3 unit inputs, m = 8n²log(2n²/δ)/λ₀²: |H(0) - H^∞|₂ ≤ λ₀/4 and λ_min(H(0)) ≥ ¾λ₀ with probability 1 - δ = 9/10", "initial-gram-matrix-of-3");
        yield return Start("Lemma 2.2 over the start", "n = 2, m = 200, R = cδλ₀/n² with c = 0.999√(2π)/16: no W within R has |H(W) - H(0)|₂ ≥ λ₀/4, by the count of neurons that can change their pattern, with probability 1 - δ = 7/10", "stability-of-the-gram-matrix");
        yield return Start("Lemma 2.5 over the start", "n = 3, m = 500, R = 1/20: Σ|S_i⊥| ≤ √(2/π) mnR/δ with probability 1 - δ = 7/10", "neurons-near-a-hyperplane");
        yield return Start("Theorem 2.2 initial loss", "n = 3, m = 100: |y - u(0)|² ≤ Σ(y_i² + ½)/δ with probability 1 - δ = 9/10", "initial-loss");
        yield return Start("Theorem 2.2 one input", "n = 1, y = 1, m = 4401(C² + ½)/(λ₀⁴δ³) with C = 1: gradient flow keeps |u(t) - y|² ≤ e^(-λ₀t)|u(0) - y|² throughout, by the count of neurons that stay active, with probability 1 - δ = 1/10", "gradient-flow-of-one-input");
        yield return Start(
            "Theorem 2.3 one input",
            "n = 1, y = 1, m = 70406(C² + ½)/(λ₀⁴δ³) with C = 1, η = λ₀/4: gradient descent keeps |u(k) - y|² ≤ (1 - ηλ₀/2)^k|u(0) - y|² for ten steps with probability 1 - δ = 1/10",
            "gradient-descent-of-one-input");
    }

    private static IEnumerable<Claim> DeepStarts()
    {
        yield return Start("Lemma 3.1 over the start", "Softplus, n = 1, H = 2, m = 4C₂nHg_C(H)²/δ with the corrected constants: ½ ≤ |x⁽ʰ⁾(0)| ≤ 2 in all layers with probability 1 - δ = 9/10", "fully-connected-norms");
        yield return Start(
            "Lemma 3.8 over the start", "Softplus, n = 1, five layers, c_res = ½, c_w = 2: 1/c ≤ |x⁽ʰ⁾(0)| ≤ c in all layers with probability 9/10", "residual-norms", "C, c", "m = 1000, c = 2exp(c_res c_w)");
        yield return Start(
            "Lemma 3.15 over the start", "Softplus, n = 2, p = 3, three layers, c_res = ½: 1/c ≤ |x⁽ʰ⁾(0)|_F ≤ c in all layers with probability 9/10", "convolutional-norms", "C, c", "m = 500, c = 4p");
        const string Choice = "m = 8n²log(2Hn²/δ)/λ₀²";
        yield return Start("Lemma 3.2 over the start", "Softplus, n = 2 orthogonal inputs, H = 3: λ_min(G⁽ᴴ⁾(0)) ≥ ¾λ₀ with probability 1 - δ = 4/5", "fully-connected-least-eigenvalue", "C", Choice);
        yield return Start("Lemma 3.9 over the start", "Cosine, n = 2 orthogonal inputs, H = 3, c_res = 9/10: λ_min(G⁽ᴴ⁾(0)) ≥ ¾λ₀ with probability 1 - δ = 4/5", "residual-least-eigenvalue", "C", Choice);
        yield return Start(
            "Lemma 3.16 over the start", "Softplus, n = 2, p = 3 pixels, H = 3, c_res = 9/10, K⁽ᴴ⁾ as corrected: λ_min(G⁽ᴴ⁾(0)) ≥ ¾λ₀ with probability 1 - δ = 4/5", "convolutional-least-eigenvalue", "C", Choice);
        yield return Start(
            "Theorem 3.4 over the start",
            "Residual network with softplus, n = 2 orthogonal inputs, H = 5, m = 1000: Gram matrix and means of the features of layer H - 1 are within E√(log(Hn/δ)/m) of K and b with probability 1 - δ = 9/10",
            "concentration-of-features", "E", "E = 10");
        yield return Start("Lemma 3.27 five rows", "W of 5 x 5, c_w = 2.5: |W|₂ ≤ c_w√m with probability 1 - exp(-(c_w - 2)²m/2)", "norm-of-a-gaussian-matrix-5");
        yield return Start("Lemma 3.27 ten rows", "W of 10 x 30, c_w = 3.2: |W|₂ ≤ c_w√m with probability 1 - exp(-(c_w - √3 - 1)²m/2)", "norm-of-a-gaussian-matrix-10");
        yield return Start(
            "Theorem 4.5 over the start",
            "d = 50, u₀ and v₀ of N(0, c²_init σ₁/d I) with c_init = 1/100, 400 steps with η = 1/(10σ₁): |u·u*|/|v·v*| stays in [1/100, 100] and |uvᵀ - M*|_F ≤ 10⁻⁶σ₁ at the end with probability 2/5",
            "rank-one-descent");
    }

    private static IEnumerable<Claim> WideNetworks()
    {
        const string Wide = "Width 100,000, 60 networks of each kind: ", Means = "the mean of every entry of the Gram matrices of layers H - 1 and H lies within five standard errors of the recursion, corrected";
        yield return Gram("Definition 3.1 wide networks", $"{Wide}sine, cosine, error function and softplus, two or three layers; {Means}.", "fully-connected-gram-matrices");
        yield return Gram("Definition 3.2 wide networks", $"{Wide}cosine and softplus, three and four layers, unit and other inputs; {Means}.", "residual-gram-matrices");
        yield return Gram("Definition 3.3 wide networks", $"{Wide}cosine and softplus, three layers, three pixels; {Means}.", "convolutional-gram-matrices");
        const string Missed = "the printed recursion misses an entry of the last Gram matrix by more than five standard errors in every network.";
        yield return Gram("Definition 3.1 wide networks told from the printed ones", Wide + Missed, "fully-connected-printed-recursion");
        yield return Gram("Definition 3.2 wide networks told from the printed ones", Wide + Missed, "residual-printed-recursion");
        yield return Gram("Definition 3.3 wide networks told from the printed ones", Wide + Missed, "convolutional-printed-recursion");
    }

    private static IEnumerable<Claim> Descents()
    {
        const string Rate = "softplus, H = 3, 120 steps in all layers, far narrower than asked: with a probability of at least 9/10 (99.9 % Clopper–Pearson, 100 runs) L(θ(k)) ≤ (1 - ηλ/2)^k L(θ(0)) at every step, λ = λ_min(K⁽ᴴ⁾); "
            + "never so without steps or up the gradient; gradients agree with differences.";
        yield return Descent("Theorem 3.1 over the start", $"Fully connected, n = 4 unit inputs in six dimensions, {Rate}", "fully-connected-linear-rate", "m = 60, η = 1/20");
        yield return Descent("Theorem 3.2 over the start", $"Residual, n = 4 unit inputs in six dimensions, c_res = ½, {Rate}", "residual-linear-rate", "m = 60, η = 1/20");
        yield return Descent("Theorem 3.3 over the start", $"Convolutional, n = 3 inputs of two channels and four pixels, c_res = ½, K⁽ᴴ⁾ as corrected, {Rate}", "convolutional-linear-rate", "m = 60, η = 1/50");
    }

    private static IEnumerable<Claim> Factors()
    {
        const string Constant = "M* of 10 x 8, rank 2 and norm 1, start of N(0, 0.01²), η = 1/20, 4000 steps, 20 starts: ";
        yield return Of("Figure 4.1 convergence", Constant + "with and without the term |UᵀU - VᵀV|²/8 all losses fall to a millionth of their start or less.", new Balance(), "converges-without-regularisation");
        yield return Of(
            "Figure 4.1 norms", Constant + "without the term |U|_F/|V|_F changes by at most 1 % in the second half of the run, and ends between ½ and 2, norms ten times as large as at the start.", new Balance(), "ratio-of-norms-stays");
        yield return Of(
            "Lemma 4.1 along runs",
            "M* of 10 x 8, rank 2 and norm 1, ε = ½, start at the boundary of the hypotheses, steps √(ε/r)/(100(t+1)), 400 steps, 20 starts: |UᵀU - VᵀV|_F ≤ ε, |U|², |V|² ≤ 5√r and f does not grow, at every step.",
            new Balance(),
            "invariants-with-decaying-steps");
    }

    private static Claim Start(string label, string text, string finding, string? constants = null, string? choice = null) =>
        Of(label, text + Binomial, new RandomStarts(), finding) with { Existential = constants is null ? null : new Existential.Instance($"{constants} > 0", choice!) };

    private static Claim Gram(string label, string text, string finding) => Of(label, text, new WideGram(), finding);

    private static Claim Descent(string label, string text, string finding, string choice) =>
        Of(label, text, new DeepDescent(), finding) with { Existential = new Existential.Instance("constants in Ω and O", choice) };

    private static Claim Of(string label, string text, IExperiment experiment, string finding) =>
        new() { Source = Du.Statement(label), Text = text, Proposition = ExperimentProposition.AtFullSize(experiment, finding) };
}
