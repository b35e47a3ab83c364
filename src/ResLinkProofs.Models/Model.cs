using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;

namespace ResLinkProofs.Models;

/// <summary>
/// A model of network, or of anything made of matrices: named sizes, and parameters with the sets from which they are taken. Quantities of
/// interest are formulas over the
/// parameters; how to sample, attack, confirm and prove claims about them follows.
/// </summary>
/// <param name="name">What reports call it.</param>
public sealed class Model(string name)
{
    private readonly List<string> _sizes = [];
    private readonly List<Parameter> _parameters = [];
    private readonly List<Named> _definitions = [];

    /// <summary>What reports call it.</summary>
    public string Name { get; } = name;

    /// <summary>The names of the sizes, in the order in which claims give their numbers.</summary>
    public IReadOnlyList<string> SizeNames => _sizes;

    /// <summary>The parameters, in the order in which points list their entries.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Declares a size.</summary>
    /// <param name="name">A letter, then letters and digits, such as <c>n</c>.</param>
    /// <exception cref="ArgumentException">The name is taken or not of that form.</exception>
    public Extent Size(string name)
    {
        RequireFree(name);
        var size = Extent.Named(name);
        _sizes.Add(name);
        return size;
    }

    /// <summary>Declares a matrix.</summary>
    /// <param name="name">A letter, then letters, digits, primes and stars, such as <c>W*</c>.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="set">The set from which it is taken; all matrices by default.</param>
    /// <exception cref="ArgumentException">
    /// The name is taken or not of that form, a size is not declared, or the set has no matrices of that shape.
    /// </exception>
    public MatrixFormula Matrix(string name, Extent rows, Extent columns, ParameterSet? set = null)
    {
        RequireFree(name);
        if (!Names.IsName(name))
        {
            throw new ArgumentException(
                $"'{name}' is no name of a parameter; use a letter, then letters, digits, primes and stars, such as 'W*'.", nameof(name));
        }

        foreach (Extent size in new[] { rows, columns })
        {
            if (size.Name is { } sizeName && !_sizes.Contains(sizeName))
            {
                throw new ArgumentException(
                    $"{name} is {rows} × {columns}, and the model '{Name}' has no size '{size}'; declare it first with "
                    + $"Size(\"{size}\").",
                    nameof(rows));
            }
        }

        ParameterSet from = set ?? ParameterSet.All;
        if (from.IsSymmetric && rows != columns)
        {
            throw new ArgumentException($"{name} is {rows} × {columns}; {from.Describe(name)} needs a square matrix.", nameof(set));
        }

        var parameter = new Parameter(name, rows, columns, from);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Declares a vector: a matrix of one column.</summary>
    /// <param name="name">As for matrices.</param>
    /// <param name="length">The number of entries.</param>
    /// <param name="set">The set from which it is taken; all vectors by default.</param>
    public MatrixFormula Vector(string name, Extent length, ParameterSet? set = null) => Matrix(name, length, 1, set);

    /// <summary>Declares a scalar.</summary>
    /// <param name="name">As for matrices.</param>
    /// <param name="set">The set from which it is taken; all numbers by default.</param>
    public MatrixFormula Scalar(string name, ParameterSet? set = null) => Matrix(name, 1, 1, set);

    /// <summary>Gives a formula a name for texts.</summary>
    /// <param name="name">How texts write it, such as <c>L</c> or <c>∂L/∂U</c>.</param>
    /// <param name="formula">The formula.</param>
    /// <exception cref="ArgumentException">The name is taken or empty.</exception>
    public MatrixFormula Define(string name, MatrixFormula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequireFree(name);
        var definition = new Named(name, formula);
        _definitions.Add(definition);
        return definition;
    }

    /// <summary>Numbers for the sizes, in the order of their declaration.</summary>
    /// <param name="numbers">As many as there are sizes, each at least 1.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public SizeAssignment At(params IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Count == _sizes.Count ? new SizeAssignment(_sizes.Zip(numbers))
            : throw new ArgumentException(
                $"[{string.Join(", ", numbers)}] are {numbers.Count} numbers for the sizes "
                + $"{string.Join(", ", _sizes.DefaultIfEmpty("(none)"))} of '{Name}'; give one for each.",
                nameof(numbers));
    }

    /// <summary>The parameters and their sets in one line.</summary>
    public string Domain => string.Join("; ", _parameters.Select(p => $"{p.Name} ∈ ℝ^({p.Rows}×{p.Columns}){Restriction(p)}"));

    /// <summary>The definitions that formulas use, in one line; empty where there are none.</summary>
    internal string DefinitionsIn(IEnumerable<MatrixFormula> formulas)
    {
        var used = new HashSet<MatrixFormula>(formulas.SelectMany(ReverseMode.Ordered), ReferenceEqualityComparer.Instance);
        return string.Join(", ", _definitions.Where(used.Contains).Select(d => $"{d.Name} = {d.Definition}"));
    }

    private static string Restriction(Parameter parameter) =>
        parameter.Set.Describe(parameter.Name) is { Length: > 0 } restriction ? $", {restriction}" : "";

    private void RequireFree(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_sizes.Contains(name) || _parameters.Exists(p => p.Name == name) || _definitions.Exists(d => d.Name == name))
        {
            throw new ArgumentException($"'{name}' is declared twice in the model '{Name}'; choose another name.", nameof(name));
        }
    }
}
