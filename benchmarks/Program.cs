using ResLinkProofs.Benchmarks.Intervals;
using ResLinkProofs.Benchmarks.LinearAlgebra;
using ResLinkProofs.Benchmarks.Networks;
using ResLinkProofs.Benchmarks.Proving;

return args is [string name, .. string[] rest]
    ? name switch
    {
        "gemm" => ProductBenchmark.Run(rest),
        "gradient" => GradientBenchmark.Run(rest),
        "intervals" => IntervalBenchmark.Run(),
        "proving" => ProvingBenchmark.Run(rest),
        _ => Unknown(name),
    }
    : Unknown("");

static int Unknown(string name)
{
    Console.Error.WriteLine($"Unknown benchmark '{name}'; one of: gemm, gradient, intervals, proving.");
    return 2;
}
