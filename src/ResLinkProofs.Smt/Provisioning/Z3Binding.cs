using System.Runtime.InteropServices;
using Microsoft.Z3;
using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Smt.Provisioning;

/// <summary>
/// The library behind the binding of the package Microsoft.Z3. Its functions are looked up once in a process, so there is one of these.
/// </summary>
/// <remarks>
/// Only the plain functions of the binding are used. Its class <c>Context</c> calls a function that older libraries lack, and its
/// objects are released by the finalizer's thread, which a library without that function does not stand.
/// </remarks>
internal sealed class Z3Binding
{
    private static readonly string[] Functions =
    [
        "Z3_get_full_version", "Z3_mk_config", "Z3_set_param_value", "Z3_mk_context_rc", "Z3_del_context", "Z3_set_error_handler",
        "Z3_get_error_code", "Z3_parse_smtlib2_string", "Z3_mk_solver_for_logic", "Z3_solver_check", "Z3_interrupt",
        "Z3_solver_get_model", "Z3_model_eval", "Z3_ast_to_string",
    ];

    private static readonly Lazy<Z3Binding> OfThisProcess = new(Bind);

    private Z3Binding(string library) => Library = library;

    /// <summary>The name or path under which it was loaded.</summary>
    public string Library { get; }

    /// <summary>The binding with a library that was found, or unpacked.</summary>
    /// <exception cref="SolverUnavailableException">There is none; the message says what to do.</exception>
    public static Z3Binding Get() => OfThisProcess.Value;

    /// <summary>The first of several libraries that can be loaded and has all the functions.</summary>
    /// <exception cref="SolverUnavailableException">None of them does; the message says why not, and what to do.</exception>
    internal static (nint Handle, string Library) Load(IEnumerable<string> candidates)
    {
        var faults = new List<string>();
        foreach (string candidate in candidates)
        {
            if (!NativeLibrary.TryLoad(candidate, typeof(Native).Assembly, null, out nint handle))
            {
                faults.Add($"{candidate} cannot be loaded");
            }
            else if (Functions.FirstOrDefault(f => !NativeLibrary.TryGetExport(handle, f, out _)) is { } missing)
            {
                NativeLibrary.Free(handle);
                faults.Add($"{candidate} has no function {missing}");
            }
            else
            {
                return (handle, candidate);
            }
        }

        throw new SolverUnavailableException($"No library of Z3: {string.Join("; ", faults)}. {Z3LibraryLocation.Remedy}");
    }

    private static Z3Binding Bind()
    {
        string? artifacts = ArtifactsFolder.Above(AppContext.BaseDirectory);
        nint handle;
        string library;
        try
        {
            (handle, library) = Load(Z3LibraryLocation.Candidates(artifacts));
        }
        catch (SolverUnavailableException) when (Z3LibraryLocation.Fetch(artifacts) is null)
        {
            (handle, library) = Load(Z3LibraryLocation.Candidates(artifacts));
        }

        NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, (name, _, _) => name == "libz3" ? handle : 0);
        return new Z3Binding(library);
    }
}
