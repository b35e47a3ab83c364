using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>An integrand, compiled, with the one text by which equal integrands are known.</summary>
/// <remarks>
/// The text: in brackets, separated by semicolons, the numbers of bounds and of parameters with a
/// colon between them, and the words of the instructions, separated by commas.
/// </remarks>
public sealed class IntegralForm
{
    private IntegralForm(Integrand integrand)
    {
        Integrand = integrand;
        Body = Tape.Compile([.. Enumerable.Range(0, integrand.Parameters + 1).Select(Integrand.NameOf)], [integrand.Body]);
        IEnumerable<string> steps = Enumerable.Range(0, Body.Length).Select(k => string.Join(',', InstructionText.Words(Body, k)));
        Text = $"[{string.Join(';', [Head(integrand), .. steps])}]";
    }

    /// <summary>The integrand.</summary>
    public Integrand Integrand { get; }

    /// <summary>Its body; variable 0 is bound, and the others are the parameters. The last slot is the value.</summary>
    public Tape Body { get; }

    /// <summary>The text, without spaces.</summary>
    public string Text { get; }

    /// <summary>Compiles an integrand.</summary>
    /// <param name="integrand">The integrand.</param>
    public static IntegralForm Of(Integrand integrand)
    {
        ArgumentNullException.ThrowIfNull(integrand);
        return new IntegralForm(integrand);
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nesting">How many integrals may stand in each other.</param>
    /// <exception cref="FormatException">It is not the text of an integrand.</exception>
    internal static IntegralForm Parse(string text, int nesting)
    {
        if (nesting == 0 || text.Length < 2 || text[0] != '[' || text[^1] != ']')
        {
            throw new FormatException(nesting == 0 ? "integrals are nested too deep" : "an integrand stands in brackets");
        }

        string[] parts = Split(text[1..^1], ';'), head = parts[0].Split(':');
        if (head.Length != 2 || head[0] is not ("1" or "2") || parts.Length < 2)
        {
            throw new FormatException("an integrand has one bound or two, parameters, and instructions");
        }

        int parameters = InstructionText.Index(head[1], parts.Length + 1); // no more than can occur
        var slots = new List<Instruction>();
        var literals = new List<Rational>();
        var integrals = new List<IntegralForm>();
        var terms = new List<Term>();
        foreach (string part in parts.Skip(1))
        {
            slots.Add(InstructionText.Parse(Split(part, ','), parameters + 1, slots, literals, integrals, nesting - 1));
            Instruction step = slots[^1];
            terms.Add(step.Operation switch
            {
                Operation.Literal => Term.Literal(literals[step.Left]),
                Operation.Pi => Term.Pi,
                Operation.Variable => Term.Variable(Integrand.NameOf(step.Left)),
                Operation.Integral => Term.Create(step.Operation, terms[step.Left], integrand: integrals[step.Exponent].Integrand),
                _ => Term.Create(
                    step.Operation, terms[step.Left], step.Right < 0 ? null : terms[step.Right], step.Exponent,
                    step.Condition < 0 ? null : terms[step.Condition]),
            });
        }

        IntegralForm form = Of(Integrand.Of(terms[^1], parameters, head[0] == "1"));
        return form.Text == text ? form : throw new FormatException("an integrand has one text; this is another one");
    }

    private static string Head(Integrand integrand) =>
        string.Create(CultureInfo.InvariantCulture, $"{(integrand.IsImproper ? 1 : 2)}:{integrand.Parameters}");

    // At the separators that stand in no brackets.
    private static string[] Split(string text, char separator)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (text[i] == separator && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        return [.. parts, text[start..]];
    }
}
