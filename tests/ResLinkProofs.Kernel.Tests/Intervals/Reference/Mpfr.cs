using System.Runtime.InteropServices;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>Correctly rounded values from the MPFR library, where the machine has libmpfr.so.6.</summary>
internal sealed unsafe partial class Mpfr : IPointReference
{
    private const string Library = "libmpfr.so.6";
    private const int Bits = 256;
    private const int Down = 3, Up = 2; // MPFR_RNDD, MPFR_RNDU

    private readonly Dictionary<string, nint> entries = [];
    private readonly nint library;

    private Mpfr(nint library)
    {
        this.library = library;
    }

    public string Name => "MPFR (256 bits, directed rounding)";

    public int SampleSize => 100_000;

    public static Mpfr? TryCreate() => NativeLibrary.TryLoad(Library, out nint handle) ? new Mpfr(handle) : null;

    public (double Lower, double Upper) Evaluate(string function, double x)
    {
        if (!entries.TryGetValue(function, out nint entry))
            entries[function] = entry = NativeLibrary.GetExport(library, "mpfr_" + function);
        Number value = default, result = default;
        Init(&value, Bits);
        Init(&result, Bits);
        try
        {
            _ = Set(&value, x, Down);
            int inexact = ((delegate* unmanaged<Number*, Number*, int, int>)entry)(&result, &value, Down);
            double lower = Get(&result, Down);
            // Rounded down at 256 bits: the next number of 256 bits is above the true value.
            if (inexact != 0)
                NextAbove(&result);
            return (lower, Get(&result, Up));
        }
        finally
        {
            Clear(&value);
            Clear(&result);
        }
    }

    [LibraryImport(Library, EntryPoint = "mpfr_init2")]
    private static partial void Init(Number* x, nint bits);

    [LibraryImport(Library, EntryPoint = "mpfr_clear")]
    private static partial void Clear(Number* x);

    [LibraryImport(Library, EntryPoint = "mpfr_set_d")]
    private static partial int Set(Number* x, double value, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_get_d")]
    private static partial double Get(Number* x, int rounding);

    [LibraryImport(Library, EntryPoint = "mpfr_nextabove")]
    private static partial void NextAbove(Number* x);

    [StructLayout(LayoutKind.Sequential)]
    private struct Number
    {
        public nint Precision;
        public int Sign;
        public nint Exponent;
        public nint Limbs;
    }
}
