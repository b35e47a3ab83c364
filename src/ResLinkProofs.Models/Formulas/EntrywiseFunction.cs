using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Formulas.Operations;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas;

/// <summary>
/// A function of one real variable for the entries of matrices: an activation, for instance. It is declared once as a term; its derivative
/// follows, and its
/// floating-point form is the term's, or a faster one of the same value. At kinks the derivative is that of the piece to the right; where
/// it is infinite it counts as zero in
/// floating point, as everywhere in the attack.
/// </summary>
public sealed class EntrywiseFunction
{
    private delegate void Loop(ReadOnlySpan<double> operands, Span<double> values);

    private readonly Func<Term, Term> _term;
    private readonly Loop? _fast;
    private readonly Lazy<Tape> _tape;
    private readonly Lazy<EntrywiseFunction> _derivative;
    private readonly Func<MatrixFormula, string> _write;
    private readonly bool _isDerivative;

    private EntrywiseFunction(
        string name,
        Func<Term, Term> term,
        Loop? fast,
        Func<EntrywiseFunction>? derivative,
        Func<MatrixFormula, string>? write = null,
        bool isDerivative = false)
    {
        (Name, _term, _fast, _isDerivative) = (name, term, fast, isDerivative);
        _write = write ?? (operand => $"{name}({operand})");
        _derivative = new(derivative ?? (() => new($"{name}′", x => TermDerivative.At(term, x), null, null, isDerivative: true)));
        _tape = new(() => Tape.Compile(["x"], [term(Kernel.Terms.Term.Variable("x"))]));
    }

    /// <summary>How texts call it.</summary>
    public string Name { get; }

    /// <summary>The derivative.</summary>
    public EntrywiseFunction Derivative => _derivative.Value;

    /// <summary>1 where x is at least zero, 0 elsewhere.</summary>
    public static EntrywiseFunction Step { get; } = new(
        "step", x => Kernel.Terms.Term.Ite(x >= 0, 1, 0), Each(x => x >= 0 ? 1 : double.IsNaN(x) ? x : 0), null);

    private static EntrywiseFunction Double { get; } = new(
        "double", x => 2 * x, (x, y) => EntryLoops.Scale(2, x, y), null, operand => $"2({operand})");

    /// <summary>The square root.</summary>
    public static EntrywiseFunction SquareRoot { get; } = new(
        "√",
        Kernel.Terms.Term.Sqrt,
        EntryLoops.SquareRoot,
        () => new("√′", x => 1 / (2 * Kernel.Terms.Term.Sqrt(x)), EntryLoops.SquareRootSlope, null, null, isDerivative: true),
        operand => operand is InnerProduct { Operands: [var a, var b] } && ReferenceEquals(a, b) ? $"|{a}|" : $"√({operand})");

    /// <summary>1/x, undefined at zero.</summary>
    public static EntrywiseFunction Reciprocal { get; } = new(
        "1/",
        x => 1 / x,
        EntryLoops.Reciprocal,
        () => new("(1/)′", x => -1 / Kernel.Terms.Term.Square(x), Each(x => -1 / (x * x)), null, null, isDerivative: true),
        operand => $"1/({operand})");

    /// <summary>x².</summary>
    public static EntrywiseFunction Square { get; } = new(
        "sq", Kernel.Terms.Term.Square, (x, y) => EntryLoops.Multiply(x, x, y), () => Double, operand => $"({operand})∘²");

    /// <summary>|x|.</summary>
    public static EntrywiseFunction Absolute { get; } = new(
        "abs", Kernel.Terms.Term.Abs, Each(Math.Abs), () => Of("sign", x => Kernel.Terms.Term.Ite(x >= 0, 1, -1)));

    /// <summary>max(x, 0), with derivative 1 at zero.</summary>
    public static EntrywiseFunction Relu { get; } = new(
        "relu", x => Kernel.Terms.Term.Max(x, 0), Each(x => x > 0 || double.IsNaN(x) ? x : 0), () => Step);

