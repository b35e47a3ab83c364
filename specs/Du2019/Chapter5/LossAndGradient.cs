using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>Theorems 5.1 and 5.2 of Du (2019) as identities in the second layer, and the dynamics of a^T a*, 1^T a, |v|^2 and sin^2 phi that follow.</summary>
public sealed class LossAndGradient : ISpec
{
    private static readonly int[] Sizes = [1, 2, 3];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Loss().Concat(Dynamics());

    private static IEnumerable<Claim> Loss()
    {
        Source source = Du.Statement("Theorem 5.1");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("ℓ(v, a) = ½[... + (‖w*‖²/2π)(1ᵀa*)² + (1/2π)(1ᵀa)² - 2‖w*‖ 1ᵀa · 1ᵀa*]", "Theorem 5.1, (5.3)"),
            Severity = new Severity.Substantive(),
            Text = "The formula vanishes at the teacher, φ = 0 and a = ‖w*‖a*, where the two networks agree; k = 1, 2.",
            Proposition = StatementProposition.ForCases("k", [1, 2], k =>
            {
                var forAll = new Quantifier();
                Term[] teacher = [.. Enumerable.Range(1, k).Select(i => forAll.Real($"a*{i}", -2, 2))];
                return forAll.Conclude(new Convolution(teacher, teacher, 1, Term.Pi, Term.Pi).ScaledLoss(-4 * Term.Pi).EqualTo(0));
            }),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the last term has the factor 1/(2π), like the others",
            Text = "With -2‖w*‖ 1ᵀa 1ᵀa*/(2π), 4πℓ = (π-1)|a - ‖w*‖a*|² + (1ᵀ(a - ‖w*‖a*))² + 2(π - g(φ))‖w*‖aᵀa*, whatever numbers stand for π and g, and it vanishes at the teacher; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => Over(k, (network, _) =>
            {
                Term pi = Term.Variable("π");
                return network.ScaledLoss(-2).EqualTo(network.ScaledLossAsSquares)
                    & new Convolution(Scaled(k), Teacher(k), Term.Variable("|w*|"), pi, pi).ScaledLoss(-2).EqualTo(0);
            })),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.2 second layer"),
            Quote = new Quote("E[∂ℓ(Z, v, a)/∂a] = (1/2π)(11ᵀ + (π - 1)I)a - (1/2π)(11ᵀ + (g(φ) - 1)I)‖w*‖a*", "Theorem 5.2"),
            Text = "ℓ(a + e) - ℓ(a - e) = 2⟨∂ℓ/∂a, e⟩, as for the gradient of a quadratic function, for the corrected loss of Theorem 5.1, whatever numbers stand for π and g; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => Over(
                k,
                (network, e) =>
                {
                    Convolution Moved(int sign) => new([.. Student(k).Select((value, i) => value + (sign * e[i]))], Teacher(k), Term.Variable("|w*|"), Term.Variable("g"), Term.Variable("π"));
                    return (Moved(1).ScaledLoss(-2) - Moved(-1).ScaledLoss(-2)).EqualTo(4 * Convolution.Dot(network.ScaledGradient, e));
                },
                "e")),
        };
    }

    private static IEnumerable<Claim> Dynamics()
    {
        yield return new Claim
        {
            Source = Du.Statement("Chapter 5 reduced dynamics of the second layer"),
            Text = "After a step a - η∂ℓ/∂a, with h = η/(2π): aᵀa* is (1-h(π-1))aᵀa* + h‖w*‖((g-1)|a*|² + (1ᵀa*)²) - h1ᵀa* 1ᵀa, and 1ᵀa is (1-h(k+π-1))1ᵀa + h(k+g-1)‖w*‖1ᵀa*, "
                + "whatever numbers stand for π and g; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => Over(k, (network, _) =>
            {
                Term h = Term.Variable("h"), pi = Term.Variable("π"), g = Term.Variable("g"), norm = Term.Variable("|w*|");
                Term[] next = network.Step(h);
                return Convolution.Dot(next, Teacher(k)).EqualTo(
                        ((1 - (h * (pi - 1))) * network.Signal) + (h * norm * (((g - 1) * network.TeacherSquare) + Term.Square(network.TeacherTotal))) - (h * network.TeacherTotal * network.Total))
                    & Term.Sum(next).EqualTo(((1 - (h * (k + pi - 1))) * network.Total) + (h * (k + g - 1) * norm * network.TeacherTotal));
            })),
        };
        yield return new Claim
        {
            Source = Du.Statement("Chapter 5 reduced dynamics of the filter"),
            Text = "With w* = ‖w*‖e_1, n = |v|² and m = η‖w*‖(π-φ)aᵀa*/(2π|v|), the step gives n v' = nv + m(ne_1 - v_1v): |nv'|² = n³ + m²n(n - v_1²), which is n' = n(1 + z²sin²φ) for "
                + "z = m/|v|, and without its first entry it is (n - v_1²)(n - mv_1)²; p = 2, 3, 4.",
            Proposition = StatementProposition.ForCases("p", [2, 3, 4], Filter),
        };
        Source source = Du.Statement("Equation 5.4");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("(a^(t+1))ᵀa* = (1 - η(π-1)/2π)(a^t)ᵀa* + (η(g(φ^t) - 1)/2π)‖a^t‖² + (η/2π)((1ᵀa*)² - (1ᵀa^t)(1ᵀa*))", "Equation (5.4)"),
            Severity = new Severity.Substantive(),
            Text = "The second term has ‖a^t‖², for ‖w*‖ = 1, entries up to 2 and g(φ) = g in [0, 3], h = η/(2π); k = 1, 2.",
            Proposition = StatementProposition.ForCases("k", [1, 2], k => Signal(k, asPrinted: true)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "‖a*‖² instead of ‖a^t‖² in the second term, as in the proof of Lemma 5.7",
            Text = "The second term has ‖a*‖², for ‖w*‖ = 1, entries up to 2 and g(φ) = g in [0, 3], h = η/(2π), whatever number from 3 to 4 stands for π; k = 1, 2.",
            Proposition = StatementProposition.ForCases("k", [1, 2], k => Signal(k, asPrinted: false)),
        };
    }

    private static Term[] Student(int k) => [.. Enumerable.Range(1, k).Select(i => Term.Variable($"a{i}"))];

    private static Term[] Teacher(int k) => [.. Enumerable.Range(1, k).Select(i => Term.Variable($"a*{i}"))];

    private static Term[] Scaled(int k) => [.. Teacher(k).Select(value => Term.Variable("|w*|") * value)];

    private static Statement Over(int k, Func<Convolution, Term[], Formula> conclusion, string? direction = null)
    {
        var forAll = new Quantifier();
        var network = new Convolution(
            Convolution.Vector(forAll, "a", k), Convolution.Vector(forAll, "a*", k), forAll.Real("|w*|"), forAll.Real("g"), forAll.Real("π"));
        Term[] e = direction is null ? [] : Convolution.Vector(forAll, direction, k);
        if (direction is null)
        {
            forAll.Real("h");
        }

        return forAll.Conclude(conclusion(network, e));
    }

    private static Statement Signal(int k, bool asPrinted)
    {
        var forAll = new Quantifier();
        Term[] a = [.. Enumerable.Range(1, k).Select(i => forAll.Real($"a{i}", -2, 2))], teacher = [.. Enumerable.Range(1, k).Select(i => forAll.Real($"a*{i}", -2, 2))];
        Term g = forAll.Real("g", 0, 3), pi = asPrinted ? Term.Pi : forAll.Real("π", 3, 4), h = forAll.Real("h", 0, 1), square = asPrinted ? Convolution.Dot(a, a) : Convolution.Dot(teacher, teacher);
        var network = new Convolution(a, teacher, 1, g, pi);
        Term printed = ((1 - (h * (pi - 1))) * network.Signal) + (h * (g - 1) * square) + (h * (Term.Square(network.TeacherTotal) - (network.Total * network.TeacherTotal)));
        return forAll.Conclude(Convolution.Dot(network.Step(h), teacher).EqualTo(printed));
    }

    private static Statement Filter(int p)
    {
        var forAll = new Quantifier();
        Term[] v = Convolution.Vector(forAll, "v", p);
        Term m = forAll.Real("m"), n = Convolution.Dot(v, v);
        Term[] next = [.. v.Select((value, i) => (n * value) + (m * ((i == 0 ? n : Term.Zero) - (v[0] * value))))];
        Term[] across = [.. next.Skip(1)];
        Term aside = n - Term.Square(v[0]);
        return forAll.Conclude(
            Convolution.Dot(next, next).EqualTo(Term.Pow(n, 3) + (Term.Square(m) * n * aside)) & Convolution.Dot(across, across).EqualTo(aside * Term.Square(n - (m * v[0]))));
    }
}
