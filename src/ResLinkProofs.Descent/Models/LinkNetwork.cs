using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// The two-layer network f(x) = sum_j sigma(&lt;c_j, x&gt;), where c_j is column j of I + W with the identity link ("ResLink") and of W
/// without it ("Vanilla").
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LinkNetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A network of the given weights.</summary>
    /// <param name="weights">d x d, row-major; kept, not copied.</param>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="identityLink">Whether x itself is added to x W.</param>
    /// <param name="activation">sigma; null is ReLU.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="weights"/> has not d * d elements.</exception>
    public LinkNetwork(T[] weights, int dimension, bool identityLink, Activation? activation = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (weights.Length != (long)dimension * dimension)
            throw new ArgumentException(
                $"weights has {weights.Length} elements; "
                    + $"a {dimension} x {dimension} matrix has {(long)dimension * dimension}.", nameof(weights));
        Weights = weights;
        Dimension = dimension;
        IdentityLink = identityLink;
        Activation = activation ?? Activation.Relu;
    }

    /// <summary>d: inputs, and hidden units.</summary>
    public int Dimension { get; }

    /// <summary>Whether the hidden units see x (I + W) rather than x W.</summary>
    public bool IdentityLink { get; }

    /// <summary>sigma.</summary>
    public Activation Activation { get; }

    /// <summary>W, d x d, row-major; a trainer changes it in place.</summary>
    [SuppressMessage(
        "Performance", "CA1819", Justification = "The matrix is the state; copying it at every access would defeat its purpose.")]
    public T[] Weights { get; }

    /// <summary>Whether every weight is 0, so that the product with W can be left out.</summary>
    public bool IsZero => !Weights.AsSpan().ContainsAnyExcept(T.Zero);
}
