using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// A geometric bound about vectors a, b within gamma of a unit vector, as two claims: in vectors, of any dimension for every gamma in
/// [1/1000, 3/10] where a derivation proves that, otherwise at gamma = 1/100, 1/10 and 3/10; and, for every gamma in that range, reduced
/// to a few scalars in which no difference cancels.
/// </summary>
/// <remarks>Appendix E of the paper, which states such bounds, was not available. Form and constants are ours.</remarks>
public abstract class GeometricBound : ISpec
{
    /// <summary>What follows every statement of a geometric bound.</summary>
    internal const string Origin = " (Appendix E as printed was not available: form and constant are ours.)";

    private protected GeometricBound()
    {
    }

    /// <summary>The bound in words and symbols.</summary>
    protected abstract string Text { get; }

    /// <summary>Why the scalars suffice, and the bound in them.</summary>
    protected abstract string ReducedText { get; }

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        string label = $"Geometric bound {GetType().Name}";
        yield return Bound() is { } bound ? InEveryDimension(label, Text, bound, Derive) : new Claim
        {
            Source = LiYuan.Statement(label),
            Text = $"At γ = 1/100, 1/10 and 3/10: {Text}{Origin}",
            Proposition = StatementProposition.ForEach("100γ", [1, 10, 30], hundredths => InVectors(new Rational(hundredths, 100))),
        };
        var forAll = new Quantifier();
        yield return new Claim
        {
            Source = LiYuan.Statement($"{label} reduced"),
            Text = ReducedText + Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(Reduced(forAll))),
        };
    }

    /// <summary>The bound in vectors of any dimension; null where no derivation of it is known.</summary>
    private protected virtual VectorStatement? Bound() => null;

    /// <summary>Derives that.</summary>
    /// <param name="build">The derivation, of a theorem with the hypotheses of <see cref="Ball"/>.</param>
    /// <param name="a">What is known of a.</param>
    /// <param name="b">What is known of b.</param>
    private protected virtual void Derive(DerivationBuilder build, Lengths a, Lengths b) => throw new InvalidOperationException("There is no derivation.");

    /// <summary>The bound in vectors, where it is sampled.</summary>
    /// <param name="near">The vectors; further variables can be quantified there.</param>
    protected virtual Formula Conclude(NearIdentity near) => throw new InvalidOperationException("The bound is stated in every dimension.");

    /// <summary>The bound in scalars.</summary>
    /// <param name="forAll">Quantifies over the scalars.</param>
    protected abstract Formula Reduced(Quantifier forAll);

    /// <summary>Quantifies over gamma in [1/1000, 3/10].</summary>
    internal static Term Radius(Quantifier forAll) => forAll.Real("γ", new Rational(1, 1000), new Rational(3, 10));

    private static Claim InEveryDimension(string label, string text, VectorStatement bound, Action<DerivationBuilder, Lengths, Lengths> derive) => new()
    {
        Source = LiYuan.Statement(label),
        Text = $"For γ from 1/1000 to 3/10, in vectors of R^d for every d: {text}{Origin}",
        Proposition = StatementProposition.InEveryDimension(bound),
        Proof = theorem =>
        {
            var build = new DerivationBuilder(theorem);
            Known unit = build.Given(0), radius = build.Given(1), largest = build.Given(2);
            derive(
                build,
                new Lengths(build, Ball.A, Ball.X, Ball.E, unit, radius, largest, build.Given(3)),
                new Lengths(build, Ball.B, Ball.Y, Ball.E, unit, radius, largest, build.Given(4)));
            return build.Steps;
        },
    };

    private Statement InVectors(Rational gamma)
    {
        var forAll = new Quantifier();
        Formula conclusion = Conclude(new NearIdentity(forAll, gamma));
        return forAll.Conclude(conclusion);
    }
}
