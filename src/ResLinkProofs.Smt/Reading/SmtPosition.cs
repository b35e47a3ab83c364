using System.Globalization;

namespace ResLinkProofs.Smt.Reading;

/// <summary>A place in a text.</summary>
/// <param name="Line">Line, from 1; lines end with LF, CR LF or CR.</param>
/// <param name="Column">Column, from 1, in UTF-16 code units; a tab is one column.</param>
public readonly record struct SmtPosition(int Line, int Column)
{
    /// <summary>The place as <c>LINE:COLUMN</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
