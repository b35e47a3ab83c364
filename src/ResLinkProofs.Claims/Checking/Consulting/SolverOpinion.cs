using System.Globalization;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>
/// A second opinion from an SMT solver. Where a claim is refuted, the solver is to confirm the
/// witness; elsewhere it is asked whether there is a violation on the whole domain, at points and in
/// boxes. What it says is evidence and never a proof; its models count when the kernel confirms them.
/// </summary>
public sealed class SolverOpinion : ISecondOpinion
{
    private const int LargestNetwork = 3;
    private readonly Lazy<(ISmtSolver? Solver, string Remedy)> _solver;

    /// <summary>An opinion from a solver that is opened when it is first needed.</summary>
    /// <param name="open">Opens the solver, or throws <see cref="SolverUnavailableException"/> with the remedy.</param>
    public SolverOpinion(Func<ISmtSolver> open) => _solver = new(() =>
    {
        try
        {
            return (open(), "");
        }
        catch (SolverUnavailableException e)
        {
            return (null, e.Message);
        }
    });

    /// <inheritdoc/>
    public string? Identity => _solver.Value.Solver is { } solver ? $"{solver.Name}: {solver.Version}" : null;

    /// <inheritdoc/>
    public IEnumerable<Evidence> Consult(Claim claim, IReadOnlyList<Evidence> evidence, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(budget);
        if (claim.Proposition is not SearchableProposition proposition || budget.SolverPoints == 0)
        {
            return [];
        }

        if (_solver.Value is not { Solver: { } solver })
        {
            return [Evidence.OfNothing("solver", _solver.Value.Remedy)];
        }

        var counter = new QueryCounter(solver);
        Evidence? refutation = evidence.FirstOrDefault(e => e.Finding == Finding.Refutation);
        return refutation switch
        {
            null => [Certify(
                counter, proposition, budget, seed, evidence.Any(e => e.Finding is Finding.Proof or Finding.Vacuity))],
            { Refutation: ConfirmedWitness witness } =>
                [Confirm(counter, witness, refutation.Witness!, new SolverLimits(budget.SolverWork, TimeSpan.FromMinutes(1)))],
            _ => [],
        };
    }

