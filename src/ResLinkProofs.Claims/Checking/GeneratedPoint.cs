using System.Collections.Immutable;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking;

/// <summary>A generated point: immutable, so that no test can spoil what FsCheck will shrink.</summary>
internal sealed record GeneratedPoint(ImmutableArray<double> Coordinates)
{
    public static GeneratedPoint Draw(Instance instance, int high, int low)
    {
        var stream = new RandomStream(((ulong)(uint)high << 32) | (uint)low, (ulong)instance.Size);
        double[] point = new double[instance.CoordinateCount];
        instance.Sample(stream, point);
        instance.Project(point);
        return new GeneratedPoint([.. point]);
    }

    /// <summary>
    /// Points that are simpler in one coordinate: zero, or fewer binary digits. Each step strictly lowers the complexity.
    /// </summary>
    public IEnumerable<GeneratedPoint> Shrink(Instance instance)
    {
        if (Coordinates.Any(c => c != 0))
        {
            yield return new GeneratedPoint([.. new double[instance.CoordinateCount]]);
        }

        for (int i = 0; i < Coordinates.Length; i++)
        {
            foreach (double simpler in SimplerThan(Coordinates[i]))
            {
                yield return this with { Coordinates = Coordinates.SetItem(i, simpler) };
            }
        }
    }

    private static IEnumerable<double> SimplerThan(double value)
    {
        if (value == 0)
        {
            yield break;
        }

        yield return 0;
        for (int digits = 0; digits <= 12; digits += 3)
        {
            double rounded = Math.ScaleB(Math.Round(Math.ScaleB(value, digits)), -digits);
            if (rounded == value)
            {
                yield break;
            }

            if (rounded != 0)
            {
                yield return rounded;
            }
        }
    }
}
