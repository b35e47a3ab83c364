using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>Coq's notation for the reals of its standard library.</summary>
internal static class CoqNotation
{
    /// <summary>The notation.</summary>
    public static InfixNotation Instance { get; } = new()
    {
        Functions = new Dictionary<Operation, string>
        {
            [Operation.Min] = "Rmin",
            [Operation.Max] = "Rmax",
            [Operation.Abs] = "Rabs",
            [Operation.Sqrt] = "sqrt",
            [Operation.Exp] = "exp",
            [Operation.Log] = "ln",
            [Operation.Sin] = "sin",
            [Operation.Cos] = "cos",
            [Operation.Tan] = "tan",
            [Operation.Atan] = "atan",
            [Operation.Asin] = "asin",
            [Operation.Acos] = "acos",
            [Operation.Sinc] = "sinc",
            [Operation.VersineQuotient] = "versine_quotient",
            [Operation.SineDefect] = "sine_defect",
            [Operation.ArcsineDefect] = "arcsine_defect",
        },
        Pi = "PI",
        Relations = new Dictionary<Relation, string>
        {
            [Relation.GreaterOrEqual] = ">=",
            [Relation.Greater] = ">",
            [Relation.Equal] = "=",
            [Relation.NotEqual] = "<>",
        },
        AtMost = "<=",
        And = "/\\",
        Or = "\\/",
        Implies = "->",
        ForAll = "forall ",
        OverReals = " : R,",
        Chains = true,
    };

    /// <summary>Text as a comment: nothing in it can end the comment or begin another.</summary>
    public static string Comment(string text)
    {
        string harmless = text.ReplaceLineEndings(" ")
            .Replace("(*", "( *", StringComparison.Ordinal)
            .Replace("*)", "* )", StringComparison.Ordinal)
            .Replace("\"", "''", StringComparison.Ordinal);
        return $"(* {harmless} *)\n";
    }
}
