using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>One step of a <see cref="Tape"/>.</summary>
/// <param name="Operation">What the step does.</param>
/// <param name="Left">The slot of the first operand; for a literal or a variable its index in the tape's list; -1 if unused.</param>
/// <param name="Right">The slot of the second operand; -1 if unused.</param>
/// <param name="Exponent">The exponent of a power; for an integral its index in the tape's list; zero otherwise.</param>
/// <param name="Condition">The slot that a conditional compares with zero; -1 otherwise.</param>
public readonly record struct Instruction(Operation Operation, int Left, int Right, int Exponent, int Condition = -1);

/// <summary>
/// Terms flattened to a list of instructions in topological order: the result of instruction k is slot k, operands come earlier,
/// and equal subterms share one slot even where the graph did not share them.
/// </summary>
public sealed class Tape
{
    private readonly Instruction[] _instructions;
    private readonly int[] _outputs;
    private readonly Rational[] _literals;
    private readonly Interval[] _literalEnclosures;
    private readonly double[] _literalApproximations;
    private readonly bool[] _isConstant;
    private readonly UnaryOperator?[] _unary;
    private readonly BinaryOperator?[] _binary;
    private readonly AppliedIntegral?[] _integrals;

    internal Tape(
        IReadOnlyList<string> variables, Instruction[] instructions, Rational[] literals, int[] outputs, IntegralForm[] integrals)
    {
        Variables = variables;
        _instructions = instructions;
        _literals = literals;
        _outputs = outputs;
        _literalEnclosures = Array.ConvertAll(literals, Interval.Enclose);
        _literalApproximations = Array.ConvertAll(literals, r => r.ToDouble());
        _isConstant = new bool[instructions.Length];
        _unary = new UnaryOperator?[instructions.Length];
        _binary = new BinaryOperator?[instructions.Length];
        HasIntegrals = integrals.Length > 0;
        _integrals = new AppliedIntegral?[instructions.Length];
        for (int k = 0; k < instructions.Length; k++)
        {
            Instruction step = instructions[k];
            _isConstant[k] = step.Operation != Operation.Variable
                && (Term.IsLeaf(step.Operation)
                    || (_isConstant[step.Left]
                        && (step.Right < 0 || _isConstant[step.Right])
                        && (step.Condition < 0 || _isConstant[step.Condition])));
            if (Term.IsBinary(step.Operation))
            {
                _binary[k] = Operators.Binary(step.Operation);
            }
            else if (step.Operation == Operation.Integral)
            {
                _integrals[k] = new AppliedIntegral(integrals[step.Exponent], instructions, step.Left);
            }
            else if (!Term.IsLeaf(step.Operation) && step.Operation != Operation.Conditional)
            {
                _unary[k] = Operators.Unary(step.Operation, step.Exponent);
            }
        }
    }

    /// <summary>The names of the variables, in the order in which points and boxes list their coordinates.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The instructions; slot k holds the result of instruction k.</summary>
    public ReadOnlySpan<Instruction> Instructions => _instructions;

    /// <summary>The slots of the compiled terms, in the order in which they were given.</summary>
    public ReadOnlySpan<int> Outputs => _outputs;

    /// <summary>The number of slots.</summary>
    public int Length => _instructions.Length;

    /// <summary>The exact constants that literal instructions refer to.</summary>
    public ReadOnlySpan<Rational> Literals => _literals;

    /// <summary>The tightest enclosures of the constants.</summary>
    public ReadOnlySpan<Interval> LiteralEnclosures => _literalEnclosures;

    /// <summary>The nearest doubles of the constants.</summary>
    public ReadOnlySpan<double> LiteralApproximations => _literalApproximations;

    /// <summary>What is known of the operation of a slot that has one operand.</summary>
    /// <param name="slot">A slot whose instruction has one operand.</param>
    public UnaryOperator Unary(int slot) => _unary[slot]!;

    /// <summary>What is known of the operation of a slot that has two operands.</summary>
    /// <param name="slot">A slot whose instruction has two operands.</param>
    public BinaryOperator Binary(int slot) => _binary[slot]!;

    /// <summary>The slot of log u for a slot that is u log u or log u times u; -1 for others.</summary>
    /// <param name="slot">A slot.</param>
    public int LogarithmTimes(int slot)
    {
        Instruction step = _instructions[slot];
        bool IsPair(int factor, int logarithm) =>
            _instructions[logarithm].Operation == Operation.Log && _instructions[logarithm].Left == factor;
        return step.Operation != Operation.Multiply ? -1
            : IsPair(step.Left, step.Right) ? step.Right
            : IsPair(step.Right, step.Left) ? step.Left
            : -1;
    }

    /// <summary>Whether some slot is an integral, of which slopes and enclosures are known and nothing else.</summary>
    public bool HasIntegrals { get; }

    /// <summary>The integral of a slot, with the slots of its bounds and parameters.</summary>
    /// <param name="slot">A slot whose instruction is an integral.</param>
    public AppliedIntegral Integral(int slot) => _integrals[slot]!;

    /// <summary>True for a slot that depends on no variable.</summary>
    /// <param name="slot">A slot, below <see cref="Length"/>.</param>
    public bool IsConstant(int slot) => _isConstant[slot];

    /// <summary>Compiles terms over the given variables.</summary>
    /// <param name="variables">Distinct names; every variable of the terms must be among them.</param>
    /// <param name="terms">The terms whose values are wanted.</param>
    /// <exception cref="ArgumentException">A name is repeated, or a term has a variable that is not listed.</exception>
    public static Tape Compile(IReadOnlyList<string> variables, IReadOnlyList<Term> terms) => new TapeCompiler(variables).Compile(terms);
}
