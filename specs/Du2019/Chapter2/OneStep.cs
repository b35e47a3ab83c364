using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter2;

/// <summary>What the proofs of Theorems 2.2 and 2.3 of Du (2019) say of one step, and the arithmetic of their constants.</summary>
public sealed class OneStep : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Equation 2.4 two inputs"),
            Text = "n = m = d = 2, any signs s with σ(z) = sz at the two inputs and a = (1, -1): Σ_r ⟨∂u_i/∂w_r, -∂L/∂w_r⟩ = Σ_j H_ij(y_j - u_j), which is (2.4) and (2.6).",
            Proposition = StatementProposition.Of(Dynamics()),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 2.3 norm of the gradient"),
            Text = "n(e₁² + ... + e_n²) - (e₁ + ... + e_n)² is the sum of all (e_i - e_j)², so |∂L/∂w_r| ≤ Σ|y_i - u_i|/√m ≤ (√n/√m)|y - u|; n = 2, 3, 4.",
            Proposition = StatementProposition.ForCases("n", [2, 3, 4], CauchySchwarz),
        };
        Source initial = Du.Statement("Theorem 2.2 expected loss at the start");
        yield return new Claim
        {
            Source = initial,
            Quote = new Quote("E[‖y-u(0)‖²₂] = Σ(y_i² + y_iE[f(W(0),a,x_i)] + E[f(W(0),a,x_i)²]) = Σ(y_i² + 1)", "Section 2.2.1, Proof of Theorem 2.2"),
            Severity = new Severity.Substantive(),
            Text = "For one unit input, with E f = 0 and E f² = E max(w, 0)² = ½ for w standard Gaussian, E(y - f)² = y² - 2yE f + E f² is y² + 1.",
            Proposition = StatementProposition.Of(Expected(1)),
        };
        yield return new Claim
        {
            Source = initial,
            Correction = "½ in place of 1: E f² = E max(w, 0)² is half of E w²; the order O(n) stands",
            Text = "For one unit input, with E f = 0 and E f² = ½, E(y - f)² = y² - 2yE f + E f² is y² + ½.",
            Proposition = StatementProposition.Of(Expected(Term.Ratio(1, 2))),
        };
        Source last = Du.Statement("Theorem 2.3 last inequality");
        yield return new Claim
        {
            Source = last,
            Quote = new Quote("where R = cλ₀/n² for some small positive constant c", "Section 2.3.1, Proof of Theorem 2.3"),
            Severity = new Severity.DependsOnReading("R is cδλ₀/n² as in Lemma 2.2"),
            Existential = new Existential.Defeated("c, C > 0", "n = 1, δ = p/(1+p) with p = cC"),
            Text = "1 - ηλ₀ + 2Cηn²R/δ + 2Cηn^(3/2)R/δ + η²n² exceeds 1 - ηλ₀/2: over ηλ₀ with n = 1 and R = cλ₀, where p/δ = 1 + p, and with z = η/λ₀, -1 + 4(1+p) + z > -½.",
            Proposition = StatementProposition.Of(WithoutDelta()),
        };
        yield return new Claim
        {
            Source = last,
            Correction = "R = cδλ₀/n²; c = 3/40 and η ≤ λ₀/(4n²) suffice, with C = √(2/π) from Lemma 2.5",
            Text = "1 - ηλ₀ + 2Cηn²R/δ + 2Cηn^(3/2)R/δ + η²n² ≤ 1 - ηλ₀/2: over ηλ₀, with s = 1/√n ≤ 1 and z = ηn²/λ₀ ≤ ¼, -1 + 2Cc(1+s) + z ≤ -½.",
            Proposition = StatementProposition.Of(WithDelta()),
        };
        yield return Arithmetic(
            "Lemma 2.5 constant", "E|S_i^⊥| ≤ 2mR/√(2π) for each of n inputs, and Markov's inequality, give Lemma 2.5 with C = 4/5: 2/√(2π) ≤ 4/5.", Term.Ratio(4, 5) >= 2 / Term.Sqrt(2 * Term.Pi));
        yield return Arithmetic(
            "Theorem 2.2 width",
            "m ≥ 4401n⁶(C²+½)/(λ₀⁴δ³), with δ/3 for each event and R = δλ₀√(π/2)/(24n²): |y-u(0)|² ≤ 3n(C²+½)/δ gives 2√n|y-u(0)|/(√m λ₀) < R, as 3·4·24²/(π/2) < 4401.",
            4401 > 3 * 4 * 24 * 24 / (Term.Pi / 2));
        yield return Arithmetic(
            "Theorem 2.3 width",
            "m ≥ 70406n⁶(C²+½)/(λ₀⁴δ³), with δ/3 for each event and R = δλ₀√(π/2)/(48n²): 4√n|y-u(0)|/(√m λ₀) < R, as 3·16·48²/(π/2) < 70406.",
            70_406 > 3 * 16 * 48 * 48 / (Term.Pi / 2));
    }

    private static Claim Arithmetic(string label, string text, Formula conclusion) => new()
    {
        Source = Du.Statement(label),
        Text = text,
        Proposition = StatementProposition.Of(new Quantifier().Conclude(conclusion)),
    };

    // u_i = (1/√2) Σ_r a_r s_ri (w_r, x_i): the slopes s_ri = 1{(w_r, x_i) ≥ 0} are variables, so every pattern is covered.
    private static Statement Dynamics()
    {
        var forAll = new Quantifier();
        Term[][] x = Pairs(forAll, "x"), w = Pairs(forAll, "w"), s = Pairs(forAll, "s");
        Term[] y = [forAll.Real("y1"), forAll.Real("y2")];
        int[] a = [1, -1];
        Term Dot(Term[] u, Term[] v) => (u[0] * v[0]) + (u[1] * v[1]);

        // The root of m = 2 enters the outputs alone, where it may be any number.
        Term inverseRoot = forAll.Real("1/√m");
        Term Output(int i) => inverseRoot * ((a[0] * s[0][i] * Dot(w[0], x[i])) + (a[1] * s[1][i] * Dot(w[1], x[i])));
        Term Gap(int j) => y[j] - Output(j);
        Term[] Gradient(int r) => [.. Enumerable.Range(0, 2).Select(k => a[r] * ((Gap(0) * s[r][0] * x[0][k]) + (Gap(1) * s[r][1] * x[1][k])))];
        Term Left(int i) => ((a[0] * s[0][i] * Dot(x[i], Gradient(0))) + (a[1] * s[1][i] * Dot(x[i], Gradient(1)))) / 2;
        Term Gram(int i, int j) => Dot(x[i], x[j]) * ((s[0][i] * s[0][j]) + (s[1][i] * s[1][j])) / 2;
        return forAll.Conclude(Formula.All(Enumerable.Range(0, 2).Select(i => Left(i).EqualTo((Gram(i, 0) * Gap(0)) + (Gram(i, 1) * Gap(1))))));
    }

    private static Term[][] Pairs(Quantifier forAll, string name) => [.. Enumerable.Range(1, 2).Select(r => new[] { forAll.Real($"{name}{r}1"), forAll.Real($"{name}{r}2") })];

    private static Statement CauchySchwarz(int n)
    {
        var forAll = new Quantifier();
        Term[] e = [.. Enumerable.Range(1, n).Select(i => forAll.Real($"e{i}"))];
        Term differences = Term.Sum(from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, i) select Term.Square(e[i] - e[j]));
        return forAll.Conclude(((n * Term.Sum(e.Select(Term.Square))) - Term.Square(Term.Sum(e))).EqualTo(differences));
    }

    private static Statement Expected(Term printed)
    {
        var forAll = new Quantifier();
        Term y = forAll.Real("y"), mean = Term.Zero, square = Term.Ratio(1, 2);
        return forAll.Conclude((Term.Square(y) - (2 * y * mean) + square).EqualTo(Term.Square(y) + printed));
    }

    private static Statement WithoutDelta()
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("p", 0), z = forAll.Real("z", 0);
        return forAll.Given(p > 0).Given(z > 0).Conclude(-1 + (4 * (1 + p)) + z > Term.Ratio(-1, 2));
    }

    private static Statement WithDelta()
    {
        var forAll = new Quantifier();
        Term s = forAll.Real("s", 0, 1), z = forAll.Real("z", 0, new Rational(1, 4)), c = Term.Ratio(3, 40);
        return forAll.Conclude(Term.Ratio(-1, 2) >= -1 + (2 * Term.Sqrt(2 / Term.Pi) * c * (1 + s)) + z);
    }
}
