using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// A problem and the steps of a proof of it, as a text file: the problem, then the steps in preorder, then a digest of all that
/// precedes it, which catches accidents. What catches lies is <see cref="CertificateChecker"/>. Immutable.
/// </summary>
/// <remarks>A certificate has one text, of printable ASCII characters and line feeds: what would be printed otherwise is refused.</remarks>
public sealed class Certificate
{
    // The longest text of a double is 24 characters.
    private const int LongestNumber = 32;

    private const string Heading = "reslink certificate 1", ProofHeading = "proof", DigestHeading = "sha256 ";

    private static readonly Dictionary<ProofStepKind, string> WordOf = new()
    {
        [ProofStepKind.Split] = "split",
        [ProofStepKind.Cases] = "cases",
        [ProofStepKind.Contract] = "contract",
        [ProofStepKind.ContractBySlopes] = "contract-slopes",
        [ProofStepKind.Fix] = "fix",
        [ProofStepKind.Sharpen] = "sharpen",
        [ProofStepKind.Values] = "values",
        [ProofStepKind.MeanValues] = "mean-values",
        [ProofStepKind.Exhausted] = "exhausted",
        [ProofStepKind.ExhaustedBySlopes] = "exhausted-slopes",
        [ProofStepKind.Curvature] = "curvature",
        [ProofStepKind.Contact] = ContactText.Word,
        [ProofStepKind.Squares] = SquaresText.Word,
        [ProofStepKind.Reduce] = ReductionText.Word,
        [ProofStepKind.Precision] = "precision",
    };

    private static readonly Dictionary<string, ProofStepKind> KindOf = WordOf.ToDictionary(
        p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>A claimed proof.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">The steps, in preorder.</param>
    public Certificate(EmptinessProblem problem, IEnumerable<ProofStep> steps)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(steps);
        Problem = problem;
        Steps = [.. steps];
    }

    /// <summary>What is claimed to be proved.</summary>
    public EmptinessProblem Problem { get; }

    /// <summary>The steps of the proof, in preorder.</summary>
    public IReadOnlyList<ProofStep> Steps { get; }

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Heading}\n{Problem}{ProofHeading}\n");
        foreach (ProofStep step in Steps)
        {
            text.Append(Print(step)).Append('\n');
        }

        string digest = Digest(text.ToString());
        return text.Append(CultureInfo.InvariantCulture, $"{DigestHeading}{digest}\n").ToString();
    }

    /// <summary>The line of a step.</summary>
    internal static string Print(ProofStep step)
    {
        if (step.Contact is { } contact)
        {
            return ContactText.Print(contact);
        }

        if (step.Squares is { } squares)
        {
            return SquaresText.Print(squares);
        }

        if (step.Reduction is { } reduction)
        {
            return ReductionText.Print(reduction);
        }

        int numbers = NumbersOf(step.Kind);
        var text = new StringBuilder(WordOf[step.Kind]);
        if (numbers > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" {step.Index}");
        }

        if (numbers > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" {step.Number:R}");
        }

        foreach (double coordinate in step.Point ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $" {coordinate:R}");
        }

        return text.ToString();
    }

    /// <summary>Reads the bytes of a certificate file.</summary>
    /// <param name="bytes">The bytes; only those of the form that <see cref="ToString"/> writes, without a byte order mark.</param>
    /// <exception cref="FormatException">The file is damaged or not a certificate; the message says where.</exception>
    public static Certificate Parse(ReadOnlySpan<byte> bytes) => Parse(Encoding.Latin1.GetString(bytes));

    /// <summary>Reads the text of a certificate file.</summary>
    /// <param name="text">The text; only the exact form that <see cref="ToString"/> writes is accepted.</param>
    /// <exception cref="FormatException">The text is damaged or not a certificate; the message says where.</exception>
    public static Certificate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        RequirePlain(text);
        int digestStart = text.LastIndexOf("\n" + DigestHeading, StringComparison.Ordinal) + 1;
        if (digestStart == 0 || text[digestStart..] != $"{DigestHeading}{Digest(text[..digestStart])}\n")
        {
            throw new FormatException("the digest at the end is missing or does not fit: the file is truncated or damaged");
        }

        string[] lines = text[..(digestStart - 1)].Split('\n');
        int proof = Array.IndexOf(lines, ProofHeading);
        if (lines[0] != Heading || proof < 0)
        {
            throw new FormatException($"a certificate begins with '{Heading}' and has a line '{ProofHeading}'");
        }

        EmptinessProblem problem = EmptinessProblem.Parse(lines[1..proof]);
        var steps = new ProofStep[lines.Length - proof - 1];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = ParseStep(lines[proof + 1 + i], proof + 2 + i, problem.Variables.Count);
        }

        var certificate = new Certificate(problem, steps);
        RequireSame(text, certificate.ToString());
        return certificate;
    }

    // What follows the word of a step: an index, then a number, then (for curvature) a coordinate per variable.
    private static int NumbersOf(ProofStepKind kind) => kind switch
    {
        ProofStepKind.Split or ProofStepKind.Fix or ProofStepKind.Curvature or ProofStepKind.Precision => 2,
        ProofStepKind.Cases => 1,
        _ => 0,
    };

    /// <summary>Reads the line of a step of a problem with so many variables.</summary>
    internal static ProofStep ParseStep(string line, int number, int variables)
    {
        string[] words = line.Split(' ');
        if (!KindOf.TryGetValue(words[0], out ProofStepKind kind))
        {
            throw new FormatException($"line {number}: '{words[0]}' is no step of a proof");
        }

        if (kind == ProofStepKind.Contact)
        {
            return new ProofStep(ContactText.Parse(words, number));
        }

        if (kind == ProofStepKind.Squares)
        {
            return new ProofStep(SquaresText.Parse(words, number));
        }

        if (kind == ProofStepKind.Reduce)
        {
            return new ProofStep(ReductionText.Parse(words, number));
        }

        int expected = 1 + NumbersOf(kind) + (kind == ProofStepKind.Curvature ? variables : 0);
        var numbers = new double[Math.Max(0, words.Length - 2)];
        int index = 0;
        bool valid = words.Length == expected
            && (expected == 1 || int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
        for (int i = 0; valid && i < numbers.Length; i++)
        {
            valid = words[i + 2].Length <= LongestNumber
                && double.TryParse(words[i + 2], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                && double.IsFinite(numbers[i]);
        }

        if (!valid)
        {
            throw new FormatException($"line {number}: a step '{words[0]}' has {expected - 1} finite number(s), the first a whole one");
        }

        return kind == ProofStepKind.Curvature
            ? new ProofStep(kind, index, numbers[0], numbers[1..])
            : new ProofStep(kind, index, expected == 3 ? numbers[0] : 0);
    }

    internal static void RequirePlain(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or (>= ' ' and <= '~')))
            {
                string place = $"line {LineOf(text, i)}: the character U+{(int)text[i]:X4}";
                throw new FormatException($"{place}; a certificate has printable ASCII characters and line feeds only");
            }
        }
    }

    internal static void RequireSame(string text, string canonical)
    {
        int same = text.AsSpan().CommonPrefixLength(canonical);
        if (same < text.Length || same < canonical.Length)
        {
            int line = LineOf(text, same);
            throw new FormatException($"line {line}: not in the one form in which it is written, which is '{LineAt(canonical, line)}'");
        }
    }

    private static int LineOf(string text, int position) => 1 + text.AsSpan(0, position).Count('\n');

    private static string LineAt(string text, int line)
    {
        string found = text.Split('\n')[line - 1];
        return found.Length <= 80 ? found : found[..80] + "...";
    }

    internal static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
