using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Export.Coq;

/// <summary>
/// Cuts the box of a statement into parts on each of which interval arithmetic alone shows that the conclusion holds or that a
/// hypothesis fails, and writes the case distinctions for Coq. The search is not trusted: a part that Coq cannot close fails the proof.
/// </summary>
internal sealed class CoqCover
{
    private const int MostParts = 400;
    private const int MostBoxes = 20_000;
    private readonly Statement _statement;
    private readonly ExportedNames _names;
    private readonly IReadOnlyDictionary<string, string> _rangeOf;
    private readonly BoxReasoner _reasoner;
    private readonly double[] _widths;
    private readonly StringBuilder _text = new();
    private int _parts;
    private int _boxes;

    private CoqCover(Statement statement, ExportedNames names, IReadOnlyDictionary<string, string> rangeOf)
    {
        _statement = statement;
        _names = names;
        _rangeOf = rangeOf;
        _reasoner = new BoxReasoner(EmptinessProblem.Of(statement));
        _widths = [.. statement.Variables.Select(v => (v.Upper!.Value - v.Lower!.Value).ToDouble())];
    }

    /// <summary>The case distinctions, or null where there are too many, or none that end.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="names">Its names.</param>
    /// <param name="rangeOf">The name of the premise with the range of each variable.</param>
    public static string? Write(Statement statement, ExportedNames names, IReadOnlyDictionary<string, string> rangeOf)
    {
        if (statement.Variables.Count is 0 or > 4 || statement.Variables.Any(v => v.Lower is null || v.Upper is null))
        {
            return null;
        }

        var cover = new CoqCover(statement, names, rangeOf);
        (Rational, Rational)[] box = [.. statement.Variables.Select(v => (v.Lower!.Value, v.Upper!.Value))];
        return cover.Close(box, 1) ? cover._text.ToString() : null;
    }

    private bool Close((Rational Low, Rational High)[] box, int depth)
    {
        if (++_boxes > MostBoxes || depth > 60)
        {
            return false;
        }

        Interval[] enclosed = [.. box.Select(b => new Interval(b.Low.RoundDown(), b.High.RoundUp()))];
        int[] choices = new int[_reasoner.Choices.Length];
        Array.Fill(choices, -1);
        _reasoner.Load(enclosed, choices);
        string indent = new(' ', Math.Min(2 * depth, 40));
        if (_reasoner.IsRefutedByValues())
        {
            _text.Append(indent).Append("reslink_part.\n");
            return ++_parts <= MostParts;
        }

        int along = Widest(box);
        (Rational low, Rational high) = box[along];
        Rational middle = Middle(low, high);
        string name = _names[_statement.Variables[along].Name], range = _rangeOf[_statement.Variables[along].Name];
        string cut = InfixWriter.Number(middle);
        _text.Append(CultureInfo.InvariantCulture, $"{indent}destruct (Rle_or_lt {name} {cut}); [ assert (B : {InfixWriter.Number(low)} <= "
            + $"{name} <= {cut}) by lra | assert (B : {cut} <= {name} <= {InfixWriter.Number(high)}) by lra ]; clear {range}; rename B "
            + $"into {range}.\n");
        foreach ((Rational, Rational) half in new[] { (low, middle), (middle, high) })
        {
            _text.Append(indent).Append("{\n");
            var part = ((Rational, Rational)[])box.Clone();
            part[along] = half;
            if (!Close(part, depth + 1))
            {
                return false;
            }

            _text.Append(indent).Append("}\n");
        }

        return true;
    }

    private int Widest((Rational Low, Rational High)[] box)
    {
        int widest = 0;
        double largest = -1;
        for (int i = 0; i < box.Length; i++)
        {
            double share = _widths[i] > 0 ? (box[i].High - box[i].Low).ToDouble() / _widths[i] : 0;
            if (share > largest)
            {
                (widest, largest) = (i, share);
            }
        }

        return widest;
    }

    // A short number near the middle.
    private static Rational Middle(Rational low, Rational high) => (low + high) / 2;
}
