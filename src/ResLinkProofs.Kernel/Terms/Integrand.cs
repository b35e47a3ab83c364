using System.Globalization;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

/// <summary>
/// What an integral integrates: a function of the bound variable and of parameters, with names of its own. Since no name of it is seen
/// from outside, and none from outside in it, replacing variables can capture nothing.
/// </summary>
public sealed class Integrand
{
    /// <summary>How many integrals may stand in each other.</summary>
    public const int MostNested = 2;

    private Integrand(Term body, int parameters, bool isImproper, int depth)
    {
        Body = body;
        Parameters = parameters;
        IsImproper = isImproper;
        Depth = depth;
    }

    /// <summary>The function: a term in the variables 0, the bound one, and 1, 2, ..., the parameters.</summary>
    public Term Body { get; }

    /// <summary>The number of parameters.</summary>
    public int Parameters { get; }

    /// <summary>True for an integral up to infinity, which has one bound only.</summary>
    public bool IsImproper { get; }

    /// <summary>1 for an integrand without integrals, and one more than that of the deepest integral in it otherwise.</summary>
    public int Depth { get; }

    /// <summary>The number of arguments of an integral: its bounds and the parameters.</summary>
    public int Arity => (IsImproper ? 1 : 2) + Parameters;

    /// <summary>The name of the bound variable (0) or of a parameter (1, 2, ...) in <see cref="Body"/>.</summary>
    /// <param name="index">Zero or more.</param>
    public static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>An integrand.</summary>
    /// <param name="body">A term in the variables 0, ..., <paramref name="parameters"/>.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="isImproper">True for an integral up to infinity.</param>
    /// <exception cref="ArgumentException">The body has other variables, or integrals are nested too deep.</exception>
    public static Integrand Of(Term body, int parameters, bool isImproper)
    {
        ArgumentNullException.ThrowIfNull(body);
        int depth = 1;
        var names = new HashSet<string>(Enumerable.Range(0, parameters + 1).Select(NameOf), StringComparer.Ordinal);
        foreach (Term term in Subterms(body))
        {
            depth = Math.Max(depth, 1 + (term.Integrand?.Depth ?? 0));
            if (term.Name is { } name && !names.Contains(name))
            {
                throw new ArgumentException($"The integrand has the variable '{name}', which is none of its own.", nameof(body));
            }
        }

        return depth <= MostNested
            ? new Integrand(body, parameters, isImproper, depth)
            : throw new ArgumentException($"Integrals may be nested {MostNested} deep; this one is nested {depth} deep.", nameof(body));
    }

    /// <summary>The integrand with a name for its bound variable that the arguments do not have, and with the arguments put in.</summary>
    /// <param name="arguments">The bounds and the parameters.</param>
    internal (string Name, Term Body) Instantiate(IReadOnlyList<Term> arguments)
    {
        var taken = new HashSet<string>(arguments.SelectMany(Subterms).Select(t => t.Name).OfType<string>(), StringComparer.Ordinal);
        string name = "t";
        while (taken.Contains(name))
        {
            name += "'";
        }

        var replacements = new Dictionary<string, Term>(StringComparer.Ordinal) { [NameOf(0)] = Term.Variable(name) };
        for (int i = 1; i <= Parameters; i++)
        {
            replacements.Add(NameOf(i), arguments[Arity - Parameters + i - 1]);
        }

        return (name, Substitution.Apply(Body, replacements));
    }

    /// <summary>The subterms of a term, each once, in an order that its shape alone decides.</summary>
    /// <param name="root">The term.</param>
    public static IEnumerable<Term> Subterms(Term root)
    {
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance) { root };
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out Term? term))
        {
            yield return term;
            foreach (Term? operand in new[] { term.Condition, term.Right, term.Left })
            {
                if (operand is not null && seen.Add(operand))
                {
                    pending.Push(operand);
                }
            }
        }
    }
}
