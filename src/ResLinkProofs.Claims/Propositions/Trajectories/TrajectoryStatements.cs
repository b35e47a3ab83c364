using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>
/// Writes what a trajectory proposition says of certain starts, without noise, as a closed statement
/// about a recurrence, on which the kernel can confirm a violation.
/// </summary>
internal static class TrajectoryStatements
{
    // Beyond this a step of the closed forms is too many terms to be enclosed over and over.
    private const int LargestMatrix = 3;

    /// <summary>The variables of <see cref="Uniform"/>: the eigenvalues of W_0 and of W*.</summary>
    public static IReadOnlyList<string> UniformNames { get; } = ["λ", "μ", "λ*", "μ*"];

    /// <summary>Over pairs W = lambda (I - P) + mu P of equal neurons; null where some observable has no closed form on them.</summary>
    public static RecurrenceStatement? Uniform(TrajectoryProposition proposition, int dimension)
    {
        if (dimension < 2 || !All(proposition, o => o.ExpandUniform is not null))
        {
            return null;
        }

        Term[] teacher = [Term.Variable(UniformNames[2]), Term.Variable(UniformNames[3])];
        return Create(
            proposition,
            dimension,
            UniformNames,
            [],
            state => new SymbolicUniformPair(
                dimension, state[0], state[1], teacher[0], teacher[1], new SymbolicActivation(proposition.Family.Starts.NegativeSlope)),
            pair => [pair.GradientBulk, pair.GradientMean],
            (observable, pair) => observable.ExpandUniform!(pair));
    }

    /// <summary>Over the entries of W_0 and W*; null in dimensions that are too large.</summary>
    public static RecurrenceStatement? Matrices(TrajectoryProposition proposition, int dimension)
    {
        NetworkDomain starts = proposition.Family.Starts;
        if (dimension > LargestMatrix || !All(proposition, o => dimension <= o.LargestExpandedDimension))
        {
            return null;
        }

        Term[,] teacher = SymbolicMatrix.Variables(SymbolicTeacherStudent.MatrixNames[1], dimension);
        return Create(
            proposition,
            dimension,
            SymbolicTeacherStudent.VariableNames(dimension),
            [.. SymbolicTeacherStudent.MatrixNames.Select(
                name => new SpectralBound(name, SymbolicMatrix.EntryNames(name, dimension), starts.Radius!.Value))],
            state => new SymbolicTeacherStudent(Square(state, dimension), teacher, starts.NegativeSlope),
            pair => [.. Enumerable.Range(0, dimension * dimension).Select(k => pair.ScaledGradient(k / dimension, k % dimension))],
            (observable, pair) => observable.Expand(pair));
    }

    // The variables are those of W_0, then those of W*; the components are as many as the variables of W_0.
    private static RecurrenceStatement Create<TPair>(
        TrajectoryProposition proposition,
        int dimension,
        IReadOnlyList<string> variables,
        IReadOnlyList<SpectralBound> bounds,
        Func<Term[], TPair> pairAt,
        Func<TPair, Term[]> scaledGradientOf,
        Func<NetworkObservable, TPair, Term> expand)
    {
        DescentFamily family = proposition.Family;
        string[] starts = [.. variables.Take(variables.Count / 2)];
        Term[] start = Variables(""), now = Variables("(t)"), before = Variables("(t-1)");
        Term step = family.StepSize(dimension), along = family.GradientFactor == Term.Pi ? step : step * family.GradientFactor / Term.Pi;
        TPair present = pairAt(now);
        Term[] field = scaledGradientOf(present);
        TrajectorySymbols symbols = proposition.Symbols;
        var meanings = new Dictionary<string, Term>(StringComparer.Ordinal)
        {
            [TrajectorySymbols.DimensionName] = dimension,
            [TrajectorySymbols.StepSizeName] = step,
        };
        Define(symbols.Start, pairAt(start));
        Define(symbols.Now, present);
        Define(symbols.Before, pairAt(before));

        Rational radius = family.Starts.Radius!.Value;
        int last = family.Steps(dimension);
        return new RecurrenceStatement(
            [.. variables.Select(name => new RealVariable(name, -radius, radius))],
            Substitution.Apply(proposition.Hypothesis, meanings),
            [.. starts.Select((name, k) => new RecurrenceComponent(name + "(t)", name + "(t-1)", start[k], now[k] + (along * field[k])))],
            proposition.Scope == TrajectoryScope.LastStep ? last : 1,
            last,
            Substitution.Apply(proposition.Conclusion, meanings),
            bounds);

        Term[] Variables(string mark) => [.. starts.Select(name => Term.Variable(name + mark))];

        void Define(PointSymbols point, TPair pair)
        {
            foreach (NetworkObservable observable in point.Observables)
            {
                meanings.Add(point.NameOf(observable), expand(observable, pair));
            }
        }
    }

    private static bool All(TrajectoryProposition proposition, Func<NetworkObservable, bool> condition) =>
        new[] { proposition.Symbols.Start, proposition.Symbols.Before, proposition.Symbols.Now }
            .All(point => point.Observables.All(condition));

    private static Term[,] Square(Term[] entries, int dimension)
    {
        var square = new Term[dimension, dimension];
        for (int k = 0; k < entries.Length; k++)
        {
            square[k / dimension, k % dimension] = entries[k];
        }

        return square;
    }
}
