using System.CommandLine;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Judging;
using ResLinkProofs.Judging.Provisioning;
using ResLinkProofs.Provisioning;
using ResLinkProofs.Reports;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink doctor</c>: what the machine offers, and what to do about what is missing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Show what the machine offers and what to do about what is missing.");
        command.SetAction(_ =>
        {
            Console.WriteLine(
                $"runtime    {RuntimeInformation.FrameworkDescription}, "
                    + $"{RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
            Console.WriteLine(
                $"vectors    {Width()} "
                    + $"bits{(Avx512F.IsSupported ? ", directed rounding in hardware" : ", directed rounding by error-free transforms")}; "
                    + "results do not depend on it");
            string? artifacts = ArtifactsFolder.Above(AppContext.BaseDirectory);
            string? z3 = Z3Location.OnPath(Environment.GetEnvironmentVariable("PATH"))
                ?? (artifacts is null ? null : Z3Location.Provisioned(artifacts));
            Console.WriteLine(z3 is null
                ? $"z3         not found: {OnFirstUse(artifacts)}{Z3Provider.Remedy}"
                : $"z3         {z3}, {Version(z3)}");
            Console.WriteLine($"z3 library {LibraryVersion()}");
            CoqProgram? coq = CoqLocation.OnPath(Environment.GetEnvironmentVariable("PATH"))
                ?? (artifacts is null ? null : CoqLocation.Provisioned(artifacts));
            Console.WriteLine(coq is null
                ? $"coq        not found, and only 'reslink judge' needs it: {OnFirstUse(artifacts)}{CoqProvider.Remedy}"
                : $"coq        {coq.Path}, {Version(coq)}");
            string images = Path.Combine(artifacts ?? "artifacts", LabelledImages.FashionPackage);
            Console.WriteLine(Directory.Exists(images)
                ? $"images     {images}"
                : $"images     Fashion-MNIST is not here: {OnFirstUse(artifacts)}"
                    + "Give 'reslink experiment' a folder of MNIST's IDX files with --data");
            Console.WriteLine(RecordedVerdicts.Near(Environment.CurrentDirectory, AppContext.BaseDirectory).Exist
                ? "snapshots  found"
                : "snapshots  not found: run inside a checkout to compare verdicts with the recorded ones");
            Console.WriteLine($"claims     {Selection.OfThisProgram().Catalogue.Claims.Count}");
            return Program.Success;
        });
        return command;
    }

    // Debian's packages are unpacked into the checkout; elsewhere the reader has to do something.
    private static string OnFirstUse(string? artifacts) =>
        artifacts is not null && DebianPackage.IsAvailable ? "it is downloaded on first use; should that fail: " : "";

    private static string Version(CoqProgram coq)
    {
        try
        {
            return CoqProcess.Open(coq).Version;
        }
        catch (CoqUnavailableException e)
        {
            return e.Message;
        }
    }

    private static string LibraryVersion()
    {
        try
        {
            Z3Library solver = Z3Provider.OpenLibrary();
            return $"{solver.Library}, {solver.Version}; asked with --solver z3-library, or where there is no z3 program";
        }
        catch (SolverUnavailableException e)
        {
            return e.Message;
        }
    }

    private static string Version(string path)
    {
        try
        {
            using SmtProcess solver = SmtProcess.Open(SolverProgram.Z3(path));
            return solver.Version;
        }
        catch (SolverUnavailableException e)
        {
            return e.Message;
        }
    }

    private static int Width() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
