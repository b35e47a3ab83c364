using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// The line of a step at a contact: the node, the order, the guard or "none", and for every anchor
/// its variable, its rational number, how many terms it has, and their factors and slots.
/// </summary>
internal static class ContactText
{
    public const string Word = "contact";

    private const int LargestFactor = 64; // characters
    private const string NoGuard = "none";

    public static string Print(Contact contact)
    {
        IEnumerable<string> anchors = contact.Anchors.Select(Print);
        string guard = contact.Guard < 0 ? NoGuard : contact.Guard.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Word} {contact.Node} {contact.Order} {guard}{string.Concat(anchors)}");
    }

    /// <summary>The words of an anchor, after a space.</summary>
    public static string Print(ContactAnchor a)
    {
        return string.Create(
            CultureInfo.InvariantCulture, $" {a.Variable} {a.Constant} {a.Terms.Count}{string.Concat(a.Terms.Select(Pair))}");

        static string Pair((Rational Factor, int Slot) term) =>
            string.Create(CultureInfo.InvariantCulture, $" {term.Factor} {term.Slot}");
    }

    /// <summary>Reads an anchor from the words of a line.</summary>
    public static ContactAnchor ParseAnchor(Func<string> next, int longest)
    {
        int variable = Index(next());
        Rational constant = Number(next());
        var terms = new (Rational, int)[Math.Min(Index(next()), longest)];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = (Number(next()), Index(next()));
        }

        return new ContactAnchor(variable, constant, terms);
    }

    /// <summary>Reads the words of a line.</summary>
    /// <exception cref="FormatException">They are no contact.</exception>
    public static Contact Parse(string[] words, int line)
    {
        try
        {
            int at = 1;
            string Next() => at < words.Length ? words[at++] : throw new FormatException("the line ends early");
            int node = Index(Next()), order = Index(Next());
            string guard = Next();
            var anchors = new List<ContactAnchor>();
            while (at < words.Length)
            {
                anchors.Add(ParseAnchor(Next, words.Length));
            }

            return new Contact(node, order, anchors, guard == NoGuard ? -1 : Index(guard));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new FormatException($"line {line}: a step '{Word}' has a node, an order, a guard and anchors: {e.Message}", e);
        }
    }

    private static Rational Number(string word) => word.Length <= LargestFactor
        ? EmptinessProblem.Number(word)
        : throw new FormatException($"a number of an anchor has at most {LargestFactor} characters");

    internal static int Index(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
        ? index
        : throw new FormatException("not a whole number");
}
