using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <content>Rules about whole matrices and their entries: identities, sums, norms.</content>
internal sealed partial class DerivationRules
{
    private static Fact Identity(DerivationStep step)
    {
        var normal = new WordPolynomial();
        Term left = Term.Zero;
        foreach (DerivationPart part in step.Parts)
        {
            if (step.Scope == Scope.Whole)
            {
                (MatrixTerm x, MatrixTerm y) = Two(part.Matrices);
                left += part.Weight * Fact.Inner(x, y);
                normal.AddTrace(part.Weight, x.Transpose() * y);
                continue;
            }

            MatrixTerm matrix = Only(part.Matrices);
            Require(matrix.HasSizeOf(step.Parts[0].Matrices[0]), "the matrices have different sizes");
            left += part.Weight * Entries.Of(matrix, step.Scope);
            if (step.Scope == Scope.Diagonal)
            {
                normal.AddDiagonal(part.Weight, matrix);
            }
            else
            {
                normal.Add(part.Weight, matrix);
            }
        }

        Require(normal.IsZero, "the normal form is not zero");
        return step.Scope == Scope.Whole ? Whole(left, Relation.Equal) : Sized(step.Scope, step.Parts[0].Matrices[0], left, Relation.Equal);
    }

    private static Fact Sized(Scope scope, MatrixTerm size, Term left, Relation relation) =>
        new(scope, size.Rows, size.Columns, left, relation);

    private Fact Sum(DerivationStep step)
    {
        MatrixTerm size = step.Parts[0].Matrices[0];
        foreach (DerivationPart part in step.Parts)
        {
            (MatrixTerm x, MatrixTerm y) = Two(part.Matrices);
            Require(x.HasSizeOf(size) && y.HasSizeOf(size), "the matrices have different sizes");
            Require(Fact.IsIndexFree(part.Factor), "a factor depends on the indices");
        }

        Require(step.Relation is Relation.GreaterOrEqual or Relation.Equal, "sums are compared by >= or =");
        Scope[] scopes = step.Premises.Count == 1 ? [Scope.All] : [Scope.Diagonal, Scope.OffDiagonal];
        Require(step.Premises.Count == scopes.Length, "one premise for all pairs, or one for i = j and one for different i, j");
        for (int i = 0; i < scopes.Length; i++)
        {
            RequireFact(Premise(step.Premises[i]), scopes[i], size, Summand(step.Parts, scopes[i]), step.Relation);
        }

        return Whole(Term.Sum(step.Parts.Select(p => p.Factor * Fact.Inner(p.Matrices[0], p.Matrices[1]))), step.Relation);
    }

    private static Fact NormOfSum(DerivationStep step)
    {
        MatrixTerm sum = Only(step.Parts[0].Matrices);
        var normal = new WordPolynomial();
        normal.Add(-Rational.One, sum);
        Term bound = Term.Zero;
        foreach (DerivationPart part in step.Parts.Skip(1))
        {
            MatrixTerm product = part.Matrices.Aggregate((x, y) => x * y);
            Require(product.HasSizeOf(sum), "the matrices have different sizes");
            normal.Add(part.Weight, product);
            bound += Rational.Abs(part.Weight) * part.Matrices.Select(Fact.Norm).Aggregate((x, y) => x * y);
        }

        Require(normal.IsZero, "the sum is another matrix");
        return Whole(bound - Fact.Norm(sum), Relation.GreaterOrEqual);
    }

    private Fact NormOfDiagonal(DerivationStep step)
    {
        (MatrixTerm x, Term bound) = (Only(Only(step.Parts).Matrices), Only(step.Terms));
        Require(Fact.IsIndexFree(bound), "the bound depends on the index");
        (int above, int below) = Two(step.Premises);
        Term entry = Entries.Of(x, Scope.Diagonal);
        RequireFact(Premise(above), Scope.Diagonal, x, bound - entry, Relation.GreaterOrEqual);
        RequireFact(Premise(below), Scope.Diagonal, x, bound + entry, Relation.GreaterOrEqual);
        return Whole(bound - Fact.Norm(x.Diagonal()), Relation.GreaterOrEqual);
    }

    private Fact NormOfEqual(DerivationStep step)
    {
        (MatrixTerm x, MatrixTerm y) = Two(Only(step.Parts).Matrices);
        Require(x.HasSizeOf(y), "the matrices have different sizes");
        Scope[] scopes = step.Premises.Count == 1 ? [Scope.All] : [Scope.Diagonal, Scope.OffDiagonal];
        Require(step.Premises.Count == scopes.Length, "one premise for all pairs, or one for i = j and one for different i, j");
        for (int i = 0; i < scopes.Length; i++)
        {
            RequireFact(Premise(step.Premises[i]), scopes[i], x, Entries.Of(x, scopes[i]) - Entries.Of(y, scopes[i]), Relation.Equal);
        }

        return Whole(Fact.Norm(x) - Fact.Norm(y), Relation.Equal);
    }

    private static Fact EntryBound(DerivationStep step)
    {
        DerivationPart part = Only(step.Parts);
        MatrixTerm x = Only(part.Matrices);
        Require(Rational.Abs(part.Weight) == Rational.One, "the sign is 1 or -1");
        return Sized(step.Scope, x, Fact.Norm(x) - (part.Weight * Entries.Of(x, step.Scope)), Relation.GreaterOrEqual);
    }

    private static Fact Product(DerivationStep step, Func<MatrixTerm, MatrixTerm, Term> bound)
    {
        (MatrixTerm x, MatrixTerm y) = Two(Only(step.Parts).Matrices);
        return Whole(bound(x, y) - Fact.Inner(x * y, x * y), Relation.GreaterOrEqual);
    }

    private static Fact ColumnsOfProduct(DerivationStep step)
    {
        (MatrixTerm x, MatrixTerm y) = Two(Only(step.Parts).Matrices);
        MatrixTerm columns = y.Transpose() * y, product = x * y;
        Term left = (Term.Square(Fact.Norm(x)) * Entries.Of(columns, Scope.Diagonal))
            - Entries.Of(product.Transpose() * product, Scope.Diagonal);
        return Sized(Scope.Diagonal, columns, left, Relation.GreaterOrEqual);
    }

    private Fact AtIndex(DerivationStep step, string side, string range)
    {
        Fact fact = Premise(Only(step.Premises));
        Require(
            fact.Scope == Scope.Diagonal && fact.Rows == range && step.Scope == Scope.All,
            "the premise is about i = j, of the range of the index");
        Dictionary<string, Term> turned =
            Fact.NamesIn(fact.Left).Where(Fact.IsEntry).ToDictionary(n => n, n => Fact.Entry($"({side} {n[7..^1]})"));
        return new Fact(Scope.All, step.Rows, step.Columns, Substitution.Apply(fact.Left, turned), fact.Relation);
    }

    private static Fact ProductOfTraces(DerivationStep step)
    {
        (MatrixTerm x, MatrixTerm y) = Two(Only(step.Parts).Matrices);
        Require(x.HasSizeOf(y), "the matrices have different sizes");
        MatrixTerm identity = MatrixTerm.Identity(x.Rows);
        return Whole(Fact.Inner(x.Row(), y.Column()) - (Fact.Inner(identity, x) * Fact.Inner(identity, y)), Relation.Equal);
    }
}
