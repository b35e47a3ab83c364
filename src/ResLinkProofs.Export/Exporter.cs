using ResLinkProofs.Export.Coq;
using ResLinkProofs.Export.Lean;
using ResLinkProofs.Export.Smt;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Export;

/// <summary>Writes closed statements in the languages of other provers.</summary>
public static class Exporter
{
    /// <summary>A Coq file: each statement as a theorem over the reals, with a proof by tactics that Coq may accept or not.</summary>
    /// <param name="theorems">The statements, at least one.</param>
    /// <exception cref="UnsupportedShapeException">A statement is too long.</exception>
    public static string Coq(IReadOnlyList<ExportedTheorem> theorems) => CoqDocument.Write(theorems, []);

    /// <summary>
    /// A Coq file of claims: their closed statements, and theorems by induction that follow from those that are its obligations.
    /// </summary>
    /// <param name="claims">The claims.</param>
    /// <exception cref="UnsupportedShapeException">A statement is too long.</exception>
    public static string Coq(ExportedClaims claims) =>
        CoqDocument.Write((claims ?? throw new ArgumentNullException(nameof(claims))).Theorems, claims.Inductions);

    /// <summary>A Coq file with the theorem that an induction proves, from its obligations as hypotheses.</summary>
    /// <param name="induction">The induction.</param>
    /// <exception cref="UnsupportedShapeException">A statement is too long.</exception>
    public static string Coq(InductionExport induction) => CoqDocument.WriteJoint(induction);

    /// <summary>
    /// A Coq file with the theorem that a statement fails: that some values meet the hypotheses and violate the conclusion.
    /// </summary>
    /// <param name="theorem">The statement.</param>
    /// <param name="point">The values, one for each variable; whether they do, Coq decides.</param>
    /// <exception cref="UnsupportedShapeException">The statement is too long.</exception>
    public static string CoqFailure(ExportedTheorem theorem, IReadOnlyList<Rational> point) => CoqDocument.WriteFailure(theorem, point);

    /// <summary>A Lean 4 file: each statement as a theorem in Mathlib's words whose proof is <c>sorry</c>.</summary>
    /// <param name="theorems">The statements, at least one.</param>
    /// <exception cref="UnsupportedShapeException">A statement is too long.</exception>
    public static string Lean(IReadOnlyList<ExportedTheorem> theorems) => LeanDocument.Write(theorems);

    /// <summary>An SMT-LIB 2 file: two questions for each statement, a violation and agreement.</summary>
    /// <param name="theorems">The statements, at least one.</param>
    /// <exception cref="UnsupportedShapeException">A statement is too long, or a power too large.</exception>
    public static string SmtLib(IReadOnlyList<ExportedTheorem> theorems) => SmtDocument.Write(theorems);
}
