namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>A source of correctly rounded function values that shares no code with the kernel.</summary>
internal interface IPointReference
{
    string Name { get; }

    /// <summary>Points per function that are affordable with this reference.</summary>
    int SampleSize { get; }

    /// <summary>The doubles directly below and above f(x), equal when f(x) is a double.</summary>
    /// <param name="function">exp, log, sin, cos, tan, atan, asin or acos.</param>
    /// <param name="x">A finite double in the domain.</param>
    (double Lower, double Upper) Evaluate(string function, double x);
}
