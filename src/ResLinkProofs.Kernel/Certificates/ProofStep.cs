using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>The steps of a proof that no point of a box satisfies a formula.</summary>
public enum ProofStepKind
{
    /// <summary>Cuts the range of a variable at a point; the proofs of the lower and of the upper part follow.</summary>
    Split,

    /// <summary>The proofs of all operands of a node "or" follow, each with that operand assumed.</summary>
    Cases,

    /// <summary>One pass of HC4 contraction, which leaves something.</summary>
    Contract,

    /// <summary>One pass of contraction by mean value forms, which leaves something.</summary>
    ContractBySlopes,

    /// <summary>Fixes a variable in which all undecided differences are monotone.</summary>
    Fix,

    /// <summary>The natural interval extension shows that the formula fails.</summary>
    Values,

    /// <summary>The mean value form shows that the formula fails.</summary>
    MeanValues,

    /// <summary>HC4 contraction leaves nothing.</summary>
    Exhausted,

    /// <summary>Contraction by mean value forms leaves nothing.</summary>
    ExhaustedBySlopes,

    /// <summary>A tangent paraboloid above an atom's difference (a tangent plane where it is concave) shows that the formula fails.</summary>
    Curvature,

    /// <summary>Exact arithmetic shows that an atom's difference is one number, at which the formula fails.</summary>
    Identity,

    /// <summary>An atom's difference is largest at an anchor: the proofs of the statements by which that is shown follow.</summary>
    Anchor,

    /// <summary>Likewise, and it is strictly smaller elsewhere.</summary>
    StrictAnchor,
}

/// <summary>One step of a proof, immutable.</summary>
public readonly record struct ProofStep
{
    /// <summary>A step; only its replay finds out whether it is right.</summary>
    /// <param name="kind">What the step does.</param>
    /// <param name="index">The variable of a split or a fixing, the node of a case distinction or of an atom with bounded curvature; zero otherwise.</param>
    /// <param name="number">The point of a split, the direction (+1 or -1) of a fixing, the bound on the curvature; zero otherwise.</param>
    /// <param name="point">Where the paraboloid touches, one coordinate per variable; null otherwise.</param>
    public ProofStep(ProofStepKind kind, int index = 0, double number = 0, IEnumerable<double>? point = null)
    {
        Kind = kind;
        Index = index;
        Number = number;
        Point = point is null ? null : [.. point];
    }

    private ProofStep(ProofStepKind kind, int node, int variable, Term anchor)
        : this(kind, node) => (Variable, Anchor) = (variable, anchor);

    /// <summary>The step that reduces a box to statements about an anchor; their proofs follow.</summary>
    /// <param name="node">The atom.</param>
    /// <param name="variable">The variable along which it is followed.</param>
    /// <param name="anchor">The anchor, a term in the other variables.</param>
    /// <param name="isStrict">Whether the difference is strictly smaller elsewhere.</param>
    public static ProofStep ByAnchor(int node, int variable, Term anchor, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return new(isStrict ? ProofStepKind.StrictAnchor : ProofStepKind.Anchor, node, variable, anchor);
    }

    /// <summary>What the step does.</summary>
    public ProofStepKind Kind { get; }

    /// <summary>The variable of a split or a fixing, the node of a case distinction or of an atom with bounded curvature; zero otherwise.</summary>
    public int Index { get; }

    /// <summary>The point of a split, the direction (+1 or -1) of a fixing, the bound on the curvature; zero otherwise.</summary>
    public double Number { get; }

    /// <summary>Where the paraboloid touches, one coordinate per variable; null otherwise.</summary>
    public IReadOnlyList<double>? Point { get; }

    /// <summary>The variable along which a difference is followed to its anchor; zero otherwise.</summary>
    public int Variable { get; }

    /// <summary>The anchor; null otherwise.</summary>
    public Term? Anchor { get; }
}
