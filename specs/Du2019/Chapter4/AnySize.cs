using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Chapter 4 of Du (2019) for any sizes: what layers of homogeneous networks conserve, and the algebra of f(U, V) = |UVᵀ - M*|_F²/2.</summary>
public sealed class AnySize : ISpec
{
    private static readonly int[][] Widths = [[1, 1, 1, 1], [2, 2, 1, 2], [2, 3, 2, 3], [4, 8, 5, 6]];
    private static readonly int[][] Sizes = [[1, 1, 1], [2, 1, 2], [3, 2, 2], [6, 3, 5]];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Neurons("ReLU", EntrywiseFunction.Relu);
        yield return Neurons("leaky ReLU", EntrywiseFunction.LeakyRelu(new Rational(1, 3)));
        yield return Layers();
        yield return Drift();
        yield return Step();
        yield return Smoothness();
        yield return Identity(
            "Equation 4.19 any size",
            "UΔ_Vᵀ + Δ_UVᵀ = Δ_UΔ_Vᵀ + UVᵀ - U*V*ᵀ",
            (u, v, us, vs) => SquaredNorm((u * (v - vs).T) + ((u - us) * v.T) - ((u - us) * (v - vs).T) - (u * v.T) + (us * vs.T)));
        yield return Identity(
            "Equation 4.20 any size",
            "|ΔΔᵀ|² = 4|Δ_UΔ_Vᵀ|² + |Δ_UᵀΔ_U - Δ_VᵀΔ_V|² for Δ = (Δ_U; Δ_V), written with |ΔΔᵀ| = |ΔᵀΔ|",
            (u, v, _, _) => SquaredNorm(Gram(u) + Gram(v)) - (4 * SquaredNorm(u * v.T)) - SquaredNorm(Gram(u) - Gram(v)));
        yield return Identity(
            "Equation 4.21 any size",
            "|WWᵀ-W*W*ᵀ|² = 4|UVᵀ-U*V*ᵀ|² - 2|UᵀU*-VᵀV*|² + |UᵀU-VᵀV|² + |U*ᵀU*-V*ᵀV*|², written by blocks",
            (u, v, us, vs) => SquaredNorm(Outer(u) - Outer(us)) + SquaredNorm(Outer(v) - Outer(vs)) + (2 * SquaredNorm((u * v.T) - (us * vs.T)))
                - (4 * SquaredNorm((u * v.T) - (us * vs.T))) + (2 * SquaredNorm((u.T * us) - (v.T * vs))) - SquaredNorm(Gram(u) - Gram(v)) - SquaredNorm(Gram(us) - Gram(vs)));
        yield return Identity(
            "Claim 4.4 any size",
            "⟨R, Δ_UΔ_Vᵀ⟩ + |R|² = ⟨RV, 2U-U*⟩ - ⟨RᵀU, V*⟩ with R = UVᵀ - U*V*ᵀ",
            (u, v, us, vs) =>
            {
                MatrixFormula r = (u * v.T) - (us * vs.T);
                return Inner(r, (u - us) * (v - vs).T) + SquaredNorm(r) - Inner(r * v, (2 * u) - us) + Inner(r.T * u, vs);
            });
    }

    private static MatrixFormula Outer(MatrixFormula u) => u * u.T;

    // Three layers, as many inputs as one likes: f = W3 σ(W2 σ(W1 X)).
    private static (Model Model, MatrixFormula[] W, MatrixFormula[] Slopes) Network(Func<MatrixFormula, MatrixFormula> activation)
    {
        var model = new Model("homogeneous network of three layers");
        Extent d = model.Size("d"), k = model.Size("k"), l = model.Size("l"), n = model.Size("n");
        MatrixFormula[] w =
        [
            model.Matrix("W1", k, d, ParameterSet.Box(-2, 2)), model.Matrix("W2", l, k, ParameterSet.Box(-2, 2)), model.Matrix("W3", 2, l, ParameterSet.Box(-2, 2)),
        ];
        MatrixFormula x = model.Matrix("X", d, n, ParameterSet.Box(-1, 1)), y = model.Matrix("Y", 2, n, ParameterSet.Box(-1, 1));
        MatrixFormula loss = SquaredNorm((w[2] * activation(w[1] * activation(w[0] * x))) - y) / 2;
        return (model, w, [.. w.Select((parameter, h) => model.Define($"∂L/∂W{h + 1}", Gradient(loss, parameter)))]);
    }

    private static Claim Neurons(string name, EntrywiseFunction activation)
    {
        (Model model, MatrixFormula[] w, MatrixFormula[] slopes) = Network(activation.Of);
        MatrixFormula Into(int h) => RowSums(Hadamard(w[h], slopes[h]));
        MatrixFormula OutOf(int h) => ColumnSums(Hadamard(w[h], slopes[h]));
        return new Claim
        {
            Source = Du.Statement($"Theorem 4.1 any width, {name}"),
            Text = $"Three layers of any width with {name}: gradient flow changes the squared norms of the weights into and out of every neuron at the same rate.",
            Proposition = ModelProposition.ForEach(
                model, Widths, _ => Formula.True, v => v[SquaredNorm(Into(0) - OutOf(1))].EqualTo(0) & v[SquaredNorm(Into(1) - OutOf(2))].EqualTo(0)),
        };
    }

    private static Claim Layers()
    {
        (Model model, MatrixFormula[] w, MatrixFormula[] slopes) = Network(x => x);
        MatrixFormula Change(int h) => (w[h] * slopes[h].T) + (slopes[h] * w[h].T) - (w[h + 1].T * slopes[h + 1]) - (slopes[h + 1].T * w[h + 1]);
        return new Claim
        {
            Source = Du.Statement("Theorem 4.2 any width"),
            Text = "A linear network of three layers of any width: gradient flow conserves W⁽ʰ⁾W⁽ʰ⁾ᵀ - W⁽ʰ⁺¹⁾ᵀW⁽ʰ⁺¹⁾, h = 1, 2.",
            Proposition = ModelProposition.ForEach(
                model, Widths, _ => Formula.True, v => v[SquaredNorm(Change(0))].EqualTo(0) & v[SquaredNorm(Change(1))].EqualTo(0)),
        };
    }

    private static Claim Drift()
    {
        (Model model, MatrixFormula[] w, MatrixFormula[] slopes) = Network(EntrywiseFunction.Relu.Of);
        MatrixFormula eta = model.Scalar("η", ParameterSet.Box(0, 1));
        MatrixFormula Excess(int h) => SquaredNorm(w[h]) - SquaredNorm(w[h + 1]);
        MatrixFormula After(int h) => SquaredNorm(w[h] - (eta * slopes[h])) - SquaredNorm(w[h + 1] - (eta * slopes[h + 1]));
        return new Claim
        {
            Source = Du.Statement("Corollary 4.1 drift of gradient descent"),
            Text = "Three layers of any width with ReLU: a step of gradient descent changes |W⁽ʰ⁾|² - |W⁽ʰ⁺¹⁾|² by exactly η²(|∂L/∂W⁽ʰ⁾|² - |∂L/∂W⁽ʰ⁺¹⁾|²), h = 1, 2: nothing of first order.",
            Proposition = ModelProposition.ForEach(
                model, Widths, _ => Formula.True,
                v => Formula.All(Enumerable.Range(0, 2).Select(h =>
                    v[After(h)].EqualTo(v[Excess(h)] + (Term.Square(v[eta]) * (v[SquaredNorm(slopes[h])] - v[SquaredNorm(slopes[h + 1])])))))),
        };
    }

    private static (Model Model, MatrixFormula U, MatrixFormula V, Extent Rows, Extent Rank, Extent Columns) Factors()
    {
        var model = new Model("low-rank factorisation");
        Extent p = model.Size("p"), r = model.Size("r"), q = model.Size("q");
        return (model, model.Matrix("U", p, r, ParameterSet.Box(-2, 2)), model.Matrix("V", q, r, ParameterSet.Box(-2, 2)), p, r, q);
    }

    private static Claim Step()
    {
        (Model model, MatrixFormula u, MatrixFormula v, Extent p, _, Extent q) = Factors();
        MatrixFormula m = model.Matrix("M*", p, q, ParameterSet.Box(-2, 2)), eta = model.Scalar("η", ParameterSet.Box(0, 1)), r = (u * v.T) - m;
        MatrixFormula loss = SquaredNorm(r) / 2, change = Gram(u - (eta * Gradient(loss, u))) - Gram(v - (eta * Gradient(loss, v))) - Gram(u) + Gram(v);
        return new Claim
        {
            Source = Du.Statement("Equation 4.13 any size"),
            Text = "One step of gradient descent changes UᵀU - VᵀV by exactly η²(VᵀRᵀRV - UᵀRRᵀU), for any sizes.",
            Proposition = ModelProposition.ForEach(
                model, Sizes, _ => Formula.True, x => x[SquaredNorm(change - (eta * eta * (Gram(r * v) - Gram(r.T * u))))].EqualTo(0)),
        };
    }

    // |M*| = 1 and U = √c times a matrix of norm at most 1, V likewise.
    private static Claim Smoothness()
    {
        var model = new Model("Hessian of a factorisation");
        Extent p = model.Size("p"), r = model.Size("r"), q = model.Size("q");
        MatrixFormula c = model.Scalar("c", ParameterSet.Box(0, 4)), m = model.Matrix("M*", p, q, ParameterSet.Sphere(1));
        MatrixFormula u = Sqrt(c) * model.Matrix("P", p, r, ParameterSet.FrobeniusBall(1)), v = Sqrt(c) * model.Matrix("Q", q, r, ParameterSet.FrobeniusBall(1));
        MatrixFormula du = model.Matrix("A", p, r, ParameterSet.Box(-1, 1)), dv = model.Matrix("B", q, r, ParameterSet.Box(-1, 1));
        MatrixFormula hessian = (2 * Inner((u * v.T) - m, du * dv.T)) + SquaredNorm((u * dv.T) + (du * v.T));
        return new Claim
        {
            Source = Du.Statement("Lemma 4.3 any size"),
            Text = "|U|², |V|² ≤ c|M*|: the Hessian form is at most (3c + 1)|M*||Δ|², for any sizes, in units |M*|_F = 1.",
            Proposition = ModelProposition.ForEach(
                model, Sizes, _ => Formula.True, x => x[hessian] <= ((3 * x[c]) + 1) * (x[SquaredNorm(du)] + x[SquaredNorm(dv)])),
        };
    }

    private static Claim Identity(string label, string text, Func<MatrixFormula, MatrixFormula, MatrixFormula, MatrixFormula, MatrixFormula> difference)
    {
        (Model model, MatrixFormula u, MatrixFormula v, Extent p, Extent r, Extent q) = Factors();
        MatrixFormula us = model.Matrix("U*", p, r, ParameterSet.Box(-2, 2)), vs = model.Matrix("V*", q, r, ParameterSet.Box(-2, 2));
        MatrixFormula zero = difference(u, v, us, vs);
        return new Claim
        {
            Source = Du.Statement(label),
            Text = $"{text}; any sizes.",
            Proposition = ModelProposition.ForEach(model, Sizes, _ => Formula.True, x => x[zero].EqualTo(0)),
        };
    }
}
