using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Formulas.Operations;
using ResLinkProofs.Proving.Matrices;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>
/// Comparisons of an extreme eigenvalue or of a spectral norm with a term, as what they say of a symmetric matrix: least eigenvalue at
/// least c means that A - cI is positive
/// semidefinite, above c that it is positive definite; at most and below are their negations. A spectral norm at most c means that c is not
/// negative and c²I - AᵀA positive semidefinite.
/// </summary>
internal static class MatrixConstraints
{
    /// <summary>
    /// The quantity of a matrix that has no closed form, behind a name that a text may give it; null for an ordinary formula.
    /// </summary>
    public static MatrixFormula? Quantity(MatrixFormula observable) => observable switch
    {
        ExtremeEigenvalue or SpectralNorm => observable,
        Named named => Quantity(named.Definition),
        _ => null,
    };

    /// <summary>The matrix of which the constraint will be written out.</summary>
    public static MatrixFormula Matrix(MatrixFormula quantity) =>
        quantity.Operands[^1] is ExtremeEigenvalue gram ? gram.Operands[0] : quantity.Operands[0];

    /// <summary>Refuses claims in which such a quantity stands anywhere but alone on one side of a comparison.</summary>
    /// <exception cref="ArgumentException">It does, and the message says where.</exception>
    public static void Require(Formula formula, IReadOnlyDictionary<string, MatrixFormula> observables)
    {
        foreach ((string symbol, MatrixFormula observable) in observables)
        {
            MatrixFormula? quantity = Quantity(observable);
            if (ReverseMode.Ordered(observable).FindLast(f => IsWithoutClosedForm(f) && !IsPartOf(f, quantity)) is { } inner)
            {
                throw new ArgumentException(
                    $"{symbol} contains {inner}, which has no closed form: compare {inner} itself with a term, alone on one side.");
            }
        }

        HashSet<string> quantities = [.. observables.Where(o => Quantity(o.Value) is not null).Select(o => o.Key)];
        foreach (Atom atom in formula.Atoms())
        {
            foreach ((Term side, Term other) in new[] { (atom.Left, atom.Right), (atom.Right, atom.Left) })
            {
                string? inside = VariablesOf(side).FirstOrDefault(quantities.Contains);
                if (inside is not null && (side.Name != inside || VariablesOf(other).Any(quantities.Contains)))
                {
                    throw new ArgumentException(
                        $"'{atom}': {inside} has no closed form and must stand alone on one side, without another eigenvalue or "
                        + "spectral norm on the other; split the comparison.");
                }
            }
        }
    }

    /// <summary>The formula with every observable written out.</summary>
    public static Formula Expand(Formula formula, IReadOnlyDictionary<string, MatrixFormula> observables, Expansion expansion)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach ((string symbol, MatrixFormula observable) in observables)
        {
            if (Quantity(observable) is null)
            {
                terms.Add(symbol, expansion.Of(observable)[0, 0]);
            }
        }

        return Walk(formula);

        Formula Walk(Formula part) => part switch
        {
            Atom atom => Constraint(atom, Known(atom.Left), Known(atom.Right)),
            Conjunction all => Formula.All(all.Operands.Select(Walk)),
            Junction any => Formula.Any(any.Operands.Select(Walk)),
            _ => throw new InvalidOperationException($"Unknown formula {part.GetType().Name}."),
        };

        MatrixFormula? Known(Term side) =>
            side.Name is { } name && observables.TryGetValue(name, out MatrixFormula? observable) ? Quantity(observable) : null;

