using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Testing.Matrices;

namespace ResLinkProofs.Kernel.Tests.Derivations;

/// <summary>Matrices to apply rules to, the facts that were shown so far, and worlds in which facts are tried out.</summary>
internal sealed class Workbench
{
    private readonly List<Fact> _facts = [];

    public static MatrixTerm X { get; } = MatrixTerm.Variable("X", "d", "d");

    public static MatrixTerm Y { get; } = MatrixTerm.Variable("Y", "d", "d");

    public static MatrixTerm I { get; } = MatrixTerm.Identity("d");

    /// <summary>Not square.</summary>
    public static MatrixTerm V { get; } = MatrixTerm.Variable("V", "n", "d");

    public static MatrixTerm A { get; } = MatrixTerm.Variable("a", "n", "1");

    public static MatrixTerm B { get; } = MatrixTerm.Variable("b", "n", "1");

    public static MatrixTerm C { get; } = MatrixTerm.Variable("c", "n", "1");

    /// <summary>Hypotheses: |X| at most 1, |Y| at most 1/2, tr X = 0, |Y| above 0.</summary>
    public static Theorem Assumed { get; } = new(
        [At(1 >= Fact.Norm(X)), At(Term.Ratio(1, 2) >= Fact.Norm(Y)), At(Fact.Inner(I, X).EqualTo(0)), At(Fact.Norm(Y) > 0)], At(Fact.Norm(X) >= 0));

    public IReadOnlyList<Fact> Facts => _facts;

    public static Atom At(Formula formula) => (Atom)formula;

    public static DerivationPart Part(Rational weight, params MatrixTerm[] matrices) => new(weight, Term.One, matrices, []);

    public static DerivationPart Part(Rational weight, Term factor, params int[] premises) => new(weight, factor, [], premises);

    public static DerivationPart With(Rational weight, Term factor, params MatrixTerm[] matrices) => new(weight, factor, matrices, []);

    /// <summary>Adds a fact and gives its number.</summary>
    public int Add(DerivationStep step)
    {
        _facts.Add(DerivationChecker.Show(Assumed, _facts, step));
        return _facts.Count - 1;
    }

    /// <summary>Assumes a fact and gives its number.</summary>
    public int Assume(Fact fact)
    {
        _facts.Add(fact);
        return _facts.Count - 1;
    }

    /// <summary>What a step shows; null when it is no instance of its rule.</summary>
    public Fact? Try(DerivationStep step)
    {
        try
        {
            return DerivationChecker.Show(Assumed, _facts, step);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public static DerivationStep Combine(Scope scope, Formula goal, params DerivationPart[] parts) => Sized(new(Rule.Combine, scope) { Terms = [At(goal).Difference], Relation = At(goal).Relation, Parts = parts });

    public static DerivationStep Sized(DerivationStep step) => step.Scope == Scope.Whole ? step : step with { Rows = "d", Columns = "d" };

    /// <summary>The least margin of a fact in random worlds in which the hypotheses hold, relative to the size of its terms.</summary>
    public static double Attack(Fact fact, int worlds = 200)
    {
        double worst = double.PositiveInfinity;
        for (int seed = 0; seed < worlds; seed++)
        {
            var random = new Random(seed);
            var world = new MatrixWorld(new() { ["d"] = 1 + (seed % 4), ["n"] = 1 + (seed / 4 % 3) }, (name, rows, columns) => Random(random, name, rows, columns));
            worst = Math.Min(worst, world.Margin(fact));
        }

        return worst;
    }

    // X has trace 0 and norm at most 1, Y norm at most 1/2; some are of rank one, where norms and sums of squares agree.
    private static double[,] Random(Random random, string name, int rows, int columns)
    {
        var x = new double[rows, columns];
        bool rankOne = random.Next(3) == 0;
        double[] u = [.. Enumerable.Range(0, rows).Select(_ => (2 * random.NextDouble()) - 1)], v = [.. Enumerable.Range(0, columns).Select(_ => (2 * random.NextDouble()) - 1)];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                x[i, j] = rankOne ? u[i] * v[j] : (2 * random.NextDouble()) - 1;
            }
        }

        if (name == "X")
        {
            double trace = Enumerable.Range(0, rows).Sum(i => x[i, i]) / rows;
            for (int i = 0; i < rows; i++)
            {
                x[i, i] -= trace;
            }
        }

        double norm = MatrixWorld.SpectralNorm(x), most = name == "Y" ? 0.5 : name == "X" ? 1 : norm;
        for (int i = 0; i < rows && norm > 0; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                x[i, j] *= most / norm * (random.Next(4) == 0 ? 1 : 1 - 1e-9);
            }
        }

        return x;
    }
}
