using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// A problem and the steps of a proof of it, as a text file: the problem, then the steps in preorder, then a digest of all that
/// precedes it, which catches accidents. What catches lies is <see cref="CertificateChecker"/>.
/// </summary>
public sealed class Certificate
{
    private const string Heading = "reslink certificate 1", ProofHeading = "proof", DigestHeading = "sha256 ";

    private static readonly Dictionary<ProofStepKind, string> WordOf = new()
    {
        [ProofStepKind.Split] = "split",
        [ProofStepKind.Cases] = "cases",
        [ProofStepKind.Contract] = "contract",
        [ProofStepKind.ContractBySlopes] = "contract-slopes",
        [ProofStepKind.Fix] = "fix",
        [ProofStepKind.Values] = "values",
        [ProofStepKind.MeanValues] = "mean-values",
        [ProofStepKind.Exhausted] = "exhausted",
        [ProofStepKind.ExhaustedBySlopes] = "exhausted-slopes",
        [ProofStepKind.Curvature] = "curvature",
    };

    private static readonly Dictionary<string, ProofStepKind> KindOf = WordOf.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>A claimed proof.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">The steps, in preorder.</param>
    public Certificate(EmptinessProblem problem, IReadOnlyList<ProofStep> steps)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(steps);
        Problem = problem;
        Steps = steps;
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
            text.Append(WordOf[step.Kind]);
            if (step.Kind is ProofStepKind.Split or ProofStepKind.Cases or ProofStepKind.Fix or ProofStepKind.Curvature)
            {
                text.Append(CultureInfo.InvariantCulture, $" {step.Index}");
            }

            if (step.Kind is ProofStepKind.Split or ProofStepKind.Fix or ProofStepKind.Curvature)
            {
                text.Append(CultureInfo.InvariantCulture, $" {step.Number:R}");
            }

            foreach (double coordinate in step.Point ?? [])
            {
                text.Append(CultureInfo.InvariantCulture, $" {coordinate:R}");
            }

            text.Append('\n');
        }

        string digest = Digest(text.ToString());
        return text.Append(CultureInfo.InvariantCulture, $"{DigestHeading}{digest}\n").ToString();
    }

    /// <summary>Reads the text of a certificate file.</summary>
    /// <param name="text">The text; only the exact form that <see cref="ToString"/> writes is accepted.</param>
    /// <exception cref="FormatException">The text is damaged or not a certificate; the message says where.</exception>
    public static Certificate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
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

        return new Certificate(problem, steps);
    }

    private static ProofStep ParseStep(string line, int number, int variables)
    {
        string[] words = line.Split(' ');
        if (!KindOf.TryGetValue(words[0], out ProofStepKind kind))
        {
            throw new FormatException($"line {number}: '{words[0]}' is no step of a proof");
        }

        int expected = kind switch
        {
            ProofStepKind.Split or ProofStepKind.Fix => 3,
            ProofStepKind.Cases => 2,
            ProofStepKind.Curvature => 3 + variables,
            _ => 1,
        };
        var numbers = new double[Math.Max(0, words.Length - 2)];
        int index = 0;
        bool valid = words.Length == expected
            && (expected == 1 || int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out index));
        for (int i = 0; valid && i < numbers.Length; i++)
        {
            valid = double.TryParse(words[i + 2], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) && double.IsFinite(numbers[i]);
        }

        if (!valid)
        {
            throw new FormatException($"line {number}: a step '{words[0]}' has {expected - 1} finite number(s), the first a whole one");
        }

        return kind == ProofStepKind.Curvature
            ? new ProofStep(kind, index, numbers[0], numbers[1..])
            : new ProofStep(kind, index, expected == 3 ? numbers[0] : 0);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
