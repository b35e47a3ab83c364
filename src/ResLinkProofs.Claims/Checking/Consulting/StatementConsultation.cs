using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Statements;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>All questions about one statement: its whole domain where that is easy, then points, then boxes around some of them.</summary>
internal sealed class StatementConsultation(QueryCounter solver, Instance instance, Budget budget, int wanted, long characters, ulong seed)
{
    // Beyond this many unknowns a complete procedure for polynomials does not end in reasonable time, nor heed its work limit.
    private const int MostUnknowns = 7;
    private const int DrawsPerPoint = 100;

    // The part of the text that is kept for boxes.
    private const int BoxShare = 5;

    // A polynomial question that is not answered with a fraction of the work is not answered at all.
    private const int WorkOfWhole = 4;

    // Work limits decide. This only stops what has lost its way, and then nothing is concluded.
    private static readonly TimeSpan Wall = TimeSpan.FromMinutes(1);
    private readonly Statement _statement = instance.Statement!;

    /// <summary>What one query about regions may cost.</summary>
    private SolverLimits Limits => new(budget.SolverWork, Wall);

    /// <summary>The points about which was asked.</summary>
    public int AskedPoints { get; private set; }

    /// <summary>The points that were certified.</summary>
    public int CertifiedPoints { get; private set; }

    /// <summary>The boxes that were certified.</summary>
    public int CertifiedBoxes { get; private set; }

    /// <summary>The share of the domain of the largest of them.</summary>
    public double LargestShare { get; private set; }

    /// <summary>The question whose answer certified the whole domain; null when it was not.</summary>
    public string? DomainScript { get; private set; }

    /// <summary>The characters of all questions about points and boxes.</summary>
    public long Characters { get; private set; }

    /// <summary>The model of a violation on the whole domain that exact arithmetic did not confirm; empty for none.</summary>
    public string Suspicion { get; private set; } = "";

    /// <summary>What stood in the way of more; empty for nothing.</summary>
    public string Obstacle { get; private set; } = "";

    /// <summary>Asks everything.</summary>
    /// <returns>A violation that was come upon and confirmed, or null.</returns>
    /// <exception cref="EngineDisagreementException">The solver denies what the kernel has confirmed.</exception>
    public ConfirmedWitness? Run()
    {
        var violation = CompiledFormula.Compile(_statement.VariableNames, _statement.Hypothesis & !_statement.Conclusion);
        var points = new AdmissiblePoints(instance, seed);
        int draws = DrawsPerPoint * wanted;
        var regions = new List<Region>();
        ConfirmedPoint? admissible = null;
        while (regions.Count < wanted && points.Next(ref draws) is { } point)
        {
            admissible ??= point;
            Truth truth = violation.DecideAt(point.Point);
            if (truth == Truth.True && ConfirmedWitness.TryConfirm(_statement, point.Point) is { } sampled)
            {
                return sampled;
            }

            if (truth == Truth.False)
            {
                regions.Add(Region.Point(point.Point));
            }
        }

        if (AskWhole(admissible) is { } modelled)
        {
            return modelled;
        }

        AskRegions(violation, regions);
        return null;
    }

    private ConfirmedWitness? AskWhole(ConfirmedPoint? admissible)
    {
        if (WholeQuery() is not { } query)
        {
            return null;
        }

        SmtJudgement judgement = solver.Ask(query, new SolverLimits(Math.Max(1, budget.SolverWork / WorkOfWhole), Wall));
        if (judgement.Finding == SmtFinding.NoSolution)
        {
            DomainScript = judgement.Script;
            if (admissible is not null
                && solver.Ask(StatementQuery.Hypotheses(_statement), Limits) is { Finding: SmtFinding.NoSolution } denied)
            {
                throw new EngineDisagreementException(
                    $"{solver.Name} says that nothing meets the hypotheses, and the kernel has confirmed {admissible}.", denied.Script);
            }
        }
        else if (judgement.Finding != SmtFinding.Solution)
        {
            Obstacle = judgement.Reason;
            Suspicion = judgement.Finding == SmtFinding.UnconfirmedModel ? judgement.Reason : "";
        }

        return judgement.Finding == SmtFinding.Solution ? ConfirmedWitness.TryConfirm(_statement, judgement.Point) : null;
    }

    // Enclosures of transcendental terms over a whole domain say next to nothing.
    private SmtQuery? WholeQuery()
    {
        if (_statement.Variables.Count > MostUnknowns)
        {
            return null;
        }

        try
        {
            SmtQuery query = StatementQuery.Violation(_statement);
            return query.IsExact && query.Unknowns <= MostUnknowns ? query : null;
        }
        catch (ArgumentException e)
        {
            Obstacle = e.Message; // a power too large to be written out
            return null;
        }
    }

    private void AskRegions(CompiledFormula violation, List<Region> regions)
    {
        if (regions.Count == 0)
        {
            Obstacle = Obstacle.Length > 0 ? Obstacle : "enclosures decide at no sampled point that meets the hypotheses";
            return;
        }

        var certifier = new RegionCertifier(solver, violation, Limits);
        IReadOnlyList<Region> certified = certifier.Certify(regions, characters - (characters / BoxShare));
        AskedPoints = certifier.Asked;
        CertifiedPoints = certified.Count;
        Obstacle = certifier.Obstacle.Length > 0 ? certifier.Obstacle : Obstacle;
        Characters = certifier.Characters;
        if (certified.Count == 0)
        {
            return;
        }

        CheckConsistency(certified[0]);
        if (DomainScript is null)
        {
            IReadOnlyList<double> shares =
                new BoxGrowth(_statement, violation, certifier).Grow([.. certified.Take(budget.SolverBoxes)], characters / BoxShare);
            CertifiedBoxes = shares.Count;
            LargestShare = shares.DefaultIfEmpty().Max();
        }

        Characters = certifier.Characters;
    }

    // Positive control: where a violation is denied, its absence must not be denied as well.
    private void CheckConsistency(Region region)
    {
        var absence = CompiledFormula.Compile(_statement.VariableNames, !(_statement.Hypothesis & !_statement.Conclusion));
        if (solver.Ask(RegionQuery.SomewhereIn(absence, [region]), Limits) is { Finding: SmtFinding.NoSolution } denied)
        {
            throw new EngineDisagreementException(
                $"{solver.Name} denies both a violation and its absence at {instance.Describe(region.Lower)}, "
                    + "where the kernel has confirmed its absence.", denied.Script);
        }
    }
}
