using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>
/// At a point at which a matrix is not positive semidefinite: a vector of small integers along which its quadratic form is negative, as the
/// kernel
/// confirms. It moves no verdict and lets a reader check one by hand.
/// </summary>
internal static class ViolatingDirection
{
    private static readonly int[] Scales = [1, 2, 3, 4, 5, 10, 100, 1000, 100_000];

    /// <summary>The vector, or null where the matrix seems semidefinite or nothing could be confirmed.</summary>
    /// <param name="names">The variables of the entries.</param>
    /// <param name="gap">A symmetric matrix of terms.</param>
    /// <param name="point">A value for each variable.</param>
    public static IReadOnlyList<int>? Of(IReadOnlyList<string> names, Term[,] gap, IReadOnlyList<Rational> point)
    {
        int n = gap.GetLength(0);
        Tape tape = Tape.Compile(names, [.. gap.Cast<Term>()]);
        double[] slots = new double[tape.Length], matrix = new double[n * n];
        DoubleEvaluation.Run(tape, [.. point.Select(x => x.ToDouble())], slots);
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = slots[tape.Outputs[i]];
        }

        (double least, double[] vector) = SymmetricEigenvalues.Extreme(matrix, n, largest: false);
        double size = vector.Max(Math.Abs), sign = vector.FirstOrDefault(x => Math.Abs(x) > size / 2) < 0 ? -1 : 1;
        foreach (int scale in least < 0 ? Scales : [])
        {
            int[] candidate = [.. vector.Select(x => (int)Math.Round(sign * scale * x / size))];
            Term form = Term.Zero;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    form += (long)candidate[i] * candidate[j] * gap[i, j];
                }
            }

            if (CompiledFormula.Compile(names, form < 0).DecideAt([.. point]) == Truth.True)
            {
                return candidate;
            }
        }

        return null;
    }
}
