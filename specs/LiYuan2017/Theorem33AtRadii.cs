using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017) at several radii, since the theorem only says that one exists: where the constant 0.03 holds, where
/// it does not, what the condition on g does, and the limit of small radii.
/// </summary>
public sealed class Theorem33AtRadii : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 8, 10, 20];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        foreach ((int hundredths, string label) in new[] { (5, "1/20"), (10, "1/10"), (20, "1/5"), (25, "1/4"), (35, "7/20"), (70, "7/10") })
        {
            yield return AtRadius(label, hundredths, printed: false);
        }

        foreach ((int hundredths, string label) in new[] { (25, "1/4"), (30, "3/10"), (40, "2/5"), (70, "7/10") })
        {
            yield return AtRadius(label, hundredths, printed: true);
        }

        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 without the condition on g"),
            Text = "If |W|₂, |W*|₂ ≤ 3/10 then ⟨-∇L(W), W* - W⟩ ≥ 0.",
            Proposition = new NetworkProposition(Ball(30), _ => Formula.True, n => n[InnerProduct] >= 0),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 for small radii"),
            Text = "If |W|₂, |W*|₂ ≤ 1/1000 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ ≥ (1/2 - 1/π - 1/50)|W* - W|²_F.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = [.. Dimensions, 100] },
                n => n[Potential] <= Term.Ratio(1, 10),
                n => n[InnerProduct] >= (Term.Ratio(1, 2) - (1 / Term.Pi) - Term.Ratio(1, 50)) * n[SquaredDistance]),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 limit constant"),
            Text = "If |W|₂, |W*|₂ ≤ 1/1000 and g ≤ 0.1 then ⟨-∇L(W), W* - W⟩ ≥ (1/2 - 1/π)|W* - W|²_F: the limit is not attained.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = [.. Dimensions, 100] },
                n => n[Potential] <= Term.Ratio(1, 10),
                n => n[InnerProduct] >= (Term.Ratio(1, 2) - (1 / Term.Pi)) * n[SquaredDistance]),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 limit form"),
            Text = "(π/2)|D|²_F + (π/2)|Du|² + Σ_{i≠j} D_ij D_ji + (tr D)² - Σ D_jj² ≥ (π/2 - 1)|D|²_F for every matrix D.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => LimitForm(d, asSquares: false)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 limit form as squares"),
            Text = "The difference of the sides of the limit form is Σ_{i<j} (D_ij + D_ji)² + (π/2)|Du|² + (tr D)².",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => LimitForm(d, asSquares: true)),
        };
    }

    private static Claim AtRadius(string radius, int hundredths, bool printed) => new()
    {
        Source = LiYuan.Statement($"Theorem 3.3 at radius {radius}{(printed ? " along N" : "")}"),
        Text = $"If |W|₂, |W*|₂ ≤ {radius} and g ≤ 0.1 then {(printed ? "⟨N, W* - W⟩ ≥ 0.03 |W* - W|²_F with N as Lemma 2.1 prints it" : "⟨-∇L(W), W* - W⟩ ≥ 0.03 |W* - W|²_F")}.",
        Proposition = new NetworkProposition(
            Ball(hundredths),
            n => n[Potential] <= Term.Ratio(1, 10),
            n => n[printed ? ReluInnerProduct : InnerProduct] >= Term.Ratio(3, 100) * n[SquaredDistance]),
    };

    private static NetworkDomain Ball(int hundredths) => new() { Radius = new Rational(hundredths, 100), Dimensions = Dimensions };

    private static Kernel.Statements.Statement LimitForm(int d, bool asSquares)
    {
        var forAll = new Quantifier();
        var entries = new Term[d, d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                entries[i, j] = forAll.Real($"D{i + 1}{j + 1}", -1, 1);
            }
        }

        return forAll.Conclude(asSquares
            ? OnePointLimit.Squares(entries, Term.Pi) >= 0
            : OnePointLimit.OfReluField(entries, Term.Pi) >= ((Term.Pi / 2) - 1) * OnePointLimit.SquaredNorm(entries));
    }
}
