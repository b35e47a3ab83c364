using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>Applies rules: makes the fact that follows by one step from earlier facts, or says why none follows.</summary>
internal sealed class DerivationRules(Theorem theorem, IReadOnlyList<Fact> facts)
{
    /// <summary>The fact that a step adds.</summary>
    /// <exception cref="ArgumentException">The step is no instance of its rule.</exception>
    public Fact Apply(DerivationStep step) => step.Rule switch
    {
        Rule.Given => theorem.Hypotheses[Only(step.Premises)],
        Rule.Combine => Combine(step),
        Rule.Decide => Decide(step),
        Rule.FunctionLaw => FunctionLaw(step),
        Rule.Identity => Identity(step),
        Rule.Sum => Sum(step),
        Rule.ColumnSquare => ColumnSquare(step),
        Rule.NormOfSum => NormOfSum(step),
        Rule.NormOfIdentity => Whole(1 - Fact.Norm(MatrixTerm.Identity(step.Rows)), Relation.GreaterOrEqual),
        Rule.NormIsNonnegative => Whole(Fact.Norm(Only(Only(step.Parts).Matrices)), Relation.GreaterOrEqual),
        Rule.NormOfDiagonal => NormOfDiagonal(step),
        Rule.NormOfEqual => NormOfEqual(step),
        Rule.EntryBound => EntryBound(step),
        Rule.ProductFromLeft => Product(step, (x, y) => Term.Square(Fact.Norm(x)) * Fact.Inner(y, y)),
        Rule.ProductFromRight => Product(step, (x, y) => Fact.Inner(x, x) * Term.Square(Fact.Norm(y))),
        Rule.AtRow => AtIndex(step, "row", step.Rows),
        Rule.AtColumn => AtIndex(step, "column", step.Columns),
        Rule.ProductOfTraces => ProductOfTraces(step),
        Rule.Vectors => Vectors(step),
        _ => throw new ArgumentException($"There is no rule {step.Rule}."),
    };

    /// <summary>What a premise of <see cref="Rule.Sum"/> has to compare with zero.</summary>
    internal static Term Summand(IEnumerable<DerivationPart> parts, Scope scope) =>
        Term.Sum(parts.Select(p => p.Factor * (Entries.Of(p.Matrices[0], scope) * Entries.Of(p.Matrices[1], scope))));

    private static Fact Whole(Term left, Relation relation) => new(Scope.Whole, "", "", left, relation);

    private static T Only<T>(IReadOnlyList<T> items) =>
        items.Count == 1 ? items[0] : throw new ArgumentException($"one is needed, not {items.Count}");

