using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>
/// A statement claimed once more for all w with w^2 = 2. It is as true or false as before, but no rational point refutes it: the hunt for
/// a witness, which otherwise ends the search before a wrong step could, finds nothing.
/// </summary>
internal static class IrrationalTwin
{
    public static Statement Of(Statement statement)
    {
        var w = Term.Variable("w");
        return new Statement(
            [.. statement.Variables, new RealVariable("w", 1, 2)],
            statement.Hypothesis & Term.Square(w).EqualTo(2),
            statement.Conclusion);
    }
}
