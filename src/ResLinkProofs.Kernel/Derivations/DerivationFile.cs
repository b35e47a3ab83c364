using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// A theorem and the steps of a derivation, as a text file: hypotheses, conclusion and steps, a line each,
/// after the matrices that occur in them, each of which has a name; then a digest of all that precedes it,
/// which catches accidents. What catches lies is <see cref="DerivationChecker"/>. Every file has one text.
/// </summary>
public static class DerivationFile
{
    private const string Heading = "reslink derivation 1", DigestHeading = "sha256 ";

    private static readonly HashSet<string> MatrixWords =
    [
        "transpose", "identity", "ones", "sum", "scaled", "product", "diagonal", "off", "row", "column", "map",
    ];

    /// <summary>True when a text begins as such a file does.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsOne(string text) => text is not null && text.StartsWith($"{Heading}\n", StringComparison.Ordinal);

    /// <summary>The text of the file.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="steps">The steps.</param>
    public static string Print(Theorem theorem, IEnumerable<DerivationStep> steps)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(steps);
        var text = new StringBuilder($"{Heading}\n");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string Named(Expression expression)
        {
            if (expression.Token is { } token)
            {
                return token;
            }

            string inner = $"({string.Join(' ', expression.Items.Select(Named))})";
            if (expression.Items is not [{ Token: { } word }, ..] || !MatrixWords.Contains(word))
            {
                return inner;
            }

            if (!names.TryGetValue(inner, out string? name))
            {
                names[inner] = name = $"m{names.Count + 1}";
                text.Append(CultureInfo.InvariantCulture, $"let {name} {inner}\n");
            }

            return name;
        }

        // Matrices are named in front of the line in which they occur.
        void Line(string word, string expression)
        {
            string named = Named(Expression.Parse(expression));
            text.Append(CultureInfo.InvariantCulture, $"{word} {named}\n");
        }

        foreach (Fact hypothesis in theorem.Hypotheses)
        {
            Line("given", $"({hypothesis.Relation} {TermText.Of(hypothesis.Left)})");
        }

        foreach (Fact conclusion in theorem.Conclusions)
        {
            Line("conclude", $"({conclusion.Relation} {TermText.Of(conclusion.Left)})");
        }

        foreach (DerivationStep step in steps)
        {
            string parts = string.Join(' ', step.Parts.Select(
                p => $"({p.Weight} {TermText.Of(p.Factor)} {List(p.Matrices.Select(m => m.Text))} {List(p.Premises.Select(Number))})"));
            Line("step", $"({step.Rule} {step.Scope} {Sized(step.Rows)} {Sized(step.Columns)} {step.Relation} "
                + $"{List(step.Premises.Select(Number))} {List(step.Terms.Select(TermText.Of))} ({parts}))");
            foreach (ProofStep proof in step.Proof)
            {
                text.Append(CultureInfo.InvariantCulture, $"by {Certificate.Print(proof)}\n");
            }
        }

        string digest = Certificate.Digest(text.ToString());
        return text.Append(CultureInfo.InvariantCulture, $"{DigestHeading}{digest}\n").ToString();
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text; only the exact form that <see cref="Print"/> writes is accepted.</param>
    /// <exception cref="FormatException">The text is damaged or no derivation; the message says where.</exception>
    public static (Theorem Theorem, IReadOnlyList<DerivationStep> Steps) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Certificate.RequirePlain(text);
        int digestStart = text.LastIndexOf("\n" + DigestHeading, StringComparison.Ordinal) + 1;
        if (!IsOne(text) || digestStart == 0 || text[digestStart..] != $"{DigestHeading}{Certificate.Digest(text[..digestStart])}\n")
        {
            throw new FormatException("the heading or the digest at the end does not fit: the file is truncated or damaged");
        }

