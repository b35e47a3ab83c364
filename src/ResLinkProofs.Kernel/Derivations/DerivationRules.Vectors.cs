using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <content>Rules about columns: squares of their combinations, and vectors in the coordinates of a QR decomposition.</content>
internal sealed partial class DerivationRules
{
    // Parts: a matrix each, weight 1 for column i of it and 2 for column j, and its factor.
    private static Fact ColumnSquare(DerivationStep step)
    {
        Require(step.Parts.Count > 0, "a column is needed");
        Term left = Term.Sum(
            from k in Enumerable.Range(0, step.Parts.Count)
            from l in Enumerable.Range(0, k + 1)
            let x = step.Parts[l]
            let y = step.Parts[k]
            select l == k ? Term.Square(x.Factor) * Gram(x, x, step) : 2 * x.Factor * y.Factor * Gram(x, y, step));
        return step.Scope == Scope.Whole
            ? Whole(left, Relation.GreaterOrEqual)
            : new Fact(step.Scope, step.Rows, step.Columns, left, Relation.GreaterOrEqual);
    }

    // The inner product of two columns: those of vectors in a fact without indices, columns i or j of matrices in one with indices.
    private static Term Gram(DerivationPart x, DerivationPart y, DerivationStep step)
    {
        (MatrixTerm a, MatrixTerm b) = (Only(x.Matrices), Only(y.Matrices));
        if (step.Scope == Scope.Whole)
        {
            Require(a.Columns == "1" && b.Columns == "1", "without indices the columns are vectors");
            return Fact.Inner(a, b);
        }

        (bool isRow, bool isOtherRow) = (IsRow(x), IsRow(y));
        Require(
            a.Columns == (isRow ? step.Rows : step.Columns) && b.Columns == (isOtherRow ? step.Rows : step.Columns),
            "an index does not range over the columns");
        MatrixTerm product = isRow || !isOtherRow ? a.Transpose() * b : b.Transpose() * a;
        return Entries.Of(isRow != isOtherRow ? product : isRow ? product.Row() : product.Column(), step.Scope);
    }

    private static bool IsRow(DerivationPart part) =>
        part.Weight == 1 || (part.Weight == 2 ? false : throw new ArgumentException("a column is that of i (1) or that of j (2)"));

    // Parts: vectors, as for ColumnSquare; a factor m that is a literal asks for the range of the
    // coordinates, by the premise m^2 - |x|^2 >= 0 that the part names.
    private Fact Vectors(DerivationStep step)
    {
        var conclusion = new Fact(step.Scope, step.Rows, step.Columns, Only(step.Terms), step.Relation);
        Fact[] premises = [.. step.Premises.Select(p => Premise(p, step))];
        Statement statement = InCoordinates(premises, conclusion, step);
        if (step.Proof.Count == 0 && statement.Conclusion is Atom { Relation: Relation.Equal } equation)
        {
            Require(IsZero(equation.Difference), "the sides are not one polynomial in the coordinates");
            return conclusion;
        }

        CertificateVerdict verdict = CertificateChecker.Check(statement, step.Proof);
        Require(verdict.Accepted is not null, verdict.Rejection ?? "");
        return conclusion;
    }

    /// <summary>The implication in the coordinates of vectors.</summary>
    internal Statement InCoordinates(IReadOnlyList<Fact> premises, Fact conclusion, DerivationStep step)
    {
        int n = step.Parts.Count;
        Require(n is > 0 and < 9, "one to eight vectors are needed");
        Require(
            step.Parts.All(p => p.Matrices.Count == 1 && p.Matrices[0].Rows == step.Parts[0].Matrices[0].Rows),
            "vectors of one dimension are needed");

        // A number is no vector of R^1: it is known with its sign, and not through products alone.
        Require(step.Scope != Scope.Whole || step.Parts[0].Matrices[0].Rows != "1", "numbers are no vectors");
        var coordinates = new Dictionary<string, Term>();
        var variables = new List<RealVariable>();
        for (int k = 0; k < n; k++)
        {
            for (int l = 0; l <= k; l++)
            {
                Term gram = Gram(step.Parts[k], step.Parts[l], step);
                Require(
                    gram.Name is not null && coordinates.TryAdd(
                        gram.Name, Term.Sum(Enumerable.Range(0, l + 1).Select(m => Coordinate(k, m) * Coordinate(l, m)))),
                    "the vectors are not different, or their inner products not entries");
            }

            Rational? range = null;
            if (step.Parts[k] is { Factor: { Operation: Operation.Literal, Value: { Sign: > 0 } bound }, Premises: [var number] })
            {
                Fact length = Premise(number, step);
                Require(
                    length.Relation == Relation.GreaterOrEqual
                        && IsZero(length.Left - ((bound * bound) - Gram(step.Parts[k], step.Parts[k], step))),
                    "the premise does not bound the length");
                range = bound;
            }

            variables.AddRange(Enumerable.Range(0, k + 1).Select(
                l => new RealVariable(Coordinate(k, l).Name!, l == k ? 0 : range is { } r ? -r : null, range)));
        }

        Statement implication = Implication(premises, conclusion);
        if (step.Scope == Scope.Whole)
        {
            // Without indices: inner products of whatever is made of the vectors.
            var inner = new VectorCoordinates([.. step.Parts.Select(
                (p, k) => (p.Matrices[0], Enumerable.Range(0, k + 1).Select(l => Coordinate(k, l)).ToArray()))]);
            foreach (string name in implication.VariableNames)
            {
                if (inner.Inner(name) is { } value && value.Name != name)
                {
                    coordinates[name] = value;
                    variables.AddRange(Fact.NamesIn(value)
                        .Where(n => !implication.VariableNames.Contains(n) && variables.All(v => v.Name != n))
                        .Select(n => new RealVariable(n, null, null))); // numbers that occur within terms alone
                }
            }
        }

        return new Statement(
            [.. variables, .. implication.Variables.Where(v => !coordinates.ContainsKey(v.Name))],
            Substitution.Apply(implication.Hypothesis, coordinates),
            Substitution.Apply(implication.Conclusion, coordinates));
    }

    private static Term Coordinate(int vector, int index) => Term.Variable($"r{vector + 1}{index + 1}");
}
