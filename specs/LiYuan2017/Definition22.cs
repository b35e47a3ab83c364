using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Definition 2.2 of Li and Yuan (2017): the potential g and its parts g_j, each of which leaves neuron j out. A definition is
/// checked through what it implies: the parts add up to (d - 1) g.
/// </summary>
public sealed class Definition22 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Definition 2.2"),
            Text = "Σ_j g_j = (d-1) g for g = Σ_i (|e_i + w*_i| - |e_i + w_i|) and g_j the same sum over i ≠ j.",
            Proposition = new NetworkProposition(
                new NetworkDomain(),
                _ => Formula.True,
                n => n[SumOfPartialPotentials].EqualTo((n[Dimension] - 1) * n[Potential])),
            Proof = Derive,
        };
    }

    // The sum of l_i over different i, j is that over all pairs, which is d times the sum of l_i, less that over i = j.
    private static IReadOnlyList<DerivationStep> Derive(Theorem theorem)
    {
        var build = new DerivationBuilder(theorem);
        Candidate[] Sum(MatrixTerm lengths)
        {
            (MatrixTerm row, MatrixTerm every) = (lengths.Row(), M.I.Column());
            return
            [
                build.Sum(Relation.Equal, [(1, row, M.J.OffDiagonal()), (-1, row, every), (1, M.I, lengths)], [], []),
                build.Pair(Rule.ProductOfTraces, lengths, M.I),
            ];
        }

        build.Combine(
            Scope.Whole, M.SumOfPartialPotentials.EqualTo((M.Dimension - 1) * M.Potential), [.. Sum(M.LengthsOfB), .. Sum(M.LengthsOfA)]);
        return build.Steps;
    }
}
