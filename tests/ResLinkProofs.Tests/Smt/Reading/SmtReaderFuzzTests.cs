using System.Text;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Smt.Reading;

/// <summary>A hundred thousand damaged scripts: each is read, or refused with a place; nothing else ever happens.</summary>
public sealed class SmtReaderFuzzTests
{
    private const int Count = 100_000;

    private static readonly string[] Sources =
    [
        """
        (set-logic QF_NRA)
        (set-info :source "somebody")
        (set-info :status unsat)
        (declare-const x Real)
        (assert (<= (- 0.5) x))
        (assert (<= x 0)) ; bound
        (assert (> (- (abs (- (log (+ 1 x)) x)) 0.1) (* 2 (^ x 2))))
        (check-sat)
        """,
        """
        (declare-fun a () Real)(declare-const |b c| Real)
        (define-fun max2 ((p Real) (q Real)) Real (ite (< p q) q p))
        (define-const k Real (/ 1 3))
        (assert (let ((s (sqrt a)) (t (+ a |b c| k))) (and (=> (> s 0) (< t (max2 s t) 7.25)) (distinct s t 0))))
        (assert (xor (= a k) (not (or (>= (arctan a) real.pi) (= (> a 0) (> |b c| 0))))))
        (check-sat)(get-value (a (+ a 1)))(exit)
        """,
        """
        (declare-const x1 Real)(declare-const x2 Real)(declare-const x3 Real)
        (assert (and (<= 4 x1 6.3504) (<= 4 x2 6.3504) (<= 4 x3 6.3504)))
        (assert (<= (- (+ (* x1 x2 (+ (- x1) x2 x3)) (/ x2 x3 2)) (pow x3 (- 3)) (min x1 x2 x3) (exp (sin (cos (tan x1))))) 0))
        (check-sat)(get-model)
        """,
        """
        (declare-const x Real)(assert (> x 1))
        (push 1)(declare-const y Real)(define-fun f ((a Real)) Real (* a y))(assert (< (f x) y))(check-sat)(pop 1)
        (set-info :status unsat)(push)(push)(assert (< x 0))(check-sat)(pop 2)(check-sat)(assert false)
        """,
    ];

    [Fact]
    public void Damaged_scripts_are_read_or_refused_with_a_place()
    {
        (int read, int refused) = Fuzz(Count, text => SmtScriptReader.Read(text, "fuzz.smt2"));
        Assert.Equal(Count, read + refused);
        // Both happen often, so both paths are exercised.
        Assert.InRange(read, Count / 50, Count);
        Assert.InRange(refused, Count / 10, Count);
    }

    [Fact]
    public void The_fuzzer_finds_a_reader_that_breaks_on_rare_input() =>
        Assert.Throws<InvalidOperationException>(() => Fuzz(Count, text => text.Contains('\0')
            ? throw new InvalidOperationException()
            : SmtScriptReader.Read("", "fuzz.smt2")));

    private static (int Read, int Refused) Fuzz(int count, Func<string, SmtScript> reader)
    {
        var random = new System.Random(20170520);
        string[][] tokens = Array.ConvertAll(Sources, Tokens);
        string[] alphabet = [.. tokens.SelectMany(t => t).Distinct(), "|", "\"", ":", "#x1", "1e9", "99999999999999999999", "0.", "-1", "\\", "é", "\0", ";"];
        int read = 0;
        for (int i = 0; i < count; i++)
        {
            string text = i % 2 == 0 ? DamageTokens(tokens[random.Next(tokens.Length)], alphabet, random) : DamageCharacters(Sources[random.Next(Sources.Length)], random);
            try
            {
                foreach (SmtQuestion question in reader(text).Questions)
                {
                    ScriptStatement.Unsatisfiable(question);
                }

                read++;
            }
            catch (SmtInputException error)
            {
                Assert.Equal($"fuzz.smt2:{error.Position}: {error.Problem}", error.Message);
                Assert.InRange(error.Position.Line, 1, text.Count(c => c is '\n' or '\r') + 1);
                Assert.InRange(error.Position.Column, 1, text.Length + 1);
            }
        }

        return (read, count - read);
    }

    private static string[] Tokens(string text) =>
        text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string DamageTokens(string[] source, string[] alphabet, System.Random random)
    {
        var tokens = new List<string>(source);
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(tokens.Count);
            int other = random.Next(tokens.Count);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, alphabet[random.Next(alphabet.Length)]);
                    break;
                case 2:
                    tokens[at] = alphabet[random.Next(alphabet.Length)];
                    break;
                case 3:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    int from = Math.Min(at, other);
                    tokens.InsertRange(random.Next(tokens.Count), tokens.GetRange(from, Math.Min(20, Math.Abs(at - other))));
                    break;
            }
        }

        return string.Join(random.Next(2) == 0 ? ' ' : '\n', tokens);
    }

    private static string DamageCharacters(string source, System.Random random)
    {
        var text = new StringBuilder(source);
        for (int edits = random.Next(1, 4); edits > 0 && text.Length > 0; edits--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 10), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, (char)random.Next(random.Next(8) == 0 ? 0x10000 : 128));
                    break;
                case 2:
                    text[at] = (char)random.Next(128);
                    break;
                default:
                    text.Length = at + 1; // truncated
                    break;
            }
        }

        return text.ToString();
    }
}
