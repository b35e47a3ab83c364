using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Flattens term graphs by an iterative depth-first walk with value numbering.</summary>
internal sealed class TapeCompiler
{
    private readonly IReadOnlyList<string> _variables;
    private readonly Dictionary<string, int> _variableIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<Rational, int> _literalIndex = [];
    private readonly Dictionary<Instruction, int> _slotOfInstruction = [];
    private readonly Dictionary<Term, int> _slotOfTerm = new(ReferenceEqualityComparer.Instance);
    private readonly List<Instruction> _instructions = [];
    private readonly List<Rational> _literals = [];
    private readonly List<IntegralForm> _integrals = [];

    public TapeCompiler(IReadOnlyList<string> variables)
    {
        _variables = variables;
        for (int i = 0; i < variables.Count; i++)
        {
            if (!_variableIndex.TryAdd(variables[i], i))
            {
                throw new ArgumentException($"The variable '{variables[i]}' is listed twice.", nameof(variables));
            }
        }
    }

    public Tape Compile(IReadOnlyList<Term> terms)
    {
        int[] outputs = new int[terms.Count];
        for (int i = 0; i < terms.Count; i++)
        {
            outputs[i] = SlotOf(terms[i]);
        }

        return new Tape(_variables, [.. _instructions], [.. _literals], outputs, [.. _integrals]);
    }

    private int SlotOf(Term root)
    {
        var pending = new Stack<Term>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            Term term = pending.Peek();
            bool ready = _slotOfTerm.ContainsKey(term) | (IsPlaced(term.Left, pending)
                & IsPlaced(term.Right, pending)
                & IsPlaced(term.Condition, pending));
            if (ready)
            {
                pending.Pop();
                _slotOfTerm.TryAdd(term, Place(term));
            }
        }

        return _slotOfTerm[root];
    }

    private bool IsPlaced(Term? operand, Stack<Term> pending)
    {
        if (operand is null || _slotOfTerm.ContainsKey(operand))
        {
            return true;
        }

        pending.Push(operand);
        return false;
    }

    private int Place(Term term)
    {
        Instruction instruction = term.Operation switch
        {
            Operation.Literal => new(Operation.Literal, LiteralIndex(term.Value), -1, 0),
            Operation.Pi => new(Operation.Pi, -1, -1, 0),
            Operation.Variable => new(Operation.Variable, VariableIndex(term.Name!), -1, 0),
            Operation.Integral => new(Operation.Integral, _slotOfTerm[term.Left!], -1, IntegralIndex(term.Integrand!)),
            _ => new(
                term.Operation,
                _slotOfTerm[term.Left!],
                term.Right is null ? -1 : _slotOfTerm[term.Right],
                term.Exponent,
                term.Condition is null ? -1 : _slotOfTerm[term.Condition]),
        };
        if (!_slotOfInstruction.TryGetValue(instruction, out int slot))
        {
            slot = _instructions.Count;
            _instructions.Add(instruction);
            _slotOfInstruction.Add(instruction, slot);
        }

        return slot;
    }

    private int VariableIndex(string name) => _variableIndex.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"The variable '{name}' is not among the declared ones: {string.Join(", ", _variables.Take(10))}.");

    private int IntegralIndex(Integrand integrand)
    {
        IntegralForm form = IntegralForm.Of(integrand);
        int index = _integrals.FindIndex(known => known.Text == form.Text);
        if (index < 0)
        {
            index = _integrals.Count;
            _integrals.Add(form);
        }

        return index;
    }

    private int LiteralIndex(Rational value)
    {
        if (!_literalIndex.TryGetValue(value, out int index))
        {
            index = _literals.Count;
            _literals.Add(value);
            _literalIndex.Add(value, index);
        }

        return index;
    }
}
