using System.Text;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>One obligation of an induction as a lemma of Coq, which follows from the closed statements of its deduction.</summary>
internal sealed class CoqObligation
{
    private readonly Obligation _obligation;
    private readonly Deduction _deduction;
    private readonly ExportedTheorem[] _statements;
    private readonly ExportedNames _names;
    private readonly InfixWriter _writer;

    /// <summary>Prepares the lemma.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="obligation">What it says.</param>
    /// <param name="deduction">How that follows.</param>
    /// <param name="statements">The closed statements of the deduction, in order.</param>
    public CoqObligation(string name, Obligation obligation, Deduction deduction, ExportedTheorem[] statements)
    {
        (Name, _obligation, _deduction, _statements) = (name, obligation, deduction, statements);
        Arguments = [.. obligation.Variables.Select(v => v.Name), .. obligation.Definitions.Select(d => d.Name)];
        _names = new ExportedNames(Arguments);
        _writer = new InfixWriter(CoqNotation.Instance, n => _names[n]);
    }

    /// <summary>The name of the lemma.</summary>
    public string Name { get; }

    /// <summary>What the lemma is about, in order: the variables, then the defined names.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The lemma with its proof.</summary>
    public string Write()
    {
        string[] premises =
        [
            .. _obligation.Variables.Select(_writer.Range).OfType<string>(),
            .. _obligation.Definitions.Select(d => $"{_names[d.Name]} = {_writer.Write(d.Value)}"),
            .. _obligation.Premises.Select(p => _writer.Write(p, nested: true)),
        ];
        var text = new StringBuilder($"\nLemma {Name} :\n  forall {string.Join(' ', Arguments.Select(n => _names[n]))} : R,\n");
        text.Append(string.Concat(premises.Select(p => $"  {p} ->\n")));
        text.Append("  ").Append(_writer.Write(_obligation.Target, nested: false)).Append(".\nProof.\n  intros.\n");
        int used = 0;
        foreach (Inference step in _deduction.Steps)
        {
            Formula fact = step.Fact ?? _obligation.Target;
            text.Append($"  assert ({_names.Take("F")} : {_writer.Write(fact, nested: false)}).\n  {{\n");
            if (step.Sums.Count == 0)
            {
                text.Append($"    {Subst(step.Unfold)}reslink_by ({Instance(_statements[used++])}).\n");
            }
            else
            {
                IReadOnlyList<Formula> parts = fact is Conjunction all ? all.Operands : [fact];
                text.Append(parts.Count > 1 ? "    repeat match goal with |- _ /\\ _ => split end.\n" : "");
                foreach ((Term sum, Formula part) in step.Sums.Zip(parts))
                {
                    text.Append($"    {{ {Difference(step, sum, (Atom)part, _statements[used++], _statements[used++])} }}\n");
                }
            }

            text.Append("  }\n");
        }

        return text.Append("  assumption.\nQed.\n").ToString();
    }

    // left >= right, since left - right is a sum that is not negative.
    private string Difference(Inference step, Term sum, Atom part, ExportedTheorem equality, ExportedTheorem sign)
    {
        Term expanded = Substitution.Apply(sum, _deduction.Gaps.ToDictionary(g => g.Key, g => g.Value.Difference, StringComparer.Ordinal));
        string left = _writer.Write(part.Left - part.Right), right = _writer.Write(expanded);
        string same = _names.Take("E"), positive = _names.Take("S");
        return $"assert ({same} : {left} = {right}) by ({Subst(step.Unfold)}reslink_by ({Instance(equality)})).\n"
            + $"      assert ({positive} : {right} >= 0) by reslink_by ({Instance(sign)}).\n      lra.";
    }

    private string Subst(IReadOnlyList<string> unfold) => string.Concat(
        _obligation.Definitions.Where(d => unfold.Contains(d.Name)).Select(d => $"subst {_names[d.Name]}; "));

    private string Instance(ExportedTheorem theorem) => theorem.Name + string.Concat(theorem.Statement.VariableNames.Select(
        n => " " + (_deduction.Gaps.TryGetValue(n, out Atom? gap) ? _writer.WriteOperand(gap.Difference) : _names[n])));
}
