using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>A part of what a rule is applied to; every rule says which parts it reads.</summary>
/// <param name="Weight">A rational number.</param>
/// <param name="Factor">A term.</param>
/// <param name="Matrices">Matrices.</param>
/// <param name="Premises">Numbers of earlier steps, from 0.</param>
public sealed record DerivationPart(Rational Weight, Term Factor, IReadOnlyList<MatrixTerm> Matrices, IReadOnlyList<int> Premises);

/// <summary>One step of a derivation: an instance of a rule. Only its replay finds out whether it is one, and what follows.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Scope">The indices of the conclusion.</param>
public sealed record DerivationStep(Rule Rule, Scope Scope)
{
    /// <summary>The range of i, for rules that do not find it in matrices; otherwise empty.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The range of j, for rules that do not find it in matrices; otherwise empty.</summary>
    public string Columns { get; init; } = "";

    /// <summary>Numbers of earlier steps, from 0.</summary>
    public IReadOnlyList<int> Premises { get; init; } = [];

    /// <summary>Terms, in the order in which the rule reads them.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The relation of the conclusion, for rules that leave it open.</summary>
    public Relation Relation { get; init; }

    /// <summary>Parts, in the order in which the rule reads them.</summary>
    public IReadOnlyList<DerivationPart> Parts { get; init; } = [];

    /// <summary>The steps of a certificate, for rules that need one.</summary>
    public IReadOnlyList<ProofStep> Proof { get; init; } = [];
}
