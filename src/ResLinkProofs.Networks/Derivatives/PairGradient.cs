using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks.Derivatives;

/// <summary>The derivatives of a real number that a teacher-student pair determines.</summary>
/// <param name="Student">With respect to the entries of W, d x d.</param>
/// <param name="Teacher">With respect to the entries of W*, d x d.</param>
public sealed record PairGradient(DenseMatrix Student, DenseMatrix Teacher);
