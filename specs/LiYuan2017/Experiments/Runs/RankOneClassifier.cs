using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>
/// The network f(x, W) = sum_j ReLU(x_j + &lt;w_j, x&gt;) of equation (1) of Li and Yuan (2017) with W = p q^T, used as a classifier:
/// class B if f is above a threshold. |W|_2 = |p| |q| is kept at most <see cref="Radius"/> exactly by |q| = 1 and |p| at most the radius.
/// </summary>
public sealed class RankOneClassifier
{
    // All arrays are padded with zeros to whole registers of 16; sums go lane by lane and then in pairs, the same on every machine.
    private const int Lanes = 16;
    private readonly float[] p, q;

    /// <summary>W = 0, with the direction q ready to grow along the vector of ones.</summary>
    /// <param name="inputs">d, at least 1.</param>
    /// <param name="radius">The bound on |W|_2, at least 0.</param>
    public RankOneClassifier(int inputs, double radius)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        var padded = Pad(inputs);
        (p, q, Radius) = (new float[padded], new float[padded], radius);
        q.AsSpan(0, inputs).Fill((float)(1 / Math.Sqrt(inputs)));
    }

    /// <summary>The bound on |W|_2.</summary>
    public double Radius { get; }

    /// <summary>|W|_2 = |p| |q|.</summary>
    public double SpectralNorm => Math.Sqrt(Dot(p, p)) * Math.Sqrt(Dot(q, q));

    /// <summary>The length that a row of <paramref name="inputs"/> numbers must be padded to.</summary>
    /// <param name="inputs">At least 1.</param>
    public static int Pad(int inputs) => (inputs + Lanes - 1) / Lanes * Lanes;

    /// <summary>f(x, W).</summary>
    /// <param name="x">d numbers, padded with zeros.</param>
    public double Output(ReadOnlySpan<float> x) => Evaluate(x, Dot(p, x)).Output;

    /// <summary>
    /// One step of SGD on the logistic loss ln(1 + exp(-margin)), margin = side (f(x) - threshold) / scale, projected onto the ball.
    /// </summary>
    /// <param name="x">d numbers, padded with zeros.</param>
    /// <param name="side">1 for class B, -1 for class A.</param>
    /// <param name="threshold">T.</param>
    /// <param name="scale">What counts as a unit of f, positive.</param>
    /// <param name="stepSize">eta, positive.</param>
    public void Advance(ReadOnlySpan<float> x, int side, double threshold, double scale, double stepSize)
    {
        var c = Dot(p, x);
        var (output, slope) = Evaluate(x, c);
        var pull = stepSize * side / scale / (1 + PortableExponential.Exp(side * (output - threshold) / scale));
        var (alongQ, alongP) = ((float)(pull * c), (float)(pull * slope));
        var wide = Vector512.Create((float)c);
        for (var i = 0; i < q.Length; i += Lanes)
        {
            var (x_, q_) = (Load(x, i), Load(q, i));
            var gate = Vector512.GreaterThan(Vector512.FusedMultiplyAdd(wide, q_, x_), Vector512<float>.Zero);
            (q_ + (gate & Vector512.Create(alongQ))).CopyTo(q.AsSpan(i));
            Vector512.FusedMultiplyAdd(Vector512.Create(alongP), x_, Load(p, i)).CopyTo(p.AsSpan(i));
        }

        Project();
    }

    private static Vector512<float> Load(ReadOnlySpan<float> values, int at) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < a.Length; i += Lanes)
            sum = Vector512.FusedMultiplyAdd(Load(a, i), Load(b, i), sum);
        return Total(sum);
    }

    private static double Total(Vector512<float> sum)
    {
        Span<float> parts = stackalloc float[Lanes];
        sum.CopyTo(parts);
        double total = 0;
        foreach (var part in parts)
            total += part;
        return total;
    }

    // f and its derivative with respect to c = <p, x>: the sum of q over the active units.
    private (double Output, double Slope) Evaluate(ReadOnlySpan<float> x, double c)
    {
        var (output, slope, wide) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512.Create((float)c));
        for (var i = 0; i < q.Length; i += Lanes)
        {
            var q_ = Load(q, i);
            var z = Vector512.FusedMultiplyAdd(wide, q_, Load(x, i));
            var gate = Vector512.GreaterThan(z, Vector512<float>.Zero);
            output += gate & z;
            slope += gate & q_;
        }

        return (Total(output), Total(slope));
    }

    // The padding of q picks nothing up: its units are 0, hence never active.
    private void Project()
    {
        var length = (float)Math.Sqrt(Dot(q, q));
        for (var i = 0; i < q.Length; i++)
            q[i] /= length;
        var norm = Math.Sqrt(Dot(p, p));

        // A hair inside the ball, so that rounding of the entries cannot leave it.
        var factor = norm > Radius ? (float)(Radius * (1 - 1e-6) / norm) : 1f;
        for (var i = 0; i < p.Length; i++)
            p[i] *= factor;
    }
}
