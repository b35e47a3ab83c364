using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>
/// A statement about all parameters of a model, at several sizes: a formula over its quantities. Each size is sampled, attacked with
/// derived gradients, and, where it is small
/// enough to be written out, confirmed and proved by the kernel. A family that goes on is supported at most; one whose sizes are the whole
/// claim is proved by proofs at each of them.
/// </summary>
public sealed class ModelProposition : SearchableProposition
{
    private readonly IReadOnlyList<SizeAssignment> _sizes;
    private readonly Dictionary<string, MatrixFormula> _observables;
    private readonly Lazy<IReadOnlyList<Statement>?> _obligations;

    private ModelProposition(
        Model model,
        string sizeName,
        IReadOnlyList<int> numbers,
        IReadOnlyList<SizeAssignment> sizes,
        IReadOnlyList<string>? caseSets,
        Func<ModelSymbols, Formula> hypothesis,
        Func<ModelSymbols, Formula> conclusion)
        : base(sizeName, numbers)
    {
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(conclusion);
        (Model, _sizes, IsExhaustive, CaseSets) = (model, sizes, caseSets is not null, caseSets ?? []);
        var symbols = new ModelSymbols(model);
        Hypothesis = hypothesis(symbols);
        AssumedCount = symbols.Observables.Count;
        Conclusion = conclusion(symbols);
        Observables = [.. symbols.Observables];
        _observables = Observables.ToDictionary(o => o.ToString(), StringComparer.Ordinal);
        MatrixConstraints.Require(Hypothesis & Conclusion, _observables);
        IEnumerable<string> names = (Hypothesis & Conclusion).Atoms().SelectMany(a => MatrixConstraints.VariablesOf(a.Difference));
        if (names.FirstOrDefault(n => !_observables.ContainsKey(n)) is { } unknown)
        {
            throw new ArgumentException(
                $"'{unknown}' is no quantity of the model '{model.Name}'; declare it as a parameter, and write m[formula] where the "
                + "formula is compared.");
        }

        _obligations = new(() =>
        {
            Statement?[] all = IsExhaustive ? [.. Sizes.Select(size => At(size).Statement)] : [null];
            return Array.TrueForAll(all, s => s is not null) ? [.. all.OfType<Statement>()] : null;
        });
    }

    /// <summary>
    /// States that for all parameters of the sets, at every size of a family of which some are checked, the hypothesis implies the
    /// conclusion.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="sizes">
    /// For each size that is checked the numbers of the model's sizes, in the order of their declaration; smallest first.
    /// </param>
    /// <param name="hypothesis">What is assumed beside the sets; <see cref="Formula.True"/> for nothing.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <exception cref="ArgumentException">
    /// There are no sizes, or formulas that cannot be compared so; the message says which and what to do.
    /// </exception>
    public static ModelProposition ForEach(
        Model model, IEnumerable<int[]> sizes, Func<ModelSymbols, Formula> hypothesis, Func<ModelSymbols, Formula> conclusion) =>
        Of(model, sizes, isExhaustive: false, hypothesis, conclusion);

    /// <summary>
    /// The same of sizes that are the whole claim; its text has to name them as <see cref="SearchableProposition.CaseSets"/> writes them.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="sizes">For each size the numbers of the model's sizes, in the order of their declaration; smallest first.</param>
    /// <param name="hypothesis">What is assumed beside the sets; <see cref="Formula.True"/> for nothing.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <exception cref="ArgumentException">
    /// There are no sizes, or formulas that cannot be compared so; the message says which and what to do.
    /// </exception>
    public static ModelProposition ForCases(
        Model model, IEnumerable<int[]> sizes, Func<ModelSymbols, Formula> hypothesis, Func<ModelSymbols, Formula> conclusion) =>
        Of(model, sizes, isExhaustive: true, hypothesis, conclusion);

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What is assumed beside the sets, over the symbols of the quantities.</summary>
    public Formula Hypothesis { get; }

    /// <summary>What is claimed, over the symbols of the quantities.</summary>
    public Formula Conclusion { get; }

