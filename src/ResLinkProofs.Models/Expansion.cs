using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Formulas.Operations;

namespace ResLinkProofs.Models;

/// <summary>A model at one size, written out: variables, what its sets say, and formulas as matrices of terms.</summary>
internal sealed class Expansion
{
    private readonly Model _model;
    private readonly SizeAssignment _sizes;
    private readonly Dictionary<MatrixFormula, Term[,]> _known = new(ReferenceEqualityComparer.Instance);

    public Expansion(Model model, SizeAssignment sizes)
    {
        (_model, _sizes) = (model, sizes);
        foreach (Parameter p in model.Parameters)
        {
            _known.Add(p, p.Set.Entries(p.Name, sizes[p.Rows], sizes[p.Columns]));
        }
    }

    /// <summary>The coordinates as variables, in the order in which points list them.</summary>
    public IEnumerable<RealVariable> Variables =>
        _model.Parameters.SelectMany(p => p.Set.Places(_sizes[p.Rows], _sizes[p.Columns]).Select(place =>
    {
        (Kernel.Numbers.Rational? least, Kernel.Numbers.Rational? largest) = p.Set.Range(place.Row, place.Column);
        return new RealVariable(Names.Entry(p.Name, place.Row, place.Column), least, largest);
    }));

    /// <summary>What the sets say beside ranges and bounds on norms.</summary>
    public Formula Assumption => Formula.All(_model.Parameters.Select(p => p.Set.Assumption(_known[p])));

    /// <summary>The bounds on spectral norms.</summary>
    public IReadOnlyList<SpectralBound> Bounds =>
        [.. _model.Parameters.Select(p => p.Set.Bound(p.Name, _sizes[p.Rows], _sizes[p.Columns])).OfType<SpectralBound>()];

    /// <summary>The entries of a formula.</summary>
    public Term[,] Of(MatrixFormula formula)
    {
        if (!_known.TryGetValue(formula, out Term[,]? entries))
        {
            entries = formula.Expand([.. formula.Operands.Select(Of)], _sizes[formula.Rows], _sizes[formula.Columns]);
            _known.Add(formula, entries);
        }

        return entries;
    }
}
