namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// Gradient descent on the octopus function (7.14) to (7.18) of Du (2019), gamma = 1 and tau = e. Each coordinate is a sign and the logarithm of its absolute value: waiting coordinates
/// halve at every step for thousands of steps, and would underflow.
/// </summary>
internal sealed class OctopusWalk
{
    public const double Gamma = 1, Tau = Math.E;
    private const double LogTau = 1;

    private readonly double _l, _stepSize, _logGrowth, _logDecay;
    private readonly double[] _signs, _logs;

    /// <param name="l">L, at least gamma.</param>
    /// <param name="stepSize">eta, below 1/(2L).</param>
    /// <param name="start">x_0, each coordinate in [-1, 1].</param>
    public OctopusWalk(double l, double stepSize, ReadOnlySpan<double> start)
    {
        (_l, _stepSize) = (l, stepSize);
        (_logGrowth, _logDecay) = (Math.Log(1 + (2 * stepSize * Gamma)), Math.Log(1 - (2 * stepSize * l)));
        (_signs, _logs) = (new double[start.Length], new double[start.Length]);
        Set(start);
    }

    /// <summary>How many leading coordinates have passed 2 tau.</summary>
    public int Escaped { get; private set; }

    /// <summary>Whether some iterate has left the domain (7.12), the piece around the minima included.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>x - eta times the gradient.</summary>
    public void Step()
    {
        // From the last coordinate on, so that each sees the one before it where it was; the one after it is remembered.
        double next = double.NegativeInfinity;
        for (int i = _logs.Length - 1; i >= 0; i--)
        {
            double after = next;
            next = _logs[i];
            if (_logs[i] > LogTau)
            {
                double moved = Math.Exp(_logs[i]) - (_stepSize * Slope(i, after));
                (_signs[i], _logs[i]) = (moved < 0 ? -_signs[i] : _signs[i], Math.Log(Math.Abs(moved)));
                continue;
            }

            double curvature = Curvature(i);
            _logs[i] += curvature == _l ? _logDecay : curvature == -Gamma ? _logGrowth : Math.Log(1 - (2 * _stepSize * curvature));
        }

        Look();
    }

    /// <summary>The length of the gradient.</summary>
    public double GradientNorm()
    {
        double sum = 0;
        for (int i = 0; i < _logs.Length; i++)
        {
            double slope = Slope(i, i + 1 < _logs.Length ? _logs[i + 1] : double.NegativeInfinity);
            sum += slope * slope;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>Adds a vector.</summary>
    public void Perturb(ReadOnlySpan<double> noise)
    {
        var moved = new double[noise.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] = (_signs[i] * Math.Exp(_logs[i])) + noise[i];
        }

        Set(moved);
    }

    private void Set(ReadOnlySpan<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            (_signs[i], _logs[i]) = (x[i] < 0 ? -1 : 1, Math.Log(Math.Abs(x[i])));
        }

        Look();
    }

    private void Look()
    {
        const double LogTwoTau = 1.6931471805599453, LogSixTau = 2.791759469228055;
        int first = 0;
        while (first < _logs.Length && _logs[first] > LogTwoTau)
        {
            HasLeft |= _logs[first] > LogSixTau;
            first++;
        }

        for (int i = first + 1; i < _logs.Length; i++)
        {
            HasLeft |= _logs[i] > LogTau;
        }

        Escaped = Math.Max(Escaped, first);
    }

    // The derivative by |x_i|, from the logarithm of the next coordinate.
    private double Slope(int i, double logOfNext)
    {
        double x = Math.Exp(_logs[i]);
        if (x <= Tau)
        {
            return 2 * Curvature(i) * x;
        }

        double u = Math.Min((x - Tau) / Tau, 1), s = u - 1;
        double p = Tau * ((-2 * Gamma) - (2 * Gamma * u) + (((10 * Gamma) - (14 * _l)) * u * u) + (((10 * _l) - (6 * Gamma)) * u * u * u));
        double next = Math.Exp(2 * logOfNext);
        return (2 * Curvature(i) * Tau) + p + (2 * Gamma * Tau) + (2 * _l * Math.Max(x - (2 * Tau), 0)) - (30 * (_l + Gamma) * s * s * u * u / Tau * next);
    }

    // g2 at the coordinate before: L until that reaches tau, -gamma from 2 tau on.
    private double Curvature(int i)
    {
        if (i == 0)
        {
            return -Gamma;
        }

        if (_logs[i - 1] <= LogTau)
        {
            return _l;
        }

        double s = Math.Min((Math.Exp(_logs[i - 1]) - Tau) / Tau, 1) - 1;
        return s >= 0 ? -Gamma : -Gamma - ((_l + Gamma) * s * s * s * (10 + (s * (15 + (6 * s)))));
    }
}
