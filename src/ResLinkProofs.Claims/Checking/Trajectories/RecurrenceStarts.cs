using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>A kind of start from which a trajectory proposition is a recurrence: where to begin, and how to write it down.</summary>
internal abstract class RecurrenceStarts
{
    private protected RecurrenceStarts(RecurrenceStatement statement) => Statement = statement;

    public RecurrenceStatement Statement { get; }

    /// <summary>What is run, for reports.</summary>
    public abstract string Name { get; }

    /// <summary>Starts that are tried first.</summary>
    public abstract IEnumerable<double[]> Structured();

    public abstract void Sample(RandomStream stream, Span<double> point);

    public abstract void Project(Span<double> point);

    public abstract string Describe(IReadOnlyList<Rational> point);

    /// <summary>The kinds of starts that the proposition has in a dimension.</summary>
    public static IEnumerable<RecurrenceStarts> Of(TrajectoryProposition proposition, int dimension)
    {
        if (TrajectoryStatements.Uniform(proposition, dimension) is { } uniform)
        {
            yield return new UniformStarts(uniform, dimension);
        }

        if (TrajectoryStatements.Matrices(proposition, dimension) is { } matrices)
        {
            yield return new MatrixStarts(matrices, proposition.Family.Starts, dimension);
        }
    }

    /// <summary>Pairs of equal neurons: the domain is the box of four eigenvalues, and its corners come first.</summary>
    private sealed class UniformStarts(RecurrenceStatement statement, int dimension) : RecurrenceStarts(statement)
    {
        private readonly RangeSampler[] _ranges = [.. statement.Variables.Select(v => new RangeSampler(v))];

        public override string Name => $"pairs of equal neurons in dimension {dimension}";

        public override IEnumerable<double[]> Structured() => Enumerable.Range(0, 1 << _ranges.Length).Select(bits =>
            _ranges.Select((range, k) => (bits >> k & 1) == 0 ? range.Lower : range.Upper).ToArray());

        public override void Sample(RandomStream stream, Span<double> point)
        {
            for (int k = 0; k < point.Length; k++)
            {
                point[k] = _ranges[k].Sample(stream);
            }

            // Pairs that agree in one eigenvalue or both but for a little: where small potentials and large displacements meet.
            int half = point.Length / 2;
            for (int k = 0; k < half; k++)
            {
                if (stream.NextInt32(3) == 0)
                {
                    double share = Math.ScaleB(1, -stream.NextInt32(12)) * (stream.NextInt32(2) == 0 ? 1 : -1);
                    point[half + k] = _ranges[half + k].Clamp(point[k] + (share * _ranges[k].Upper));
                }
            }
        }

        public override void Project(Span<double> point)
        {
            for (int k = 0; k < point.Length; k++)
            {
                point[k] = _ranges[k].Clamp(point[k]);
            }
        }

        public override string Describe(IReadOnlyList<Rational> point) =>
            $"d = {dimension}, W₀ = {Matrix(point[0], point[1])}, W* = {Matrix(point[2], point[3])}";

        // lambda (I - u u^T/d) + mu u u^T/d = lambda I + (mu - lambda) u u^T/d.
        private static string Matrix(Rational bulk, Rational mean)
        {
            Rational rest = mean - bulk;
            return bulk.Sign == 0 && rest.Sign == 0 ? "0"
                : rest.Sign == 0 ? $"{bulk} I"
                : bulk.Sign == 0 ? $"{rest} uuᵀ/d"
                : $"{bulk} I {(rest.Sign < 0 ? "-" : "+")} {(rest.Sign < 0 ? -rest : rest)} uuᵀ/d";
        }
    }

    /// <summary>All pairs, in small dimensions.</summary>
    private sealed class MatrixStarts(RecurrenceStatement statement, NetworkDomain domain, int dimension) : RecurrenceStarts(statement)
    {
        private readonly NetworkPairSampler _sampler = new(domain, dimension);

        public override string Name => $"all pairs in dimension {dimension}";

        public override IEnumerable<double[]> Structured() => StructuredStarts.Pairs(dimension, _sampler.Radius);

        public override void Sample(RandomStream stream, Span<double> point)
        {
            _sampler.Sample(stream, point);
            _sampler.Project(point);
        }

        public override void Project(Span<double> point) => _sampler.Project(point);

        public override string Describe(IReadOnlyList<Rational> point) => NetworkPairSampler.Describe(dimension, point);
    }
}
