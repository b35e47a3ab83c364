using System.Globalization;
using System.Text;

namespace ResLinkProofs.Export;

/// <summary>
/// Names that every prover reads: ASCII letters, digits, underscores and primes. Greek letters are spelt out,
/// indices are joined by underscores, words of the provers get an underscore, and what would coincide is numbered.
/// </summary>
internal sealed class ExportedNames
{
    private static readonly Dictionary<char, string> Spelling = new()
    {
        ['α'] = "alpha",
        ['β'] = "beta",
        ['γ'] = "gamma",
        ['δ'] = "delta",
        ['ε'] = "epsilon",
        ['ζ'] = "zeta",
        ['η'] = "eta",
        ['θ'] = "theta",
        ['ι'] = "iota",
        ['κ'] = "kappa",
        ['λ'] = "lambda",
        ['μ'] = "mu",
        ['ν'] = "nu",
        ['ξ'] = "xi",
        ['ο'] = "omicron",
        ['π'] = "pi",
        ['ρ'] = "rho",
        ['σ'] = "sigma",
        ['τ'] = "tau",
        ['υ'] = "upsilon",
        ['φ'] = "phi",
        ['χ'] = "chi",
        ['ψ'] = "psi",
        ['ω'] = "omega",
        ['Γ'] = "Gamma",
        ['Δ'] = "Delta",
        ['Θ'] = "Theta",
        ['Λ'] = "Lambda",
        ['Σ'] = "Sigma",
        ['Φ'] = "Phi",
        ['Ψ'] = "Psi",
        ['Ω'] = "Omega",
        ['*'] = "star",
    };

    // Keywords of Coq, Lean and SMT-LIB, and what the statements themselves speak of.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "R", "PI", "sqrt", "exp", "ln", "sin", "cos", "tan", "atan", "asin", "acos", "Rabs", "Rmin",
        "Rmax", "Real", "abs", "min", "max", "sinc", "versine_quotient", "sine_defect", "arcsine_defect",
        "and", "or", "not", "xor", "ite", "distinct", "true", "false", "pow", "log", "arcsin", "arccos",
        "arctan", "to_real", "push", "pop", "assert", "declare", "define", "par", "Int", "Bool",
        "Prop", "Set", "Type", "SProp", "True", "False", "as", "at", "by", "class", "cofix", "def",
        "do", "else", "end", "example", "exists", "exists2", "extends", "fix", "for", "forall", "from",
        "fun", "have", "if", "import", "in", "infix", "instance", "lambda", "let", "match", "mod", "mut",
        "namespace", "notation", "nomatch", "open", "pi", "prefix", "return", "section", "set", "show",
        "sorry", "structure", "suffices", "syntax", "then", "theorem", "try",
        "universe", "unless", "using", "variable", "where", "while", "with",
    };

    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Names for variables, in order.</summary>
    public ExportedNames(IEnumerable<string> variables)
    {
        foreach (string variable in variables)
        {
            _nameOf.Add(variable, Take(variable));
        }
    }

    /// <summary>The name of a variable.</summary>
    public string this[string variable] => _nameOf[variable];

    /// <summary>A name for anything else, distinct from all names given so far.</summary>
    public string Take(string wanted)
    {
        string name = Spell(wanted), free = name;
        for (int i = 2; !_taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        }

        return free;
    }

    private static string Spell(string wanted)
    {
        var name = new StringBuilder();
        bool breaks = false;
        foreach (char c in wanted)
        {
            string? part = char.IsAsciiLetterOrDigit(c) || c == '\'' ? c.ToString()
                : c is >= '₀' and <= '₉' ? ((char)('0' + (c - '₀'))).ToString()
                : Spelling.TryGetValue(c, out string? spelt) ? spelt
                : char.IsLetter(c) ? string.Create(CultureInfo.InvariantCulture, $"u{(int)c:x}")
                : null;
            if (part is null)
            {
                breaks = name.Length > 0;
                continue;
            }

            name.Append(breaks ? "_" : "").Append(part);
            breaks = false;
        }

        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
        {
            name.Insert(0, "v");
        }

        string text = name.ToString();
        // What begins so belongs to the lemmas that stand before the statements.
        return Reserved.Contains(text) || text.StartsWith("reslink", StringComparison.Ordinal) ? text + "_" : text;
    }
}
