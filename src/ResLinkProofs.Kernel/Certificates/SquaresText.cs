using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// The line of a contradiction by sums of squares. Every list is preceded by its length: terms; of each its facts, then "squares" with
/// weights and roots or "times" with a polynomial; of a polynomial its coefficients, each with pairs of an indeterminate and an exponent.
/// </summary>
internal static class SquaresText
{
    public const string Word = "squares";

    private const int LargestNumber = 2_000; // characters
    private const string Times = "times";

    public static string Print(SumOfSquares proof)
    {
        var words = new List<string> { Word };
        void Add(object value) => words.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        void AddPolynomial(IReadOnlyList<PolynomialTerm> terms)
        {
            Add(terms.Count);
            foreach (PolynomialTerm term in terms)
            {
                Add(term.Coefficient);
                Add(term.Factors.Count);
                foreach ((int indeterminate, int exponent) in term.Factors)
                {
                    Add(indeterminate);
                    Add(exponent);
                }
            }
        }

        Add(proof.Terms.Count);
        foreach (SquaresTerm term in proof.Terms)
        {
            Add(term.Facts.Count);
            foreach (int fact in term.Facts)
            {
                Add(fact);
            }

            if (term.Multiplier is { } multiplier)
            {
                Add(Times);
                AddPolynomial(multiplier);
                continue;
            }

            Add(Word);
            Add(term.Squares.Count);
            foreach (WeightedSquare square in term.Squares)
            {
                Add(square.Weight);
                AddPolynomial(square.Root);
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>Reads the words of a line.</summary>
    /// <exception cref="FormatException">They are none of this form.</exception>
    public static SumOfSquares Parse(string[] words, int line)
    {
        try
        {
            int at = 1;
            string Next() => at < words.Length ? words[at++] : throw new FormatException("the line ends early");
            T[] Several<T>(Func<T> one)
            {
                int count = Index(Next());
                return count < words.Length
                    ? [.. Enumerable.Range(0, count).Select(_ => one())]
                    : throw new FormatException("a list is longer than the line");
            }

            PolynomialTerm Term() => new(Number(Next()), Several(() => (Index(Next()), Index(Next()))));
            SquaresTerm Summand()
            {
                int[] facts = Several(() => Index(Next()));
                return Next() switch
                {
                    Word => SquaresTerm.Of(facts, Several(() => new WeightedSquare(Number(Next()), Several(Term)))),
                    Times when facts.Length == 1 => SquaresTerm.Of(facts[0], Several(Term)),
                    var other => throw new FormatException($"'{other}' stands for neither '{Word}' nor '{Times}'"),
                };
            }

            var proof = new SumOfSquares(Several(Summand));
            return at == words.Length ? proof : throw new FormatException("the line goes on");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new FormatException($"line {line}: a step '{Word}' has terms of facts and squares: {e.Message}", e);
        }
    }

    private static Rational Number(string word) => word.Length <= LargestNumber
        ? EmptinessProblem.Number(word)
        : throw new FormatException($"a coefficient has at most {LargestNumber} characters");

    private static int Index(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
        ? index
        : throw new FormatException("not a whole number");
}
