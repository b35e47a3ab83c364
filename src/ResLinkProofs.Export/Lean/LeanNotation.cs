using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Lean;

/// <summary>Lean 4 in the words of Mathlib.</summary>
internal static class LeanNotation
{
    /// <summary>The notation.</summary>
    public static InfixNotation Instance { get; } = new()
    {
        Functions = new Dictionary<Operation, string>
        {
            [Operation.Min] = "min",
            [Operation.Max] = "max",
            [Operation.Abs] = "abs",
            [Operation.Sqrt] = "Real.sqrt",
            [Operation.Exp] = "Real.exp",
            [Operation.Log] = "Real.log",
            [Operation.Sin] = "Real.sin",
            [Operation.Cos] = "Real.cos",
            [Operation.Tan] = "Real.tan",
            [Operation.Atan] = "Real.arctan",
            [Operation.Asin] = "Real.arcsin",
            [Operation.Acos] = "Real.arccos",
            [Operation.Sinc] = "sinc",
            [Operation.VersineQuotient] = "versine_quotient",
            [Operation.SineDefect] = "sine_defect",
            [Operation.ArcsineDefect] = "arcsine_defect",
        },
        Pi = "Real.pi",
        Relations = new Dictionary<Relation, string>
        {
            [Relation.GreaterOrEqual] = "≥",
            [Relation.Greater] = ">",
            [Relation.Equal] = "=",
            [Relation.NotEqual] = "≠",
        },
        AtMost = "≤",
        And = "∧",
        Or = "∨",
        Implies = "→",
        ForAll = "∀ ",
        OverReals = " : ℝ,",
        Ascription = "ℝ",
        Chains = false,
    };
}
