namespace ResLinkProofs.Descent.Trajectories;

/// <summary>The step size eta_t as a function of the step number t = 0, 1, 2, ...</summary>
public abstract record StepSchedule
{
    /// <summary>The same step size throughout.</summary>
    /// <param name="stepSize">eta, positive and finite.</param>
    public static StepSchedule Constant(double stepSize) => new ConstantSchedule(Positive(stepSize, nameof(stepSize)));

    /// <summary>eta = (1 + alpha) ln T / (delta T) throughout: the step of the textbook argument for one-point convexity.</summary>
    /// <param name="alpha">alpha, positive.</param>
    /// <param name="delta">The one-point strong convexity constant, positive.</param>
    /// <param name="steps">T, at least 2.</param>
    public static StepSchedule LastIterate(double alpha, double delta, long steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        return new ConstantSchedule(
            (1 + Positive(alpha, nameof(alpha))) * Models.PortableExponential.Log(steps) / (Positive(delta, nameof(delta)) * steps));
    }

    /// <summary>Different step sizes from given step numbers on.</summary>
    /// <param name="pieces">(first step, eta), the first starting at 0, step numbers increasing, eta positive.</param>
    /// <exception cref="ArgumentException">The pieces do not start at 0 or do not increase.</exception>
    public static StepSchedule Piecewise(params (long From, double StepSize)[] pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        for (var i = 0; i < pieces.Length; i++)
        {
            Positive(pieces[i].StepSize, nameof(pieces));
            if (i > 0 && pieces[i].From <= pieces[i - 1].From)
                throw new ArgumentException($"Piece {i} starts at step {pieces[i].From}, not after {pieces[i - 1].From}.", nameof(pieces));
        }

        if (pieces.Length == 0 || pieces[0].From != 0)
            throw new ArgumentException("The first piece must start at step 0.", nameof(pieces));
        return new PiecewiseSchedule([.. pieces]);
    }

    /// <summary>eta_t.</summary>
    /// <param name="step">t, at least 0.</param>
    public abstract double At(long step);

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "It must be positive and finite.");

    private sealed record ConstantSchedule(double StepSize) : StepSchedule
    {
        public override double At(long step) => StepSize;
    }

    private sealed record PiecewiseSchedule((long From, double StepSize)[] Pieces) : StepSchedule
    {
        public override double At(long step)
        {
            var i = Pieces.Length - 1;
            while (i > 0 && Pieces[i].From > step)
                i--;
            return Pieces[i].StepSize;
        }
    }
}
