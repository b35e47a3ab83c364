using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>
/// Collects the variables and hypotheses of a closed statement in the order in which an author writes them:
/// <c>Term x = forAll.Real("x", 0, 1);</c>
/// </summary>
public sealed class Quantifier
{
    private readonly List<RealVariable> _variables = [];
    private readonly List<Formula> _hypotheses = [];

    /// <summary>Quantifies over a real variable.</summary>
    /// <param name="name">A name not used before.</param>
    /// <param name="lower">The least value; null for none.</param>
    /// <param name="upper">The largest value; null for none.</param>
    /// <returns>The variable as a term.</returns>
    /// <exception cref="ArgumentException">The name is taken or the range is empty.</exception>
    public Term Real(string name, Rational? lower = null, Rational? upper = null)
    {
        if (_variables.Any(v => v.Name == name))
        {
            throw new ArgumentException($"The variable '{name}' is quantified already; choose another name.", nameof(name));
        }

        _variables.Add(new RealVariable(name, lower, upper));
        return Term.Variable(name);
    }

    /// <summary>Assumes a formula.</summary>
    /// <param name="hypothesis">What is assumed.</param>
    /// <returns>This quantifier.</returns>
    public Quantifier Given(Formula hypothesis)
    {
        _hypotheses.Add(hypothesis);
        return this;
    }

    /// <summary>The statement that all hypotheses together imply the conclusion.</summary>
    /// <param name="conclusion">What is claimed.</param>
    public Statement Conclude(Formula conclusion) => new([.. _variables], Formula.All(_hypotheses), conclusion);
}
