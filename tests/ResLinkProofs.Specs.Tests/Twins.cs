using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Tests;

/// <summary>
/// Nearly the same claims: every comparison of the conclusion one per cent tighter, every hypothesis left out, every range wider. Which of them are
/// false tells how sharp a claim is, and which of its hypotheses it needs.
/// </summary>
internal static class Twins
{
    // Of a matrix of variables every range is widened at once.
    private const int MostRanges = 6;

    // A twin is worth a glance, not a search in every dimension.
    private const int LargestDimension = 10;

    public static IEnumerable<(string Change, Proposition Twin)> Of(Proposition proposition) => proposition switch
    {
        StatementProposition p => OfStatements(p),
        NetworkProposition p => OfNetworks(p),
        ModelProposition p => OfModels(p),
        RecurrenceProposition p => OfRecurrences(p),
        TrajectoryProposition p => OfTrajectories(p),
        EnsembleProposition p => [("conclusion 1 % tighter", p.Select(f => Conclusions(f).Aggregate(f, (g, change) => change.Of(g))))],
        NetworkGradientProposition p => [("field 1 % smaller", new NetworkGradientProposition(p.Domain, p.Field.Over(Term.Ratio(101, 100))))],
        ExperimentProposition => [], // controls of experiments are the experiments' own
        _ => throw new InvalidOperationException($"No twin is known for {proposition.GetType().Name}; add one."),
    };

    private static IEnumerable<(string Change, Proposition Twin)> OfStatements(StatementProposition p)
    {
        Statement first = p.At(p.Sizes[0]).Statement!;
        foreach ((string change, Func<Formula, Formula> of) in Conclusions(first.Conclusion))
        {
            yield return (change, p.Select(s => new Statement(s.Variables, s.Hypothesis, of(s.Conclusion), s.MatrixBounds)));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(first.Hypothesis))
        {
            yield return (change, p.Select(s => new Statement(s.Variables, of(s.Hypothesis), s.Conclusion, s.MatrixBounds)));
        }

        if (first.MatrixBounds.Count > 0)
        {
            yield return ("matrix bounds left out", p.Select(s => new Statement(s.Variables, s.Hypothesis, s.Conclusion)));
        }

        if (first.Variables.Count > MostRanges)
        {
            yield return ("all ranges wider", p.Select(s => new Statement([.. s.Variables.Select(v => Widen(v, -1)).Select(v => Widen(v, 1))], s.Hypothesis, s.Conclusion, s.MatrixBounds)));
            yield break;
        }

        for (int i = 0; i < first.Variables.Count; i++)
        {
            int index = i;
            RealVariable variable = first.Variables[i];
            foreach (int side in new[] { -1, 1 }.Where(side => (side < 0 ? variable.Lower : variable.Upper) is not null))
            {
                yield return ($"{variable.Name} {(side < 0 ? "further down" : "further up")}", p.Select(s => new Statement(
                    [.. s.Variables.Select((v, k) => k == index ? Widen(v, side) : v)], s.Hypothesis, s.Conclusion, s.MatrixBounds)));
            }
        }
    }

    private static IEnumerable<(string Change, Proposition Twin)> OfNetworks(NetworkProposition p)
    {
        NetworkDomain domain = p.Domain with { Dimensions = [.. p.Domain.Dimensions.Where((d, i) => i == 0 || d <= LargestDimension)] };
        foreach ((string change, Func<Formula, Formula> of) in Conclusions(p.Conclusion))
        {
            yield return (change, p.With(domain, p.Hypothesis, of(p.Conclusion)));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(p.Hypothesis))
        {
            yield return (change, p.With(domain, of(p.Hypothesis), p.Conclusion));
        }

        if (domain.Radius is { } radius)
        {
            yield return ("radius 10 % larger", p.With(domain with { Radius = radius * new Rational(11, 10) }, p.Hypothesis, p.Conclusion));
            yield return ("radius 1", p.With(domain with { Radius = Rational.Max(radius + radius, Rational.One) }, p.Hypothesis, p.Conclusion));
        }

        if (domain.NegativeSlopes is { } slopes)
        {
            yield return ("α ten times as far", p.With(domain with { NegativeSlopes = new(10 * slopes.Least, 10 * slopes.Largest) }, p.Hypothesis, p.Conclusion));
        }
    }

