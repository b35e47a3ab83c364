using ResLinkProofs.Benchmarks.LinearAlgebra;

return args is [string name, .. string[] rest]
    ? name switch
    {
        "gemm" => ProductBenchmark.Run(rest),
        _ => Unknown(name),
    }
    : Unknown("");

static int Unknown(string name)
{
    Console.Error.WriteLine($"Unknown benchmark '{name}'; one of: gemm.");
    return 2;
}
