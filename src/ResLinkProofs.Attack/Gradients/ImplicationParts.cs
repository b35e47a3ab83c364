using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Attack.Gradients;

/// <summary>Cuts an implication into the parts that an attack treats one by one.</summary>
public static class ImplicationParts
{
    /// <summary>
    /// The operands of the conclusion, then those of the hypothesis, whose size tells how far it is
    /// from holding. Equations in the conclusion are left out: almost every point violates a false
    /// one, so that sampling finds out, and a true one gives a descent nothing but rounding errors.
    /// </summary>
    /// <param name="hypothesis">What is assumed.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <param name="conclusions">How many of the parts belong to the conclusion.</param>
    public static IReadOnlyList<(Formula Formula, MarginScale Scale)> Of(Formula hypothesis, Formula conclusion, out int conclusions)
    {
        Formula[] claimed = [.. Operands(conclusion).Where(f => f is not Atom { Relation: Relation.Equal or Relation.NotEqual })];
        conclusions = claimed.Length;
        return [.. claimed.Select(f => (f, MarginScale.Smooth)), .. Operands(hypothesis).Select(f => (f, MarginScale.Difference))];
    }

    private static IReadOnlyList<Formula> Operands(Formula formula) =>
        formula is Conjunction conjunction ? conjunction.Operands : [formula];
}
