using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Smt.Solving;

/// <summary>Reads what a solver wrote. Whatever is not exactly an answer voids it.</summary>
internal static class SolverOutput
{
    private const int LargestDegree = 40;   // isolating roots of larger polynomials could take longer than the query
    private const long LargestSize = 20_000; // bits of all coefficients, for the same reason
    private const int LargestDepth = 200;
    private static readonly Rational RootWidth = Rational.Pow(2, -60);

    /// <summary>The reply in a transcript.</summary>
    /// <param name="transcript">What the solver wrote and how it ended.</param>
    /// <param name="names">The names of the variables whose values a model must give.</param>
    public static SmtReply Interpret(SolverTranscript transcript, IReadOnlyList<string> names)
    {
        switch (transcript.End)
        {
            case TranscriptEnd.WallLimit:
                return SmtReply.Unknown(transcript.Detail);
            case TranscriptEnd.OutputLimit:
                return SmtReply.Void(transcript.Detail);
        }

        // An error voids the answer even where an answer follows: the solver has then answered another question.
        int error = transcript.Output.IndexOf("(error", StringComparison.Ordinal);
        if (error >= 0)
        {
            return SmtReply.Void(Cut(transcript.Output[error..]));
        }

        if (transcript.End == TranscriptEnd.Failed)
        {
            return SmtReply.Void($"{transcript.Detail} {Cut(transcript.Errors)}".Trim());
        }

        if (transcript.Errors.Contains("error", StringComparison.OrdinalIgnoreCase))
        {
            return SmtReply.Void(Cut(transcript.Errors));
        }

        try
        {
            return Interpret(Nodes(transcript.Output), names) ?? SmtReply.Void($"not an answer: {Cut(transcript.Output)}");
        }
        catch (SmtInputException e)
        {
            return SmtReply.Void($"not an answer: {e.Problem}");
        }
    }

    /// <summary>Whether the first line of output asks for the model, for the reason, or for nothing.</summary>
    public static string FollowUp(string firstLine, IReadOnlyList<string> names) => firstLine.Trim() switch
    {
        "sat" when names.Count > 0 => $"(get-value ({string.Join(' ', names)}))\n(exit)\n",
        "unknown" => "(get-info :reason-unknown)\n(exit)\n",
        _ => "(exit)\n",
    };

    private static SmtReply? Interpret(List<SmtNode> nodes, IReadOnlyList<string> names)
    {
        if (nodes.Count == 0 || !nodes[0].IsSymbol)
        {
            return null;
        }

        switch (nodes[0].Text, nodes.Count)
        {
            case ("unsat", 1):
                return SmtReply.Unsat;
            case ("sat", 1) when names.Count == 0:
                return SmtReply.Sat(new Dictionary<string, SmtNumber>());
            case ("sat", 2):
                return Model(nodes[1], names) is { } model
                    ? SmtReply.Sat(model)
                    : SmtReply.Void($"sat, without a readable model: {nodes[1]}");
            case ("unknown", 1):
                return SmtReply.Unknown("the solver gave up");
            case ("unknown", 2) when nodes[1] is { IsList: true, Items.Count: 2 } info && info.Items[0].Text == ":reason-unknown":
                return SmtReply.Unknown($"the solver gave up: {info.Items[1].Text}");
            default:
                return null;
        }
    }

    private static Dictionary<string, SmtNumber>? Model(SmtNode node, IReadOnlyList<string> names)
    {
        var values = new Dictionary<string, SmtNumber>(StringComparer.Ordinal);
        foreach (SmtNode pair in node.Items)
        {
            bool wellFormed = pair is { IsList: true, Items.Count: 2 } && pair.Items[0].IsSymbol;
            if (!wellFormed || Number(pair.Items[1]) is not { } value || !values.TryAdd(pair.Items[0].Text, value))
            {
                return null;
            }
        }

        return values.Count == names.Count && names.All(values.ContainsKey) ? values : null;
    }

    private static SmtNumber? Number(SmtNode node)
    {
        if (node.Head == "root-obj" && node.Items.Count == 3)
        {
            return Polynomial(node.Items[1], 0) is { } polynomial && int.TryParse(node.Items[2].Text, out int index)
                && polynomial.Sum(a => a.Numerator.GetBitLength() + a.Denominator.GetBitLength()) <= LargestSize
                ? RootIsolation.Root(polynomial, index, RootWidth)
                : null;
        }

        return Polynomial(node, 0) is { Length: <= 1 } constant
            ? SmtNumber.Exact(constant.Length == 0 ? Rational.Zero : constant[0])
            : null;
    }

    // Coefficients from the constant term up, without leading zeros; null for anything but a polynomial in the one variable x.
    private static Rational[]? Polynomial(SmtNode node, int depth)
    {
        switch (node.Kind)
        {
            case SmtTokenKind.Numeral or SmtTokenKind.DecimalNumber:
                return Rational.TryParse(node.Text, out Rational value) ? Trim([value]) : null;
            case SmtTokenKind.Symbol when node.Text == "x":
                return [Rational.Zero, Rational.One];
            case SmtTokenKind.Open when depth < LargestDepth && node.Items.Count > 1:
                Rational[]?[] operands = [.. node.Items.Skip(1).Select(item => Polynomial(item, depth + 1))];
                return operands.Contains(null) ? null : Combine(node.Head, operands!);
            default:
                return null;
        }
    }

    private static Rational[]? Combine(string? head, Rational[][] operands)
    {
        switch (head)
        {
            case "+":
                return operands.Aggregate(Sum);
            case "-":
                return operands.Length == 1 ? Scale(operands[0], -1) : operands.Aggregate((a, b) => Sum(a, Scale(b, -1)));
            case "*":
                return operands.Sum(o => o.Length) > LargestDegree ? null : operands.Aggregate(Product);
            case "/" when operands.Length == 2 && operands[1].Length == 1:
                return Scale(operands[0], Rational.One / operands[1][0]);
            case "^" when operands.Length == 2 && operands[1].Length == 1 && operands[1][0].IsInteger && operands[1][0].Numerator is var n
                && n >= BigInteger.One:
                return n > LargestDegree || n * operands[0].Length > LargestDegree
                    ? null
                    : Enumerable.Repeat(operands[0], (int)n).Aggregate(Product);
            default:
                return null;
        }
    }

    private static Rational[] Sum(Rational[] a, Rational[] b) =>
        Trim([.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => (i < a.Length ? a[i] : 0) + (i < b.Length ? b[i] : 0))]);

    private static Rational[] Scale(Rational[] a, Rational factor) => Trim(Array.ConvertAll(a, c => c * factor));

    private static Rational[] Product(Rational[] a, Rational[] b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return [];
        }

        var product = new Rational[a.Length + b.Length - 1];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }

        return Trim(product);
    }

    private static Rational[] Trim(Rational[] a) => a[..(Array.FindLastIndex(a, c => c.Sign != 0) + 1)];

    private static List<SmtNode> Nodes(string text)
    {
        var reader = new SmtNodeReader(text, "solver");
        var nodes = new List<SmtNode>();
        while (nodes.Count < 4 && reader.Next() is { } node)
        {
            nodes.Add(node);
        }

        return nodes;
    }

    private static string Cut(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..200] + "...";
    }
}
