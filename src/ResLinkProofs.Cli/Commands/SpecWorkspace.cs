using ResLinkProofs.Claims;
using ResLinkProofs.Cli.Loading;
using ResLinkProofs.Specs;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// What somebody works on: the specs of a checkout, or an assembly of one's own that is built anew. In a checkout, the specs that were
/// built with this program stand until one of them is edited; from then on the folder is compiled as it stands.
/// </summary>
internal sealed class SpecWorkspace
{
    private readonly string? _assembly;
    private bool _isEdited;

    private SpecWorkspace(string folder, string? assembly) => (Folder, _assembly) = (folder, assembly);

    /// <summary>The folder that is looked at.</summary>
    public string Folder { get; }

    /// <summary>The specs of a checkout.</summary>
    /// <param name="root">The checkout.</param>
    public static SpecWorkspace OfCheckout(string root) => new(Path.Combine(root, "specs"), null);

    /// <summary>An assembly, whenever it is built.</summary>
    /// <param name="path">Its file.</param>
    public static SpecWorkspace OfAssembly(string path) => new(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFullPath(path));

    /// <summary>The files as they are now.</summary>
    public FolderState State() => _assembly is null ? FolderState.Of(SpecFolder.FilesOf(Folder)) : FolderState.Of([_assembly]);

    /// <summary>All claims after files have been saved. What is broken is told on standard error.</summary>
    /// <param name="saved">The files; none at the beginning.</param>
    public Selection Read(IReadOnlyList<string> saved)
    {
        string conjectures = Path.Combine(Folder, "Conjectures") + Path.DirectorySeparatorChar;
        _isEdited |= saved.Any(file => !file.StartsWith(conjectures, StringComparison.Ordinal));
        Selection selection = _assembly is not null ? Selection.OfAssembly(_assembly)
            : _isEdited ? Selection.OfSources(SpecFolder.Read(Folder))
            : Selection.OfThisProgram();
        selection.TellFaults();
        return selection;
    }

    /// <summary>The claims that may say something else than when they were read last.</summary>
    /// <param name="selection">What was read now.</param>
    public IEnumerable<Claim> Restated(Selection selection) => _assembly is not null || _isEdited
        ? selection.Catalogue.Claims
        : selection.Catalogue.Claims.Where(claim => claim.Spec?.Assembly != typeof(SpecsAssembly).Assembly);
}
