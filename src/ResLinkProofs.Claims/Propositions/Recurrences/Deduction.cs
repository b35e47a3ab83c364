using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>
/// How a target follows from premises, step by step; each step becomes closed statements for the prover. What joins them is no more than
/// this: what follows from what has been shown is shown; left >= right is shown by left - right = s
/// and s >= 0; and a conjunction is shown part by part.
/// </summary>
public sealed class Deduction
{
    private readonly List<Inference> _inferences = [];
    private readonly Dictionary<Formula, string> _gaps = new(ReferenceEqualityComparer.Instance);

    /// <summary>The steps, in order; the last one shows the target.</summary>
    public IReadOnlyList<Inference> Steps => _inferences;

    /// <summary>The comparisons by the names of their gaps.</summary>
    public IReadOnlyDictionary<string, Atom> Gaps => _gaps.ToDictionary(g => g.Value, g => (Atom)g.Key, StringComparer.Ordinal);

    /// <summary>States an intermediate fact that the prover is to show.</summary>
    /// <param name="fact">The fact, over variables and defined names.</param>
    /// <param name="from">The premises and earlier facts that it follows from: the very formulas.</param>
    /// <param name="unfold">The defined names whose meaning is needed.</param>
    /// <returns>The fact, to be used by later steps.</returns>
    public Formula Show(Formula fact, IReadOnlyList<Formula>? from = null, IReadOnlyList<string>? unfold = null)
    {
        _inferences.Add(new(fact, from ?? [], unfold ?? [], []));
        return fact;
    }

    /// <summary>States an intermediate inequality by what its sides differ by.</summary>
    /// <param name="fact">A comparison with at least.</param>
    /// <param name="sum">Left side minus right side as sums and products of <see cref="Gap"/>s and numbers that are not negative.</param>
    /// <param name="unfold">The defined names whose meaning the equality needs.</param>
    /// <returns>The fact, to be used by later steps.</returns>
    public Formula Show(Formula fact, Term sum, IReadOnlyList<string>? unfold = null)
    {
        _inferences.Add(new(fact, [], unfold ?? [], [sum]));
        return fact;
    }

    /// <summary>The target follows from the given facts.</summary>
    /// <param name="from">Premises and earlier facts.</param>
    /// <param name="unfold">The defined names whose meaning is needed.</param>
    /// <returns>This deduction.</returns>
    public Deduction Conclude(IReadOnlyList<Formula> from, IReadOnlyList<string>? unfold = null)
    {
        _inferences.Add(new(null, from, unfold ?? [], []));
        return this;
    }

    /// <summary>The target follows from what its sides differ by.</summary>
    /// <param name="sum">Left side minus right side as sums and products of <see cref="Gap"/>s and numbers that are not negative.</param>
    /// <param name="unfold">The defined names whose meaning the equality needs.</param>
    /// <returns>This deduction.</returns>
    public Deduction Conclude(Term sum, IReadOnlyList<string>? unfold = null) => ConcludeParts([sum], unfold);

    /// <summary>The target, a conjunction of comparisons with at least, follows from what the sides of each part differ by.</summary>
    /// <param name="sums">One sum for each part, in its order, as for a target of one part.</param>
    /// <param name="unfold">The defined names whose meaning the equalities need.</param>
    /// <returns>This deduction.</returns>
    public Deduction ConcludeParts(IReadOnlyList<Term> sums, IReadOnlyList<string>? unfold = null)
    {
        if (sums.Count == 0)
        {
            throw new ArgumentException("A conclusion by parts needs at least one part.", nameof(sums));
        }

        _inferences.Add(new(null, [], unfold ?? [], sums));
        return this;
    }

    /// <summary>Left side minus right side of a comparison with at least, once that is a premise or shown.</summary>
    /// <param name="fact">The comparison: the very formula.</param>
    /// <exception cref="ArgumentException">The formula is another.</exception>
    public Term Gap(Formula fact)
    {
        if (fact is not Atom { Relation: Relation.GreaterOrEqual or Relation.Greater })
        {
            throw new ArgumentException($"'{fact}' is not a comparison of sizes.", nameof(fact));
        }

        if (!_gaps.TryGetValue(fact, out string? name))
        {
            _gaps.Add(fact, name = string.Create(CultureInfo.InvariantCulture, $"gap {_gaps.Count + 1}"));
        }

        return Term.Variable(name);
    }

    /// <summary>The statements whose proofs together show the target.</summary>
    /// <param name="obligation">What is to be shown.</param>
    /// <exception cref="ArgumentException">A step uses what is not known at that point, or the last step is not the target.</exception>
    internal IEnumerable<Statement> Statements(Obligation obligation)
    {
        var known = new HashSet<Formula>(obligation.Premises, ReferenceEqualityComparer.Instance);
        for (int k = 0; k < _inferences.Count; k++)
        {
            Inference step = _inferences[k];
            if ((step.Fact is null) != (k == _inferences.Count - 1))
            {
                throw new ArgumentException($"{obligation.Name}: exactly the last step has to conclude.");
            }

            Formula fact = step.Fact ?? obligation.Target;
            foreach (Formula used in step.From)
            {
                RequireKnown(used);
            }

            if (step.Sums.Count == 0)
            {
                yield return obligation.Implication(step.From, fact, step.Unfold);
            }

            // A conjunction has exactly these parts: one sum too few would leave a part unshown.
            IReadOnlyList<Formula> parts = fact is Conjunction all ? all.Operands : [fact];
            if (step.Sums.Count > 0 && step.Sums.Count != parts.Count)
            {
                throw new ArgumentException($"{obligation.Name}: '{fact}' has {parts.Count} parts, and there are {step.Sums.Count} sums.");
            }

            foreach ((Term sum, Formula part) in step.Sums.Zip(parts))
            {
                if (part is not Atom { Relation: Relation.GreaterOrEqual } comparison)
                {
                    throw new ArgumentException($"{obligation.Name}: '{part}' is no comparison with at least.");
                }

                (string Name, Atom Fact)[] gaps =
                    [.. _gaps.Where(g => FreeNames.Of(sum).Contains(g.Value)).Select(g => (g.Value, (Atom)g.Key))];
                foreach ((_, Atom used) in gaps)
                {
                    RequireKnown(used);
                }

                Term expanded = Substitution.Apply(sum, gaps.ToDictionary(g => g.Name, g => g.Fact.Difference, StringComparer.Ordinal));
                yield return obligation.Implication([], (comparison.Left - comparison.Right).EqualTo(expanded), step.Unfold);
                yield return obligation.Implication([], sum >= 0, [], [.. gaps.Select(g => new RealVariable(g.Name, Rational.Zero, null))]);
            }

            known.Add(fact);

            void RequireKnown(Formula used)
            {
                if (!known.Contains(used))
                {
                    throw new ArgumentException($"{obligation.Name}: '{used}' is neither a premise nor shown before.");
                }
            }
        }

        if (_inferences.Count == 0)
        {
            throw new ArgumentException($"{obligation.Name}: the deduction is empty.");
        }
    }
}
