namespace ResLinkProofs.Judging;

/// <summary>Where Coq's compiler is, and where its libraries are when it was unpacked to another place than it was made for.</summary>
/// <param name="Path">The absolute path of <c>coqc</c>.</param>
/// <param name="Libraries">The folder with <c>coq</c>, <c>coq-core</c> and the OCaml libraries that
/// it loads; null for a Coq that finds them itself.</param>
public sealed record CoqProgram(string Path, string? Libraries)
{
    /// <summary>The program to start: with a place of its own for libraries, <c>env</c> with the variables that tell Coq so.</summary>
    internal string Program => Libraries is null ? Path : "/usr/bin/env";

    /// <summary>The arguments that come first.</summary>
    /// <param name="scratch">A folder for the configuration of the OCaml library finder.</param>
    internal IReadOnlyList<string> FirstArguments(string scratch)
    {
        if (Libraries is null)
        {
            return [];
        }

        string configuration = System.IO.Path.Combine(scratch, "findlib.conf");
        File.WriteAllText(configuration, $"destdir=\"{Libraries}\"\npath=\"{Libraries}\"\n");
        return
        [
            $"OCAMLFIND_CONF={configuration}", $"OCAMLPATH={Libraries}", $"COQLIB={System.IO.Path.Combine(Libraries, "coq")}",
            $"COQCORELIB={System.IO.Path.Combine(Libraries, "coq-core")}", Path,
        ];
    }
}
