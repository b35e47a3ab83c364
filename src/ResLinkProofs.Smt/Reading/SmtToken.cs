namespace ResLinkProofs.Smt.Reading;

/// <summary>The lexical classes of SMT-LIB 2.6 (section 3.1 of the standard).</summary>
public enum SmtTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>Digits.</summary>
    Numeral,

    /// <summary>Digits, a point, digits.</summary>
    DecimalNumber,

    /// <summary>A symbol, simple or between bars; <c>abc</c> and <c>|abc|</c> are the same symbol.</summary>
    Symbol,

    /// <summary>A word that starts with a colon.</summary>
    Keyword,

    /// <summary>Text between double quotes.</summary>
    Quotation,
}

/// <summary>One lexical unit of a script.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Text">Its text, without bars or quotes.</param>
/// <param name="Position">Where it starts.</param>
internal readonly record struct SmtToken(SmtTokenKind Kind, string Text, SmtPosition Position);
