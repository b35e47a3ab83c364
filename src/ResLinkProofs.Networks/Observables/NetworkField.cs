using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Networks.Observables;

/// <summary>
/// A d x d matrix that a teacher-student pair determines, e.g. a candidate for -grad L, in a fast and in a symbolic form.
/// </summary>
/// <param name="Name">How reports write it.</param>
/// <param name="Measure">Its value in floating point, or null where it is undefined.</param>
/// <param name="Expand">Its entry at a row and a column, from 0.</param>
public sealed record NetworkField(
    string Name, Func<TeacherStudent, DenseMatrix?> Measure, Func<SymbolicTeacherStudent, int, int, Term> Expand)
{
    /// <summary>The field N = -pi grad L of ReLU, whatever the activation.</summary>
    public static NetworkField Relu { get; } = new(
        "N",
        n => PopulationGradient.TryReluField(n, out DenseMatrix? field) ? field : null,
        (n, row, column) => n.ReluField(row, column));

    /// <summary>s = (W* - W) u in every column.</summary>
    public static NetworkField Displacement { get; } = new(
        "s uᵀ",
        n =>
        {
            double[] s = Potential.Displacement(n);
            return DenseMatrix.FromRows(s.Length, s.Length, [.. s.SelectMany(entry => Enumerable.Repeat(entry, s.Length))]);
        },
        (n, row, _) => Term.Sum(Enumerable.Range(0, n.Dimension).Select(i => n.WStar[row, i] - n.W[row, i])));

    /// <summary>The field divided by a positive constant.</summary>
    /// <param name="divisor">A term without variables.</param>
    public NetworkField Over(Term divisor)
    {
        double factor = 1 / Value(divisor);
        return new($"{Name}/{divisor}", n => Measure(n)?.Scale(factor), (n, row, column) => Expand(n, row, column) / divisor);
    }

    /// <summary>The field multiplied by a constant.</summary>
    /// <param name="factor">A term without variables.</param>
    public NetworkField Times(Term factor)
    {
        double value = Value(factor);
        return new($"{factor} {Name}", n => Measure(n)?.Scale(value), (n, row, column) => factor * Expand(n, row, column));
    }

    /// <summary>The sum with another field, undefined where either is.</summary>
    /// <param name="other">The other field.</param>
    public NetworkField Plus(NetworkField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            $"{Name} + {other.Name}",
            n => Measure(n) is { } left && other.Measure(n) is { } right ? left.Add(right) : null,
            (n, row, column) => Expand(n, row, column) + other.Expand(n, row, column));
    }

    private static double Value(Term constant)
    {
        Tape tape = Tape.Compile([], [constant]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [], slots);
        return slots[tape.Outputs[0]];
    }
}
