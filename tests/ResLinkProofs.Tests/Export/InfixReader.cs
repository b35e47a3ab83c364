using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Export;

/// <summary>
/// Reads the statements that are written for Coq and Lean, by the precedence rules of those languages and with nothing shared with the writers: what it returns is what the text says.
/// Precedence, loosest first: implication, or, and, relations, sums, products, prefix minus and reciprocal, powers, application.
/// </summary>
internal sealed partial class InfixReader
{
    private static readonly Dictionary<string, Operation> Functions = new(StringComparer.Ordinal)
    {
        ["Rmin"] = Operation.Min,
        ["Rmax"] = Operation.Max,
        ["Rabs"] = Operation.Abs,
        ["sqrt"] = Operation.Sqrt,
        ["exp"] = Operation.Exp,
        ["ln"] = Operation.Log,
        ["sin"] = Operation.Sin,
        ["cos"] = Operation.Cos,
        ["tan"] = Operation.Tan,
        ["atan"] = Operation.Atan,
        ["asin"] = Operation.Asin,
        ["acos"] = Operation.Acos,
        ["min"] = Operation.Min,
        ["max"] = Operation.Max,
        ["abs"] = Operation.Abs,
        ["Real.sqrt"] = Operation.Sqrt,
        ["Real.exp"] = Operation.Exp,
        ["Real.log"] = Operation.Log,
        ["Real.sin"] = Operation.Sin,
        ["Real.cos"] = Operation.Cos,
        ["Real.tan"] = Operation.Tan,
        ["Real.arctan"] = Operation.Atan,
        ["Real.arcsin"] = Operation.Asin,
        ["Real.arccos"] = Operation.Acos,
        ["sinc"] = Operation.Sinc,
        ["versine_quotient"] = Operation.VersineQuotient,
        ["sine_defect"] = Operation.SineDefect,
        ["arcsine_defect"] = Operation.ArcsineDefect,
    };

    private readonly string[] _tokens;
    private int _next;

    private InfixReader(string text) => _tokens = [.. Token().Matches(text).Select(m => m.Value.Trim()).Where(t => t.Length > 0)];

    /// <summary>Reads <c>forall x y : R, range -> ... -> hypothesis -> conclusion</c>, up to a full stop or <c>:=</c>.</summary>
    public static Statement ReadStatement(string text)
    {
        var reader = new InfixReader(text);
        List<string> names = [];
        if (reader.Accept("forall") || reader.Accept("∀"))
        {
            while (!reader.Accept(":"))
            {
                names.Add(reader.Take());
            }

            Assert.True(reader.Accept("R") || reader.Accept("ℝ"), "the variables are real");
            reader.Expect(",");
        }

        List<(Formula Formula, bool IsRange)> premises = [];
        do
        {
            int start = reader._next;
            Formula premise = reader.Disjunction();
            // Only ranges are written with "at most".
            premises.Add((premise, reader._tokens[start..reader._next].Any(t => t is "<=" or "≤")));
        }
        while (reader.Accept("->") || reader.Accept("→"));

        Assert.Equal(reader._tokens.Length, reader._next);
        return Assemble(names, premises);
    }

    /// <summary>True when two statements say the same of variables that stand in the same places.</summary>
    public static bool SaySame(Statement written, Statement read)
    {
        if (written.Variables.Count != read.Variables.Count)
        {
            return false;
        }

        Dictionary<string, Term> back = read.VariableNames.Zip(written.VariableNames).ToDictionary(p => p.First, p => Term.Variable(p.Second), StringComparer.Ordinal);
        var renamed = new Statement(
            [.. read.Variables.Select((v, i) => new RealVariable(written.VariableNames[i], v.Lower, v.Upper))],
            Substitution.Apply(read.Hypothesis, back),
            Substitution.Apply(read.Conclusion, back));
        return EmptinessProblem.Of(written).IsSameAs(EmptinessProblem.Of(renamed));
    }

    // The premises that come first and only bound the next variable are its range.
    private static Statement Assemble(List<string> names, List<(Formula Formula, bool IsRange)> premises)
    {
        var ranges = new List<RealVariable>();
        int used = 0;
        foreach (string name in names)
        {
            RealVariable range = new(name, null, null);
            if (used < premises.Count - 1 && premises[used].IsRange && RangeOf(name, premises[used].Formula) is { } found)
            {
                range = found;
                used++;
            }

            ranges.Add(range);
        }

        return new Statement(ranges, Formula.All(premises.Skip(used).SkipLast(1).Select(p => p.Formula)), premises[^1].Formula);
    }

    private static RealVariable? RangeOf(string name, Formula premise)
    {
        Rational? lower = null, upper = null;
        foreach (Formula part in premise is Conjunction c ? c.Operands : [premise])
        {
            if (part is not Atom { Relation: Relation.GreaterOrEqual } atom)
            {
                return null;
            }

            if (atom.Left.Name == name && atom.Right.Operation == Operation.Literal)
            {
                lower = atom.Right.Value;
            }
            else if (atom.Right.Name == name && atom.Left.Operation == Operation.Literal)
            {
                upper = atom.Left.Value;
            }
            else
            {
                return null;
            }
        }

        return new RealVariable(name, lower, upper);
    }

