using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// Section 4.2 of Du (2019): what gradient flow conserves. d/dt |W|^2 = -2 (W, dL/dW), so each conservation law is an identity of inner products of weights and
/// gradients at a point; for networks of fixed width, an identity of polynomials. One sample is enough, as section 4.2.3 says: losses add up.
/// </summary>
public sealed class Balancedness : ISpec
{
    private const string Slopes = "width 2, any slopes σ' with σ(z) = σ'(z)z, one sample";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var neuron = new Quote("d/dt(‖W^(h)[i,:]‖² - ‖W^(h+1)[:,i]‖²) = 0", "Theorem 4.1");
        var layer = new Quote("For any h ∈ [N-1], we have d/dt(‖W^(h)‖²_F - ‖W^(h+1)‖²_F) = 0", "Corollary 4.1");
        var linear = new Quote("d/dt(W^(h)(W^(h))ᵀ - (W^(h+1))ᵀW^(h+1)) = 0", "Theorem 4.2");
        yield return new Claim
        {
            Source = Du.Statement("Theorem 4.1"),
            Quote = neuron,
            Text = "For three layers of width n, ⟨W^(h)[i,:], ∂L/∂W^(h)[i,:]⟩ = ⟨W^(h+1)[:,i], ∂L/∂W^(h+1)[:,i]⟩ at every point.",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3], n => PerNeuron([n, n, n, n])),
        };
        yield return Small("Theorem 4.1 small networks", "⟨W^(h)[i,:], ∂L/∂W^(h)[i,:]⟩ = ⟨W^(h+1)[:,i], ∂L/∂W^(h+1)[:,i]⟩", N => PerNeuron([.. Enumerable.Repeat(2, N + 1)]));
        yield return new Claim
        {
            Source = Du.Statement("Corollary 4.1"),
            Quote = layer,
            Text = "For three layers of width n, ⟨W^(h), ∂L/∂W^(h)⟩ = ⟨W^(h+1), ∂L/∂W^(h+1)⟩ at every point.",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3], n => PerLayer([n, n, n, n])),
        };
        yield return Small("Corollary 4.1 small networks", "⟨W^(h), ∂L/∂W^(h)⟩ = ⟨W^(h+1), ∂L/∂W^(h+1)⟩", N => PerLayer([.. Enumerable.Repeat(2, N + 1)]));
        yield return new Claim
        {
            Source = Du.Statement("Theorem 4.2"),
            Quote = linear,
            Text = "For three layers of width n and σ(z) = z after the first, W^(1)(∂L/∂W^(1))ᵀ = (∂L/∂W^(2))ᵀW^(2) at every point; its symmetric part is the statement.",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3], n => LinearLayer([n, n, n, n])),
        };
        yield return Small("Theorem 4.2 small networks", "with σ(z) = z after the first, W^(1)(∂L/∂W^(1))ᵀ = (∂L/∂W^(2))ᵀW^(2)", N => LinearLayer([.. Enumerable.Repeat(2, N + 1)]));
        yield return Small(
            "Theorem 4.1 drift of gradient descent",
            "a step η changes ‖W^(1)[i,:]‖² - ‖W^(2)[:,i]‖² by exactly η²(‖∂L/∂W^(1)[i,:]‖² - ‖∂L/∂W^(2)[:,i]‖²)",
            N => Drift([.. Enumerable.Repeat(2, N + 1)]));
        var forAll = new Quantifier();
        Term w = forAll.Real("w", -5, 5), v = forAll.Real("v", -5, 5), x = forAll.Real("x", -5, 5);
        Term e = Term.Exp(w * x);
        yield return new Claim
        {
            Source = Du.Statement("Theorem 4.1 softplus"),
            Text = "Two weights w, v and σ(z) = log(1+e^z): vσ'(wx)wx = vσ(wx), which would balance |w|² and |v|². Softplus is not homogeneous.",
            Proposition = StatementProposition.Of(forAll.Conclude((v * (e / (1 + e)) * w * x).EqualTo(v * Term.Log(1 + e)))),
        };
    }

    private static Claim Small(string label, string identity, Func<int, Statement> statement) => new()
    {
        Source = Du.Statement(label),
        Text = $"For N = 2, 3, 4 layers, {Slopes}: {identity} at every point.",
        Proposition = StatementProposition.ForCases("N", [2, 3, 4], statement),
    };

    private static Statement PerNeuron(int[] widths)
    {
        var forAll = new Quantifier();
        HomogeneousNetwork net = HomogeneousNetwork.Free(forAll, widths);
        return forAll.Conclude(Formula.All(
            from h in Enumerable.Range(0, widths.Length - 2) from i in Enumerable.Range(0, widths[h + 1]) select Row(net, h, i).EqualTo(Column(net, h + 1, i))));
    }

    private static Statement PerLayer(int[] widths)
    {
        var forAll = new Quantifier();
        HomogeneousNetwork net = HomogeneousNetwork.Free(forAll, widths);
        Term Product(int layer) => Term.Sum(net.Layers[layer].Cast<Term>().Zip(net.Gradient(layer).Cast<Term>(), (w, g) => w * g));
        return forAll.Conclude(Formula.All(Enumerable.Range(0, widths.Length - 2).Select(h => Product(h).EqualTo(Product(h + 1)))));
    }

    private static Statement LinearLayer(int[] widths)
    {
        var forAll = new Quantifier();
        HomogeneousNetwork net = HomogeneousNetwork.Free(forAll, widths, linearAfter: 1);
        Term[,] w = net.Layers[0], next = net.Layers[1], g = net.Gradient(0), gNext = net.Gradient(1);
        Term Left(int i, int k) => Term.Sum(Enumerable.Range(0, widths[0]).Select(j => w[i, j] * g[k, j]));
        Term Right(int i, int k) => Term.Sum(Enumerable.Range(0, widths[2]).Select(j => gNext[j, i] * next[j, k]));
        return forAll.Conclude(Formula.All(from i in Enumerable.Range(0, widths[1]) from k in Enumerable.Range(0, widths[1]) select Left(i, k).EqualTo(Right(i, k))));
    }

    private static Statement Drift(int[] widths)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0);
        HomogeneousNetwork net = HomogeneousNetwork.Free(forAll, widths);
        Term[,] g = net.Gradient(0), gNext = net.Gradient(1);
        Term Norms(int i, Func<Term, Term, Term> of) =>
            Term.Sum(Enumerable.Range(0, widths[0]).Select(j => Term.Square(of(net.Layers[0][i, j], g[i, j]))))
            - Term.Sum(Enumerable.Range(0, widths[2]).Select(k => Term.Square(of(net.Layers[1][k, i], gNext[k, i]))));
        return forAll.Conclude(Formula.All(Enumerable.Range(0, widths[1]).Select(
            i => (Norms(i, (w, d) => w - (eta * d)) - Norms(i, (w, _) => w)).EqualTo(Term.Square(eta) * Norms(i, (_, d) => d)))));
    }

    private static Term Row(HomogeneousNetwork net, int layer, int row)
    {
        Term[,] w = net.Layers[layer], g = net.Gradient(layer);
        return Term.Sum(Enumerable.Range(0, w.GetLength(1)).Select(j => w[row, j] * g[row, j]));
    }

    private static Term Column(HomogeneousNetwork net, int layer, int column)
    {
        Term[,] w = net.Layers[layer], g = net.Gradient(layer);
        return Term.Sum(Enumerable.Range(0, w.GetLength(0)).Select(k => w[k, column] * g[k, column]));
    }
}
