using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>The hypothesis that a matrix of variables has spectral norm at most a constant.</summary>
/// <remarks>It is confirmed exactly at rational points. A proof that ignores it proves more than was asked, and stays sound.</remarks>
public sealed class SpectralBound
{
    private readonly string[][] _rows;

    /// <summary>States that the matrix with the given entries has spectral norm at most <paramref name="bound"/>.</summary>
    /// <param name="name">The name of the matrix, for reports.</param>
    /// <param name="rows">Rows of variable names, all of one length, at least 1 x 1.</param>
    /// <param name="bound">A bound that is not negative.</param>
    /// <exception cref="ArgumentException">The rows are ragged or empty, or the bound is negative.</exception>
    public SpectralBound(string name, IReadOnlyList<IReadOnlyList<string>> rows, Rational bound)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = [.. rows.Select(r => r.ToArray())];
        if (_rows.Length == 0 || _rows[0].Length == 0 || _rows.Any(r => r.Length != _rows[0].Length))
        {
            throw new ArgumentException($"The rows of '{name}' must be equally long and not empty.", nameof(rows));
        }

        if (bound.Sign < 0)
        {
            throw new ArgumentException(
                $"The spectral norm of '{name}' cannot be at most {bound}; give a bound of at least 0.", nameof(bound));
        }

        Name = name;
        Rows = [.. _rows.Select(IReadOnlyList<string> (r) => [.. r])];
        Bound = bound;
    }

    /// <summary>The name of the matrix.</summary>
    public string Name { get; }

    /// <summary>The names of the entries, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The largest admitted spectral norm.</summary>
    public Rational Bound { get; }

    /// <summary>The entries as variables, row by row.</summary>
    public IEnumerable<Term> Entries() => _rows.SelectMany(row => row).Select(Term.Variable);

    /// <summary>Decides exactly whether the bound holds: bound^2 I - M^T M is positive semidefinite.</summary>
    /// <param name="value">The exact value of each variable.</param>
    public bool HoldsAt(Func<string, Rational> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Rational[][] m = Array.ConvertAll(_rows, row => Array.ConvertAll(row, name => value(name)));
        int n = m[0].Length;
        var gap = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Rational product = m.Aggregate(Rational.Zero, (sum, row) => sum + (row[i] * row[j]));
                gap[i, j] = (i == j ? Bound * Bound : Rational.Zero) - product;
            }
        }

        return ExactDefiniteness.IsPositiveSemidefinite(gap);
    }
}