    private Formula Disjunction()
    {
        List<Formula> parts = [Conjunction()];
        while (Accept("\\/") || Accept("∨"))
        {
            parts.Add(Conjunction());
        }

        return parts.Count == 1 ? parts[0] : Formula.Any(parts);
    }

    private Formula Conjunction()
    {
        List<Formula> parts = [Comparison()];
        while (Accept("/\\") || Accept("∧"))
        {
            parts.Add(Comparison());
        }

        return parts.Count == 1 ? parts[0] : Formula.All(parts);
    }

    private Formula Comparison()
    {
        if (Accept("True") || Accept("False"))
        {
            return _tokens[_next - 1] == "True" ? Formula.True : Formula.False;
        }

        // A parenthesis may begin a formula or a term: the formula is tried first, and must be followed by what may follow one.
        int start = _next;
        if (Accept("("))
        {
            try
            {
                Formula inner = Disjunction();
                if (Accept(")") && (_next == _tokens.Length || _tokens[_next] is "->" or "→" or "/\\" or "∧" or "\\/" or "∨" or ")"))
                {
                    return inner;
                }
            }
            catch (FormatException)
            {
            }

            _next = start;
        }

        Term left = Sum();
        string relation = Take();
        Term right = Sum();
        Formula formula = relation switch
        {
            ">=" or "≥" => left >= right,
            ">" => left > right,
            "=" => left.EqualTo(right),
            "<>" or "≠" => !left.EqualTo(right),
            "<=" or "≤" => right >= left,
            _ => throw new FormatException($"'{relation}' is no relation"),
        };
        return relation == "<=" && Accept("<=") ? Formula.All([formula, Sum() >= right]) : formula;
    }

    private Term Sum()
    {
        Term sum = ProductOf();
        while (true)
        {
            if (Accept("+"))
            {
                sum += ProductOf();
            }
            else if (Accept("-"))
            {
                sum -= ProductOf();
            }
            else
            {
                return sum;
            }
        }
    }

    private Term ProductOf()
    {
        Term product = Signed();
        while (true)
        {
            if (Accept("*"))
            {
                product *= Signed();
            }
            else if (Accept("/"))
            {
                product /= Signed();
            }
            else
            {
                return product;
            }
        }
    }

    private Term Signed()
    {
        if (Accept("-"))
        {
            return -Signed();
        }

        if (!Accept("/"))
        {
            return PowerOf();
        }

        Term reciprocal = Signed();
        return reciprocal.Operation == Operation.Power ? Term.Pow(reciprocal.Left!, -reciprocal.Exponent) : Term.Pow(reciprocal, -1);
    }

    private Term PowerOf()
    {
        Term basis = ApplicationOf();
        while (true)
        {
            if (Accept("^"))
            {
                basis = Term.Pow(basis, int.Parse(Take(), CultureInfo.InvariantCulture));
            }
            else if (Accept("⁻¹"))
            {
                basis = basis.Operation == Operation.Power ? Term.Pow(basis.Left!, -basis.Exponent) : Term.Pow(basis, -1);
            }
            else
            {
                return basis;
            }
        }
    }

    private Term ApplicationOf()
    {
        if (_next < _tokens.Length && Functions.TryGetValue(_tokens[_next], out Operation operation))
        {
            _next++;
            Term first = Leaf();
            return Term.Create(operation, first, Term.IsBinary(operation) ? Leaf() : null);
        }

        return Leaf();
    }

    private Term Leaf()
    {
        string token = Take();
        if (token == "(")
        {
            Term inner = Sum();
            if (Accept(":"))
            {
                Expect("ℝ");
            }

            Expect(")");
            return inner;
        }

        return token is "PI" or "Real.pi" ? Term.Pi
            : char.IsAsciiDigit(token[0]) ? Term.Literal(BigInteger.Parse(token, CultureInfo.InvariantCulture))
            : char.IsAsciiLetter(token[0]) && !Functions.ContainsKey(token) ? Term.Variable(token)
            : throw new FormatException($"'{token}' is no term");
    }

    private string Take() => _next < _tokens.Length ? _tokens[_next++] : throw new FormatException("the text ends early");

    private bool Accept(string token)
    {
        bool found = _next < _tokens.Length && _tokens[_next] == token;
        _next += found ? 1 : 0;
        return found;
    }

    private void Expect(string token)
    {
        if (!Accept(token))
        {
            throw new FormatException($"expected '{token}' at token {_next}");
        }
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_'.]*|[0-9]+|/\\|\\/|->|<=|>=|<>|⁻¹|\S")]
    private static partial Regex Token();
}
