using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Definition 3 of the PReLU report: the auxiliary matrix A, and A(i), which leaves neuron i out. The text that we have of A(i) does not normalise its last factors.
/// Checked through what the definition is for: the trace of A is f_A, and in dimension 1, where no neuron is left, A(1) is zero.
/// </summary>
public sealed class Definition3 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Definition 3"),
            Text = "tr A = f_A for A = (W* + I) normalised(W* + I)ᵀ - (W + I) normalised(W + I)ᵀ and f_A = Σ(|e_i + w*_i| - |e_i + w_i|).",
            Proposition = new NetworkProposition(
                new NetworkDomain { Dimensions = [1, 2, 3, 5, 10] }, _ => Formula.True, n => n[TraceOfA].EqualTo(n[Potential])),
        };

        Source parts = PRelu.Statement("Definition 3 parts");
        yield return new Claim
        {
            Source = parts,
            Quote = new Quote("A(i) = A - ((e_i + w*_i)(e_i + w*_i)ᵀ - (e_i + w_i)(e_i + w_i)ᵀ)", "Definition 3"),
            Severity = new Severity.DependsOnReading("the second factors are the normalised columns, as in A"),
            Text = "A(i) = A - ((e_i + w*_i)(e_i + w*_i)ᵀ - (e_i + w_i)(e_i + w_i)ᵀ) leaves neuron i out: for d = 1 nothing remains.",
            Proposition = StatementProposition.Of(NothingRemains(normalised: false)),
        };
        yield return new Claim
        {
            Source = parts,
            Correction = "the last factors need bars: they are normalised in A",
            Text = "A(i) = A - ((e_i + w*_i) normalised(e_i + w*_i)ᵀ - (e_i + w_i) normalised(e_i + w_i)ᵀ) leaves neuron i out: for d = 1 nothing remains.",
            Proposition = StatementProposition.Of(NothingRemains(normalised: true)),
        };
    }

    private static Statement NothingRemains(bool normalised)
    {
        var forAll = new Quantifier();
        var network = new SymbolicTeacherStudent(PRelu.Matrix(forAll, "W", 1, new(1, 2)), PRelu.Matrix(forAll, "W*", 1, new(1, 2)));
        Term Square(SymbolicVector v) => v.Entries[0] * (normalised ? v.Direction : v.Entries)[0];
        return forAll.Conclude(network.PotentialMatrix(0, 0).EqualTo(Square(network.Teacher[0]) - Square(network.Student[0])));
    }
}
