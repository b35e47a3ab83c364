using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>Hands out network observables as terms while an author writes a formula, and remembers which were used.</summary>
public sealed class NetworkSymbols
{
    private readonly List<NetworkObservable> _observables = [];

    /// <summary>The observables used so far.</summary>
    public IReadOnlyList<NetworkObservable> Observables => _observables;

    /// <summary>The term that stands for an observable.</summary>
    /// <param name="observable">The observable.</param>
    public Term this[NetworkObservable observable]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(observable);
            if (!_observables.Contains(observable))
            {
                _observables.Add(observable);
            }

            return Term.Variable(observable.Symbol);
        }
    }
}

/// <summary>A statement about all teacher-student pairs of a domain, in every dimension: a formula over network observables.</summary>
public sealed class NetworkProposition : SearchableProposition
{
    private readonly NetworkSymbols _symbols = new();

    /// <summary>States that for all pairs of the domain the hypothesis implies the conclusion.</summary>
    /// <param name="domain">The pairs.</param>
    /// <param name="hypothesis">What is assumed beside the domain.</param>
    /// <param name="conclusion">What is claimed.</param>
    public NetworkProposition(NetworkDomain domain, Func<NetworkSymbols, Formula> hypothesis, Func<NetworkSymbols, Formula> conclusion)
        : base("d", domain.Dimensions)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(conclusion);
        Domain = domain;
        Hypothesis = hypothesis(_symbols);
        AssumedObservables = [.. _symbols.Observables];
        Conclusion = conclusion(_symbols);
    }

    /// <summary>The pairs.</summary>
    public NetworkDomain Domain { get; }

    /// <summary>What is assumed, over the symbols of the observables.</summary>
    public Formula Hypothesis { get; }

    /// <summary>What is claimed, over the symbols of the observables.</summary>
    public Formula Conclusion { get; }

    /// <summary>The observables in the formulas.</summary>
    public IReadOnlyList<NetworkObservable> Observables => _symbols.Observables;

    /// <summary>Observables among which are those of the hypothesis.</summary>
    internal IReadOnlyList<NetworkObservable> AssumedObservables { get; }

    /// <summary>The same observables with other formulas over their symbols.</summary>
    /// <param name="hypothesis">What is assumed.</param>
    /// <param name="conclusion">What is claimed.</param>
    public NetworkProposition With(Formula hypothesis, Formula conclusion) => With(Domain, hypothesis, conclusion);

    /// <summary>The same observables with other formulas over their symbols, of other pairs.</summary>
    /// <param name="domain">The pairs.</param>
    /// <param name="hypothesis">What is assumed.</param>
    /// <param name="conclusion">What is claimed.</param>
    public NetworkProposition With(NetworkDomain domain, Formula hypothesis, Formula conclusion) =>
        new(
            domain,
            symbols =>
            {
                foreach (NetworkObservable observable in Observables)
                {
                    _ = symbols[observable];
                }

                return hypothesis;
            },
            _ => conclusion);

    /// <summary>
    /// The same for every d at once, where the activation is ReLU, every observable has a definition
    /// over matrices, the hypothesis is a conjunction of comparisons and the conclusion is one;
    /// otherwise null. Its hypotheses are the bounds of |W|_2 and |W*|_2, then those of the proposition.
    /// </summary>
    public override Theorem? Theorem
    {
        get
        {
            IReadOnlyList<Formula> assumed = Hypothesis is Conjunction all ? all.Operands : [Hypothesis];
            if (Domain.NegativeSlope.Sign != 0 || Domain.NegativeSlopes is not null || Conclusion is not Atom conclusion
                || !assumed.All(f => f is Atom) || Observables.Any(o => o.Definition is null))
            {
                return null;
            }

            Dictionary<string, Term> definitions = Observables.ToDictionary(o => o.Symbol, o => o.Definition!);
            MatrixTerm[] matrices = Domain.Radius is null ? [] : [MatrixTeacherStudent.W, MatrixTeacherStudent.WStar];
            return new Theorem(
                [.. matrices.Select(m => (Atom)(Domain.Radius!.Value >= Fact.Norm(m))), .. assumed.Select(
                    f => (Atom)Substitution.Apply(f, definitions))],
                (Atom)Substitution.Apply(conclusion, definitions));
        }
    }

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line("pairs", $"{Domain} d {string.Join(' ', Domain.Dimensions)}")
        .Line("observables", string.Join(", ", Observables.Select(o => o.Symbol)))
        .Formula("hypothesis", Hypothesis)
        .Formula("conclusion", Conclusion)
        .ToString();

    private protected override Instance Create(int size) => new NetworkInstance(this, size);
}
