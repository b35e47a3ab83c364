using System.Text;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>
/// Writes the formal content of a proposition as text: equal texts mean equal content. Formulas are
/// written as the kernel writes problems, shared subterms once.
/// </summary>
internal sealed class FormalText
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of a closed statement: what proofs and witnesses of it are held against.</summary>
    public static string Of(Statement statement) => new FormalText().Statement(statement).ToString();

    /// <summary>The text of a statement about a sequence.</summary>
    public static string Of(RecurrenceStatement statement)
    {
        var text = new FormalText()
            .Line("steps", $"{statement.FirstStep} to {statement.LastStep}").Line("variables", string.Join(", ", statement.Variables));
        return text
            .Bounds(statement.MatrixBounds)
            .Each(
                statement.Components,
                (t, c) => t.Line("component", $"{c.Name} after {c.Previous}").Term("initial", c.Initial).Term("next", c.Next))
            .Formula("hypothesis", statement.Hypothesis)
            .Formula("conclusion", statement.Conclusion)
            .ToString();
    }

    /// <summary>A named line.</summary>
    public FormalText Line(string name, string value)
    {
        _text.Append(name).Append(": ").Append(value).Append('\n');
        return this;
    }

    /// <summary>A formula over names that stand for any numbers.</summary>
    public FormalText Formula(string name, Formula formula)
    {
        RealVariable[] names =
        [
            .. formula.Atoms().SelectMany(a => NamesIn(a.Difference)).Distinct().Order(StringComparer.Ordinal)
                .Select(n => new RealVariable(n, null, null)),
        ];
        return Line(name, $"\n{EmptinessProblem.Of(new Statement(names, formula, Kernel.Terms.Formula.False))}");
    }

    /// <summary>A term over names that stand for any numbers.</summary>
    public FormalText Term(string name, Term term) => Formula(name, term.EqualTo(0));

    /// <summary>A closed statement, with the bounds on matrices that a problem leaves out.</summary>
    public FormalText Statement(Statement statement) =>
        Bounds(statement.MatrixBounds).Line("statement", $"\n{EmptinessProblem.Of(statement)}");

    /// <summary>Something for each of many.</summary>
    public FormalText Each<T>(IEnumerable<T> items, Func<FormalText, T, FormalText> write) => items.Aggregate(this, write);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private FormalText Bounds(IReadOnlyList<SpectralBound> bounds) =>
        Each(bounds, (text, b) => text.Line(
            "spectral norm", $"{b.Name} <= {b.Bound}: {string.Join("; ", b.Rows.Select(row => string.Join(' ', row)))}"));

    private static IEnumerable<string> NamesIn(Term root)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out Term? term))
        {
            if (seen.Add(term))
            {
                if (term.Name is { } name)
                {
                    yield return name;
                }

                foreach (Term operand in new[] { term.Left, term.Right, term.Condition }.OfType<Term>())
                {
                    pending.Push(operand);
                }
            }
        }
    }
}
