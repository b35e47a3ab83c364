using ResLinkProofs.Attack;
using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>Samplers, charts, structured and exact points of every set, against the set as statements say it.</summary>
public sealed class ParameterSetTests
{
    private static readonly Dictionary<string, ParameterSet> Sets = new()
    {
        ["all"] = ParameterSet.All,
        ["box"] = ParameterSet.Box(new Rational(-1, 3), 2),
        ["box without zero"] = ParameterSet.Box(new Rational(1, 10), new Rational(7, 10)),
        ["signs"] = ParameterSet.Signs,
        ["spectral ball"] = ParameterSet.SpectralBall(new Rational(1, 3)),
        ["Frobenius ball"] = ParameterSet.FrobeniusBall(3),
        ["sphere"] = ParameterSet.Sphere(new Rational(2, 3)),
        ["unit rows"] = ParameterSet.UnitRows,
        ["semidefinite"] = ParameterSet.PositiveSemidefinite(new Rational(3, 2)),
    };

    public static TheoryData<string> Names => [.. Sets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_structured_points_and_places_of_the_chart_are_points_of_the_set(string name)
    {
        foreach (Instance instance in Instances(name))
        {
            var stream = new RandomStream(1, (ulong)instance.CoordinateCount);
            double[] point = new double[instance.CoordinateCount], place = new double[instance.CoordinateCount];
            Chart chart = instance.CreateSurface()!.NewChart();
            var seen = new HashSet<string>();
            for (int k = 0; k < 200; k++)
            {
                instance.Sample(stream, point);
                RequireInside(instance, point);
                seen.Add(string.Join(' ', point));
                double[] projected = [.. point];
                instance.Project(projected);
                Assert.All(Enumerable.Range(0, point.Length), i => Assert.Equal(point[i], projected[i], 1e-9));
                chart.Enter(point, place);
                chart.ToPoint([.. place.Select(p => p + (0.3 * stream.NextGaussian()))], point);
                instance.Project(point);
                RequireInside(instance, point);
            }

            Assert.True(seen.Count > (name == "signs" || instance.CoordinateCount == 1 ? 1 : 50));
            double[][] structured = [.. instance.StructuredPoints()];
            Assert.True(structured.Length >= 8);
            Assert.All(structured, p => RequireInside(instance, p));
        }
    }

    [Theory]
    [InlineData("spectral ball", 1.0 / 3)]
    [InlineData("Frobenius ball", 3)]
    [InlineData("semidefinite", 1.5)]
    [InlineData("box", 2)]
    public void The_boundary_is_hit_with_positive_probability(string name, double bound)
    {
        Instance instance = Instances(name).Last();
        var stream = new RandomStream(2, 0);
        double[] point = new double[instance.CoordinateCount];
        int hits = 0, interior = 0;
        for (int k = 0; k < 300; k++)
        {
            instance.Sample(stream, point);
            double size = name switch
            {
                "spectral ball" => DenseMatrix.FromRows(3, 2, point).SpectralNorm(),
                "Frobenius ball" => Math.Sqrt(point.Sum(x => x * x)),
                "semidefinite" => point[0] + point[2] + point[5],
                _ => point.Max(),
            };
            hits += size > bound * (1 - 1e-8) ? 1 : 0;
            interior += size < bound * 0.9 ? 1 : 0;
        }

        Assert.InRange(hits, 15, 285);
        Assert.InRange(interior, 15, 285);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pulled_back_gradients_of_charts_agree_with_differences(string name)
    {
        foreach (Instance instance in Instances(name).Where(_ => name != "signs"))
        {
            int n = instance.CoordinateCount;
            Chart chart = instance.CreateSurface()!.NewChart();
            var stream = new RandomStream(3, (ulong)n);
            double[] start = new double[n], place = new double[n], c = new double[n], direction = new double[n], point = new double[n], gradient = new double[n];
            stream.FillGaussian(c);
            stream.FillGaussian(direction);
            instance.Sample(stream, start);
            for (int i = 0; i < n; i++)
            {
                start[i] = (0.4 * start[i]) + (name.StartsWith("box", StringComparison.Ordinal) ? 0.2 : 0); // away from ends
            }

            chart.Enter(start, place);
            double At(double t)
            {
                chart.ToPoint(place.Zip(direction, (x, v) => x + (t * v)).ToArray(), point);
                return OrderedSum.Dot(c, point) + OrderedSum.Dot(point, point);
            }

            const double Step = 1e-6;
            double difference = (At(Step) - At(-Step)) / (2 * Step);
            _ = At(0);
            chart.PullBack(point.Zip(c, (x, w) => w + (2 * x)).ToArray(), gradient);
            double derived = gradient.Zip(direction, (g, v) => g * v).Sum();
            Assert.Equal(derived, difference, 1e-6 * (1 + Math.Sqrt(gradient.Sum(g => g * g))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Entering_a_chart_and_returning_gives_the_point_back(string name)
    {
        foreach (Instance instance in Instances(name))
        {
            Chart chart = instance.CreateSurface()!.NewChart();
            double[] point = new double[instance.CoordinateCount], place = new double[point.Length], back = new double[point.Length];
            var stream = new RandomStream(4, (ulong)point.Length);
            for (int k = 0; k < 30; k++)
            {
                instance.Sample(stream, point);
                chart.Enter(point, place);
                chart.ToPoint(place, back);
                Assert.All(Enumerable.Range(0, point.Length), i => Assert.Equal(point[i], back[i], 0.03 * (1 + Math.Abs(point[i])))); // 2 % inside a boundary
            }
        }
    }

    [Fact]
    public void Exact_points_of_a_sphere_stay_where_they_are()
    {
        Instance instance = Instances("unit rows").Last();
        Rational[] point = [new(3, 5), new(4, 5), -1, 0, new(-20, 29), new(21, 29)];
        Assert.Equal(point, instance.Snap(point));
        Rational[] near = [new(6, 10), new(7, 10), -1, new(1, 10), new(-2, 3), new(2, 3)];
        Assert.NotEqual(near, instance.Snap(near));
        Assert.NotNull(ConfirmedPoint.TryConfirm(instance.Statement!, instance.Snap(near)));
        Assert.Null(ConfirmedPoint.TryConfirm(instance.Statement!, near));
    }

    // Exactly, by the statement that the kernel is given.
    private static void RequireInside(Instance instance, double[] point)
    {
        Rational[] exact = instance.Snap([.. point.Select(Rational.FromDouble)]);
        Assert.All(Enumerable.Range(0, point.Length), i => Assert.Equal(point[i], exact[i].ToDouble(), 1e-8 * instance.Scale(i)));
        Assert.NotNull(ConfirmedPoint.TryConfirm(instance.Statement!, exact));
    }

    private static IEnumerable<Instance> Instances(string name)
    {
        var model = new Model("set");
        Extent n = model.Size("n"), m = model.Size("m");
        bool isSquare = name == "semidefinite";
        MatrixFormula x = model.Matrix("X", n, isSquare ? n : m, Sets[name]);
        int[][] sizes = isSquare ? [[1, 1], [2, 1], [3, 1]] : [[1, 1], [2, 3], [3, 2]];
        var proposition = ModelProposition.ForEach(model, sizes, _ => Formula.True, s => s[SquaredNorm(x)] >= 0);
        return proposition.Sizes.Select(proposition.At);
    }
}
