using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 6.1 of the PReLU report: a network of several residual layers, equation (8), is "reduced" to one layer whose matrix is a product, equation (9). Stated for two layers.
/// </summary>
public sealed class Section61 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source reduction = PRelu.Statement("Section 6.1 equation (9)");
        yield return new Claim
        {
            Source = reduction,
            Quote = new Quote("which could be the exactly the same as the problem setting the 2-phase framework has", "Section 6.1, Equation 9"),
            Severity = new Severity.Substantive(),
            Text = "Equation (9) is equation (8): Σσ((W₂ + I)σ((W₁ + I)x)) = Σσ((W₂W₁ + I)x), for ReLU and in dimension d.",
            Proposition = StatementProposition.ForEach("d", [1, 2], d => Layers(d, Term.Zero, (w2, w1) => Plus(Times(w2, w1), Identity(d)))),
        };
        yield return new Claim
        {
            Source = reduction,
            Correction = "(W₂ + I)(W₁ + I) instead of W₂W₁ + I, and for α = 1 only: the inner activations cannot be left out otherwise",
            Text = "For α = 1, Σσ((W₂ + I)σ((W₁ + I)x)) = Σσ((W₂ + I)(W₁ + I)x); d = 1, 2.",
            Proposition = StatementProposition.ForCases("d", [1, 2], d => Layers(d, Term.One, (w2, w1) => Times(Plus(w2, Identity(d)), Plus(w1, Identity(d))))),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.1 product of layers"),
            Text = "Leaving out the inner activation does not lose anything, with the product written out: Σσ((W₂ + I)σ((W₁ + I)x)) = Σσ((W₂ + I)(W₁ + I)x) for ReLU. It does.",
            Proposition = StatementProposition.ForEach("d", [1, 2], d => Layers(d, Term.Zero, (w2, w1) => Times(Plus(w2, Identity(d)), Plus(w1, Identity(d))))),
        };

        Source minima = PRelu.Statement("Section 6.1 minima");
        var forAll = new Quantifier();
        Term x = forAll.Real("x", -2, 2), y = forAll.Real("y", -2, 2);
        Term Value(Term t) => Term.Square(Term.Square(t) - 1) + (4 * x * (1 - Term.Square(x)) * t);
        yield return new Claim
        {
            Source = minima,
            Text = "A local minimum of f(t) = (t² - 1)² + 4x(1 - x²)t, whose derivative vanishes at t = x, is a global one: where f''(x) > 0, f(y) ≥ f(x) for all y.",
            Proposition = StatementProposition.Of(forAll.Given(3 * Term.Square(x) > 1).Conclude(Value(y) >= Value(x))),
        };
        forAll = new Quantifier();
        Term v = forAll.Real("v", -3, 3), w = forAll.Real("w", -3, 3), target = forAll.Real("c", -3, 3);
        Term outer = v + 1, inner = w + 1, rest = (outer * inner) - target;
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.1 local minima of linear layers"),
            Text = "For two linear residual layers, L = ((v + 1)(w + 1) - c)²: where the gradient vanishes and L ≥ 10⁻⁶, the Hessian has a negative determinant, so that there is no local minimum.",
            Proposition = StatementProposition.Of(forAll
                .Given((rest * outer).EqualTo(0)).Given((rest * inner).EqualTo(0)).Given(Term.Abs(rest) >= Term.Ratio(1, 1000))
                .Conclude(Term.Square((2 * outer * inner) - target) > Term.Square(outer) * Term.Square(inner))),
        };
    }

    private static Statement Layers(int d, Term alpha, Func<Term[,], Term[,], Term[,]> reduce)
    {
        var forAll = new Quantifier();
        Term[,] first = PRelu.Matrix(forAll, "W₁", d, 2), second = PRelu.Matrix(forAll, "W₂", d, 2);
        Term[] x = PRelu.Vector(forAll, "x", d, 2);
        Term[] hidden = Activated(Apply(Plus(first, Identity(d)), x), alpha);
        Term[] deep = Activated(Apply(Plus(second, Identity(d)), hidden), alpha), reduced = Activated(Apply(reduce(second, first), x), alpha);
        return forAll.Conclude(Term.Sum(deep).EqualTo(Term.Sum(reduced)));
    }

    // For alpha = 1 the identity, without a kink that would hide it.
    private static Term[] Activated(Term[] values, Term alpha) => alpha.IsOne ? values : Array.ConvertAll(values, z => PRelu.Activation(z, alpha));

    private static Term[] Apply(Term[,] matrix, Term[] x) =>
        [.. Enumerable.Range(0, x.Length).Select(i => Term.Sum(Enumerable.Range(0, x.Length).Select(j => matrix[i, j] * x[j])))];

    private static Term[,] Times(Term[,] left, Term[,] right) =>
        Build(left.GetLength(0), (i, j) => Term.Sum(Enumerable.Range(0, left.GetLength(0)).Select(k => left[i, k] * right[k, j])));

    private static Term[,] Plus(Term[,] left, Term[,] right) => Build(left.GetLength(0), (i, j) => left[i, j] + right[i, j]);

    private static Term[,] Identity(int d) => Build(d, (i, j) => i == j ? Term.One : Term.Zero);

    private static Term[,] Build(int d, Func<int, int, Term> entry)
    {
        var matrix = new Term[d, d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                matrix[i, j] = entry(i, j);
            }
        }

        return matrix;
    }
}