    private static IEnumerable<(string Change, Proposition Twin)> OfModels(ModelProposition p)
    {
        // An eigenvalue stands alone on its side, and a positive one is no less positive one per cent lower.
        bool isOfEigenvalues = p.Observables.Any(o => o.ToString().Contains("λm", StringComparison.Ordinal));
        foreach ((string change, Func<Formula, Formula> of) in isOfEigenvalues ? [] : Conclusions(p.Conclusion))
        {
            yield return (change, p.With(p.Hypothesis, of(p.Conclusion)));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(p.Hypothesis).Where(_ => p.Hypothesis is not Conjunction { Operands.Count: 0 }))
        {
            yield return (change, p.With(of(p.Hypothesis), p.Conclusion));
        }
    }

    private static IEnumerable<(string Change, Proposition Twin)> OfRecurrences(RecurrenceProposition p)
    {
        Recurrence r = p.Recurrence;
        foreach ((string change, Func<Formula, Formula> of) in Conclusions(r.Goal))
        {
            yield return (change, p.With(r.Given, r.EachStep, r.AtEnd, of(r.Goal)));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(r.Given))
        {
            yield return ($"given: {change}", p.With(of(r.Given), r.EachStep, r.AtEnd, r.Goal));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(r.EachStep))
        {
            yield return ($"each step: {change}", p.With(r.Given, of(r.EachStep), r.AtEnd, r.Goal));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(r.AtEnd))
        {
            yield return ($"at the end: {change}", p.With(r.Given, r.EachStep, of(r.AtEnd), r.Goal));
        }
    }

    private static IEnumerable<(string Change, Proposition Twin)> OfTrajectories(TrajectoryProposition p)
    {
        foreach ((string change, Func<Formula, Formula> of) in Conclusions(p.Conclusion))
        {
            yield return (change, p.With(p.Hypothesis, of(p.Conclusion)));
        }

        foreach ((string change, Func<Formula, Formula> of) in Hypotheses(p.Hypothesis))
        {
            yield return (change, p.With(of(p.Hypothesis), p.Conclusion));
        }
    }

    // One twin for each comparison of a conclusion; where there is one, it needs no number.
    private static IEnumerable<(string Change, Func<Formula, Formula> Of)> Conclusions(Formula conclusion)
    {
        // An equality that is a little off is plainly false: that would be no control.
        bool[] isOrder = [.. conclusion.Atoms().Select(a => a.Relation is Relation.Greater or Relation.GreaterOrEqual)];
        int count = isOrder.Length;
        foreach (int i in Enumerable.Range(0, count).Where(i => isOrder[i]).Take(MostRanges))
        {
            int index = i;
            yield return (count == 1 ? "conclusion 1 % tighter" : $"conclusion {i + 1} 1 % tighter", f => TightenOne(f, index));
        }
    }

    private static IEnumerable<(string Change, Func<Formula, Formula> Of)> Hypotheses(Formula hypothesis)
    {
        IReadOnlyList<Formula> parts = hypothesis is Conjunction all ? all.Operands : [hypothesis];
        for (int i = 0; i < parts.Count; i++)
        {
            int index = i;
            string text = parts[i].ToString();
            yield return ($"without {(text.Length <= 60 ? text : $"hypothesis {i + 1}")}", f => f is Conjunction c ? Formula.All(c.Operands.Where((_, k) => k != index)) : Formula.True);
        }
    }

    private static Formula TightenOne(Formula formula, int index)
    {
        int seen = 0;
        return Rewrite(formula, atom => seen++ == index ? Tighten(atom) : atom);
    }

    private static Formula Tighten(Atom atom)
    {
        Term left = atom.Left - (Term.Abs(atom.Left) / 100);
        // Where nothing is on the left, the right side has to move.
        return atom.Relation switch
        {
            Relation.GreaterOrEqual => atom.Left.IsZero ? atom.Left >= atom.Right + (Term.Abs(atom.Right) / 100) : left >= atom.Right,
            _ => atom.Left.IsZero ? atom.Left > atom.Right + (Term.Abs(atom.Right) / 100) : left > atom.Right,
        };
    }

    private static RealVariable Widen(RealVariable variable, int side)
    {
        Rational by = variable is { Lower: { } low, Upper: { } high } ? Rational.Max((high - low) / 2, new Rational(1, 100))
            : 1 + Rational.Abs(variable.Lower ?? variable.Upper ?? Rational.Zero);
        return side < 0
            ? new(variable.Name, variable.Lower is { } lower ? lower - by : null, variable.Upper)
            : new(variable.Name, variable.Lower, variable.Upper is { } upper ? upper + by : null);
    }

    private static Formula Rewrite(Formula formula, Func<Atom, Formula> change) => formula switch
    {
        Atom atom => change(atom),
        Conjunction c => Formula.All([.. c.Operands.Select(f => Rewrite(f, change))]),
        Disjunction d => Formula.Any([.. d.Operands.Select(f => Rewrite(f, change))]),
        _ => formula,
    };
}