    private static Evidence Confirm(QueryCounter solver, ConfirmedWitness witness, string description, SolverLimits limits)
    {
        Statement statement = witness.Statement;
        Region[] point = [Region.Point(witness.Point)];
        var violation = CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis & !statement.Conclusion);
        var absence = CompiledFormula.Compile(statement.VariableNames, !(statement.Hypothesis & !statement.Conclusion));
        SmtJudgement present = solver.Ask(RegionQuery.SomewhereIn(violation, point), limits);
        SmtJudgement absent = solver.Ask(RegionQuery.SomewhereIn(absence, point), limits);
        Evidence evidence = present.Finding == SmtFinding.NoSolution
            ? Evidence.OfDenial(solver.Name, $"no violation at {description} ({solver.Version})", present.Script)
            : absent.Finding == SmtFinding.NoSolution
                ? Evidence.OfRefutation(solver.Name, witness, description, $"the violation at the witness is certain ({solver.Version})")
                : Evidence.OfNothing(solver.Name, $"the enclosures at the witness do not settle it ({solver.Version})");
        return evidence with { Solver = Figures(solver, []), Work = [("queries", solver.Queries)] };
    }

    private static Evidence Certify(
        QueryCounter solver, SearchableProposition proposition, Budget budget, ulong seed, bool isProved)
    {
        bool isNetwork = proposition is NetworkProposition;
        Instance[] instances =
        [
            .. proposition.Sizes.Where(size => !isNetwork || size <= LargestNetwork)
                .Select(proposition.At).Where(i => i.Statement is not null),
        ];
        var done = new List<StatementConsultation>();

        // Networks: the smallest first, since their texts are short and leave the rest to the largest. Families:
        // the largest first, so that smaller sizes make up for the points that its text is too long for.
        long characters = 0;
        foreach (Instance instance in isNetwork ? instances : instances.Reverse())
        {
            int left = instances.Length - done.Count;
            int wanted = isNetwork
                ? budget.SolverPoints / Math.Min(2, instances.Length) // dimension 1 is a different matter: it does not count
                : (budget.SolverPoints - done.Sum(c => c.CertifiedPoints) + left - 1) / left;
            long text = (budget.SolverText - characters) / (isNetwork ? 1 : left);
            var consultation = new StatementConsultation(solver, instance, budget, Math.Max(1, wanted), Math.Max(1, text), seed);
            done.Add(consultation);
            ConfirmedWitness? witness = consultation.Run();
            characters += consultation.Characters;
            if (witness is not null)
            {
                return Evidence.OfRefutation(solver.Name, witness, instance.Describe(witness.Point)) with
                {
                    Solver = Figures(solver, done),
                    Work = Work(solver, done),
                };
            }
        }

        // Where a proof stands, a model that nobody confirms is no more than a remark.
        Evidence summary = done.Find(c => c.Suspicion.Length > 0) is { Suspicion: var suspicion } && !isProved
            ? Evidence.OfSuspicion(solver.Name, $"says that there is a violation; {suspicion} ({solver.Version})")
            : Summarise(solver, proposition, instances, done);
        return summary with { Solver = Figures(solver, done), Work = Work(solver, done) };
    }

    private static Evidence Summarise(
        QueryCounter solver, SearchableProposition proposition, Instance[] instances, List<StatementConsultation> done)
    {
        if (done.Count == 0)
        {
            return Evidence.OfNothing(solver.Name, proposition is NetworkProposition
                ? $"not asked: closed forms are written out up to {proposition.SizeName} = {LargestNetwork}, and the claim has no such size"
                : "not asked: no size of the claim is small enough to be written out");
        }

        string where = proposition.SizeName.Length == 0
            ? ""
            : $", {proposition.SizeName} = {string.Join(", ", instances.Select(i => i.Size))}";
        if (done.TrueForAll(c => c.DomainScript is not null))
        {
            return Evidence.OfDenial(solver.Name, $"no violation on the whole domain{where} ({solver.Version})", done[0].DomainScript!);
        }

        SolverFigures figures = Figures(solver, done);
        if (figures.CertifiedPoints + figures.CertifiedBoxes + figures.CertifiedDomains == 0)
        {
            return Evidence.OfNothing(solver.Name, $"{string.Join("; ", done.Select(c => c.Obstacle).Distinct())} ({solver.Version})");
        }

        string domains = figures.CertifiedDomains == 0 ? "" : $"on {figures.CertifiedDomains} of {figures.Sizes} whole domains, ";
        string boxes = figures.CertifiedBoxes == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture, $", in {figures.CertifiedBoxes} boxes, the largest {figures.LargestShare:G2} of the domain");
        return Evidence.OfSupport(
            solver.Name,
            $"no violation {domains}at {figures.CertifiedPoints} of {figures.AskedPoints} points{boxes}{where} ({solver.Version})");
    }

    private static SolverFigures Figures(QueryCounter solver, List<StatementConsultation> done) => new()
    {
        Solver = $"{solver.Name}: {solver.Version}",
        Queries = solver.Queries,
        Asked = solver.Asked,
        QuerySeconds = solver.Seconds,
        AskedPoints = done.Sum(c => c.AskedPoints),
        CertifiedPoints = done.Sum(c => c.CertifiedPoints),
        CertifiedBoxes = done.Sum(c => c.CertifiedBoxes),
        LargestShare = done.Select(c => c.DomainScript is null ? c.LargestShare : 1).DefaultIfEmpty().Max(),
        CertifiedDomains = done.Count(c => c.DomainScript is not null),
        Sizes = done.Count,
    };

    private static IReadOnlyList<(string Unit, long Amount)> Work(QueryCounter solver, List<StatementConsultation> done) =>
        [
            ("queries", solver.Queries),
            ("certified points", done.Sum(c => c.CertifiedPoints)),
            ("certified boxes", done.Sum(c => c.CertifiedBoxes)),
            ("certified domains", done.Count(c => c.DomainScript is not null)),
        ];
}