        string[] lines = text[..(digestStart - 1)].Split('\n');
        var matrices = new Dictionary<string, Expression>(StringComparer.Ordinal);
        var hypotheses = new List<Atom>();
        var conclusions = new List<Atom>();
        var steps = new List<DerivationStep>();
        for (int i = 1; i < lines.Length; i++)
        {
            try
            {
                string[] words = lines[i].Split(' ', 2);
                string rest = words.Length == 2 ? words[1] : throw new FormatException("a line has a word and more");
                switch (words[0])
                {
                    case "let":
                        string[] definition = rest.Split(' ', 2);
                        matrices.Add(definition[0], Expression.Parse(
                            DerivationReader.Matrix(Expanded(Expression.Parse(definition[1]), matrices)).Text));
                        break;
                    case "given" when conclusions.Count == 0:
                        hypotheses.Add(Comparison(Expanded(Expression.Parse(rest), matrices)));
                        break;
                    case "conclude" when steps.Count == 0:
                        conclusions.Add(Comparison(Expanded(Expression.Parse(rest), matrices)));
                        break;
                    case "step" when conclusions.Count > 0:
                        steps.Add(Step(Expanded(Expression.Parse(rest), matrices)));
                        break;
                    case "by" when steps.Count > 0:
                        steps[^1] = steps[^1] with
                        {
                            Proof = [.. steps[^1].Proof, Certificate.ParseStep(rest, i + 1, Math.Max(0, rest.Split(' ').Length - 3))],
                        };
                        break;
                    default:
                        throw new FormatException($"no line begins with '{words[0]}' here");
                }
            }
            catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or ArithmeticException)
            {
                throw new FormatException($"line {i + 1}: {e.Message}", e);
            }
        }

        var theorem = new Theorem(hypotheses, conclusions.Count > 0 ? conclusions : throw new FormatException("there is no conclusion"));
        Certificate.RequireSame(text, Print(theorem, steps));
        return (theorem, steps);
    }

    private static string Number(int step) => (step + 1).ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> items) => $"({string.Join(' ', items)})";

    private static string Sized(string name) => name.Length == 0 ? "-" : name;

    private static Expression Expanded(Expression expression, Dictionary<string, Expression> names) => expression.Token is { } token
        ? token[0] == 'm' && names.TryGetValue(token, out Expression? known) ? known : expression
        : new(null, [.. expression.Items.Select(item => Expanded(item, names))]);

    private static Atom Comparison(Expression text) => text.Items is [{ Token: { } relation }, var left]
        ? Enum.Parse<Relation>(relation) switch
        {
            Relation.GreaterOrEqual => (Atom)(DerivationReader.Term(left) >= 0),
            Relation.Greater => (Atom)(DerivationReader.Term(left) > 0),
            Relation.Equal => (Atom)DerivationReader.Term(left).EqualTo(0),
            _ => throw new FormatException($"'{relation}' is no relation of a fact"),
        }
        : throw new FormatException("a comparison is a relation and a term");

    private static DerivationStep Step(Expression text) =>
        text.Items is
        [
        { Token: { } rule }, { Token: { } scope }, { Token: { } rows },
        { Token: { } columns }, { Token: { } relation }, var premises, var terms, var parts,
        ]
            ? new(Enum.Parse<Rule>(rule), Enum.Parse<Scope>(scope))
            {
                Rows = rows == "-" ? "" : rows,
                Columns = columns == "-" ? "" : columns,
                Relation = Enum.Parse<Relation>(relation),
                Premises = Numbers(premises),
                Terms = [.. terms.Items.Select(DerivationReader.Term)],
                Parts = [.. parts.Items.Select(Part)],
            }
            : throw new FormatException("a step has eight items");

    private static DerivationPart Part(Expression text) => text.Items is [{ Token: { } weight }, var factor, var matrices, var premises]
        ? new(
            EmptinessProblem.Number(weight), DerivationReader.Term(factor),
            [.. matrices.Items.Select(DerivationReader.Matrix)], Numbers(premises))
        : throw new FormatException("a part has four items");

    private static int[] Numbers(Expression list) => [.. list.Items.Select(
        i => i.Token is { } token && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number - 1 : throw new FormatException("a step is referred to by its number"))];
}
