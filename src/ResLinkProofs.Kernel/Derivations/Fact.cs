using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>For which indices a fact holds.</summary>
public enum Scope
{
    /// <summary>No index: a fact about whole matrices.</summary>
    Whole,

    /// <summary>Every pair (i, j).</summary>
    All,

    /// <summary>Every pair (i, i) of a square size.</summary>
    Diagonal,

    /// <summary>Every pair of different i, j of a square size.</summary>
    OffDiagonal,
}

/// <summary>
/// A comparison of a term with zero that holds for all matrices that meet the hypotheses of a theorem, and for all indices
/// of its scope. The variables of the term are numbers that the matrices determine: <c>(inner X Y)</c> is the sum of X_ij
/// Y_ij, <c>(norm X)</c> the spectral norm, and, in a fact with indices, <c>(entry X)</c> is X_ij. Immutable; equal exactly
/// when <see cref="Text"/> is. Anybody can write one down: what is shown is a whole <see cref="AcceptedDerivation"/>.
/// </summary>
/// <remarks>
/// A name that is none of these stands for any real number. A fact without indices has no entry:
/// what holds of one pair says nothing of another.
/// </remarks>
public sealed class Fact
{
    /// <summary>Writes down a fact.</summary>
    /// <param name="scope">The indices for which it holds.</param>
    /// <param name="rows">The range of i; empty without indices.</param>
    /// <param name="columns">The range of j; empty without indices.</param>
    /// <param name="left">What is compared with zero.</param>
    /// <param name="relation">At least, above or equal to zero.</param>
    /// <exception cref="ArgumentException">The indices do not fit the scope, or a name means nothing.</exception>
    public Fact(Scope scope, string rows, string columns, Term left, Relation relation)
    {
        (Scope, Rows, Columns, Left, Relation) = (scope, rows, columns, left, relation);
        foreach (string name in NamesIn(left))
        {
            // Texts of terms are told apart because names are whole expressions that no operation writes.
            if (!IsParameter(name) && !IsOfMatrices(name))
            {
                throw new ArgumentException($"'{name}' is no name of a number in a fact.", nameof(left));
            }
        }

        bool isSized = scope == Scope.Whole
            ? rows.Length == 0 && columns.Length == 0
            : rows.Length > 0 && (scope == Scope.All ? columns.Length > 0 : rows == columns);
        if (!isSized || !Enum.IsDefined(scope) || relation is not (Relation.GreaterOrEqual or Relation.Greater or Relation.Equal)
            || (scope == Scope.Whole && !IsIndexFree(left)))
        {
            throw new ArgumentException($"There is no fact of this kind: scope {scope}, {rows} x {columns}, {relation}, {left}");
        }

        Text = $"{scope} {rows} {columns} {relation} {TermText.Of(left)}";
    }

    /// <summary>The indices for which it holds.</summary>
    public Scope Scope { get; }

    /// <summary>The range of i; empty without indices.</summary>
    public string Rows { get; }

    /// <summary>The range of j; empty without indices.</summary>
    public string Columns { get; }

    /// <summary>What is compared with zero.</summary>
    public Term Left { get; }

    /// <summary>At least, above or equal to zero.</summary>
    public Relation Relation { get; }

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>X_ij, as a variable.</summary>
    /// <param name="text">The text of the matrix.</param>
    internal static Term Entry(string text) => Term.Variable($"(entry {text})");

    /// <summary>The sum of all X_ij Y_ij.</summary>
    /// <param name="left">X.</param>
    /// <param name="right">Y, of the size of X.</param>
    public static Term Inner(MatrixTerm left, MatrixTerm right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return !left.HasSizeOf(right)
            ? throw new ArgumentException(
                $"An inner product takes matrices of one size, not {left.Rows} x {left.Columns} and {right.Rows} x {right.Columns}.")
            : string.CompareOrdinal(left.Text, right.Text) <= 0 ? Term.Variable($"(inner {left.Text} {right.Text})") : Inner(right, left);
    }

    /// <summary>The spectral norm, which is that of the transpose.</summary>
    /// <param name="matrix">Any matrix.</param>
    public static Term Norm(MatrixTerm matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Term.Variable($"(norm {matrix.OrTranspose().Text})");
    }

    /// <summary>True when what this fact says holds for the indices of a scope as well.</summary>
    internal bool Covers(Scope scope, string rows, string columns) =>
        Scope == Scope.Whole || (Rows == rows && Columns == columns && (Scope == scope || (Scope == Scope.All && scope != Scope.Whole)));

    private static bool IsOfMatrices(string name)
    {
        try
        {
            return Expression.Parse(name).Items is [{ Token: "entry" or "inner" or "norm" }, ..];
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>True for x1, x2, ...</summary>
    internal static bool IsParameter(string name) =>
        name.Length is > 1 and < 8 && name[0] == 'x' && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>True when no entry occurs.</summary>
    internal static bool IsIndexFree(Term term) => !NamesIn(term).Any(IsEntry);

    /// <summary>True for the name of an entry.</summary>
    internal static bool IsEntry(string name) => name.StartsWith("(entry ", StringComparison.Ordinal);

    /// <summary>The names of the variables of a term, each once.</summary>
    internal static IReadOnlyList<string> NamesIn(Term term)
    {
        var names = new List<string>();
        var seen = new HashSet<Term>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Term>([term]);
        while (pending.TryPop(out Term? next))
        {
            if (seen.Add(next))
            {
                if (next.Name is { } name && !names.Contains(name))
                {
                    names.Add(name);
                }

                foreach (Term operand in new[] { next.Condition, next.Right, next.Left }.OfType<Term>())
                {
                    pending.Push(operand);
                }
            }
        }

        return names;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
