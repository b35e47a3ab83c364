using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Tapes;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

public sealed class KinkResolutionTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    public static TheoryData<Formula, string> Examples => new()
    {
        { Term.Abs(X) >= 2, "x - 2 ≥ 0 ∨ -x - 2 ≥ 0" },
        { Term.Abs(X) < 2, "2 - x > 0 ∧ 2 - -x > 0" },
        { Term.Max(X, Y) <= 1, "1 - x ≥ 0 ∧ 1 - y ≥ 0" },
        { Term.Min(X, Y) <= 1, "1 - x ≥ 0 ∨ 1 - y ≥ 0" },
        { (-3 * Term.Abs(X)) + Y > 0, "-3·x + y > 0 ∧ -3·-x + y > 0" },
        { Term.Abs(X).EqualTo(2), "abs(x) = 2" },
        { X * Term.Abs(X) >= 2, "x·abs(x) ≥ 2" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Kinks_among_the_summands_of_an_inequality_become_cases(Formula formula, string expected) =>
        Assert.Equal(expected, KinkResolution.Resolve(formula).ToString());

    [Fact]
    public void Resolved_formulas_agree_with_the_original_at_exact_points()
    {
        int compared = 0, changed = 0, atoms = 0;
        for (int seed = 0; seed < 1500; seed++)
        {
            var random = new RandomTerms(seed, 2);
            Term a = random.Term(2), b = random.Term(2), c = random.Term(2);
            Term kinks = Term.Max(a, b) - (2 * Term.Abs(c)) + (Term.Min(a, c) / -3) + (a * Term.Max(b, c));
            Formula original = seed % 2 == 0 ? kinks >= Term.Min(b, c) : !(kinks >= Term.Min(b, c));
            Formula resolved = KinkResolution.Resolve(original);
            var first = CompiledFormula.Compile(random.Names, original);
            var second = CompiledFormula.Compile(random.Names, resolved);
            atoms = Math.Max(atoms, resolved.Atoms().Count());
            for (int k = 0; k < 6; k++)
            {
                Rational[] point = [random.Ratio(), random.Ratio()];
                Truth before = first.DecideAt(point), after = second.DecideAt(point);
                if (before != Truth.Unknown && after != Truth.Unknown)
                {
                    compared++;
                    changed += before == after ? 0 : 1;
                }
            }
        }

        Assert.Equal(0, changed);
        Assert.True(compared > 3000 && atoms is > 4 and <= 8, $"{compared} compared, up to {atoms} comparisons");
    }
}
