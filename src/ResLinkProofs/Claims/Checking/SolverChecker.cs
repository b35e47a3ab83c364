using System.Globalization;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Statements;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// A second opinion from an SMT solver: on the whole domain where the statement is algebraic enough, else at sampled points and on
/// boxes grown around some of them. What a solver says is evidence and never a proof; its models count when the kernel confirms them.
/// </summary>
public sealed class SolverChecker : IChecker
{
    private const int LargestNetwork = 2;
    private const int MostVariables = 8;
    private const int GrownPoints = 2;
    private const int Doublings = 4;
    private const int PatienceAtPoints = 3;

    // Z3's own work limit does not stop every nonlinear query; this one stops the process and concludes nothing.
    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(3);
    private readonly Lazy<(ISmtSolver? Solver, string Remedy)> _solver;

    /// <summary>A checker with a solver that is opened when it is first needed.</summary>
    /// <param name="open">Opens the solver, or throws <see cref="SolverUnavailableException"/> with the remedy.</param>
    public SolverChecker(Func<ISmtSolver> open) => _solver = new(() =>
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
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        if (claim.Proposition is not SearchableProposition proposition || budget.SolverPoints == 0)
        {
            return [];
        }

        return _solver.Value is { Solver: { } solver }
            ? [new Consultation(solver, proposition, budget, seed).Run()]
            : [Evidence.OfNothing("solver", _solver.Value.Remedy)];
    }

    /// <summary>All questions about one claim.</summary>
    private sealed class Consultation(ISmtSolver solver, SearchableProposition proposition, Budget budget, ulong seed)
    {
        private readonly SolverLimits _limits = new(budget.SolverWork, Wall);
        private long _queries;
        private long _points;
        private long _tried;
        private long _wholeDomains;
        private double _largestFraction;
        private string _obstacle = "";
        private string _script = "";

        public Evidence Run()
        {
            int[] sizes = proposition is NetworkProposition ? [.. proposition.Sizes.Where(d => d <= LargestNetwork)] : [.. proposition.Sizes];
            foreach (int size in sizes)
            {
                Instance instance = proposition.At(size);
                if (instance.Statement is not { } statement)
                {
                    continue;
                }

                ConfirmedWitness? witness;
                try
                {
                    witness = AskWhole(statement) ?? AskAtPoints(instance, statement, budget.SolverPoints / sizes.Length);
                }
                catch (ArgumentException e)
                {
                    _obstacle = e.Message; // a power too large to be written out, or an unbounded range
                    continue;
                }

                if (witness is not null)
                {
                    return Evidence.OfRefutation(solver.Name, witness, instance.Describe(witness.Point)) with { Work = Work() };
                }
            }

            return Summarise(sizes.Length) with { Work = Work() };
        }

        private ConfirmedWitness? AskWhole(Statement statement)
        {
            Smt.Writing.SmtQuery violation = StatementQuery.Violation(statement);
            if (!violation.IsExact || statement.Variables.Count > MostVariables)
            {
                return null; // enclosures of transcendental terms over the whole domain say next to nothing
            }

            SmtJudgement judgement = Ask(violation);
            if (judgement.Finding == SmtFinding.NoSolution)
            {
                _wholeDomains++;
                _script = judgement.Script;
                if (Ask(StatementQuery.Hypotheses(statement)).Finding == SmtFinding.NoSolution)
                {
                    _obstacle = "it also says that nothing satisfies the hypotheses";
                }
            }

            return judgement.Finding == SmtFinding.Solution ? ConfirmedWitness.TryConfirm(statement, judgement.Point) : null;
        }

        private ConfirmedWitness? AskAtPoints(Instance instance, Statement statement, int points)
        {
            if (_wholeDomains > 0)
            {
                return null; // the solver has decided a whole domain of this family
            }

            var stream = new RandomStream(seed, (ulong)(9000 + instance.Size));
            double[] point = new double[instance.CoordinateCount];
            int certifiedHere = 0, failures = 0;
            for (int k = 0; k < points; k++)
            {
                instance.Sample(stream, point);
                instance.Project(point);
                if (Round(statement, point) is not { } rounded || !instance.Measure(point).IsAdmissible)
                {
                    continue;
                }

                _tried++;
                CertifiedRegion region = RegionGrowth.Grow(solver, statement, rounded, certifiedHere < GrownPoints ? Doublings : 0, _limits);
                _queries += region.Queries;
                if (region.Witness is { } witness)
                {
                    return witness;
                }

                if (region.Box.Count > 0)
                {
                    certifiedHere++;
                    _points++;
                    _largestFraction = Math.Max(_largestFraction, region.Fraction);
                }
                else
                {
                    _obstacle = region.Last.Reason;
                    if (++failures >= PatienceAtPoints)
                    {
                        break;
                    }
                }
            }

            return null;
        }

        // A point with few digits, inside every range: algebraic numbers over long rationals cost a solver dearly.
        private static Rational[]? Round(Statement statement, double[] point)
        {
            var rounded = new Rational[point.Length];
            for (int i = 0; i < point.Length; i++)
            {
                RealVariable variable = statement.Variables[i];
                if (variable.Lower is not { } lower || variable.Upper is not { } upper)
                {
                    return null;
                }

                const int Steps = 1 << 12;
                Rational grid = (upper - lower) / Steps;
                Rational value = grid.Sign == 0 ? lower : lower + (grid * Rational.Floor((Rational.FromDouble(point[i]) - lower) / grid));
                rounded[i] = Rational.Max(lower, Rational.Min(upper, value));
            }

            return rounded;
        }

        private SmtJudgement Ask(Smt.Writing.SmtQuery query)
        {
            _queries++;
            SmtJudgement judgement = SmtJudge.Ask(solver, query, _limits);
            _obstacle = judgement.Finding is SmtFinding.Inconclusive or SmtFinding.FalseModel ? judgement.Reason : _obstacle;
            return judgement;
        }

        private Evidence Summarise(int sizes)
        {
            if (_wholeDomains > 0 && _wholeDomains == sizes)
            {
                return Evidence.OfDenial(solver.Name, $"no violation on the whole domain ({solver.Version}{(_obstacle.Length > 0 ? "; " + _obstacle : "")})", _script);
            }

            return _points > 0
                ? Evidence.OfSupport(solver.Name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"no violation at {_points} of {_tried} points, largest box {_largestFraction:G2} of the domain ({solver.Version})"))
                : Evidence.OfNothing(solver.Name, _obstacle.Length > 0 ? _obstacle : "no point could be asked about");
        }

        private IReadOnlyList<(string Unit, long Amount)> Work() =>
            [("queries", _queries), ("certified points", _points), ("certified domains", _wholeDomains)];
    }
}
