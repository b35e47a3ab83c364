using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Proving;

/// <summary>
/// Encloses the least value of a term under conditions by questions to the prover: "the term is at least c" is proved, which bounds
/// the optimum from below, or refuted by a point, which bounds it from above. The c are chosen by bisection. Nothing else is trusted.
/// </summary>
public static class Optimiser
{
    /// <summary>The width that is asked for by default, relative to the larger of 1 and the optimum.</summary>
    public const double DefaultWidth = 1e-6;

    private const int MostQuestions = 200;
    private const int MostFailures = 4;

    /// <summary>Encloses the least value.</summary>
    /// <param name="conditions">A statement whose counterexamples are the points that satisfy the conditions.</param>
    /// <param name="objective">The term; it is left out where it has no value.</param>
    /// <param name="width">The width of the enclosure that is wanted, relative to the larger of 1 and
    /// the optimum's magnitude; above 0.</param>
    /// <param name="budget">How much work it may take, over all questions; the default budget when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0.</exception>
    public static OptimumOutcome Minimise(Statement conditions, Term objective, double width = DefaultWidth, ProofBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(objective);
        if (!(width > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width must be above 0.");
        }

        return new Search(conditions, objective, width, budget ?? new ProofBudget()).Run();
    }

    private sealed class Search(Statement conditions, Term objective, double width, ProofBudget budget)
    {
        private Rational[]? _place;
        private Rational _upper;
        private Rational? _lower;
        private AcceptedCertificate? _proof;
        private long _boxes;

        public OptimumOutcome Run()
        {
            // At a point where the comparison with zero is decided, one way or the other, the term has a value.
            switch (Ask(!((objective >= 0) | (objective < 0))))
            {
                case Proved:
                    return Empty();
                case Inconclusive open:
                    return new NoOptimum($"no point was found that satisfies the conditions: {open.Reason}", _boxes);
            }

            Enclose();
            return new Optimum(_lower, _upper, _place!, _proof, IsNarrow(), _boxes);
        }

        // Without the term there may still be points, at which it has no value.
        private OptimumOutcome Empty() => Prover.Prove(conditions, budget) switch
        {
            Proved none => new Infeasible(none.Proof, _boxes + none.Boxes),
            ProofOutcome other => new NoOptimum("the objective has no value where the conditions hold", _boxes + other.Boxes),
        };

        private void Enclose()
        {
            Rational step = Scale();
            int failures = 0;
            for (int questions = 0;
                questions < MostQuestions && _boxes < budget.Boxes && !IsNarrow() && failures < MostFailures;
                questions++)
            {
                // Near the point that is known a bound is hard to prove: after a failure a lower one is tried.
                Rational share = new(1, 2 << failures);
                Rational target = Short(_lower is { } low ? low + ((_upper - low) * share) : _upper - step);
                switch (Ask(objective >= Term.Literal(target)))
                {
                    case Proved proved:
                        (_lower, _proof, failures) = (target, proved.Proof, 0);
                        break;
                    case Refuted:
                        failures = 0;
                        step *= 4;
                        break;
                    default:
                        failures++;
                        step *= 4;
                        break;
                }
            }
        }

        private bool IsNarrow() => _lower is { } low && (_upper - low).ToDouble() <= width * Scale().ToDouble();

        private Rational Scale() => Rational.Max(Rational.One, Rational.Abs(_upper));

        // Asks whether the conditions imply a formula; keeps the point when they do not.
        private ProofOutcome Ask(Formula formula)
        {
            var statement = new Statement(
                conditions.Variables, conditions.Hypothesis & !conditions.Conclusion, formula, conditions.MatrixBounds);
            ProofOutcome outcome = Prover.Prove(statement, budget with { Boxes = Math.Max(1, (budget.Boxes - _boxes) / 3) });
            _boxes += outcome.Boxes;
            if (outcome is Refuted refuted)
            {
                (Rational? exact, Interval enclosure) = SmtValues.At(objective, conditions.VariableNames, refuted.Witness.Point);
                if (exact is null && !double.IsFinite(enclosure.Upper))
                {
                    return new Inconclusive("the objective is unbounded to the enclosure at a point", [], double.NaN, 0, outcome.Boxes);
                }

                Rational value = exact ?? Rational.FromDouble(enclosure.Upper);
                if (_place is null || value < _upper)
                {
                    (_place, _upper) = ([.. refuted.Witness.Point], value);
                }
            }

            return outcome;
        }

        // A double: bounds with few digits make short certificates. It lies between the bounds, or the bisection has come to its end.
        private Rational Short(Rational target)
        {
            var rounded = Rational.FromDouble(target.ToDouble());
            return (_lower is null || rounded > _lower) && rounded < _upper ? rounded : target;
        }
    }
}
