namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>Chooses the reference that this machine offers.</summary>
internal static class PointReference
{
    internal static IPointReference Best() => (IPointReference?)Mpfr.TryCreate() ?? new SeriesReference();
}
