using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Tests;

/// <summary>Nearly the same claims, most of them false: constants one per cent past their value, sides exchanged, hypotheses dropped.</summary>
internal static class Mutations
{
    public static IEnumerable<(string Change, Claim Claim)> Of(Claim claim) => claim.Proposition switch
    {
        StatementProposition p => Formulas()
            .Select(m => (m.Name, claim with { Proposition = p.Select(s => new Statement(s.Variables, m.Hypothesis(s.Hypothesis), m.Conclusion(s.Conclusion), s.MatrixBounds)) })),
        NetworkProposition p => Formulas()
            .Select(m => (m.Name, claim with { Proposition = p.With(m.Hypothesis(p.Hypothesis), m.Conclusion(p.Conclusion)) })),
        RecurrenceProposition { Recurrence: var r } p => Formulas()
            .Select(m => (m.Name, claim with { Proposition = p.With(m.Hypothesis(r.Given), m.Hypothesis(r.EachStep), m.Hypothesis(r.AtEnd), m.Conclusion(r.Goal)) })),
        NetworkGradientProposition p =>
            [("field 1 % smaller", claim with { Proposition = new NetworkGradientProposition(p.Domain, p.Field.Over(Term.Ratio(101, 100))) })],
        TrajectoryProposition p => CheapestFirst()
            .Select(m => (m.Name, claim with { Proposition = p.With(m.Hypothesis(p.Hypothesis), m.Conclusion(p.Conclusion)) })),
        ExperimentProposition p => [("the opposite", claim with { Proposition = p.Negated() })],
        EnsembleProposition p => CheapestFirst()
            .Select(m => (m.Name, claim with { Proposition = p.Select(m.Conclusion) })),
        _ => throw new InvalidOperationException($"{claim.Id}: no mutation is known for {claim.Proposition.GetType().Name}; add one."),
    };

    private static IEnumerable<(string Name, Func<Formula, Formula> Hypothesis, Func<Formula, Formula> Conclusion)> Formulas()
    {
        yield return ("1 % tighter", Same, f => Rewrite(f, Tighten));
        yield return ("sides exchanged", Same, f => Rewrite(f, Exchange));
        yield return ("hypothesis dropped", _ => Formula.True, Same);
    }

    // What is plainly false is refuted at the first run.
    private static IEnumerable<(string Name, Func<Formula, Formula> Hypothesis, Func<Formula, Formula> Conclusion)> CheapestFirst() =>
        Formulas().OrderBy(m => m.Name != "sides exchanged");

    private static Formula Same(Formula formula) => formula;

    private static Formula Tighten(Atom atom)
    {
        Term left = atom.Left - (Term.Abs(atom.Left) / 100);
        return atom.Relation switch
        {
            Relation.GreaterOrEqual => left >= atom.Right,
            Relation.Greater => left > atom.Right,
            Relation.Equal => left.EqualTo(atom.Right),
            _ => left.NotEqualTo(atom.Right),
        };
    }

    private static Formula Exchange(Atom atom) => atom.Relation switch
    {
        Relation.GreaterOrEqual => atom.Right >= atom.Left,
        Relation.Greater => atom.Right > atom.Left,
        Relation.Equal => atom.Left.NotEqualTo(atom.Right),
        _ => atom.Left.EqualTo(atom.Right),
    };

    private static Formula Rewrite(Formula formula, Func<Atom, Formula> change) => formula switch
    {
        Atom atom => change(atom),
        Conjunction c => Formula.All(c.Operands.Select(f => Rewrite(f, change))),
        Disjunction d => Formula.Any(d.Operands.Select(f => Rewrite(f, change))),
        _ => formula,
    };
}
