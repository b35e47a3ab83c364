using System.Buffers;
using System.Text;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Splits a script into tokens; white space and comments are dropped.</summary>
internal sealed class SmtLexer(string text, string file)
{
    private const string SymbolMarks = "~!@$%^&*_-+=<>.?/";
    private static readonly SearchValues<char> SymbolCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + SymbolMarks);

    private int _offset;
    private int _line = 1;
    private int _lineStart;

    private SmtPosition Here => new(_line, _offset - _lineStart + 1);

    /// <summary>The next token; at the end of the text, <see cref="SmtTokenKind.End"/> for ever.</summary>
    /// <exception cref="SmtInputException">The text here is no token.</exception>
    public SmtToken Next()
    {
        SkipBlank();
        SmtPosition start = Here;
        if (_offset == text.Length)
        {
            return new(SmtTokenKind.End, "", start);
        }

        char first = text[_offset];
        switch (first)
        {
            case '(':
                _offset++;
                return new(SmtTokenKind.Open, "(", start);
            case ')':
                _offset++;
                return new(SmtTokenKind.Close, ")", start);
            case '|':
                return new(SmtTokenKind.Symbol, QuotedSymbol(start), start);
            case '"':
                return new(SmtTokenKind.Quotation, QuotedText(start), start);
            case '#':
                throw Error(start, "binary and hexadecimal constants are not supported; allowed are decimal numbers such as 12 and 0.25");
            case ':':
                _offset++;
                string word = Word();
                return word.Length > 0
                    ? new(SmtTokenKind.Keyword, ":" + word, start)
                    : throw Error(start, "a keyword needs a name after ':'");
            case >= '0' and <= '9':
                return Number(start);
            default:
                return SymbolCharacters.Contains(first)
                    ? new(SmtTokenKind.Symbol, Word(), start)
                    : throw Error(start, $"unexpected character {Describe(first)}; "
                        + $"symbols consist of ASCII letters, digits and {SymbolMarks}, or stand between bars: |name|");
        }
    }

    private static string Describe(char c) => c is > ' ' and < '\x7F' ? $"'{c}'" : $"U+{(int)c:X4}";

    private SmtInputException Error(SmtPosition position, string problem) => new(file, position, problem);

    private void SkipBlank()
    {
        while (_offset < text.Length)
        {
            switch (text[_offset])
            {
                case ' ' or '\t':
                    _offset++;
                    break;
                case '\n' or '\r':
                    Advance();
                    break;
                case ';':
                    int end = text.AsSpan(_offset).IndexOfAny('\n', '\r');
                    _offset = end < 0 ? text.Length : _offset + end;
                    break;
                default:
                    return;
            }
        }
    }

    // One character on, counting lines.
    private void Advance()
    {
        char c = text[_offset++];
        bool lineEnds = c == '\n' || (c == '\r' && (_offset == text.Length || text[_offset] != '\n'));
        if (lineEnds)
        {
            _line++;
            _lineStart = _offset;
        }
    }

    private string Word()
    {
        int length = text.AsSpan(_offset).IndexOfAnyExcept(SymbolCharacters);
        int end = length < 0 ? text.Length : _offset + length;
        string word = text[_offset..end];
        _offset = end;
        return word;
    }

    private SmtToken Number(SmtPosition start)
    {
        int begin = _offset;
        SkipDigits();
        bool isDecimal = _offset + 1 < text.Length && text[_offset] == '.' && char.IsAsciiDigit(text[_offset + 1]);
        if (isDecimal)
        {
            _offset++;
            SkipDigits();
        }

        int exponent = ExponentLength();
        isDecimal |= exponent > 0;
        _offset += exponent;
        if (_offset < text.Length && SymbolCharacters.Contains(text[_offset]))
        {
            throw Error(start, $"a number is followed by '{text[_offset]}'; write numbers as 12, 0.25 or 1e-6 and put a space after them");
        }

        return new(isDecimal ? SmtTokenKind.DecimalNumber : SmtTokenKind.Numeral, text[begin.._offset], start);
    }

    // The length of a decimal exponent such as e-6 here; 0 for none. Not in the standard, where no
    // symbol may follow a number directly either.
    private int ExponentLength()
    {
        ReadOnlySpan<char> rest = text.AsSpan(_offset);
        if (rest.IsEmpty || rest[0] is not ('e' or 'E'))
        {
            return 0;
        }

        int begin = rest.Length > 1 && rest[1] is ('-' or '+') ? 2 : 1;
        int end = rest[begin..].IndexOfAnyExceptInRange('0', '9');
        int digits = end < 0 ? rest.Length - begin : end;
        return digits == 0 ? 0 : begin + digits;
    }

    private void SkipDigits()
    {
        while (_offset < text.Length && char.IsAsciiDigit(text[_offset]))
        {
            _offset++;
        }
    }

    private string QuotedSymbol(SmtPosition start)
    {
        int begin = ++_offset;
        while (_offset < text.Length && text[_offset] != '|')
        {
            if (text[_offset] == '\\')
            {
                throw Error(Here, "a symbol between bars must not contain '\\'");
            }

            Advance();
        }

        if (_offset == text.Length)
        {
            throw Error(start, "this '|' has no partner");
        }

        return text[begin.._offset++];
    }

    private string QuotedText(SmtPosition start)
    {
        var content = new StringBuilder();
        _offset++;
        while (_offset < text.Length)
        {
            if (text[_offset] == '"')
            {
                // Two quotes inside a string stand for one.
                if (_offset + 1 == text.Length || text[_offset + 1] != '"')
                {
                    _offset++;
                    return content.ToString();
                }

                _offset++;
            }

            content.Append(text[_offset]);
            Advance();
        }

        throw Error(start, "this '\"' has no partner");
    }
}
