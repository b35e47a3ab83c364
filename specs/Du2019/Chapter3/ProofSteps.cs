using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>Steps of the proofs of chapter 3 of Du (2019) that concern a few scalars: constants of the lemmas on norms and on perturbations, and one step of gradient descent.</summary>
public sealed class ProofSteps : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [.. Dynamics(), .. Norms(), .. Layers(), .. OutputLayer(), .. Correlation()];

    // f = a w is the network with H = 1, m = 1, sigma the identity; G = a^2 + w^2.
    private static IEnumerable<Claim> Dynamics()
    {
        Source source = Du.Statement("Section 3.3 dynamics");
        Statement Step(bool isExact)
        {
            var forAll = new Quantifier();
            Term a = forAll.Real("a"), w = forAll.Real("w"), y = forAll.Real("y"), eta = forAll.Real("η", 0);
            Term r = y - (a * w), after = y - ((a + (eta * r * w)) * (w + (eta * r * a)));
            Term linear = (1 - (eta * (Term.Square(a) + Term.Square(w)))) * r;
            return forAll.Conclude(after.EqualTo(isExact ? linear - (Term.Square(eta * r) * a * w) : linear));
        }

        yield return new Claim
        {
            Source = source,
            Quote = new Quote("which admits the dynamics y - u(k+1) = (I - ηG(k))(y - u(k))", "Section 3.3"),
            Severity = new Severity.DependsOnReading("the equality is one up to terms of order η², as the proofs treat it with I₁ and I₂"),
            Text = "H = m = n = 1, x = 1, σ the identity, f = aw: y - u(k+1) = (1 - η(a² + w²))(y - u(k)).",
            Proposition = StatementProposition.Of(Step(isExact: false)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "a term of order η² is missing; here it is -η²(y-u)²aw",
            Text = "H = m = n = 1, x = 1, σ the identity, f = aw: y - u(k+1) = (1 - η(a² + w²))(y - u(k)) - η²(y - u(k))²aw exactly.",
            Proposition = StatementProposition.Of(Step(isExact: true)),
        };
    }

    private static IEnumerable<Claim> Norms()
    {
        Source second = Du.Statement("Lemma 3.1 change of the second moment");
        Statement Moment(int factor)
        {
            var forAll = new Quantifier();
            return forAll.Conclude(factor >= forAll.Real("α", new Rational(1, 2), 2) + 1);
        }

        yield return new Claim
        {
            Source = second,
            Quote = new Quote("L|α-1|(2|σ(0)|√(2/π) + L|α+1|) ≤ (C/c_σ)|α-1|, where C = c_σL(2|σ(0)|√(2/π) + 2L)", "Proof of Lemma 3.1"),
            Severity = new Severity.Substantive(),
            Text = "For α in [½, 2], with L²|α-1| divided out and the term 2|σ(0)|√(2/π)/L of both sides: α + 1 ≤ 2. For σ(z) = z it says |E(αX)² - E X²| = |α²-1| ≤ 2|α-1|.",
            Proposition = StatementProposition.Of(Moment(2)),
        };
        yield return new Claim
        {
            Source = second,
            Correction = "3L in place of 2L: α goes up to 2, so α + 1 up to 3",
            Text = "For α in [½, 2], with L²|α-1| divided out and the term 2|σ(0)|√(2/π)/L of both sides: α + 1 ≤ 3.",
            Proposition = StatementProposition.Of(Moment(3)),
        };
        Source layer = Du.Statement("Lemma 3.8 norm of a layer");
        Statement Softplus(Func<Term, Term, Formula> conclude)
        {
            var forAll = new Quantifier();
            Term w = forAll.Real("w", -2, 2), x = forAll.Real("x", new Rational(1, 2), 2);
            return forAll.Conclude(conclude(Term.Log(1 + Term.Exp(w * x)), x));
        }

        yield return new Claim
        {
            Source = layer,
            Quote = new Quote("‖(c_res/(H√m)) σ(W^(h)(0)x_i^(h-1)(0))‖₂ ≤ (c_res c_{w,0}L/H) ‖x_i^(h-1)(0)‖₂", "Proof of Lemma 3.8"),
            Severity = new Severity.DependsOnReading("σ(0) = 0, as for the sine and the error function"),
            Text = "m = 1, softplus (L = 1), |w| ≤ c_w = 2, |x| ≥ ½: log(1 + e^(wx)) ≤ 2|x|, over c_res/H.",
            Proposition = StatementProposition.Of(Softplus((value, x) => 2 * x >= value)),
        };
        yield return new Claim
        {
            Source = layer,
            Correction = "|σ(0)| is missing on the right: an activation with σ(0) ≠ 0, as softplus, does not vanish with its input",
            Text = "m = 1, softplus (L = 1), |w| ≤ c_w = 2: log(1 + e^(wx)) ≤ 2|x| + log 2; with z = |wx|, (1 + e^(±z))/2 ≤ e^z for z in [0, 4], as e^(-z) ≤ 1 ≤ e^z.",
            Proposition = StatementProposition.Of(Bounded()),
        };
        Source power = Du.Statement("Lemma 3.8 lower bound");
        Statement Power(int depth, Rational largest)
        {
            var forAll = new Quantifier();
            Term t = forAll.Real("t", 0, largest);
            return forAll.Conclude(((depth - 1) * Term.Log(1 - (t / depth))) + t >= 0);
        }

        yield return new Claim
        {
            Source = power,
            Quote = new Quote("which implies ½ e^{-c_res c_{w,0} L} ≤ ‖x^(h)(0)‖₂", "Proof of Lemma 3.8"),
            Severity = new Severity.DependsOnReading("c_res is small, as section 3.2 says: c_res c_{w,0} L ≤ 1.59 suffices"),
            Text = "From ‖x^(1)‖ ≥ ½ and the factors 1 - t/H, t = c_res c_w L in [0, 19/10], of the H - 1 layers after it: (H-1) log(1 - t/H) ≥ -t.",
            Proposition = StatementProposition.ForEach("H", [2, 3, 4, 10, 100], depth => Power(depth, new Rational(19, 10))),
        };
        yield return new Claim
        {
            Source = power,
            Correction = "for t = c_res c_w L ≤ 1.59; with two layers and t = 1.8 the factor is 0.1 < e^(-1.8)",
            Text = "(H-1) log(1 - t/H) ≥ -t for t in [0, 159/100].",
            Proposition = StatementProposition.ForEach("H", [2, 3, 4, 10, 100], depth => Power(depth, new Rational(159, 100))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 3.8 lower bound for few layers"),
            Text = "(H-1) log(1 - t/H) ≥ -t for t in [0, 159/100] and H = 2, 3, 4, 5, 10.",
            Proposition = StatementProposition.ForCases("H", [2, 3, 4, 5, 10], depth => Power(depth, new Rational(159, 100))),
        };
    }

    private static Statement Bounded()
    {
        var forAll = new Quantifier();
        Term z = forAll.Real("z", 0, 4);
        return forAll.Conclude((Term.Exp(z) >= 1) & (1 >= Term.Exp(-z)));
    }

    // One layer of one neuron, x = 1, c_sigma = L = 1, sigma(z) = z: x^(1)(k) - x^(1)(0) is the change of the weight.
    private static IEnumerable<Claim> Layers()
    {
        Source source = Du.Statement("Lemma 3.3 first layer");
        Statement First(Rational least)
        {
            var forAll = new Quantifier();
            Term cx = forAll.Real("c_x,0", least, 4), radius = forAll.Real("R", 0, 1), w = forAll.Real("W(0)", 0, 1), p = forAll.Real("p", -1, 1);
            return forAll.Given(radius > 0).Given(w <= cx).Conclude(cx * radius >= Term.Abs(p * radius));
        }

        yield return new Claim
        {
            Source = source,
            Quote = new Quote("‖x^(h)(0)‖₂ ≤ c_{x,0} ... for some constant c_{w,0}, c_{x,0} > 0 ... ‖x^(h)(k) - x^(h)(0)‖₂ ≤ √c_σ L c_{x,0} g_{c_x}(h) R", "Lemma 3.3"),
            Severity = new Severity.DependsOnReading("c_{x,0} bounds the input as well, ‖x^(0)‖ = 1 ≤ c_{x,0}; it is 2 where the lemma is used"),
            Text = "m = d = h = 1, σ the identity, c_σ = x = 1, ‖x^(1)(0)‖ = W(0) ≤ c_{x,0}, W(k) - W(0) = pR with |p| ≤ 1: |pR| ≤ c_{x,0}R.",
            Proposition = StatementProposition.Of(First(new Rational(1, 100))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "c_{x,0} ≥ 1: the step from layer 0 to layer 1 uses ‖x^(0)‖ ≤ c_{x,0}",
            Text = "The same over R for c_{x,0} in [1, 4]: |p| ≤ c_{x,0}.",
            Proposition = StatementProposition.Of(Scaled()),
        };
        yield return Level("Lemma 3.11 with half of the eigenvalue", "‖G^(H)(k) - G^(H)(0)‖ ≤ λ₀/2", Term.Ratio(1, 2));
        yield return Level("Lemma 3.11 with a quarter of the eigenvalue", "‖G^(H)(k) - G^(H)(0)‖ ≤ λ₀/4", Term.Ratio(1, 4));
    }

    private static Statement Scaled()
    {
        var forAll = new Quantifier();
        Term cx = forAll.Real("c_x,0", 1, 4), p = forAll.Real("p", -1, 1);
        return forAll.Conclude(cx >= Term.Abs(p));
    }

    private static Claim Level(string label, string bound, Term share)
    {
        var forAll = new Quantifier();
        Term l = forAll.Real("l", new Rational(3, 4), 4);
        return new Claim
        {
            Source = Du.Statement(label),
            Text = $"λ_min(G^(H)(0)) = lλ₀ with l ≥ ¾ and {bound} leave λ_min(G^(H)(k)) ≥ λ₀/2, which the rate 1 - ηλ₀/2 of Theorem 3.2 needs.",
            Proposition = StatementProposition.Of(forAll.Conclude(l - share >= Term.Ratio(1, 2))),
        };
    }

    // With p = a2 L c_res and q = c_w L c_res, Q' over |y - u| is 4 c_{x,0} p e^{2q}/H, c_{x,0} = 2 e^q; the output is at least e^{-q}/2.
    private static IEnumerable<Claim> OutputLayer()
    {
        Source source = Du.Statement("Lemma 3.12 output layer");
        var forAll = new Quantifier();
        Term p = forAll.Real("p", 0, new Rational(1, 1000)), q = forAll.Real("q", 0, 1);
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("‖a(s) - a(s-1)‖₂ ≤ ηQ'(s-1), where Q'(s) = 4c_res c_{x,0}a_{2,0}L e^{2c_res c_{w,0}L}√n ‖y-u(s)‖₂/H", "Lemma 3.12"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated("a_{2,0}, c_{w,0}, L > 0", "n = 1, H = 2, c_res = 1/(1 + c_wL + 1000a₂L)"),
            Text = "‖a(s) - a(s-1)‖ = η|y-u|‖x^(H)‖ with ‖x^(H)‖ ≥ e^(-q)/2, p = a₂Lc_res ≤ 1/1000, q = c_wLc_res ≤ 1, c_{x,0} = 2e^q of Lemma 3.8: the bound over η|y-u|, 4pe^(3q), is below e^(-q)/2.",
            Proposition = StatementProposition.Of(forAll.Conclude(1 > 8 * p * Term.Exp(4 * q))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "c_{x,0}√n‖y-u‖ bounds the step of the output layer: its gradient has no factor c_res/H; nor has that of the first layer",
            Text = "‖a(s) - a(s-1)‖² = η²‖Σ_i (y_i - u_i)x_i^(H)‖² ≤ η²c²_{x,0}n‖y-u‖², for features of dimension one, over η² and c²_{x,0}; n = 1, 2, 3, ...",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3, 5], Output),
        };
    }

    private static Statement Output(int n)
    {
        var forAll = new Quantifier();
        (Term R, Term X)[] pairs = [.. Enumerable.Range(1, n).Select(i => (forAll.Real($"r{i}", -3, 3), forAll.Real($"x{i}", -1, 1)))];
        return forAll.Conclude(n * Term.Sum(pairs.Select(p => Term.Square(p.R))) >= Term.Square(Term.Sum(pairs.Select(p => p.R * p.X))));
    }

    // A'_11 = a^2, A'_22 = b^2: the derivative of A'_12/sqrt(A'_11 A'_22) with respect to A'_12 is 1/(a b).
    private static IEnumerable<Claim> Correlation()
    {
        Source source = Du.Statement("Lemma 3.29 derivative of the correlation");
        Statement Derivative(bool isPrinted)
        {
            var forAll = new Quantifier();
            Term c = forAll.Real("c", 1, 10), p = forAll.Real("ca", 1, 100), q = forAll.Real("cb", 1, 100);
            return forAll.Conclude(isPrinted ? 1 / Term.Square(c) >= Term.Square(c) / (p * q) : 1 >= 1 / (p * q));
        }

        yield return new Claim
        {
            Source = source,
            Quote = new Quote("We can easily verify that |∂ρ/∂A'₁₂| ≤ 1/c²", "Proof of Lemma 3.29"),
            Severity = new Severity.DependsOnReading("c is the lower bound of a and b; in the lemma that is 1/c"),
            Text = "For a, b ≥ 1/c, |∂ρ/∂A'₁₂| = 1/(ab) is at most 1/c²; with ca and cb for a and b, c²/(ca·cb) ≤ 1/c².",
            Proposition = StatementProposition.Of(Derivative(isPrinted: true)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "c²: a and b may be as small as 1/c",
            Text = "For a, b ≥ 1/c, |∂ρ/∂A'₁₂| = 1/(ab) is at most c²: over c², 1/(ca·cb) ≤ 1.",
            Proposition = StatementProposition.Of(Derivative(isPrinted: false)),
        };
    }
}
