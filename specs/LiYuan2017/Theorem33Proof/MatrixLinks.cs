using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>
/// The links of the proof of Theorem 3.3 that concern whole matrices, each at gamma = 1/100 with its own constant: F = |W* - W|_F^2 bounds every part. They
/// rest on textbook inequalities (products of spectral and Frobenius norms, the Schur test, Cauchy-Schwarz), as docs/theorem-3.3.md sets out.
/// </summary>
public sealed class MatrixLinks : ISpec
{
    private static readonly (string Name, string Text, Func<NetworkSymbols, Constants, Formula> Conclude)[] Links =
    [
        ("potential", "P_g ≥ -max(g, 0) F/(2(1-γ)), by bound G1",
            (n, c) => n[PotentialPart] >= -(Term.Max(n[Potential], 0) * n[SquaredDistance] / (2 * (1 - c.Gamma)))),
        ("diagonal", "0 ≥ P_diag ≥ -(101/50)γ(1 + 3γ²/10) F, by bound G15",
            (n, c) => (0 >= n[DiagonalPart]) & (n[DiagonalPart] >= -(c.Diagonal * n[SquaredDistance]))),
        ("cosines", "the squared cosines off the diagonal add up to at most the squared spectral norm of their matrix, in every row and column",
            (n, c) => Term.Square(c.TeacherCosines) >= n[LargestCosineSum]),
        ("turned part", "|⟨D off(B̄ᵀĀ), D⟩| ≤ |off(B̄ᵀĀ)|₂ F",
            (n, c) => c.Turned * n[SquaredDistance] >= Term.Abs(n[TurnedPart])),
        ("transposed part", "P_first minus the turned part differs from Σ_{i≠j} D_ij D_ji by at most a multiple of γ F",
            (n, c) => c.Transposed * n[SquaredDistance] >= Term.Abs(n[FirstOrderPart] - n[TurnedPart] - n[TransposedProduct])),
        ("own gaps", "P_δ differs from -Σ D_jj² by at most a multiple of γ F",
            (n, c) => c.OwnGap * n[SquaredDistance] >= Term.Abs(n[OwnGapPart] + n[SquaredDiagonal])),
        ("first order", "Σ_{i≠j} D_ij D_ji - Σ D_jj² ≥ -F, the sum of (D_ij + D_ji)² over i < j being nonnegative",
            (n, _) => n[TransposedProduct] - n[SquaredDiagonal] >= -n[SquaredDistance]),
        ("arcsine part", "|P_arcsin| is at most a multiple of γ² F, by the Schur test",
            (n, c) => c.ArcSine * n[SquaredDistance] >= Term.Abs(n[ArcSinePart])),
        ("sine part", "|P_sin| is at most a multiple of γ F, by Cauchy-Schwarz in i and then in j",
            (n, c) => c.Sine * n[SquaredDistance] >= Term.Abs(n[SinePart])),
    ];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() =>
    [
        .. Links.Select(link => new Claim
        {
            Source = LiYuan.Statement($"Theorem 3.3 proof {link.Name}"),
            Text = $"For |W|₂, |W*|₂ ≤ γ = 1/100: {link.Text}.",
            Proposition = Within(100, link.Conclude),
        }),
        new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 proof all links at 1/54"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/54 all matrix links of the proof of Theorem 3.3 hold with their constants at that γ.",
            Proposition = Within(54, (n, c) => Formula.All(Links.Select(link => link.Conclude(n, c)))),
        },
    ];

    private static NetworkProposition Within(int inverseRadius, Func<NetworkSymbols, Constants, Formula> conclude) => new(
        new NetworkDomain { Radius = new Rational(1, inverseRadius), Dimensions = [1, 2, 3, 4, 5, 10, 20] },
        _ => Formula.True,
        n => conclude(n, new Constants(Term.Ratio(1, inverseRadius))));
}
