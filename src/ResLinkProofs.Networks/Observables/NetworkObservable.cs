using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Derivatives;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Networks.Observables;

/// <summary>
/// A real number that a teacher-student pair determines, in the two forms in which claims need it: fast for any dimension, and
/// as a term for small ones.
/// </summary>
/// <param name="Symbol">How formulas write it, e.g. <c>g</c>.</param>
/// <param name="Measure">Its value in floating point; NaN where it is undefined.</param>
/// <param name="Expand">Its closed form.</param>
/// <param name="RoundingScale">
/// The size of the largest sums that cancel in <paramref name="Measure"/>: its rounding error is of the order of the unit roundoff
/// times this.
/// </param>
public sealed record NetworkObservable(
    string Symbol, Func<TeacherStudent, double> Measure,
    Func<SymbolicTeacherStudent, Term> Expand, Func<TeacherStudent, double> RoundingScale)
{
    /// <summary>
    /// Its derivatives with respect to W and W*, or null at points without any; absent where none were derived by hand, and then searches
    /// in dimensions that are too large for its closed form do without.
    /// </summary>
    public Func<TeacherStudent, DerivativeWorkspace, PairGradient?>? Differentiate { get; init; }

    /// <summary>The largest dimension in which <see cref="Expand"/> has a closed form; no limit by default.</summary>
    public int LargestExpandedDimension { get; init; } = int.MaxValue;

    /// <summary>
    /// For ReLU, over the inner products and norms of <see cref="MatrixTeacherStudent"/>: what it is
    /// in every dimension, for theorems that the kernel derives; null where none was written down.
    /// </summary>
    public Term? Definition { get; init; }

    /// <summary>Its closed form on pairs of equal neurons, for every dimension from 2 up; null where none was derived.</summary>
    public Func<SymbolicUniformPair, Term>? ExpandUniform { get; init; }
}
