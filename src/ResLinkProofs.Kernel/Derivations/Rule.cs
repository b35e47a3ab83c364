namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// The rules of derivations, all of them: what follows from which premises, and why. X, Y, Z are matrices, q rational numbers, u, v,
/// m terms, p premises. |X| is the spectral norm, &lt;X, Y&gt; the sum of all X_ij Y_ij. <see cref="DerivationRules"/> applies them.
/// </summary>
public enum Rule
{
    /// <summary>A hypothesis of the theorem.</summary>
    Given,

    /// <summary>
    /// Real algebra: v &gt;= 0 (or &gt;, =), when m v = sum of q f^2 p1 p2 ... with q &gt;= 0 and premises that are nonnegative, or q f p1
    /// p2 ... with a premise that is zero, and m is a product of positive premises (none: 1). The identity is one of polynomials, in which
    /// any other term is an indeterminate. For &gt; one summand is a positive number times positive premises; for = every summand has a
    /// premise that is zero. Proof: the right side has the sign, and a positive factor does not change it.
    /// </summary>
    Combine,

    /// <summary>
    /// Analysis: v &gt;= 0 (or &gt;, =) follows from premises for all real values of the variables, by
    /// a certificate of the kernel's own kind.
    /// </summary>
    Decide,

    /// <summary>A law of a function, by its number in <see cref="FunctionLaws"/>.</summary>
    FunctionLaw,

    /// <summary>
    /// sum of q &lt;X, Y&gt; = 0, where the sum of q tr(X^T Y) vanishes by tr(XY) = tr(YX) = tr(Y^T X^T); with
    /// indices, sum of q X_ij = 0, where the sum of q X has the normal form of zero. Proof: ring axioms of matrices.
    /// </summary>
    Identity,

    /// <summary>
    /// sum of m &lt;X, Y&gt; &gt;= 0 (or =), m without indices, when sum of m X_ij Y_ij &gt;= 0 (or =) for
    /// all pairs: by one premise for all, or one for i = j and one for different i, j. Proof: add them up.
    /// </summary>
    Sum,

    /// <summary>
    /// u^2 |x|^2 + 2 u v &lt;x, y&gt; + v^2 |y|^2 &gt;= 0 for x, y columns i of X or j of Y, or the same for more or fewer of them.
    /// Proof: it is |u x + v y|^2.
    /// </summary>
    ColumnSquare,

    /// <summary>
    /// |X| &lt;= sum of |q| |Y| |Z| ..., where X and the sum of q Y Z ... have one normal form. Proof:
    /// triangle inequality, |YZ| &lt;= |Y||Z|, |Y^T| = |Y| (Horn and Johnson, Matrix Analysis, 5.6).
    /// </summary>
    NormOfSum,

    /// <summary>|I| &lt;= 1. Proof: |Ix| = |x|.</summary>
    NormOfIdentity,

    /// <summary>|X| &gt;= 0.</summary>
    NormIsNonnegative,

    /// <summary>|diagonal X| &lt;= m, when -m &lt;= X_ii &lt;= m for all i. Proof: |Dx|^2 = sum of D_ii^2 x_i^2.</summary>
    NormOfDiagonal,

    /// <summary>|X| = |Y|, when X_ij = Y_ij for all pairs. Proof: the matrices are equal.</summary>
    NormOfEqual,

    /// <summary>
    /// q X_ij &lt;= |X| for q = 1 or -1. Proof: X_ij = &lt;e_i, X e_j&gt;. With X^T X for X: a column is no longer than the norm.
    /// </summary>
    EntryBound,

    /// <summary>
    /// &lt;XY, XY&gt; &lt;= |X|^2 &lt;Y, Y&gt;, or for all columns y of Y: |Xy|^2 &lt;= |X|^2 |y|^2. Proof: column by
    /// column, |Xy| &lt;= |X||y|.
    /// </summary>
    ProductFromLeft,

    /// <summary>&lt;XY, XY&gt; &lt;= &lt;X, X&gt; |Y|^2. Proof: the transpose of the rule before.</summary>
    ProductFromRight,

    /// <summary>What holds for all i = j holds at i for every pair (i, j).</summary>
    AtRow,

    /// <summary>What holds for all i = j holds at j for every pair (i, j).</summary>
    AtColumn,

    /// <summary>sum over i, j of X_ii Y_jj = tr X tr Y.</summary>
    ProductOfTraces,

    /// <summary>
    /// Vectors of any dimension: v &gt;= 0 (or &gt;, =) follows from premises, when it follows for the vectors x_k = (r_k1, ..., r_kk, 0,
    /// ...) with r_kk &gt;= 0, by a certificate (or is an identity of polynomials); |r_kl| &lt;= m where a premise says
    /// |x_k|^2 &lt;= m^2. Proof: at <see cref="VectorCoordinates"/>.
    /// </summary>
    Vectors,
}
