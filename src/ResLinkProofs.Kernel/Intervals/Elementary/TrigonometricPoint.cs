namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>A value of sin, cos or tan at a double x, with the quadrant floor(x / (pi/2)) modulo 16 in 0..15.</summary>
public readonly record struct TrigonometricPoint(Endpoints Value, int Quadrant)
{
    /// <summary>
    /// Sixteen quadrants are told apart, so that the difference of two (at most five for an interval shorter than 2 pi) is unambiguous.
    /// </summary>
    public const int QuadrantMask = 15;
}
