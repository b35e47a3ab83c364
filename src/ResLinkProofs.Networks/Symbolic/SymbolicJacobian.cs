using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>
/// A lower bound, in the order of symmetric matrices, of pi times the Hessian of the loss: for ReLU that is -dN/dW with the field N of
/// ReLU, and (1 - alpha)^2 times that plus 2 pi alpha on all pairs of equal rows in general. Rows
/// and columns are numbered j d + r for entry r of column j.
/// </summary>
/// <remarks>
/// <para>
/// Column j of N is the sum over i of phi(b_i; a_j) - phi(a_i; a_j) with phi(u; v) = (pi - t) u + |u| sin(t) v/|v|, t the angle of
/// u and v. With n the unit vector orthogonal to v towards u: d phi/dv = (|u| sin t / |v|) (I - vv^T/|v|^2 + n n^T), and, m being the unit
/// vector orthogonal to u towards v: d phi/du = (pi - t) I + (u/|u|) m^T + (v/|v|) (sin(t) u/|u| - cos(t) m)^T; phi(v; v) = pi v.
/// </para>
/// <para>
/// Where b_j and a_j are parallel the direction n of the pair (b_j, a_j) does not exist. Its term is at most 2 |b_j| sin(t) / |a_j|
/// times I, and |b_j| sin(t), the distance of b_j from the line of a_j, is at most |b_j - a_j|: a bound on that stands in its place.
/// As N vanishes at W = W*, positive definiteness of this matrix minus c I on a convex set proves (N, W* - W) >= c |W* - W|^2 there.
/// </para>
/// </remarks>
public static class SymbolicJacobian
{
    /// <summary>The d^2 x d^2 matrix of terms.</summary>
    /// <param name="network">The closed forms.</param>
    /// <param name="distance">
    /// A bound on every |b_j - a_j| that holds where the matrix is used: 2 gamma where the spectral norms of W and
    /// W* are at most gamma. A constant is better than the norm itself, whose slope is unbounded where it vanishes.
    /// </param>
    public static Term[,] LowerBound(SymbolicTeacherStudent network, Term distance)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(distance);
        int d = network.Dimension;
        var jacobian = new Term[d * d, d * d];
        for (int j = 0; j < d; j++)
        {
            for (int k = 0; k < d; k++)
            {
                Term[,] block = j == k ? Diagonal(network, j, distance) : Mixed(network.Student[k], network.Student[j], d);
                for (int r = 0; r < d; r++)
                {
                    for (int s = 0; s < d; s++)
                    {
                        Term shared = r == s ? 2 * Term.Pi * network.Activation.LinearWeight : Term.Zero;
                        jacobian[(j * d) + r, (k * d) + s] = shared + (network.Activation.KinkWeight * block[r, s]);
                    }
                }
            }
        }

        return jacobian;
    }

    private static Term[,] Diagonal(SymbolicTeacherStudent network, int j, Term distance)
    {
        int d = network.Dimension;
        SymbolicVector v = network.Student[j];
        var block = new Term[d, d];
        for (int r = 0; r < d; r++)
        {
            for (int s = 0; s <= r; s++)
            {
                Term sum = r == s ? Term.Pi - (2 * distance / v.Norm) : Term.Zero;
                for (int i = 0; i < d; i++)
                {
                    if (i != j)
                    {
                        sum += (Bend(network.Student[i], v, r, s) - Bend(network.Teacher[i], v, r, s)) / v.Norm;
                    }
                }

                block[r, s] = block[s, r] = sum;
            }
        }

        return block;
    }

    // Entry (r, s) of |u| sin t (I - vv^T/|v|^2 + n n^T); sin(t) n = u/|u| - cos(t) v/|v|.
    private static Term Bend(SymbolicVector u, SymbolicVector v, int r, int s)
    {
        Term cosine = Cosine(u, v), sine = Sine(cosine);
        Term projection = (r == s ? Term.One : Term.Zero) - (v.Direction[r] * v.Direction[s]);
        return u.Norm * ((sine * projection) + (Across(u, v, cosine, r) * Across(u, v, cosine, s) / sine));
    }

    // d phi(u; v) / du.
    private static Term[,] Mixed(SymbolicVector u, SymbolicVector v, int d)
    {
        Term cosine = Cosine(u, v), sine = Sine(cosine), angle = Term.Acos(cosine);
        var block = new Term[d, d];
        for (int r = 0; r < d; r++)
        {
            for (int s = 0; s < d; s++)
            {
                Term m = Across(v, u, cosine, s) / sine;
                block[r, s] = (r == s ? Term.Pi - angle : Term.Zero)
                    + (u.Direction[r] * m) + (v.Direction[r] * ((sine * u.Direction[s]) - (cosine * m)));
            }
        }

        return block;
    }

    private static Term Across(SymbolicVector u, SymbolicVector v, Term cosine, int entry) =>
        u.Direction[entry] - (cosine * v.Direction[entry]);

    private static Term Cosine(SymbolicVector u, SymbolicVector v) => u.Dot(v) / (u.Norm * v.Norm);

    private static Term Sine(Term cosine) => Term.Sqrt(1 - Term.Square(cosine));
}
