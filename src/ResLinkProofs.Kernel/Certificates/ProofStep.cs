using ResLinkProofs.Kernel.Reasoning;

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

    /// <summary>Encloses by affine forms from here on, until the box is divided.</summary>
    Sharpen,

    /// <summary>The enclosures at hand show that the formula fails.</summary>
    Values,

    /// <summary>The mean value form shows that the formula fails.</summary>
    MeanValues,

    /// <summary>HC4 contraction leaves nothing.</summary>
    Exhausted,

    /// <summary>Contraction by mean value forms leaves nothing.</summary>
    ExhaustedBySlopes,

    /// <summary>
    /// A tangent paraboloid above an atom's difference (a tangent plane where it is concave) shows that the formula fails.
    /// </summary>
    Curvature,

    /// <summary>
    /// An atom's difference touches zero with the right sign, by a Taylor expansion about where it does: the formula fails.
    /// </summary>
    Contact,

    /// <summary>Sums of squares show that polynomial facts contradict each other: the formula fails.</summary>
    Squares,

    /// <summary>The proof of another problem follows, whose emptiness implies that of the box.</summary>
    Reduce,

    /// <summary>Enclosures with more bits than doubles have show that the formula fails.</summary>
    Precision,
}

/// <summary>One step of a proof, immutable.</summary>
public readonly record struct ProofStep
{
    // What few kinds of steps have, in one place: proofs are long.
    private readonly object? _detail;

    /// <summary>A step; only its replay finds out whether it is right.</summary>
    /// <param name="kind">What the step does.</param>
    /// <param name="index">The variable of a split or a fixing, the node of a case distinction or of
    /// an atom with bounded curvature; zero otherwise.</param>
    /// <param name="number">The point of a split, the direction (+1 or -1) of a fixing, the bound on the curvature, the bits of a
    /// precision; zero otherwise.</param>
    /// <param name="point">Where the paraboloid touches, one coordinate per variable; null otherwise.</param>
    public ProofStep(ProofStepKind kind, int index = 0, double number = 0, IEnumerable<double>? point = null)
    {
        Kind = kind;
        Index = index;
        Number = number;
        _detail = point?.ToArray();
    }

    /// <summary>The step that closes a box at a contact.</summary>
    /// <param name="contact">Where the difference of an atom touches zero, and how.</param>
    public ProofStep(Contact contact)
        : this(ProofStepKind.Contact, (contact ?? throw new ArgumentNullException(nameof(contact))).Node) => _detail = contact;

    /// <summary>The step that closes a box by a polynomial identity.</summary>
    /// <param name="squares">The terms of the identity.</param>
    public ProofStep(SumOfSquares squares)
        : this(ProofStepKind.Squares) => _detail = squares ?? throw new ArgumentNullException(nameof(squares));

    /// <summary>The step after which the proof of another problem follows.</summary>
    /// <param name="reduction">Which problem.</param>
    public ProofStep(Reduction reduction)
        : this(ProofStepKind.Reduce, (reduction ?? throw new ArgumentNullException(nameof(reduction))).Node) => Reduction = reduction;

    /// <summary>What the step does.</summary>
    public ProofStepKind Kind { get; }

    /// <summary>
    /// The variable of a split or a fixing, the node of a case distinction or of an atom with bounded curvature; zero otherwise.
    /// </summary>
    public int Index { get; }

    /// <summary>
    /// The point of a split, the direction (+1 or -1) of a fixing, the bound on the curvature, the bits of a precision; zero otherwise.
    /// </summary>
    public double Number { get; }

    /// <summary>Where the paraboloid touches, one coordinate per variable; null otherwise.</summary>
    public IReadOnlyList<double>? Point => _detail is double[] point ? Array.AsReadOnly(point) : null;

    /// <summary>Where the difference of an atom touches zero, and how; null otherwise.</summary>
    public Contact? Contact => _detail as Contact;

    /// <summary>The problem whose proof follows; null otherwise.</summary>
    public Reduction? Reduction { get; }

    /// <summary>The terms of a polynomial identity; null otherwise.</summary>
    public SumOfSquares? Squares => _detail as SumOfSquares;
}