    private static (T First, T Second) Two<T>(IReadOnlyList<T> items) =>
        items.Count == 2 ? (items[0], items[1]) : throw new ArgumentException($"two are needed, not {items.Count}");

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new ArgumentException(what);
        }
    }

    private Fact Premise(int number) =>
        number >= 0 && number < facts.Count ? facts[number] : throw new ArgumentException($"there is no earlier step {number + 1}");

    // A premise that may be used where the indices are those of the conclusion.
    private Fact Premise(int number, DerivationStep step)
    {
        Fact fact = Premise(number);
        Require(fact.Covers(step.Scope, step.Rows, step.Columns), $"step {number + 1} is about other indices");
        return fact;
    }

    private static void RequireFact(Fact fact, Scope scope, MatrixTerm size, Term left, Relation relation) =>
        Require(
            fact.Text == new Fact(scope, size.Rows, size.Columns, left, relation).Text,
            $"the premise is {fact.Text}, and has to be {TermText.Of(left)} {relation}");

    private Fact Combine(DerivationStep step)
    {
        Term factor = Term.One, sum = Term.Zero;
        foreach (int number in step.Premises)
        {
            Fact positive = Premise(number, step);
            Require(positive.Relation == Relation.Greater, $"step {number + 1} is not strict");
            factor *= positive.Left;
        }

        bool isZero = true, isPositive = false;
        foreach (DerivationPart part in step.Parts)
        {
            Fact[] premises = [.. part.Premises.Select(p => Premise(p, step))];
            bool vanishes = premises.Any(p => p.Relation == Relation.Equal);
            Require(vanishes || part.Weight.Sign >= 0, "a weight is negative");
            sum += part.Weight * (vanishes ? part.Factor : Term.Square(part.Factor)) * premises.Aggregate(
                Term.One, (product, p) => product * p.Left);
            isZero &= vanishes;
            isPositive |= part.Weight.Sign > 0 && part.Factor.IsOne && premises.All(p => p.Relation == Relation.Greater);
        }

        Term left = Only(step.Terms);
        Require(
            step.Relation == Relation.GreaterOrEqual
                || (step.Relation == Relation.Equal ? isZero : isPositive && step.Relation == Relation.Greater),
            "the summands do not have the sign");
        Require(IsZero((factor * left) - sum), "the sides are not one polynomial");
        return new Fact(step.Scope, step.Rows, step.Columns, left, step.Relation);
    }

    private static bool IsZero(Term difference)
    {
        // What is not polynomial is an indeterminate, named by its text.
        Term polynomial = Substitution.Rewrite(
            difference, new Dictionary<Term, Term>(ReferenceEqualityComparer.Instance), term => term.Operation switch
        {
            Operation.Literal or Operation.Variable or Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate =>
                null,
            Operation.Power when term.Exponent >= 0 => null,
            Operation.Divide when term.Right is { Operation: Operation.Literal, Value.Sign: not 0 } => null,
            _ => Term.Variable($"[{TermText.Of(term)}]"),
        });
        Tape tape = Tape.Compile(Fact.NamesIn(polynomial), [polynomial]);
        return Polynomial.Of(tape, tape.Outputs[0]) is { IsZero: true };
    }

    private Fact Decide(DerivationStep step)
    {
        var conclusion = new Fact(step.Scope, step.Rows, step.Columns, Only(step.Terms), step.Relation);
        Statement statement = Implication([.. step.Premises.Select(p => Premise(p, step))], conclusion);
        CertificateVerdict verdict = CertificateChecker.Check(statement, step.Proof);
        Require(verdict.Accepted is not null, verdict.Rejection ?? "");
        return conclusion;
    }

    /// <summary>
    /// That premises imply a conclusion, for all real values of their variables: bounds of single variables become their ranges.
    /// </summary>
    internal static Statement Implication(IReadOnlyList<Fact> premises, Fact conclusion)
    {
        string[] names = [.. premises.Append(conclusion).SelectMany(f => Fact.NamesIn(f.Left)).Distinct()];
        Dictionary<string, (Rational? Lower, Rational? Upper)> ranges = names.ToDictionary(n => n, _ => ((Rational?)null, (Rational?)null));
        foreach (Fact premise in premises.Where(p => p.Relation != Relation.Equal))
        {
            (string? name, Rational bound, bool isLower) = premise.Left switch
            {
                { Operation: Operation.Variable } v => (v.Name, Rational.Zero, true),
                { Operation: Operation.Subtract, Left: { Operation: Operation.Variable } v, Right: { Operation: Operation.Literal } c } =>
                    (v.Name, c.Value, true),
                { Operation: Operation.Subtract, Left: { Operation: Operation.Literal } c, Right: { Operation: Operation.Variable } v } =>
                    (v.Name, c.Value, false),
                { Operation: Operation.Add, Left: { Operation: Operation.Literal } c, Right: { Operation: Operation.Variable } v } =>
                    (v.Name, -c.Value, true),
                _ => (null, Rational.Zero, false),
            };
            if (name is not null)
            {
                (Rational? lower, Rational? upper) = ranges[name];
                ranges[name] = isLower
                    ? (lower is { } l && l > bound ? l : bound, upper)
                    : (lower, upper is { } u && u < bound ? u : bound);
            }
        }

        return new Statement(
            [.. names.Select(n => new RealVariable(n, ranges[n].Lower, ranges[n].Upper))],
            Formula.All(premises.Select(Comparison)), Comparison(conclusion));
    }

    private static Formula Comparison(Fact fact) => fact.Relation switch
    {
        Relation.Equal => fact.Left.EqualTo(0),
        Relation.Greater => fact.Left > 0,
        _ => fact.Left >= 0,
    };

    private Fact FunctionLaw(DerivationStep step)
    {
        Rational number = Only(step.Parts).Weight;
        FunctionLaws.Law law =
            (number.IsInteger && number.Sign >= 0 && number < 100 ? FunctionLaws.Of((int)number.Numerator, step.Terms) : null)
            ?? throw new ArgumentException("there is no such law of such terms");
        Require(law.Premises.Length == step.Premises.Count, $"the law has {law.Premises.Length} premise(s)");
        for (int i = 0; i < law.Premises.Length; i++)
        {
            (Term left, Relation relation) = law.Premises[i];
            Fact premise = Premise(step.Premises[i], step);
            Require(
                premise.Relation == relation || (relation == Relation.GreaterOrEqual && premise.Relation == Relation.Greater),
                $"premise {i + 1} of the law is {relation}");
            Require(IsZero(premise.Left - left), $"premise {i + 1} of the law compares {TermText.Of(left)}");
        }

        return new Fact(step.Scope, step.Rows, step.Columns, law.Left, law.Relation);
    }

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

    // Parts: a matrix each, weight 1 for column i of it and 2 for column j; factors u and v.
    private static Fact ColumnSquare(DerivationStep step)
    {
        (DerivationPart x, DerivationPart y) = Two(step.Parts);
        Term left = (Term.Square(x.Factor) * Gram(x, x, step)) + (2 * x.Factor * y.Factor * Gram(x, y, step))
            + (Term.Square(y.Factor) * Gram(y, y, step));
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

    // Parts: vectors, as for ColumnSquare; a factor m that is a literal asks for the range of the
    // coordinates, by the premise m^2 - |x|^2 >= 0 that the part names.
    private Fact Vectors(DerivationStep step)
    {
        var conclusion = new Fact(step.Scope, step.Rows, step.Columns, Only(step.Terms), step.Relation);
        Fact[] premises = [.. step.Premises.Select(p => Premise(p, step))];
        CertificateVerdict verdict = CertificateChecker.Check(InCoordinates(premises, conclusion, step), step.Proof);
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
        return new Statement(
            [.. variables, .. implication.Variables.Where(v => !coordinates.ContainsKey(v.Name))],
            Substitution.Apply(implication.Hypothesis, coordinates),
            Substitution.Apply(implication.Conclusion, coordinates));
    }

    private static Term Coordinate(int vector, int index) => Term.Variable($"r{vector + 1}{index + 1}");
}
