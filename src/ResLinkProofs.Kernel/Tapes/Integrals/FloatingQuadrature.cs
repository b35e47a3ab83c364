namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>Composite Gauss-Legendre quadrature in floating point, unverified: for sampling and search only.</summary>
internal static class FloatingQuadrature
{
    private const int Panels = 32;

    private static readonly double Inner = Math.Sqrt(5 - (2 * Math.Sqrt(10.0 / 7))) / 3,
        Outer = Math.Sqrt(5 + (2 * Math.Sqrt(10.0 / 7))) / 3;

    private static readonly double[] Nodes = [-Outer, -Inner, 0, Inner, Outer];

    private static readonly double[] Weights =
    [
        (322 - (13 * Math.Sqrt(70))) / 900, (322 + (13 * Math.Sqrt(70))) / 900, 128.0 / 225,
        (322 + (13 * Math.Sqrt(70))) / 900, (322 - (13 * Math.Sqrt(70))) / 900,
    ];

    /// <summary>The integral; up to infinity by x = a + u / (1 - u).</summary>
    /// <param name="form">The integrand.</param>
    /// <param name="arguments">Bounds and parameters.</param>
    public static double Of(IntegralForm form, ReadOnlySpan<double> arguments)
    {
        bool isImproper = form.Integrand.IsImproper;
        double start = arguments[0], length = isImproper ? 1 : arguments[1] - start, sum = 0;
        var point = new double[form.Integrand.Parameters + 1];
        arguments[^form.Integrand.Parameters..].CopyTo(point.AsSpan(1));
        var slots = new double[form.Body.Length];
        for (int panel = 0; panel < Panels; panel++)
        {
            for (int i = 0; i < Nodes.Length; i++)
            {
                double u = (panel + ((1 + Nodes[i]) / 2)) / Panels;
                point[0] = start + (isImproper ? u / (1 - u) : length * u);
                DoubleEvaluation.Run(form.Body, point, slots);
                sum += Weights[i] * slots[^1] / (isImproper ? (1 - u) * (1 - u) : 1);
            }
        }

        return sum * length / (2 * Panels);
    }
}
