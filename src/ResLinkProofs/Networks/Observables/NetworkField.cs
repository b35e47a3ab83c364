using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Networks.Observables;

/// <summary>A d x d matrix that a teacher-student pair determines, e.g. a candidate for -grad L, in a fast and in a symbolic form.</summary>
/// <param name="Name">How reports write it.</param>
/// <param name="Measure">Its value in floating point, or null where it is undefined.</param>
/// <param name="Expand">Its entry at a row and a column, from 0.</param>
public sealed record NetworkField(
    string Name, Func<TeacherStudent, DenseMatrix?> Measure, Func<SymbolicTeacherStudent, int, int, Term> Expand)
{
    /// <summary>The printed right-hand side N of Lemma 2.1.</summary>
    public static NetworkField Printed { get; } = new(
        "N",
        n => PopulationGradient.TryPrintedField(n, out DenseMatrix? field) ? field : null,
        (n, row, column) => n.PrintedField(row, column));

    /// <summary>The field divided by a positive constant.</summary>
    /// <param name="divisor">A term without variables.</param>
    public NetworkField Over(Term divisor)
    {
        Tape tape = Tape.Compile([], [divisor]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [], slots);
        double factor = 1 / slots[tape.Outputs[0]];
        return new($"{Name}/{divisor}", n => Measure(n)?.Scale(factor), (n, row, column) => Expand(n, row, column) / divisor);
    }
}
