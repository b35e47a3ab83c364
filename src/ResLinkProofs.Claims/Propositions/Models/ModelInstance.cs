using System.Globalization;
using ResLinkProofs.Attack;
using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Values;
using ResLinkProofs.Proving.Matrices;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>
/// A model proposition at one size. A point lists the coordinates of the parameters one after the other, each row by row.
/// </summary>
internal sealed class ModelInstance : Instance
{
    // Beyond these, terms are too many to confirm a suspicion in reasonable time.
    private const int MostVariables = 300;
    private const double MostExpandedWork = 20_000;

    // Below this many multiplications overheads dominate, in a measurement and in a step of a descent.
    private const double SmallMeasurement = 2_000;
    private const double SmallStep = 50_000;
    private const int MostStructuredPoints = 16;

    private readonly ModelProposition _proposition;
    private readonly SizeAssignment _sizes;
    private readonly ParameterBlock[] _blocks;
    private readonly FormulaProgram _program;
    private readonly NodeValue[] _parameters;
    private readonly NodeValue[] _observables;
    private readonly double[] _values;
    private readonly double[] _errors;
    private readonly FormulaMeter _hypothesis;
    private readonly RoundedFormulaMeter _conclusion;
    private readonly Lazy<Statement?> _statement;
    private readonly double[] _scales;

    public ModelInstance(ModelProposition proposition, int size, SizeAssignment sizes)
        : base(size, ParameterBlock.Of(proposition.Model, sizes).Sum(b => b.Count))
    {
        (_proposition, _sizes) = (proposition, sizes);
        _blocks = ParameterBlock.Of(proposition.Model, sizes);
        _program = new FormulaProgram(sizes);
        _parameters = [.. _blocks.Select(b => _program.Add(b.Parameter))];
        _observables = [.. proposition.Observables.Select(_program.Add)];
        _values = new double[_observables.Length];
        _errors = new double[_observables.Length];
        string[] symbols = [.. proposition.Observables.Select(o => o.ToString())];
        _hypothesis = new FormulaMeter(symbols, proposition.Hypothesis);
        _conclusion = new RoundedFormulaMeter(symbols, proposition.Conclusion);
        _statement = new(() => CanExpand() ? Expand() : null);
        _scales = [.. _blocks.SelectMany(b => Enumerable.Repeat(b.Set.Scale, b.Count))];
    }

    public override Statement? Statement => _statement.Value;

    public override double Cost => Math.Max(1, _program.Work / SmallMeasurement);

    public override double DescentCost => Math.Max(1, _program.Work / SmallStep);

    public override void Sample(RandomStream stream, Span<double> point)
    {
        foreach (ParameterBlock block in _blocks)
        {
            Span<double> own = point.Slice(block.Start, block.Count);
            block.Set.Sample(stream, own, block.Rows, block.Columns);

            // Related parameters: equal, opposite, close to an earlier one of the same kind.
            ParameterBlock[] alike = [.. _blocks.TakeWhile(b => b != block).Where(b => b.IsLike(block))];
            if (alike.Length == 0 || stream.NextInt32(4) > 0)
            {
                continue;
            }

            ReadOnlySpan<double> other = point.Slice(alike[stream.NextInt32(alike.Length)].Start, block.Count);
            int kind = stream.NextInt32(3);
            double share = kind == 2 ? Math.ScaleB(1, -stream.NextInt32(20)) : 0;
            for (int i = 0; i < own.Length; i++)
            {
                own[i] = (kind == 1 ? -other[i] : other[i]) + (share * own[i]);
            }

            block.Set.Project(own, block.Rows, block.Columns);
        }
    }

    public override void Project(Span<double> point)
    {
        foreach (ParameterBlock block in _blocks)
        {
            block.Set.Project(point.Slice(block.Start, block.Count), block.Rows, block.Columns);
        }
    }

    public override Rational[] Snap(Rational[] point)
    {
        Rational[] snapped = [.. point];
        foreach (ParameterBlock block in _blocks)
        {
            block.Set.Snap(snapped.AsSpan(block.Start, block.Count), block.Rows, block.Columns);
        }

        return snapped;
    }

    public override double Scale(int coordinate) => _scales[coordinate];

    public override IEnumerable<double[]> StructuredPoints()
    {
        double[][][] shapes = [.. _blocks.Select(b => b.Set.StructuredPoints(b.Rows, b.Columns).ToArray())];
        int most = shapes.Max(s => s.Length);

        // All parameters in the same shape, then each a shape further than the one before it.
        for (int k = 0; k < Math.Min(MostStructuredPoints, 2 * most); k++)
        {
            (int shape, int shift) = (k % most, k / most);
            yield return [.. shapes.SelectMany((s, block) => s[(shape + (shift * block)) % s.Length])];
        }
    }

