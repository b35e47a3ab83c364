using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Tapes;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Ten thousand random formulas: what is proved must survive points, and what is refuted must be refuted exactly.</summary>
public sealed class RandomFormulaTests
{
    private const int Formulas = 10_000;
    private const int PointsPerFormula = 1_000;

    [Fact]
    public void Proved_formulas_are_not_violated_and_witnesses_confirm()
    {
        int proved = 0, refuted = 0, violated = 0, unconfirmed = 0, suspicious = 0;
        Parallel.For(0, Formulas, seed =>
        {
            var random = new RandomTerms(seed, 1 + (seed % 3));
            Statement statement = RandomStatement(random);
            switch (Prover.Prove(statement, new ProofBudget { Boxes = 40 }))
            {
                case Proved:
                    Interlocked.Increment(ref proved);
                    (int near, int wrong) = Violations(statement, random);
                    Interlocked.Add(ref suspicious, near);
                    Interlocked.Add(ref violated, wrong);
                    break;
                case Refuted r:
                    Interlocked.Increment(ref refuted);
                    Interlocked.Add(ref unconfirmed, ConfirmedWitness.TryConfirm(statement, r.Witness.Point) is null || !FailsInDoubles(statement, r.Witness.Point) ? 1 : 0);
                    break;
            }
        });
        Assert.Equal(0, violated);
        Assert.Equal(0, unconfirmed);
        Assert.True(proved > 2500 && refuted > 2500, $"{proved} proved, {refuted} refuted");
    }

    [Fact]
    public void The_check_of_points_notices_formulas_that_are_false()
    {
        int noticed = 0, refuted = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new RandomTerms(seed, 1 + (seed % 3));
            Statement statement = RandomStatement(random);
            if (Prover.Prove(statement, new ProofBudget { Boxes = 40 }) is Refuted)
            {
                refuted++;
                noticed += Violations(statement, random).Wrong > 0 ? 1 : 0;
            }
        }

        Assert.True(noticed > refuted / 2, $"{noticed} of {refuted} noticed");
    }

    private static Statement RandomStatement(RandomTerms random)
    {
        Interval[] box = random.Box();
        RealVariable[] variables = [.. box.Select((b, i) => new RealVariable(
            random.Names[i],
            new Rational(Rational.Floor(Rational.FromDouble(b.Lower) * 1000), 1000),
            new Rational(Rational.Floor(Rational.FromDouble(b.Upper) * 1000) + 1, 1000)))];
        Formula conclusion = RandomFormula(random, variables, 2);
        Formula hypothesis = random.Below(3) == 0 ? RandomFormula(random, variables, 1) : Formula.True;
        return new Statement(variables, hypothesis, conclusion);
    }

    private static Formula RandomFormula(RandomTerms random, RealVariable[] variables, int depth)
    {
        if (depth > 0 && random.Below(3) == 0)
        {
            Formula left = RandomFormula(random, variables, depth - 1), right = RandomFormula(random, variables, depth - 1);
            return random.Below(2) == 0 ? left & right : left | right;
        }

        Term term = random.Term(3);
        // A threshold near a value of the term makes true and false formulas about equally likely.
        Rational threshold = Threshold(term, variables, random);
        return random.Below(8) switch
        {
            0 => term.NotEqualTo(threshold),
            1 or 2 => term > threshold,
            3 => term < threshold,
            4 => !(term <= threshold),
            5 => term.EqualTo(threshold),
            _ => term >= threshold,
        };
    }

    private static Rational Threshold(Term term, RealVariable[] variables, RandomTerms random)
    {
        Tape tape = Tape.Compile([.. variables.Select(v => v.Name)], [term]);
        double[] point = [.. variables.Select(v => random.Real(v.Lower!.Value.ToDouble(), v.Upper!.Value.ToDouble()))];
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, point, slots);
        double value = slots[tape.Outputs[0]];
        double shifted = value + random.Real(-1, 0.6);
        return double.IsFinite(shifted) && Math.Abs(shifted) < 1e6 ? new Rational((long)(shifted * 1024), 1024) : Rational.Zero;
    }

    // Points in doubles, by the functions of the platform; what looks violated is decided exactly or by enclosures.
    private static (int Near, int Wrong) Violations(Statement statement, RandomTerms random)
    {
        var conclusion = new FormulaEvaluation(statement.VariableNames, [(statement.Conclusion, MarginScale.Difference)]);
        double[] margin = new double[1];
        double[] point = new double[statement.Variables.Count];
        int near = 0, wrong = 0;
        for (int k = 0; k < PointsPerFormula; k++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                point[i] = random.Real(statement.Variables[i].Lower!.Value.ToDouble(), statement.Variables[i].Upper!.Value.ToDouble());
            }

            conclusion.Evaluate(point, margin);
            if (margin[0] < 1e-9)
            {
                near++;
                Rational[] exact = Array.ConvertAll(point, Rational.FromDouble);
                wrong += ConfirmedWitness.TryConfirm(statement, exact) is null ? 0 : 1;
                if (wrong > 0)
                {
                    break;
                }
            }
        }

        return (near, wrong);
    }

    // An independent opinion on a witness: the conclusion's margin in doubles is not clearly positive.
    private static bool FailsInDoubles(Statement statement, IReadOnlyList<Rational> point)
    {
        double[] margin = new double[1];
        new FormulaEvaluation(statement.VariableNames, [(statement.Conclusion, MarginScale.Difference)]).Evaluate([.. point.Select(p => p.ToDouble())], margin);
        return double.IsNaN(margin[0]) || margin[0] <= 1e-6;
    }
}
