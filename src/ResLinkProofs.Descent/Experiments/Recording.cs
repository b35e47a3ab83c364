using System.Globalization;
using System.Text;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>A table of numbers that grows row by row while an experiment runs, is kept in checkpoints and is written as CSV.</summary>
/// <param name="name">The block's name in checkpoints and the stem of the CSV file.</param>
/// <param name="columns">At least one column name.</param>
public sealed class Recording(string name, params string[] columns)
{
    private readonly List<double> values = [];

    /// <summary>The block's name and the file's stem.</summary>
    public string Name { get; } = name;

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Number of rows so far.</summary>
    public int Rows => values.Count / Columns.Count;

    /// <summary>Appends a row.</summary>
    /// <param name="row">One number per column.</param>
    /// <exception cref="ArgumentException">Another number of numbers.</exception>
    public void Add(params ReadOnlySpan<double> row)
    {
        if (row.Length != Columns.Count)
            throw new ArgumentException(
                $"The row has {row.Length} numbers; the recording '{Name}' has {Columns.Count} columns.", nameof(row));
        values.AddRange(row);
    }

    /// <summary>A column, optionally of the rows where another column has a given value.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="where">Name of the selecting column, or null for all rows.</param>
    /// <param name="equals">The value to select.</param>
    public double[] Column(string column, string? where = null, double equals = 0)
    {
        var (c, w) = (IndexOf(column), where is null ? -1 : IndexOf(where));
        return Enumerable.Range(0, Rows).Where(r => w < 0 || this[r, w] == equals).Select(r => this[r, c]).ToArray();
    }

    /// <summary>The table as CSV: a header, then numbers in their shortest form that reads back to the same bits.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        for (var r = 0; r < Rows; r++)
            text.AppendJoin(',', Enumerable.Range(0, Columns.Count).Select(c => this[r, c].ToString("R", CultureInfo.InvariantCulture)))
                .Append('\n');
        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToCsv"/> wrote, to the same bits.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="text">A header and rows.</param>
    /// <exception cref="InvalidDataException">A row has another number of entries than the header, or an entry is no number.</exception>
    public static Recording FromCsv(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var table = new Recording(name, lines.FirstOrDefault("").Split(','));
        for (var i = 1; i < lines.Length; i++)
        {
            var entries = lines[i].Split(',');
            var row = new double[entries.Length];
            for (var k = 0; k < row.Length; k++)
            {
                if (entries.Length != table.Columns.Count
                    || !double.TryParse(entries[k], NumberStyles.Float, CultureInfo.InvariantCulture, out row[k]))
                    throw new InvalidDataException(
                        $"{name}, line {i + 1}: '{lines[i]}' is no row of {table.Columns.Count} numbers; record the run again.");
            }

            table.Add(row);
        }

        return table;
    }

    /// <summary>Stores the rows.</summary>
    /// <param name="checkpoint">Receives the block.</param>
    public void Save(Checkpoint checkpoint) =>
        checkpoint.Put<double>(Name, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));

    /// <summary>Takes the rows back.</summary>
    /// <param name="checkpoint">Holds the block.</param>
    public void Restore(Checkpoint checkpoint)
    {
        values.Clear();
        values.AddRange(checkpoint.Get<double>(Name));
    }

    private double this[int row, int column] => values[(row * Columns.Count) + column];

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }

        throw new ArgumentException(
            $"The recording '{Name}' has no column '{column}'; it has {string.Join(", ", Columns)}.", nameof(column));
    }
}
