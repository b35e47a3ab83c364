using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>The normal forms of the slots of one tape, each expanded once, and all of them within one budget.</summary>
/// <remarks>
/// The budget makes reading a hostile file cost a bounded amount of work; beyond it nothing is a
/// polynomial, which proves less and never more.
/// </remarks>
public sealed class NormalForms
{
    /// <summary>The work that all expansions of one tape may cost by default.</summary>
    public const long DefaultBudget = 1L << 26;

    private readonly Tape _tape;
    private readonly PolynomialArithmetic _arithmetic;
    private readonly Polynomial?[] _values;
    private readonly bool[] _isKnown;

    /// <summary>Nothing is expanded yet.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="budget">The work that all expansions together may cost.</param>
    public NormalForms(Tape tape, long budget = DefaultBudget)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _arithmetic = new PolynomialArithmetic(budget);
        _values = new Polynomial?[tape.Length];
        _isKnown = new bool[tape.Length];
    }

    /// <summary>The work done so far, in comparisons of factors and products of 64-bit words, roughly.</summary>
    public long Work => _arithmetic.Spent;

    /// <summary>Expands one slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>The normal form, or null when the expression is not polynomial or too large to expand.</returns>
    public Polynomial? Of(int slot)
    {
        var pending = new Stack<int>([slot]);
        while (pending.Count > 0)
        {
            int k = pending.Peek();
            Instruction step = _tape.Instructions[k];
            if (_isKnown[k] || (IsReady(step.Left, step, pending) & IsReady(step.Right, step, pending)))
            {
                pending.Pop();
                _values[k] = _isKnown[k] ? _values[k] : Expand(step);
                _isKnown[k] = true;
            }
        }

        return _values[slot];
    }

    private bool IsReady(int operand, Instruction step, Stack<int> pending)
    {
        if (operand < 0 || Term.IsLeaf(step.Operation) || _isKnown[operand])
        {
            return true;
        }

        pending.Push(operand);
        return false;
    }

    private Polynomial? Expand(Instruction step) => step.Operation switch
    {
        Operation.Literal => PolynomialArithmetic.Constant(_tape.Literals[step.Left]),
        Operation.Variable => PolynomialArithmetic.Variable(step.Left),
        Operation.Add => _arithmetic.Add(_values[step.Left], _values[step.Right], Rational.One),
        Operation.Subtract => _arithmetic.Add(_values[step.Left], _values[step.Right], -Rational.One),
        Operation.Multiply => _arithmetic.Multiply(_values[step.Left], _values[step.Right]),
        Operation.Negate => _arithmetic.Multiply(_values[step.Left], PolynomialArithmetic.Constant(-Rational.One)),
        Operation.Divide => _arithmetic.Multiply(_values[step.Left], _arithmetic.Invert(_values[step.Right])),
        Operation.Exp => PolynomialArithmetic.Exponential(_values[step.Left]),
        Operation.Power => _arithmetic.Power(_values[step.Left], step.Exponent),
        _ => null,
    };
}
