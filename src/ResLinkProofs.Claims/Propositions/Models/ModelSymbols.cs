using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>Hands out scalar formulas of a model as terms while an author writes a claim, and remembers which were used.</summary>
public sealed class ModelSymbols
{
    private readonly Model _model;
    private readonly List<MatrixFormula> _observables = [];
    private readonly Dictionary<string, MatrixFormula> _byText = new(StringComparer.Ordinal);

    internal ModelSymbols(Model model) => _model = model;

    /// <summary>The formulas used so far.</summary>
    public IReadOnlyList<MatrixFormula> Observables => _observables;

    /// <summary>The term that stands for a scalar.</summary>
    /// <param name="observable">A formula of one row and column over parameters of the model.</param>
    /// <exception cref="ArgumentException">
    /// It is no scalar, has parameters of another model, or reads like another formula that was used.
    /// </exception>
    public Term this[MatrixFormula observable]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(observable);
            if (!observable.IsScalar)
            {
                throw new ArgumentException(
                    $"{observable.WithShape} is compared with something: only a scalar can be; take a norm, an eigenvalue, or one entry "
                    + "by an inner product.",
                    nameof(observable));
            }

            string symbol = observable.ToString();
            if (_byText.TryGetValue(symbol, out MatrixFormula? known))
            {
                if (!FormulaIdentity.AreEqual(known, observable))
                {
                    throw new ArgumentException(
                        $"Two different formulas read {symbol}; give one of their functions another name, or make the function once and "
                        + "use it twice.",
                        nameof(observable));
                }

                return Term.Variable(symbol);
            }

            if (ReverseMode.Ordered(observable).OfType<Parameter>().FirstOrDefault(p => !_model.Parameters.Contains(p)) is { } foreign)
            {
                throw new ArgumentException(
                    $"{symbol} has the parameter {foreign.Name}, which the model '{_model.Name}' did not declare; use the one that its "
                    + "Matrix, Vector or Scalar returned.",
                    nameof(observable));
            }

            _byText.Add(symbol, observable);
            _observables.Add(observable);
            return Term.Variable(symbol);
        }
    }
}
