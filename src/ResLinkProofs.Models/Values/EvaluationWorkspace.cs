using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Models.Values;

/// <summary>Buffers that the operations of one program share; not for several threads at once.</summary>
internal sealed class EvaluationWorkspace
{
    private double[] _first = [];
    private double[] _second = [];

    public ProductWorkspace Products { get; } = new();

    public double[] First(int length) => Grown(ref _first, length);

    public double[] Second(int length) => Grown(ref _second, length);

    private static double[] Grown(ref double[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new double[length];
        }

        return buffer;
    }
}
