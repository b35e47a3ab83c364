using System.Globalization;

namespace ResLinkProofs.Smt.Solving;

/// <summary>How one SMT-LIB 2 solver is started: its program, its arguments, and the options that bound its work.</summary>
public sealed class SolverProgram
{
    private readonly Func<SolverLimits, IReadOnlyList<string>> _arguments;
    private readonly Func<SolverLimits, string> _options;

    private SolverProgram(
        string name, string path, IReadOnlyList<string> versionArguments,
        Func<SolverLimits, IReadOnlyList<string>> arguments, Func<SolverLimits, string> options)
    {
        // A bare name would be looked up again at every query, and could become another program.
        if (!System.IO.Path.IsPathFullyQualified(path))
        {
            throw new ArgumentException($"Solver path '{path}' must be absolute.", nameof(path));
        }

        Name = name;
        Path = path;
        VersionArguments = versionArguments;
        _arguments = arguments;
        _options = options;
    }

    /// <summary>The name used in reports, e.g. <c>z3</c>.</summary>
    public string Name { get; }

    /// <summary>The absolute path of the program.</summary>
    public string Path { get; }

    /// <summary>The arguments with which it prints its version.</summary>
    public IReadOnlyList<string> VersionArguments { get; }

    /// <summary>Z3, reading SMT-LIB 2 from standard input.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <exception cref="ArgumentException">The path is not absolute.</exception>
    public static SolverProgram Z3(string path) => new(
        "z3",
        path,
        ["--version"],
        // -T is a second line of defence: should this program die, the solver stops by itself.
        limits => ["-in", "-smt2", string.Create(CultureInfo.InvariantCulture, $"-T:{(int)Math.Ceiling(limits.Wall.TotalSeconds) + 1}")],
        limits => string.Create(CultureInfo.InvariantCulture, $"(set-option :rlimit {limits.Work})\n"));

    /// <summary>Any solver that reads SMT-LIB 2 from standard input. Only the wall limit bounds its work.</summary>
    /// <param name="path">Its absolute path; the file name is the name in reports.</param>
    /// <param name="arguments">The arguments of every query; with <c>--version</c> after them it must print its version.</param>
    /// <exception cref="ArgumentException">The path is not absolute.</exception>
    public static SolverProgram Other(string path, params IReadOnlyList<string> arguments) =>
        new(System.IO.Path.GetFileNameWithoutExtension(path), path, [.. arguments, "--version"], _ => arguments, _ => "");

    internal IReadOnlyList<string> Arguments(SolverLimits limits) => _arguments(limits);

    internal string Options(SolverLimits limits) => _options(limits);
}
