using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments;

/// <summary>
/// Section 5.3 of Li and Yuan (2017), Figure 8: W* = 0 and a W₀ at which the gradient points away from it. The matrix is not printed; the
/// experiment uses W₀ = aH - cI with H the circulant Hilbert transform.
/// </summary>
public sealed class DynamicsExperiment : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Change = "there is a W₀ with |W₀|_F = 5 from which SGD starts with ⟨-∇L, W* - W⟩ < 0 and turns it positive, while g falls at every look "
            + "and |W - W*|_F changes by less than 1 %";
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.3 phase I"),
            Text = $"For W* = 0 {Change}.",
            Proposition = new ExperimentProposition(new Runs.Dynamics(), "sign-change-from-small-potential"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.3 phase I from a large potential"),
            Text = $"For W* = 0 {Change}; here with a loss above 20 at the start, as the axis of Figure 8(a) has it.",
            Proposition = new ExperimentProposition(new Runs.Dynamics(), "sign-change-from-large-potential"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.3 phase I at full size"),
            Quote = new Quote("initially the inner product defined in Definition 2.4 is negative, then after about 15 iterations, it turns positive", "Section 5.3"),
            Existential = new Existential.Instance("W₀", "W₀ = aH - cI with c = 0.0105 and |W₀|_F = 5, where it turns after 16 to 21"),
            Text = "At d = 1500, W* = 0, batches of 300 and step 0.0001 the inner product starts negative and turns positive at iteration 16 to 21.",
            Proposition = ExperimentProposition.AtFullSize(new Runs.Dynamics(), "sign-change-iteration-from-small-potential"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.3 decrease of g at full size"),
            Quote = new Quote("At the same time, the potential g keeps decreasing to a small value, while the distance to optimal ... is not affected", "Section 5.3"),
            Existential = new Existential.Instance("W₀", "W₀ = aH - cI with c = 0.0105 and |W₀|_F = 5"),
            Text = "At d = 1500, W* = 0, batches of 300 and step 0.0001: until the inner product turns positive g falls at every iteration, and |W - W*|_F changes by less than 1 % in 100 iterations.",
            Proposition = ExperimentProposition.AtFullSize(new Runs.Dynamics(), "sign-change-from-small-potential"),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.3 largest potential"),
            Text = "For W* = 0 and entries of W within 1/10, g ≥ 0.51 |W|²_F implies ⟨-∇L, W* - W⟩ ≥ 0. So at |W|_F = 5 a negative inner product needs g < 12.75, "
                + "and the curve that starts at 25 in Figure 8(a) cannot be g.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3, 4, 5], LargePotential),
        };
    }

    private static Statement LargePotential(int d)
    {
        var forAll = new Quantifier();
        var bound = new Rational(1, 10);
        Term[,] zero = new Term[d, d], w = new Term[d, d];
        Term square = 0;
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                zero[i, j] = 0;
                w[i, j] = forAll.Real($"w{i + 1}{j + 1}", -bound, bound);
                square += w[i, j] * w[i, j];
            }
        }

        var model = new SymbolicTeacherStudent(w, zero);
        forAll.Given(model.Potential >= Term.Ratio(51, 100) * square);
        return forAll.Conclude(model.InnerProduct >= 0);
    }
}
