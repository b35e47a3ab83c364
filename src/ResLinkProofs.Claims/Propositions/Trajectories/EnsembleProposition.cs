using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>
/// A statement about expectations over a random process, for several values of a parameter: a formula over E[X]
/// for the quantities X of an ensemble. Many independent runs enclose the expectations in confidence intervals.
/// </summary>
public sealed class EnsembleProposition : Proposition
{
    private readonly Func<int, Ensemble> _ensemble;
    private readonly Func<int, Formula> _conclusion;

    private EnsembleProposition(string parameter, IReadOnlyList<int> values, Func<int, Ensemble> ensemble, Func<int, Formula> conclusion) =>
        (Parameter, Values, _ensemble, _conclusion) = (parameter, values, ensemble, conclusion);

    /// <summary>The name of the parameter, e.g. <c>T</c>.</summary>
    public string Parameter { get; }

    /// <summary>The values at which the claim is tested, in increasing order.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>States a formula for every value of a parameter.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="values">The values that are tested; at least one.</param>
    /// <param name="ensemble">The process for a value.</param>
    /// <param name="conclusion">What is claimed for a value, over the expectations: the second
    /// argument maps the symbol of a quantity to its expectation.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static EnsembleProposition ForEach(
        string parameter, IEnumerable<int> values, Func<int, Ensemble> ensemble, Func<int, Func<string, Term>, Formula> conclusion)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(conclusion);
        int[] tested = [.. values];
        return tested.Length == 0
            ? throw new ArgumentException("At least one value is needed.", nameof(values))
            : new(parameter, tested, ensemble, value => conclusion(value, Expectation));
    }

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line("process", _ensemble(Values[0]).GetType().Name)
        .Line("values", $"{Parameter} {string.Join(' ', Values)}")
        .Each(Values, (text, value) => text.Formula($"conclusion at {value}", _conclusion(value)))
        .ToString();

    /// <summary>The same process with every conclusion changed.</summary>
    /// <param name="change">The change.</param>
    public EnsembleProposition Select(Func<Formula, Formula> change) =>
        new(Parameter, Values, _ensemble, value => change(_conclusion(value)));

    /// <summary>The process at one value.</summary>
    /// <param name="value">One of <see cref="Values"/>.</param>
    public Ensemble EnsembleAt(int value) => _ensemble(value);

    /// <summary>What is claimed at one value, over the names <see cref="NameOf"/>.</summary>
    /// <param name="value">One of <see cref="Values"/>.</param>
    public Formula ConclusionAt(int value) => _conclusion(value);

    /// <summary>The name of an expectation in conclusions.</summary>
    /// <param name="symbol">The symbol of the quantity.</param>
    public static string NameOf(string symbol) => $"E[{symbol}]";

    private static Term Expectation(string symbol) => Term.Variable(NameOf(symbol));
}
