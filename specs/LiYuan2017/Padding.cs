using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.PaddedObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017) gets harder with the dimension: a zero row and column added to W and W* change neither spectral norms nor g, nor
/// &lt;N, W* - W&gt;, nor |W* - W|_F, so every pair of size d is one of size d + 1 with the same ratio, and the largest constant does not grow with d.
/// </summary>
/// <remarks>
/// Numbers computed in different dimensions agree up to rounding errors only, hence the small tolerances. The identity itself is
/// algebra once the added neuron e_z is known to be at a right angle to all others, and is proved as such in small dimensions.
/// </remarks>
public sealed class Padding : ISpec
{
    private static readonly NetworkDomain AllPairs = new() { Dimensions = [1, 2, 3, 5, 10, 20] };

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Unchanged("potential", "g", Potential, n => n[Dimension]);
        yield return Unchanged("inner product", "⟨N, W* - W⟩", ReluInnerProduct, n => n[Dimension] * Term.Sqrt(n[SquaredDistance]));
        yield return Unchanged("distance", "|W* - W|²_F", SquaredDistance, n => n[SquaredDistance]);
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 padded identity"),
            Text = "For d = 1, 2, 3: with a_z = b_z = e_z added, at the angle π/2 to all a_i and b_i, Σ_j ⟨N_j, b_j - a_j⟩ is the same, where "
                + "N_j = Σ_i (π - θ*_ij) b_i - (π - θ_ij) a_i + (|b_i| sin θ*_ij - |a_i| sin θ_ij) a_j/|a_j|. Norms, angles, sines and directions are arbitrary numbers here.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], Identity),
        };
    }

    private static Claim Unchanged(string name, string symbol, NetworkObservable observable, Func<NetworkSymbols, Term> size) => new()
    {
        Source = LiYuan.Statement($"Theorem 3.3 padded {name}"),
        Text = $"A zero row and column added to W and W* do not change {symbol}, up to 10⁻⁹ in relative terms; so the largest constant of Theorem 3.3 does not grow with d.",
        Proposition = new NetworkProposition(
            AllPairs, _ => Formula.True, n => size(n) / 1_000_000_000 >= Term.Abs(n[Padded(observable)] - n[observable])),
    };

    private static Statement Identity(int d)
    {
        var forAll = new Quantifier();
        Term pi = forAll.Real("π", 3, 4);
        Term[][] student = Columns("a"), teacher = Columns("b"), directions = Columns("ā");
        Term[] studentNorms = Numbers("|a|"), teacherNorms = Numbers("|b|");
        Term[][] angles = Columns("θ"), sines = Columns("sin θ"), teacherAngles = Columns("θ*"), teacherSines = Columns("sin θ*");
        Term plain = InnerProduct(d, pi, student, teacher, directions, studentNorms, teacherNorms, angles, sines, teacherAngles, teacherSines);
        Term padded = InnerProduct(
            d + 1,
            pi,
            Pad(student, Term.Zero, Term.One),
            Pad(teacher, Term.Zero, Term.One),
            Pad(directions, Term.Zero, Term.One),
            [.. studentNorms, Term.One],
            [.. teacherNorms, Term.One],
            Pad(angles, pi / 2, Term.Zero),
            Pad(sines, Term.One, Term.Zero),
            Pad(teacherAngles, pi / 2, Term.Zero),
            Pad(teacherSines, Term.One, Term.Zero));
        return forAll.Conclude(padded.EqualTo(plain));

        Term[] Numbers(string name) => [.. Enumerable.Range(1, d).Select(i => forAll.Real($"{name}{i}", -4, 4))];

        Term[][] Columns(string name) => [.. Enumerable.Range(1, d).Select(i => Enumerable.Range(1, d).Select(k => forAll.Real($"{name}{k},{i}", -4, 4)).ToArray())];
    }

    private static Term[][] Pad(Term[][] columns, Term beside, Term corner) =>
        [.. columns.Select(column => (Term[])[.. column, beside]), [.. columns.Select(_ => beside), corner]];

    // Entry [j][i] of angles and sines is that of neuron i with a_j.
    private static Term InnerProduct(
        int d, Term pi, Term[][] a, Term[][] b, Term[][] direction, Term[] aNorm, Term[] bNorm, Term[][] angle, Term[][] sine, Term[][] starAngle, Term[][] starSine) => Term.Sum(
            from j in Enumerable.Range(0, d)
            from i in Enumerable.Range(0, d)
            from k in Enumerable.Range(0, d)
            let along = ((bNorm[i] * starSine[j][i]) - (aNorm[i] * sine[j][i])) * direction[j][k]
            select (((pi - starAngle[j][i]) * b[i][k]) - ((pi - angle[j][i]) * a[i][k]) + along) * (b[j][k] - a[j][k]));
}
