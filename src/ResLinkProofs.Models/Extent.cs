using System.Globalization;

namespace ResLinkProofs.Models;

/// <summary>The number of rows or columns of a matrix: a name such as <c>n</c> that stands for any number, or a number.</summary>
public readonly record struct Extent
{
    private readonly string? _name;

    private Extent(string? name, int number) => (_name, Number) = (name, number);

    /// <summary>A size with a name; two of one name are the same size.</summary>
    /// <param name="name">A letter, and perhaps letters and digits.</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public static Extent Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.IsName(name) ? new(name, 0) : throw new ArgumentException(
            $"'{name}' is no name of a size; use a letter, then letters and digits, such as 'n'.", nameof(name));
    }

    /// <summary>The name; null for a number.</summary>
    public string? Name => _name;

    /// <summary>The number; 0 where there is a name.</summary>
    public int Number { get; }

    /// <summary>True for the number 1.</summary>
    public bool IsOne => Number == 1;

    /// <summary>A number of rows or columns.</summary>
    /// <param name="number">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public static implicit operator Extent(int number) => number >= 1 ? new(null, number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A matrix has at least 1 row and 1 column.");

    /// <inheritdoc/>
    public override string ToString() => _name ?? Number.ToString(CultureInfo.InvariantCulture);
}
