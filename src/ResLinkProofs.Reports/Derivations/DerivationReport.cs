using System.Text;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Reports.Derivations;

/// <summary>A derivation as a numbered proof: what every step shows, by which rule, from which steps.</summary>
/// <param name="notation">Names of matrices by their texts.</param>
public sealed class DerivationReport(IReadOnlyDictionary<string, string> notation)
{
    private readonly IReadOnlyDictionary<string, string> _notation = notation;

    /// <summary>The proof, line by line.</summary>
    /// <param name="derivation">The derivation.</param>
    public IEnumerable<string> Lines(AcceptedDerivation derivation)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        yield return "theorem for all sizes and all matrices of these sizes";
        foreach (Fact hypothesis in derivation.Theorem.Hypotheses)
        {
            yield return $"  if   {Statement(hypothesis)}";
        }

        foreach (Fact conclusion in derivation.Theorem.Conclusions)
        {
            yield return $"  then {Statement(conclusion)}";
        }

        foreach ((string text, string name) in _notation.Where(
            n => n.Value != n.Key && derivation.Facts.Any(f => f.Text.Contains(n.Key, StringComparison.Ordinal))))
        {
            yield return $"  where {name} = {Matrix(Expression.Parse(text), isNamed: false)}";
        }

        yield return $"rules  {string.Join(", ", derivation.Steps.Select(s => s.Rule).Distinct())}";
        for (int i = 0; i < derivation.Steps.Count; i++)
        {
            DerivationStep step = derivation.Steps[i];
            int[] premises = [.. step.Premises.Concat(step.Parts.SelectMany(p => p.Premises)).Distinct().Order()];
            string from = step.Rule == Rule.Given ? $" {step.Premises[0] + 1}"
                : premises.Length > 0 ? $" from {string.Join(", ", premises.Select(p => p + 1))}"
                : "";
            string certificate = step.Proof.Count > 0 ? $", certificate of {step.Proof.Count} steps" : "";
            yield return $"{i + 1}. {Statement(derivation.Facts[i])}   [{step.Rule}{from}{certificate}]";
        }
    }

    /// <summary>A fact in one line.</summary>
    /// <param name="fact">The fact.</param>
    public string Statement(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        string index = fact.Scope switch
        {
            Scope.Whole => "",
            Scope.Diagonal => "for all i: ",
            Scope.OffDiagonal => "for all i ≠ j: ",
            _ => "for all i, j: ",
        };
        (Term left, Term right) = fact.Left is { Operation: Kernel.Operations.Operation.Subtract, Left: { } l, Right: { } r }
            ? (l, r)
            : (fact.Left, Term.Zero);
        return $"{index}{Print(left, fact.Scope)} "
            + $"{(fact.Relation == Relation.Equal ? "=" : fact.Relation == Relation.Greater ? ">" : "≥")} {Print(right, fact.Scope)}";
    }

    private string Print(Term term, Scope scope)
    {
        var names = new Dictionary<string, Term>();
        var pending = new Stack<Term>([term]);
        while (pending.TryPop(out Term? next))
        {
            if (next.Name is { } name)
            {
                names[name] = Term.Variable(Name(Expression.Parse(name), scope));
            }

            foreach (Term operand in new[] { next.Left, next.Right, next.Condition }.OfType<Term>())
            {
                pending.Push(operand);
            }
        }

        return Substitution.Apply(term, names).ToString();
    }

    private string Name(Expression name, Scope scope) => name.Items switch
    {
        [{ Token: "norm" }, var x] => $"|{Matrix(x)}|₂",
        [{ Token: "inner" }, var x, var y] when x.ToString() == y.ToString() => $"|{Matrix(x)}|²_F",
        [{ Token: "inner" }, var x, var y] => $"⟨{Matrix(x)}, {Matrix(y)}⟩",
        [{ Token: "entry" }, { Items: [{ Token: "row" }, var x] }] => $"[{Matrix(x)}]_ii",
        [{ Token: "entry" }, { Items: [{ Token: "column" }, var x] }] => $"[{Matrix(x)}]_jj",
        [{ Token: "entry" }, var x] => $"[{Matrix(x)}]_{(scope == Scope.Diagonal ? "ii" : "ij")}",
        _ => name.ToString(),
    };

    private string Matrix(Expression text, bool isNamed = true)
    {
        if (isNamed && _notation.TryGetValue(text.ToString(), out string? known))
        {
            return known;
        }

        if (text.Token is { } token)
        {
            return token[..token.IndexOf('[', StringComparison.Ordinal)];
        }

        return text.Items switch
        {
            [{ Token: "identity" }, ..] => "I",
            [{ Token: "ones" }, ..] => "1",
            [{ Token: "transpose" }, var x] => $"{Matrix(x)}ᵀ",
            [{ Token: "sum" }, var x, { Items: [{ Token: "scaled" }, { Token: "-1" }, var y] }] => $"({Matrix(x)} - {Matrix(y)})",
            [{ Token: "sum" }, var x, var y] => $"({Matrix(x)} + {Matrix(y)})",
            [{ Token: "scaled" }, { Token: { } q }, var x] => $"{q} {Matrix(x)}",
            [{ Token: "product" }, var x, var y] => $"{Matrix(x)} {Matrix(y)}",
            [{ Token: "map" }, var f, ..] => $"{f}({string.Join(", ", text.Items.Skip(2).Select(x => Matrix(x)))})",
            [{ Token: { } word }, var x] => $"{word}({Matrix(x)})",
            _ => text.ToString(),
        };
    }
}
