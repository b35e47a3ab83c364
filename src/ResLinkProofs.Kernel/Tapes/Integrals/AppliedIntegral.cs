using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>An integral in a tape: an integrand, and the slots of its bounds and parameters.</summary>
public sealed class AppliedIntegral
{
    private readonly int[] _arguments;

    // The last question and its answer, replaced as a whole: a box is often asked about again, or differs in other variables only.
    private volatile Answer? _last;

    internal AppliedIntegral(IntegralForm form, IReadOnlyList<Instruction> instructions, int chain)
    {
        Form = form;
        _arguments = ArgumentSlots(form, instructions, chain);
    }

    /// <summary>The integrand.</summary>
    public IntegralForm Form { get; }

    /// <summary>The slots of the bounds and of the parameters.</summary>
    public ReadOnlySpan<int> Arguments => _arguments;

    /// <summary>An enclosure of the integral: bounded where it certainly exists, and the whole line elsewhere.</summary>
    /// <param name="slots">Enclosures of the arguments.</param>
    public Interval Enclose(ReadOnlySpan<Interval> slots)
    {
        var arguments = new Interval[_arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = slots[_arguments[i]];
        }

        return Enclose(arguments);
    }

    // The array is remembered, and must not change afterwards.
    private Interval Enclose(Interval[] arguments)
    {
        if (_last is { } known && known.Arguments.AsSpan().SequenceEqual(arguments))
        {
            return known.Value;
        }

        Interval value = IntegralEnclosure.Of(Form, arguments);
        _last = new Answer(arguments, value);
        return value;
    }

    /// <summary>Slopes of the integral with respect to its arguments, as <see cref="IntervalSlopes"/> means them.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="slots">Enclosures over the box.</param>
    /// <param name="value">What <see cref="Enclose(ReadOnlySpan{Interval})"/> gives for them.</param>
    public Interval[] Slopes(Tape tape, ReadOnlySpan<Interval> slots, Interval value)
    {
        ArgumentNullException.ThrowIfNull(tape);
        var arguments = new Interval[_arguments.Length];
        var isConstant = new bool[_arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = slots[_arguments[i]];
            isConstant[i] = tape.IsConstant(_arguments[i]);
        }

        return IntegralSlopes.Of(Form, arguments, isConstant, value);
    }

    /// <summary>The integral in floating point, unverified.</summary>
    /// <param name="slots">The values of the arguments.</param>
    public double Approximate(ReadOnlySpan<double> slots)
    {
        Span<double> arguments = stackalloc double[_arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = slots[_arguments[i]];
        }

        return FloatingQuadrature.Of(Form, arguments);
    }

    /// <summary>The derivatives in floating point by the arguments, unverified.</summary>
    /// <param name="slots">The values of the arguments.</param>
    public double[] Derivatives(ReadOnlySpan<double> slots)
    {
        double[] arguments = new double[_arguments.Length], derivatives = new double[_arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = slots[_arguments[i]];
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            double middle = arguments[i], step = 1e-5 * Math.Max(1, Math.Abs(middle));
            arguments[i] = middle + step;
            double above = FloatingQuadrature.Of(Form, arguments);
            arguments[i] = middle - step;
            derivatives[i] = (above - FloatingQuadrature.Of(Form, arguments)) / (2 * step);
            arguments[i] = middle;
        }

        return derivatives;
    }

    /// <summary>The slots of the arguments that a chain joins.</summary>
    /// <exception cref="FormatException">The chain is too short.</exception>
    internal static int[] ArgumentSlots(IntegralForm form, IReadOnlyList<Instruction> instructions, int chain)
    {
        var arguments = new int[form.Integrand.Arity];
        for (int i = 0; i < arguments.Length - 1; i++)
        {
            Instruction link = instructions[chain];
            if (link.Operation != Operation.Argument)
            {
                throw new FormatException($"an integral has {i + 1} argument(s) where its integrand has {arguments.Length}");
            }

            arguments[i] = link.Left;
            chain = link.Right;
        }

        arguments[^1] = chain;
        return arguments;
    }

    private sealed record Answer(Interval[] Arguments, Interval Value);
}
