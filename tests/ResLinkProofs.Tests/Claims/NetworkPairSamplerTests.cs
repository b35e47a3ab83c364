using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.Claims;

public sealed class NetworkPairSamplerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Pairs_stay_in_the_ball_and_reach_its_boundary_and_its_centre(int d)
    {
        var sampler = new NetworkPairSampler(new NetworkDomain { Radius = new Rational(1, 4) }, d);
        double[] norms = Norms(sampler, d, 400);
        Assert.All(norms, n => Assert.InRange(n, 0, 0.25));
        Assert.Contains(norms, n => n > 0.25 * (1 - 1e-8));
        Assert.Contains(norms, n => n == 0);
        Assert.Contains(norms, n => n is > 0 and < 0.001);
    }

    [Fact]
    public void Without_radius_norms_are_bounded_by_the_sampler_alone()
    {
        var sampler = new NetworkPairSampler(new NetworkDomain(), 3);
        Assert.InRange(Norms(sampler, 3, 400).Max(), 1, sampler.Radius);
    }

    [Fact]
    public void Projection_brings_a_matrix_to_the_boundary_and_leaves_the_inside_alone()
    {
        var sampler = new NetworkPairSampler(new NetworkDomain { Radius = 1 }, 2);
        double[] point = [3, 0, 0, 4, 0.5, 0, 0, -0.25];
        sampler.Project(point);
        Assert.InRange(NormOf(point.AsSpan(0, 4), 2), 1 - 1e-8, 1);
        Assert.Equal(0.75, point[0] / point[3], 12);
        Assert.Equal([0.5, 0, 0, -0.25], point[4..]);
    }

    [Fact]
    public void Related_pairs_are_among_the_samples()
    {
        var sampler = new NetworkPairSampler(new NetworkDomain { Radius = 1 }, 3);
        var stream = new RandomStream(5, 0);
        int equal = 0, opposite = 0, noTeacher = 0;
        double[] point = new double[18];
        for (int k = 0; k < 500; k++)
        {
            sampler.Sample(stream, point);
            double[] student = point[..9], teacher = point[9..];
            bool zero = student.All(x => x == 0);
            equal += !zero && student.SequenceEqual(teacher) ? 1 : 0;
            opposite += !zero && student.SequenceEqual(teacher.Select(x => -x)) ? 1 : 0;
            noTeacher += !zero && teacher.All(x => x == 0) ? 1 : 0;
        }

        Assert.True(equal > 5 && opposite > 5 && noTeacher > 5, $"{equal}, {opposite}, {noTeacher}");
    }

    [Fact]
    public void Structured_matrices_cover_their_kinds_and_are_finite()
    {
        var stream = new RandomStream(9, 0);
        double[] m = new double[9];
        int zeros = 0, identities = 0, permutations = 0, antisymmetric = 0, singleEntries = 0;
        for (int k = 0; k < 600; k++)
        {
            Array.Fill(m, double.NaN); // what was in the target must not survive
            StructuredMatrices.Fill(stream, m, 3);
            Assert.All(m, x => Assert.True(double.IsFinite(x)));
            double[] absolute = [.. m.Select(Math.Abs)];
            int nonzero = absolute.Count(x => x != 0);
            zeros += nonzero == 0 ? 1 : 0;
            identities += nonzero == 3 && m[0] == m[4] && m[4] == m[8] && absolute[0] == 1 ? 1 : 0;
            permutations += nonzero == 3 && absolute[1] + absolute[2] == 1 && absolute[3] + absolute[5] == 1 ? 1 : 0;
            antisymmetric += nonzero > 0 && m[0] == 0 && m[4] == 0 && m[8] == 0 && m[1] == -m[3] && m[2] == -m[6] && m[5] == -m[7] ? 1 : 0;
            singleEntries += nonzero == 1 && absolute.Max() == 1 ? 1 : 0;
        }

        Assert.All(new[] { zeros, identities, permutations, antisymmetric, singleEntries }, count => Assert.True(count > 5));
    }

    [Fact]
    public void Pairs_are_described_as_matrices() =>
        Assert.Equal("d = 2, W = [1 2; 3 4], W* = [0 1/2; 0 0]", NetworkPairSampler.Describe(2, [1, 2, 3, 4, 0, new Rational(1, 2), 0, 0]));

    private static double[] Norms(NetworkPairSampler sampler, int d, int count)
    {
        var stream = new RandomStream(1, 0);
        double[] point = new double[2 * d * d];
        var norms = new List<double>();
        for (int k = 0; k < count; k++)
        {
            sampler.Sample(stream, point);
            norms.Add(NormOf(point.AsSpan(0, d * d), d));
            norms.Add(NormOf(point.AsSpan(d * d), d));
        }

        return [.. norms];
    }

    private static double NormOf(ReadOnlySpan<double> matrix, int d) => DenseMatrix.FromRows(d, d, matrix).SpectralNorm();
}
