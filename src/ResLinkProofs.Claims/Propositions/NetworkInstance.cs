using ResLinkProofs.Attack;
using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Attack.Gradients;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>
/// A network proposition in one dimension. A point lists the entries of W row by row, then those of W*, then the slope if it is a variable.
/// </summary>
internal sealed class NetworkInstance : Instance
{
    // Beyond this the closed forms are too many terms to confirm a suspicion in reasonable time.
    private const int LargestExpandedDimension = 12;

    private readonly NetworkProposition _proposition;
    private readonly NetworkPairSampler _sampler;
    private readonly Activation? _activation;
    private readonly SlopeRange? _slopes;
    private readonly FormulaMeter _hypothesis;
    private readonly RoundedFormulaMeter _conclusion;
    private readonly Lazy<Statement?> _statement;

    public NetworkInstance(NetworkProposition proposition, int dimension)
        : base(dimension, (2 * dimension * dimension) + (proposition.Domain.NegativeSlopes is null ? 0 : 1))
    {
        _proposition = proposition;
        _sampler = new NetworkPairSampler(proposition.Domain, dimension);
        _slopes = proposition.Domain.NegativeSlopes;
        _activation = _slopes is null ? new Activation(proposition.Domain.NegativeSlope.ToDouble()) : null;
        string[] symbols = [.. proposition.Observables.Select(o => o.Symbol)];
        _hypothesis = new FormulaMeter(symbols, proposition.Hypothesis);
        _conclusion = new RoundedFormulaMeter(symbols, proposition.Conclusion);
        _statement = new Lazy<Statement?>(() =>
            dimension <= LargestExpandedDimension && proposition.Observables.All(o => dimension <= o.LargestExpandedDimension)
                ? Expand()
                : null);
    }

    public override Statement? Statement => _statement.Value;

    /// <summary>A measurement costs products of d x d matrices; below dimension 6 overheads dominate.</summary>
    public override double Cost => Math.Max(1, Size * Size * Size / 216.0);

    /// <summary>A step decomposes two d x d matrices and takes some ten products of them.</summary>
    public override double DescentCost => Math.Max(1, Size * Size / 100.0);

    private int PairCount => 2 * Size * Size;

    private Term Slope => _slopes is null ? _proposition.Domain.NegativeSlope : Term.Variable(SlopeRange.Name);

    public override void Sample(RandomStream stream, Span<double> point)
    {
        _sampler.Sample(stream, point[..PairCount]);
        if (_slopes is { } slopes)
        {
            int choice = stream.NextInt32(2 * slopes.Special.Count);
            point[^1] = choice < slopes.Special.Count ? slopes.Special[choice]
                : slopes.Least.ToDouble() + ((slopes.Largest - slopes.Least).ToDouble() * stream.NextDouble());
        }
    }

    public override void Project(Span<double> point)
    {
        _sampler.Project(point[..PairCount]);
        if (_slopes is { } slopes)
        {
            point[^1] = Math.Clamp(point[^1], slopes.Least.ToDouble(), slopes.Largest.ToDouble());
        }
    }

    public override AttackSurface? CreateSurface() => Surface(_proposition.Hypothesis, _proposition.Conclusion, _proposition.Observables);

    /// <summary>
    /// To violate the negated hypothesis is to satisfy the hypothesis; the observables of the conclusion need no derivatives for it.
    /// </summary>
    public override AttackSurface? CreateSurfaceOfHypothesis() =>
        Surface(Formula.True, !_proposition.Hypothesis, _proposition.AssumedObservables);

    public override IEnumerable<double[]> StructuredPoints()
    {
        IEnumerable<double[]> pairs = StructuredStarts.Pairs(Size, _sampler.Radius);
        return _slopes is { } slopes
            ? pairs.SelectMany((pair, k) => new[] { pair.Append(slopes.Special[k % slopes.Special.Count]).ToArray() })
            : pairs;
    }

    /// <summary>Pads both matrices with zeros: the added neurons agree.</summary>
    public override double[]? Embed(Instance smaller, ReadOnlySpan<double> point)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        int d = smaller.Size;
        double[] padded = new double[CoordinateCount];
        if (_slopes is not null)
        {
            padded[^1] = point[^1];
        }

        for (int i = 0; i < 2 * d * d; i++)
        {
            (int matrix, int row, int column) = (i / (d * d), i / d % d, i % d);
            padded[(((matrix * Size) + row) * Size) + column] = point[i];
        }

        return padded;
    }

    public override double Scale(int coordinate) =>
        coordinate < PairCount ? _sampler.Radius : (_slopes!.Largest - _slopes.Least).ToDouble() / 2;

    public override Measurement Measure(ReadOnlySpan<double> point)
    {
        int half = Size * Size;
        var model = new TeacherStudent(
            DenseMatrix.FromRows(Size, Size, point[..half]),
            DenseMatrix.FromRows(Size, Size, point.Slice(half, half)), _activation ?? new Activation(point[^1]));
        double[] values = [.. _proposition.Observables.Select(o => o.Measure(model))];
        double[] errors = [.. _proposition.Observables.Select(o => RoundedFormulaMeter.RelativeError * o.RoundingScale(model))];
        return new(_hypothesis.Measure(values), _conclusion.Measure(values, errors));
    }

    public override string Describe(IReadOnlyList<Rational> point) =>
        NetworkPairSampler.Describe(Size, point) + (_slopes is null ? "" : $", {SlopeRange.Name} = {point[PairCount]}");

    private AttackSurface? Surface(Formula hypothesis, Formula conclusion, IReadOnlyList<NetworkObservable> observables) =>
        NetworkLandscape.Create(
        Size,
        _activation,
        () => SymbolicTeacherStudent.OfVariables(Size, Slope),
        observables,
        hypothesis,
        conclusion) is { } landscape
            ? new AttackSurface(
                landscape, () => _slopes is null ? _sampler.CreateChart() : new ParameterisedChart(_sampler.CreateChart(), 1))
            : null;

    private Statement Expand()
    {
        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(Size, Slope);
        Dictionary<string, Term> expansions = _proposition.Observables.ToDictionary(o => o.Symbol, o => o.Expand(symbolic));
        Rational? radius = _proposition.Domain.Radius;
        return new Statement(
            [
                .. SymbolicTeacherStudent.VariableNames(Size).Select(entry => new RealVariable(entry, -radius, radius)),
                .. _slopes is { } slopes ? [new RealVariable(SlopeRange.Name, slopes.Least, slopes.Largest)] : Array.Empty<RealVariable>(),
            ],
            Substitution.Apply(_proposition.Hypothesis, expansions),
            Substitution.Apply(_proposition.Conclusion, expansions),
            radius is { } bound
                ? [.. SymbolicTeacherStudent.MatrixNames.Select(
                    name => new SpectralBound(name, SymbolicMatrix.EntryNames(name, Size), bound))]
                : []);
    }
}