    /// <summary>The quantities, those of the hypothesis first.</summary>
    public IReadOnlyList<MatrixFormula> Observables { get; }

    /// <inheritdoc/>
    public override bool IsExhaustive { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> CaseSets { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Statement>? Obligations => _obligations.Value;

    /// <summary>How many of the quantities occur in the hypothesis.</summary>
    internal int AssumedCount { get; }

    /// <summary>The claim in one line: parameters, definitions, hypothesis, conclusion.</summary>
    public string Formula
    {
        get
        {
            string definitions = Model.DefinitionsIn(Observables);
            string hypothesis = Hypothesis is Conjunction { Operands.Count: 0 } ? "" : $"{Hypothesis} ⟹ ";
            return $"∀ {Model.Domain}: {hypothesis}{Conclusion}{(definitions.Length > 0 ? $", where {definitions}" : "")}";
        }
    }

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line(IsExhaustive ? "for every case" : "for every size", string.Join("; ", _sizes))
        .Line("parameters", Model.Domain)
        .Each(Observables, (text, o) => text.Line(o.ToString(), FormulaIdentity.Listing(o)))
        .Formula("hypothesis", Hypothesis)
        .Formula("conclusion", Conclusion)
        .Each(Obligations ?? [], (text, statement) => text.Statement(statement))
        .ToString();

    /// <summary>The same model, sizes and quantities with other formulas over their symbols.</summary>
    /// <param name="hypothesis">What is assumed.</param>
    /// <param name="conclusion">What is claimed.</param>
    public ModelProposition With(Formula hypothesis, Formula conclusion) => new(
        Model,
        SizeName,
        Sizes,
        _sizes,
        IsExhaustive ? CaseSets : null,
        symbols =>
        {
            foreach (MatrixFormula observable in Observables)
            {
                _ = symbols[observable];
            }

            return hypothesis;
        },
        _ => conclusion);

    /// <summary>The formulas written out at one size.</summary>
    internal (Formula Hypothesis, Formula Conclusion) Expand(Expansion expansion) =>
        (MatrixConstraints.Expand(Hypothesis, _observables, expansion), MatrixConstraints.Expand(Conclusion, _observables, expansion));

    /// <summary>The matrices that the conclusion says are positive semidefinite, at one size.</summary>
    internal IEnumerable<(Term[,] Gap, string Shown)> ClaimedSemidefinite(Expansion expansion) =>
        MatrixConstraints.Gaps(Conclusion, _observables, expansion);

    private static ModelProposition Of(
        Model model,
        IEnumerable<int[]> sizes,
        bool isExhaustive,
        Func<ModelSymbols, Formula> hypothesis,
        Func<ModelSymbols, Formula> conclusion)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sizes);
        int[][] all = [.. sizes];
        SizeAssignment[] assignments = [.. all.Select(numbers => model.At(numbers))];
        bool isSingle = model.SizeNames.Count == 1;
        string names = isSingle ? model.SizeNames[0] : $"({string.Join(", ", model.SizeNames)})";
        string cases = $"{names} = {string.Join(", ", all.Select(n => isSingle ? $"{n[0]}" : $"({string.Join(", ", n)})"))}";
        if (all.Select(numbers => string.Join(' ', numbers)).Distinct().Count() < all.Length)
        {
            throw new ArgumentException($"{cases}: a size is listed twice; list each once.", nameof(sizes));
        }

        return new(
            model,
            isSingle ? names : "case",
            isSingle ? [.. all.Select(numbers => numbers[0])] : [.. Enumerable.Range(1, all.Length)],
            assignments,
            isExhaustive ? [cases] : null,
            hypothesis,
            conclusion);
    }

    private protected override Instance Create(int size) => new ModelInstance(this, size, _sizes[Index(size)]);

    private int Index(int size)
    {
        for (int i = 0; i < Sizes.Count; i++)
        {
            if (Sizes[i] == size)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(size), size, $"The claim is about {SizeName} = {string.Join(", ", Sizes)}.");
    }
}