    /// <summary>The hyperbolic tangent.</summary>
    public static EntrywiseFunction Tanh { get; } = Of("tanh", Kernel.Terms.Term.Tanh);

    /// <summary>1/(1 + exp(-x)).</summary>
    public static EntrywiseFunction Sigmoid { get; } = Of("sigmoid", x => 1 / (1 + Kernel.Terms.Term.Exp(-x)));

    /// <summary>log(1 + exp x).</summary>
    public static EntrywiseFunction Softplus { get; } = Of("softplus", x => Kernel.Terms.Term.Log(1 + Kernel.Terms.Term.Exp(x)));

    /// <summary>The inverse cosine; in floating point, operands that rounding took out of [-1, 1] are moved to its ends.</summary>
    public static EntrywiseFunction ArcCosine { get; } = new(
        "arccos",
        Kernel.Terms.Term.Acos,
        EntryLoops.ArcCosine,
        () => new(
            "arccos′",
            x => -1 / Kernel.Terms.Term.Sqrt(1 - Kernel.Terms.Term.Square(x)),
            EntryLoops.ArcCosineSlope,
            null,
            isDerivative: true));

    /// <summary>x where it is at least zero, a multiple of it elsewhere.</summary>
    /// <param name="slope">The multiple; 0 for ReLU.</param>
    public static EntrywiseFunction LeakyRelu(Rational slope)
    {
        double factor = slope.ToDouble();
        return new(
            $"leaky[{slope}]",
            x => Kernel.Terms.Term.Ite(x >= 0, x, slope * x),
            Each(x => x >= 0 ? x : factor * x),
            () => new(
                $"leaky[{slope}]′",
                x => Kernel.Terms.Term.Ite(x >= 0, 1, slope),
                Each(x => x >= 0 ? 1 : double.IsNaN(x) ? x : factor),
                null));
    }

    /// <summary>A function of one's own.</summary>
    /// <param name="name">A letter, then letters and digits.</param>
    /// <param name="term">Its value at a term, which may not be taken apart; the derivative is found by the rules of calculus.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public static EntrywiseFunction Of(string name, Func<Term, Term> term)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(term);
        return Names.IsName(name) ? new(name, term, fast: null, derivative: null)
            : throw new ArgumentException(
                $"'{name}' is no name of a function; use a letter, then letters and digits, such as 'gelu'.", nameof(name));
    }

    /// <summary>The value at a term.</summary>
    /// <param name="operand">The term.</param>
    public Term Term(Term operand) => _term(operand);

    /// <summary>The function applied to every entry.</summary>
    /// <param name="operand">A matrix, vector or scalar.</param>
    public MatrixFormula Of(MatrixFormula operand) => Entrywise.Of(this, operand);

    /// <summary>The function as a formula of x, for the formal text of claims.</summary>
    internal string Definition => $"{Name}(x) = {TermPrinter.Print(_term(Kernel.Terms.Term.Variable("x")))}";

    internal string Write(MatrixFormula operand) => _write(operand);

    /// <summary>The values at many numbers.</summary>
    internal void Evaluate(ReadOnlySpan<double> operands, Span<double> values)
    {
        if (_fast is { } fast)
        {
            fast(operands, values);
        }
        else
        {
            Tape tape = _tape.Value;
            double[] slots = new double[tape.Length];
            int output = tape.Outputs[0];
            for (int i = 0; i < operands.Length; i++)
            {
                DoubleEvaluation.Run(tape, operands.Slice(i, 1), slots);
                values[i] = slots[output];
            }
        }

        for (int i = 0; _isDerivative && i < operands.Length; i++)
        {
            values[i] = double.IsInfinity(values[i]) ? 0 : values[i];
        }
    }

    private static Loop Each(Func<double, double> function) => (operands, values) =>
    {
        for (int i = 0; i < operands.Length; i++)
        {
            values[i] = function(operands[i]);
        }
    };
}