        Formula Constraint(Atom atom, MatrixFormula? left, MatrixFormula? right)
        {
            if (left is null && right is null)
            {
                return Substitution.Apply(atom, terms);
            }

            // quantity >= other, or other >= quantity
            bool isBelow = left is null;
            Term other = Substitution.Apply(isBelow ? atom.Left : atom.Right, terms);
            Bounds bounds = Of(left ?? right!, other, expansion);
            return atom.Relation switch
            {
                Relation.GreaterOrEqual => isBelow ? bounds.AtMost : bounds.AtLeast,
                Relation.Greater => isBelow ? !bounds.AtLeast : !bounds.AtMost,
                Relation.Equal => bounds.AtLeast & bounds.AtMost,
                _ => !bounds.AtLeast | !bounds.AtMost,
            };
        }
    }

    /// <summary>
    /// The comparisons that say that some matrix is positive semidefinite (or definite), with that matrix, and with what a vector of a
    /// negative
    /// quadratic form shows.
    /// </summary>
    public static IEnumerable<(Term[,] Gap, string Shown)> Gaps(
        Formula formula, IReadOnlyDictionary<string, MatrixFormula> observables, Expansion expansion)
    {
        foreach (Atom atom in formula.Atoms().Where(a => a.Relation is Relation.GreaterOrEqual or Relation.Greater))
        {
            foreach ((Term side, Term other, bool isBelow) in new[] { (atom.Left, atom.Right, false), (atom.Right, atom.Left, true) })
            {
                MatrixFormula? quantity = side.Name is { } name && observables.TryGetValue(name, out MatrixFormula? o) ? Quantity(o) : null;
                if (quantity is null || isBelow != (quantity is SpectralNorm or ExtremeEigenvalue { IsLargest: true }))
                {
                    continue;
                }

                Formula bound = Expand(other >= 0, observables, expansion);
                Term c = ((Atom)bound).Left;
                Term[,] a = expansion.Of(Matrix(quantity));
                bool isNorm = quantity is SpectralNorm;
                string applied = $"{quantity.Operands[0]} v";
                yield return (
                    isBelow ? Shifted(a, -1, isNorm ? Term.Square(c) : c) : Shifted(a, 1, -c),
                    isNorm ? $"|{applied}| > {other}·|v|" : $"⟨v, {applied}⟩ {(isBelow ? '>' : '<')} {other}·|v|²");
            }
        }
    }

    private static Bounds Of(MatrixFormula quantity, Term bound, Expansion expansion)
    {
        Term[,] a = expansion.Of(Matrix(quantity));
        if (quantity is SpectralNorm)
        {
            Term[,] gap = Shifted(a, -1, Term.Square(bound));
            return new Bounds(
                AtLeast: (bound <= 0) | !PrincipalMinors.IsPositiveDefinite(gap),
                AtMost: (bound >= 0) & PrincipalMinors.IsPositiveSemidefinite(gap));
        }

        Term[,] above = Shifted(a, 1, -bound), below = Shifted(a, -1, bound);
        return ((ExtremeEigenvalue)quantity).IsLargest
            ? new Bounds(AtLeast: !PrincipalMinors.IsPositiveDefinite(below), AtMost: PrincipalMinors.IsPositiveSemidefinite(below))
            : new Bounds(AtLeast: PrincipalMinors.IsPositiveSemidefinite(above), AtMost: !PrincipalMinors.IsPositiveDefinite(above));
    }

    // sign A + shift I
    private static Term[,] Shifted(Term[,] a, int sign, Term shift) => TermMatrix.Of(a.GetLength(0), a.GetLength(1), (i, j) =>
    {
        Term entry = sign < 0 ? -a[i, j] : a[i, j];
        return i == j ? entry + shift : entry;
    });

    private static bool IsWithoutClosedForm(MatrixFormula formula) => formula is ExtremeEigenvalue or SpectralNorm or ExtremeProjector;

    private static bool IsPartOf(MatrixFormula inner, MatrixFormula? quantity) =>
        ReferenceEquals(inner, quantity) || (quantity is SpectralNorm && ReferenceEquals(inner, quantity.Operands[1]));

    /// <summary>The names in a term.</summary>
    public static IEnumerable<string> VariablesOf(Term root)
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

    private sealed record Bounds(Formula AtLeast, Formula AtMost);
}
