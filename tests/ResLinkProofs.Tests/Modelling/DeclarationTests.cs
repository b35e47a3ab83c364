using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>What does not fit is refused where it is written, with place and remedy.</summary>
public sealed class DeclarationTests
{
    private readonly Model _model = new("declared");
    private readonly MatrixFormula _u;
    private readonly MatrixFormula _v;

    public DeclarationTests()
    {
        Extent m = _model.Size("m"), k = _model.Size("k");
        _u = _model.Matrix("U", m, k);
        _v = _model.Matrix("V", k, m);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named_with_the_operation()
    {
        Refused(() => _u * _u, "Product of U (m × k) and U (m × k)", "Hadamard");
        Refused(() => _u + _v, "Sum of U (m × k) and V (k × m)", ".T");
        Refused(() => Hadamard(_u, _v), "Hadamard product of U", ".T");
        Refused(() => Inner(_u, _v), "Inner product of U", ".T");
        Refused(() => Trace(_u), "Trace of U (m × k)", "square");
        Refused(() => Diagonal(_u), "Diagonal of U", "DiagonalOf");
        Refused(() => _u / _v, "divided by V (k × m)", "scalar");
        Refused(() => LeastEigenvalue(_u * _v), "Eigenvalue of U V", "Symmetrised");
        Refused(() => LeastEigenvalue(_u), "Eigenvalue of U (m × k)", "square");
        Refused(() => Gradient(_u, _u), "Gradient of U", "norm");
        Refused(() => Gradient(SquaredNorm(_u), _u * _v), "Gradient by U V", "parameters");
    }

    [Fact]
    public void Names_sizes_and_sets_are_checked_when_declared()
    {
        Refused(() => _model.Matrix("U", 2, 2), "'U' is declared twice", "another name");
        Refused(() => _model.Matrix("a_b", 2, 2), "'a_b'", "letter");
        Refused(() => _model.Size("m"), "'m' is declared twice", "another name");
        Refused(() => _model.Matrix("Z", Extent.Named("q"), 2), "no size 'q'", "Size(\"q\")");
        Refused(() => _model.Matrix("Z", Extent.Named("m"), Extent.Named("k"), ParameterSet.PositiveSemidefinite(1)), "Z ⪰ 0", "square");
        Refused(() => _model.At(1), "1 numbers for the sizes m, k", "one for each");
        Refused(() => _model.At(1, 0), "k = 0", "at least 1");
        Refused(() => ParameterSet.Box(1, 0), "from 1 to 0", "exchange");
        Refused(() => ParameterSet.Sphere(Rational.Zero), "positive", "Box(0, 0)");
        Refused(() => Ones(0, 1), "at least 1", "row");
        Refused(() => SquaredNorm(_u) * Term.Variable("t"), "t is no constant", "scalar parameter");
        Refused(() => EntrywiseFunction.Of("1x", t => t), "'1x'", "letter");
    }

    [Fact]
    public void Claims_that_cannot_be_written_out_are_refused()
    {
        MatrixFormula norm = SpectralNorm(_u);
        Refused(() => Claimed(x => x[norm] + 1 <= 2), "|U|₂", "alone on one side");
        Refused(() => Claimed(x => x[norm] <= x[SpectralNorm(_v)]), "|U|₂", "split");
        Refused(() => Claimed(x => x[norm * 2] <= 2), "contains |U|₂", "alone on one side");
        Refused(() => Claimed(x => x[_u] <= 2), "U (m × k) is compared", "norm");
        Refused(() => Claimed(x => x[norm] <= Term.Variable("r")), "'r' is no quantity", "m[formula]");
        var other = new Model("other");
        MatrixFormula foreign = other.Scalar("z");
        Refused(() => Claimed(x => x[foreign] <= 2), "z", "did not declare");
        Refused(() => ModelProposition.ForCases(_model, [[1, 1], [1, 1]], _ => Formula.True, x => x[norm] <= 1), "listed twice", "once");
        _ = Claimed(x => (x[norm] <= x[SquaredNorm(_v)] + 1) | (x[SquaredNorm(_u)] > 3)); // a control: this is fine
        var same = EntrywiseFunction.Of("f", t => t * t);
        var different = EntrywiseFunction.Of("f", t => t + 1);
        Refused(() => Claimed(x => x[Sum(same.Of(_u))] <= x[Sum(different.Of(_u))]), "Two different formulas read sum(f(U))", "another name");
    }

    private ModelProposition Claimed(Func<ModelSymbols, Formula> conclusion) => ModelProposition.ForEach(_model, [[1, 1], [2, 2]], _ => Formula.True, conclusion);

    private static void Refused(Func<object> declare, params string[] parts)
    {
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(declare);
        Assert.All(parts, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }
}
