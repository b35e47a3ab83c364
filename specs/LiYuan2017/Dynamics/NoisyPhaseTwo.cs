using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>
/// Phase II of Theorem 3.1 of Li and Yuan (2017) in expectation, under its noise model: with delta = 0.03 from Theorem 3.3 and |grad L|_F at most
/// sqrt(2) d |W - W*|_F the proof of Lemma 2.5 gives E|W_{t+1} - W*|^2 &lt;= (1 - 2 eta delta + 2 eta^2 d^2)|W_t - W*|^2 + eta^2 epsilon^2.
/// </summary>
public sealed class NoisyPhaseTwo : ISpec
{
    private const int Dimension = 2;
    private const int Steps = 30;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 Phase II in expectation"),
            Text = "For d = 2, W₀ = [[1, -1], [1, -1]]/500, W* = 0, η = 1/200, T = 30 steps and noise with E[E_t] = 0, |E_t|_F = ε = n/500, n = 1, 2: "
                + "E|W_T - W*|²_F ≤ (1 - 2ηδ + 2η²d²)^T |W₀ - W*|²_F + Tη²ε² with δ = 0.03.",
            Proposition = EnsembleProposition.ForEach(
                "n",
                [1, 2],
                n => new NoisyNetworkDescent(Start(), n / 500.0, 1 / 200.0, Steps),
                (n, expectation) => expectation(NoisyNetworkDescent.Symbol) <= Bound(n)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 Phase II on fresh batches"),
            Text = "For d = 2, W₀ = [[1, -1], [1, -1]]/500, W* = 0, η = 1/500, T = 30 steps of SGD on B = 8, 32 fresh Gaussian samples: "
                + "E|W_T - W*|²_F ≤ (1 - 2ηδ + 2η²d²(1 + 2(d + 2)/B))^T |W₀ - W*|²_F with δ = 0.03.",
            Proposition = EnsembleProposition.ForEach(
                "B",
                [8, 32],
                batch => new BatchNetworkDescent(Start(), batch, 1 / 500.0, Steps),
                (batch, expectation) => expectation(BatchNetworkDescent.Symbol) <= BatchBound(batch)),
        };
    }

    private static Term Bound(int n)
    {
        Term eta = Term.Ratio(1, 200), factor = 1 - (2 * eta * Term.Ratio(3, 100)) + (2 * Term.Square(eta * Dimension));
        return (Term.Pow(factor, Steps) * Term.Ratio(4, 250_000)) + (Steps * Term.Square(eta * Term.Ratio(n, 500)));
    }

    // E|G|^2 is at most 2 d^2 |D|^2 for the gradient and, for the noise of one sample, E|2 (f - f*) x gate^T|^2 <= 4 d^2 (d + 2)|D|^2.
    private static Term BatchBound(int batch)
    {
        Term eta = Term.Ratio(1, 500);
        Term moment = 2 * Term.Square(Dimension) * (1 + Term.Ratio(2 * (Dimension + 2), batch));
        return Term.Pow(1 - (2 * eta * Term.Ratio(3, 100)) + (Term.Square(eta) * moment), Steps) * Term.Ratio(4, 250_000);
    }

    private static TeacherStudent Start() =>
        new(DenseMatrix.FromRows(Dimension, Dimension, [1 / 500.0, -1 / 500.0, 1 / 500.0, -1 / 500.0]), DenseMatrix.Zero(Dimension, Dimension));
}
