using ResLinkProofs.Benchmarks.Attack;
using ResLinkProofs.Benchmarks.Descent;
using ResLinkProofs.Benchmarks.Intervals;
using ResLinkProofs.Benchmarks.LinearAlgebra;
using ResLinkProofs.Benchmarks.Models;
using ResLinkProofs.Benchmarks.Networks;
using ResLinkProofs.Benchmarks.Proving;
using ResLinkProofs.Benchmarks.Smt;
using ResLinkProofs.Benchmarks.Soundness;

return args is [string name, .. string[] rest]
    ? name switch
    {
        "attack" => RatioGradientBenchmark.Run(rest),
        "descent" => DescentBenchmark.Run(rest),
        "gemm" => ProductBenchmark.Run(rest),
        "gradient" => GradientBenchmark.Run(rest),
        "intervals" => IntervalBenchmark.Run(),
        "models" => DerivedGradientBenchmark.Run(rest),
        "proving" => ProvingBenchmark.Run(rest),
        "resume" => ResumeTrial.Run(rest),
        "resume-child" => ResumeTrial.Child(rest),
        "smt" => SolverBenchmark.Run(rest),
        "soundness" => SoundnessBenchmark.Run(rest),
        _ => Unknown(name),
    }
    : Unknown("");

static int Unknown(string name)
{
    Console.Error.WriteLine($"Unknown benchmark '{name}'; one of: attack, descent, gemm, gradient, intervals, models, proving, resume, smt [FOLDER], soundness.");
    return 2;
}
