using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// One step from W = -x I to W* = 0 in any dimension d, along a field x (b u u^T + (a - b) I): the next matrix is -x (1 - eta a) I off which eta x b stands in
/// every other entry, so that g goes from d x to d (1 - sqrt((1 - x m)^2 + (d-1) x^2 (eta b)^2)) with m = 1 - eta a.
/// </summary>
internal static class ScaledIdentityStep
{
    /// <summary>
    /// (1 - q)/eta for the quotient q of the next g and g, in a form in which nothing cancels: with z = (1-xm)^2 + (d-1) x^2 (eta b)^2,
    /// 1 - q = ((2-xm)(1-m) + (d-1) x (eta b)^2 (1 + x/(sqrt z + 1 - xm)))/(1 + sqrt z).
    /// </summary>
    /// <param name="d">The dimension.</param>
    /// <param name="x">The size of -W.</param>
    /// <param name="step">eta.</param>
    /// <param name="diagonal">a, the field's diagonal entry over x.</param>
    /// <param name="other">b, its other entries over x.</param>
    public static Term Decline(Term d, Term x, Term step, Term diagonal, Term other)
    {
        Term m = 1 - (step * diagonal), slope = (d - 1) * Term.Square(other) * step;
        Term root = Term.Sqrt(Term.Square(1 - (x * m)) + (slope * step * Term.Square(x)));
        return (((2 - (x * m)) * diagonal) + (x * slope * (1 + (x / (root + 1 - (x * m)))))) / (1 + root);
    }
}
