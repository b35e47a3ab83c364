using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <content>Rules about numbers: algebra, analysis, laws of functions.</content>
internal sealed partial class DerivationRules
{
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
        foreach (Fact premise in premises)
        {
            Narrow(ranges, premise.Left, premise.Relation);
        }

        return new Statement(
            [.. names.Select(n => new RealVariable(n, ranges[n].Lower, ranges[n].Upper))],
            Formula.All(premises.Select(Comparison)), Comparison(conclusion));
    }

    /// <summary>
    /// Cuts the range of a variable down to what "v >= c" or "c >= v" (or >) leaves; does nothing for any other comparison.
    /// </summary>
    internal static void Narrow(Dictionary<string, (Rational? Lower, Rational? Upper)> ranges, Term left, Relation relation)
    {
        (string? name, Rational bound, bool isLower) = left switch
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
        if (relation is Relation.GreaterOrEqual or Relation.Greater && name is not null
            && ranges.TryGetValue(name, out (Rational? Lower, Rational? Upper) range))
        {
            ranges[name] = isLower
                ? (range.Lower is { } l && l > bound ? l : bound, range.Upper)
                : (range.Lower, range.Upper is { } u && u < bound ? u : bound);
        }
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
}
