namespace ResLinkProofs.Models;

/// <summary>Numbers for the named sizes of a model, such as m = 2, n = 3.</summary>
public sealed class SizeAssignment
{
    private readonly (string Name, int Number)[] _sizes;

    /// <summary>Gives each named size a number.</summary>
    /// <param name="sizes">Names and numbers of at least 1.</param>
    /// <exception cref="ArgumentException">A name is repeated or a number is below 1.</exception>
    public SizeAssignment(IEnumerable<(string Name, int Number)> sizes)
    {
        _sizes = [.. sizes];
        foreach ((string name, int number) in _sizes)
        {
            if (number < 1 || _sizes.Count(s => s.Name == name) > 1)
            {
                throw new ArgumentException($"{name} = {number}: every size has one number, at least 1.", nameof(sizes));
            }
        }
    }

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> SizeNames => _sizes.Select(s => s.Name);

    /// <summary>The number of rows or columns that an extent stands for.</summary>
    /// <param name="extent">A number, or one of the names.</param>
    /// <exception cref="ArgumentException">The name has no number here.</exception>
    public int this[Extent extent]
    {
        get
        {
            foreach ((string name, int number) in _sizes)
            {
                if (name == extent.Name)
                {
                    return number;
                }
            }

            return extent.Name is null ? extent.Number
                : throw new ArgumentException(
                    $"The size '{extent}' has no number; give one of {string.Join(", ", SizeNames.DefaultIfEmpty("none"))}, or declare "
                    + $"'{extent}' in the model.",
                    nameof(extent));
        }
    }

    /// <summary>The sizes as text, e.g. <c>m = 2, n = 3</c>.</summary>
    public override string ToString() => string.Join(", ", _sizes.Select(s => $"{s.Name} = {s.Number}"));
}
