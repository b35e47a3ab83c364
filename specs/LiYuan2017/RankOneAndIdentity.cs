using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Descent on the pairs W = -y I - x u u^T/d with W* = 0, for any d: the printed field N of Lemma 2.1 is of the same form, so that
/// a step is a map of (x, y). All columns are alike, and so are all pairs of different columns.
/// </summary>
/// <param name="X">The coefficient of -u u^T/d.</param>
/// <param name="Y">The coefficient of -I.</param>
internal sealed record RankOneAndIdentity(Term X, Term Y)
{
    /// <summary>|W - W*|_F^2.</summary>
    /// <param name="d">The dimension.</param>
    public Term SquaredDistance(int d) => (d * Term.Square(Y)) + (2 * X * Y) + Term.Square(X);

    /// <summary>W + eta N.</summary>
    /// <param name="d">The dimension; at least 2.</param>
    /// <param name="eta">The step, with the factor of N in it.</param>
    public RankOneAndIdentity Step(int d, Term eta)
    {
        Term diagonal = 1 - Y, spread = X / d;
        Term length = Term.Sqrt(Term.Square(diagonal) - (2 * diagonal * spread) + (Term.Square(X) / d));
        Term others = Clamp(((Term.Square(X) / d) - (2 * diagonal * spread)) / Term.Square(length));
        Term teacherOther = Clamp(-spread / length), teacherOwn = Clamp((diagonal - spread) / length);

        // The coefficient of a_j/|a_j| in N_j, and then of a_j.
        Term sines = ((d - 1) * Sine(teacherOther)) + Sine(teacherOwn) - (length * (d - 1) * Sine(others));
        Term along = (sines / length) - (Term.Pi / 2) + Term.Asin(others);
        Term ofIdentity = Term.Asin(teacherOwn) - Term.Asin(teacherOther) + (along * diagonal);
        Term ofOnes = (Term.Pi / 2 * (X + Y)) + Term.Asin(teacherOther) - (Term.Asin(others) * (1 - Y - X)) - (along * spread);
        return new(X - (eta * d * ofOnes), Y - (eta * ofIdentity));
    }

    private static Term Clamp(Term cosine) => Term.Max(-1, Term.Min(1, cosine));

    private static Term Sine(Term cosine) => Term.Sqrt(Term.Max(0, 1 - Term.Square(cosine)));
}