    public override Measurement Measure(ReadOnlySpan<double> point)
    {
        Load(_blocks, _parameters, point);
        _program.Run(0, _program.Length);
        _program.EstimateErrors(0, _program.Length);
        for (int k = 0; k < _values.Length; k++)
        {
            (_values[k], _errors[k]) = (_observables[k].Scalar, RoundedFormulaMeter.RelativeError * _observables[k].Errors[0]);
        }

        return new(_hypothesis.Measure(_values), _conclusion.Measure(_values, _errors));
    }

    public override AttackSurface? CreateSurface() => Surface(_proposition.Hypothesis, _proposition.Conclusion, _proposition.Observables);

    /// <summary>
    /// To violate the negated hypothesis is to satisfy the hypothesis; the quantities of the conclusion need no derivatives for it.
    /// </summary>
    public override AttackSurface? CreateSurfaceOfHypothesis() =>
        Surface(Formula.True, !_proposition.Hypothesis, [.. _proposition.Observables.Take(_proposition.AssumedCount)]);

    /// <summary>Pads every parameter with zeros, and moves it into its set.</summary>
    public override double[]? Embed(Instance smaller, ReadOnlySpan<double> point)
    {
        if (smaller is not ModelInstance other)
        {
            return null;
        }

        double[] padded = new double[CoordinateCount];
        for (int k = 0; k < _blocks.Length; k++)
        {
            (ParameterBlock from, ParameterBlock to) = (other._blocks[k], _blocks[k]);
            double[] own = point.Slice(from.Start, from.Count).ToArray();
            var entries = from.Places.Zip(own).ToDictionary(e => e.First, e => e.Second);
            int next = to.Start;
            foreach ((int Row, int Column) place in to.Places)
            {
                padded[next++] = entries.GetValueOrDefault(place);
            }
        }

        Project(padded);
        return padded;
    }

    public override string Describe(IReadOnlyList<Rational> point)
    {
        string sizes = _sizes.ToString();
        string parameters = string.Join(", ", _blocks.Select(b =>
        {
            var entries = b.Places.Zip(point.Skip(b.Start)).ToDictionary(e => e.First, e => e.Second);
            IEnumerable<int> columns = Enumerable.Range(0, b.Columns);
            IEnumerable<string> rows = Enumerable.Range(0, b.Rows).Select(i => string.Join(" ", columns.Select(j => At(i, j))));
            return $"{b.Parameter.Name} = [{string.Join("; ", rows)}]";

            // Of a symmetric matrix only the lower triangle is listed.
            Rational At(int row, int column) => entries.TryGetValue((row, column), out Rational entry) ? entry : entries[(column, row)];
        }));
        return $"{sizes}{(sizes.Length == 0 ? "" : ", ")}{parameters}{string.Concat(Directions(point))}";
    }

    /// <summary>Writes a point into the parameters of a program.</summary>
    internal static void Load(ParameterBlock[] blocks, NodeValue[] parameters, ReadOnlySpan<double> point)
    {
        for (int k = 0; k < blocks.Length; k++)
        {
            ParameterBlock block = blocks[k];
            block.Set.Unpack(point.Slice(block.Start, block.Count), block.Rows, block.Columns, parameters[k].Values);
        }
    }

    // Where a matrix is not as definite as claimed: vectors with which a reader can see it.
    private IEnumerable<string> Directions(IReadOnlyList<Rational> point)
    {
        if (Statement is not { } statement)
        {
            yield break;
        }

        foreach ((Term[,] gap, string shown) in _proposition.ClaimedSemidefinite(new Expansion(_proposition.Model, _sizes)))
        {
            if (ViolatingDirection.Of(statement.VariableNames, gap, point) is { } direction)
            {
                yield return $", v = [{string.Join(' ', direction)}]: {shown}";
            }
        }
    }

    private AttackSurface? Surface(Formula hypothesis, Formula conclusion, IReadOnlyList<MatrixFormula> observables) =>
        ModelLandscape.Create(_blocks, _sizes, observables, hypothesis, conclusion) is { } landscape
            ? new AttackSurface(landscape, () => new ProductChart([.. _blocks.Select(b => b.Set.CreateChart(b.Rows, b.Columns))]))
            : null;

    private bool CanExpand() => CoordinateCount <= MostVariables
        && _program.Work <= MostExpandedWork
        && Array.TrueForAll(_blocks, b => b.Rows <= b.Set.MostRows)
        && _proposition.Observables.Select(MatrixConstraints.Quantity).OfType<MatrixFormula>()
            .All(q => _sizes[MatrixConstraints.Matrix(q).Rows] <= PrincipalMinors.MostRows);

    private Statement Expand()
    {
        var expansion = new Expansion(_proposition.Model, _sizes);
        (Formula hypothesis, Formula conclusion) = _proposition.Expand(expansion);
        return new Statement([.. expansion.Variables], expansion.Assumption & hypothesis, conclusion, expansion.Bounds);
    }
}
