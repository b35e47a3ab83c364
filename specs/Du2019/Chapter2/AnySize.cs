using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>The deterministic steps in the proofs of Theorems 2.2 and 2.3 of Du (2019), for any number of inputs, neurons and dimensions.</summary>
public sealed class AnySize : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Dynamics();
        yield return SlopeOfNeuron();
        yield return ChangeOfOutputs();
        yield return Splitting();
        yield return ChangedPatterns();
        yield return SecondPart();
        yield return Stability();
        yield return Contraction();
    }

    private static Claim Of(string label, string text, ModelProposition proposition) => new() { Source = Du.Statement(label), Text = text, Proposition = proposition };

    private static Claim Dynamics()
    {
        var net = new WideNetwork();
        MatrixFormula y = net.Labels(), gap = y - net.Output(net.W);
        MatrixFormula flow = net.Model.Define("W'", -Gradient(SquaredNorm(gap) / 2, net.W));
        MatrixFormula rate = net.Model.Define("u'", Hadamard(net.Active(net.W), net.X * flow.T) * net.A / Sqrt(net.Width));
        return Of(
            "Equation 2.4 any number of inputs",
            "Gradient flow moves the outputs by u' = H(W)(y - u): (2.4) with (2.6), for any numbers of inputs, neurons and dimensions, at every W.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True, x => x[SquaredNorm(rate - (net.Gram(net.W) * gap))].EqualTo(0)));
    }

    private static Claim SlopeOfNeuron()
    {
        var net = new WideNetwork();
        MatrixFormula y = net.Labels(), q = net.Model.Vector("q", net.M, ParameterSet.Sphere(1)), gap = net.Output(net.W) - y;
        return Of(
            "Lemma 2.3 gradient of a neuron",
            "|∂L/∂w_r|² ≤ (n/m)|u - y|² for every neuron r: Σ q_r²|∂L/∂w_r|² ≤ (n/m)|u - y|² for all unit vectors q.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True,
                x => x[SquaredNorm(Diagonal(q) * net.Slope(net.W, y))] * x[net.Width] <= x[net.Inputs] * x[SquaredNorm(gap)]));
    }

    private static Claim ChangeOfOutputs()
    {
        (WideNetwork net, MatrixFormula y, MatrixFormula eta, MatrixFormula next) = Step();
        MatrixFormula u = net.Output(net.W);
        return Of(
            "Theorem 2.3 change of the outputs",
            "One step of gradient descent changes the outputs by |u⁺ - u| ≤ ηn|u - y|, at every W and for every η ≥ 0.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True,
                x => x[SquaredNorm(net.Output(next) - u)] <= Term.Square(x[eta] * x[net.Inputs]) * x[SquaredNorm(u - y)]));
    }

    private static Claim Splitting()
    {
        (WideNetwork net, MatrixFormula y, MatrixFormula eta, MatrixFormula next) = Step();
        MatrixFormula u = net.Output(net.W), first = -eta * ((net.Gram(net.W) - Crossing(net, next)) * (u - y));
        return Of(
            "Theorem 2.3 splitting of a step",
            "u⁺ - u = -η(H - H⊥)(u - y) + I₂, with H⊥ and I₂ over the neurons that change their pattern at an input in this step.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True, x => x[SquaredNorm(net.Output(next) - u - first - Remainder(net, next))].EqualTo(0)));
    }

    private static Claim ChangedPatterns()
    {
        (WideNetwork net, _, _, MatrixFormula next) = Step();
        return Of(
            "Theorem 2.3 norm of the changed part",
            "|H⊥|₂ ≤ (n/m) Σ|S_i⊥|, the number of changed patterns.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True,
                x => x[SpectralNorm(Crossing(net, next))] <= x[net.Inputs] * x[Sum(Flips(net, next))] / x[net.Width]));
    }

    private static Claim SecondPart()
    {
        (WideNetwork net, MatrixFormula y, MatrixFormula eta, MatrixFormula next) = Step();
        MatrixFormula q = net.Model.Vector("q", net.N, ParameterSet.Sphere(1)), counts = RowSums(Flips(net, next)), gap = net.Output(net.W) - y;
        return Of(
            "Theorem 2.3 second part of a step",
            "|I₂ⁱ| ≤ η|S_i⊥|√n|u - y|/m for every input i: Σ q_i²(I₂ⁱ)² ≤ η²(n/m²)|u - y|² Σ q_i²|S_i⊥|² for all unit vectors q.",
            ModelProposition.ForEach(
                net.Model, WideNetwork.Sizes, _ => Formula.True,
                x => x[SquaredNorm(Hadamard(q, Remainder(net, next)))] * Term.Square(x[net.Width])
                    <= Term.Square(x[eta]) * x[net.Inputs] * x[SquaredNorm(gap)] * x[SquaredNorm(Hadamard(q, counts))]));
    }

    private static Claim Stability()
    {
        var net = new WideNetwork();
        MatrixFormula radius = net.Model.Scalar("R", ParameterSet.Box(0, 1)), moved = net.W + (radius * net.Moves());
        MatrixFormula near = net.Near(net.W, radius), counts = RowSums(near) * Ones(1, net.N);
        MatrixFormula union = counts + counts.T - (near * near.T);
        MatrixFormula change = EntrywiseFunction.Absolute.Of(net.Gram(moved) - net.Gram(net.W)), bound = Hadamard(EntrywiseFunction.Absolute.Of(net.X * net.X.T), union) / net.Width;
        return Of(
            "Lemma 2.2 entries of the Gram matrix",
            "If no neuron moves further than R, |H_ij(W) - H_ij(W(0))| ≤ |(x_i, x_j)| |Q_i ∪ Q_j|/m, where Q_i are the neurons with |(w_r(0), x_i)| ≤ R: no entry exceeds its bound.",
            ModelProposition.ForEach(net.Model, WideNetwork.Sizes, _ => Formula.True, x => x[Sum(EntrywiseFunction.Relu.Of(change - bound))] <= 0));
    }

    // The invariant of the induction: W and W⁺ lie within R of W(0), row by row.
    private static Claim Contraction()
    {
        var net = new WideNetwork();
        MatrixFormula y = net.Labels(), eta = net.Model.Scalar("η", ParameterSet.Box(0, 1)), radius = net.Model.Scalar("R", ParameterSet.Box(0, 1));
        MatrixFormula lambda = net.Model.Scalar("λ", ParameterSet.Box(0, new Rational(1, 2)));
        MatrixFormula w = net.W + (radius * net.Moves()), next = w - (eta * net.Slope(w, y));
        MatrixFormula beyond = Sum(EntrywiseFunction.Relu.Of(RowSums(EntrywiseFunction.Square.Of(next - net.W)) - (radius * radius * Ones(net.M, 1))));
        MatrixFormula near = Sum(net.Near(net.W, radius));
        return Of(
            "Theorem 2.3 one step near the start",
            "Let λmin(H(W(0))) ≥ λ and S = Σ|Q_i|, Q_i the neurons with |(w_r(0), x_i)| ≤ R. If W and W⁺ = W - η∂L/∂W are within R of W(0), ℓ = λ - 2nS/m > 0 and "
                + "ηn² ≤ ℓ - 2nS/m - 2√n S/m, then |y - u⁺|² ≤ (1 - ηℓ)|y - u|².",
            ModelProposition.ForEach(
                net.Model, [[1, 1, 1], [1, 2, 2], [2, 3, 2], [2, 8, 3], [3, 30, 4]],
                x => (x[LeastEigenvalue(net.Gram(net.W))] >= x[lambda]) & (x[beyond] <= 0) & (Level(x) > 0)
                    & (x[eta] * Term.Square(x[net.Inputs]) <= Level(x) - (2 * (x[net.Inputs] + Term.Sqrt(x[net.Inputs])) * x[near] / x[net.Width])),
                x => x[SquaredNorm(y - net.Output(next))] <= (1 - (x[eta] * Level(x))) * x[SquaredNorm(y - net.Output(w))]));

        Term Level(ModelSymbols x) => x[lambda] - (2 * x[net.Inputs] * x[near] / x[net.Width]);
    }

    private static (WideNetwork Net, MatrixFormula Y, MatrixFormula Eta, MatrixFormula Next) Step()
    {
        var net = new WideNetwork();
        MatrixFormula y = net.Labels(), eta = net.Model.Scalar("η", ParameterSet.Box(0, 2));
        return (net, y, eta, net.Model.Define("W⁺", net.W - (eta * net.Slope(net.W, y))));
    }

    // 1 where the pattern of a neuron at an input changes.
    private static MatrixFormula Flips(WideNetwork net, MatrixFormula next)
    {
        MatrixFormula before = net.Active(net.W), after = net.Active(next);
        return before + after - (2 * Hadamard(before, after));
    }

    private static MatrixFormula Crossing(WideNetwork net, MatrixFormula next)
    {
        MatrixFormula active = net.Active(net.W);
        return Hadamard(net.X * net.X.T, Hadamard(Flips(net, next), active) * active.T) / net.Width;
    }

    private static MatrixFormula Remainder(WideNetwork net, MatrixFormula next) =>
        Hadamard(Flips(net, next), EntrywiseFunction.Relu.Of(net.X * next.T) - EntrywiseFunction.Relu.Of(net.X * net.W.T)) * net.A / Sqrt(net.Width);
}
