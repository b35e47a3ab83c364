using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Right steps at the wrong place: truncated, repeated and reordered proofs, and proofs of something else.</summary>
internal static class MaliciousOrders
{
    private static readonly (string Name, Func<(Statement Statement, ProofStep[] Steps)> Proof)[] Proofs =
    [
        ("parabola", HandWrittenProofs.Parabola),
        ("disc", HandWrittenProofs.Disc),
        ("bowl", HandWrittenProofs.Bowl),
        ("pair", HandWrittenProofs.Pair),
        ("slope", HandWrittenProofs.Slope),
    ];

    public static IEnumerable<MaliciousCertificate> All()
    {
        foreach ((string name, Func<(Statement, ProofStep[])> proof) in Proofs)
        {
            (Statement statement, ProofStep[] steps) = proof();
            for (int length = 0; length < steps.Length; length++)
            {
                yield return MaliciousCertificate.Steps("truncated", $"{name} after {length}", statement, steps[..length]);
            }

            yield return MaliciousCertificate.Steps("repeated", $"{name} twice", statement, [.. steps, .. steps]);
            yield return MaliciousCertificate.Steps("repeated", $"{name} and its last step", statement, [.. steps, steps[^1]]);
            for (int i = 0; i + 1 < steps.Length; i++)
            {
                // Two contractions in the other order are a proof as well; every other neighbour matters.
                ProofStep[] swapped = [.. steps[..i], steps[i + 1], steps[i], .. steps[(i + 2)..]];
                yield return MaliciousCertificate.Steps("reordered", $"{name} {i}", statement, swapped);
            }

            yield return MaliciousCertificate.Steps(
                "reordered", $"{name} backwards", statement, [.. steps.Length > 1 ? steps.Reverse() : []]);
            foreach ((string other, Func<(Statement, ProofStep[])> theirs) in Proofs.Where(p => p.Name != name))
            {
                string text = HandWrittenProofs.Text(theirs());
                yield return MaliciousCertificate.Text("another statement", $"{name} by the file of {other}", text, statement);
            }
        }

        // The same words about a smaller or a different domain, a weaker formula, other names.
        (Statement parabola, ProofStep[] parabolaSteps) = HandWrittenProofs.Parabola();
        string own = HandWrittenProofs.Text((parabola, parabolaSteps));
        foreach ((string truth, string lie) in new[]
        {
            ("variable -1 1 x", "variable 0 1 x"), ("variable -1 1 x", "variable -1 3/4 x"), ("variable -1 1 x", "variable -1 1 z"),
            ("variable -1 1 x", "variable -1 1 x\nvariable 0 1 y"), ("variable -1 1 x", "variable 1 1 x"),
            ("slot literal 3/10", "slot literal 4/10"), ("slot literal 3/10", "slot literal 1"),
            ("slot literal 3/10", "slot literal 300000001/1000000000"),
            (" >=\n", " >\n"), (" >=\n", " >=\nand 0 0\n"), (" >=\n", " >=\nor 0\n"), (" >=\n", " >=\nand 0\n"), (" >=\n", " >=\nor\n"),
            ("slot add", "slot subtract"), ("slot multiply 1 1", "slot power 1 2"), ("slot multiply 1 1", "slot add 1 1"),
        })
        {
            Assert.Contains(truth, own, StringComparison.Ordinal);
            yield return MaliciousCertificate.Sealed("another statement", $"{lie.Replace('\n', '/')} for {truth.Trim()}",
                own.Replace(truth, lie, StringComparison.Ordinal), parabola);
        }
    }
}
