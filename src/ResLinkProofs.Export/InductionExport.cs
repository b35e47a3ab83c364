using ResLinkProofs.Claims.Propositions.Recurrences;

namespace ResLinkProofs.Export;

/// <summary>An induction on its way out: what joins its obligations to the claim about every number of steps.</summary>
/// <param name="Name">Unique in its file.</param>
/// <param name="Comments">Lines for comments; any characters.</param>
/// <param name="Recurrence">The recurrence, with its goal.</param>
/// <param name="Proof">The induction.</param>
/// <param name="Obligations">Its obligations, in the order of <see cref="Induction.Statements"/>.</param>
public sealed record InductionExport(
    string Name, IReadOnlyList<string> Comments, Recurrence Recurrence, Induction Proof, IReadOnlyList<ExportedTheorem> Obligations);
