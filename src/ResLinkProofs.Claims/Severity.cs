namespace ResLinkProofs.Claims;

/// <summary>What kind of error a printed statement has, if it fails: only substantive ones count against a source.</summary>
public abstract record Severity
{
    private Severity()
    {
    }

    /// <summary>The kind in one word or two, for headings.</summary>
    public abstract string Kind { get; }

    /// <summary>What goes with the kind, for reports; empty for nothing.</summary>
    public virtual string Detail => "";

    /// <summary>The statement means what is false, and its author would correct it.</summary>
    public sealed record Substantive : Severity
    {
        /// <inheritdoc/>
        public override string Kind => "substantive";
    }

    /// <summary>The statement fails because another printed statement does.</summary>
    /// <param name="Cause">The id of that statement's claim.</param>
    public sealed record ConsequenceOf(string Cause) : Severity
    {
        /// <inheritdoc/>
        public override string Kind => "consequence";

        /// <inheritdoc/>
        public override string Detail => $"of {Cause}";
    }

    /// <summary>The statement fails in one reading and holds in another that its author may have meant.</summary>
    /// <param name="SavingReading">The reading in which it holds.</param>
    public sealed record DependsOnReading(string SavingReading) : Severity
    {
        /// <inheritdoc/>
        public override string Kind => "depends on the reading";

        /// <inheritdoc/>
        public override string Detail => $"it holds if {SavingReading}";
    }

    /// <summary>The statement fails only where nobody would look: at the minimum itself, in dimension one, on an empty set.</summary>
    /// <param name="Where">Where it fails.</param>
    public sealed record Degenerate(string Where) : Severity
    {
        /// <inheritdoc/>
        public override string Kind => "degenerate";

        /// <inheritdoc/>
        public override string Detail => $"only {Where}";
    }
}
