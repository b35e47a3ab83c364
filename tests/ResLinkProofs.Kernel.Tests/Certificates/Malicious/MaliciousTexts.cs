using ResLinkProofs.Kernel.Certificates;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Right proofs in a text that is not the one text they have, and digests that do not fit.</summary>
internal static class MaliciousTexts
{
    private const string Body =
        """
        reslink certificate 1
        variable -1 1 x
        variable -inf 1/2 a%20b
        slot variable 0
        slot literal 1/2
        slot power 0 2
        slot add 2 1
        slot negate 3
        atom 4 >=
        proof
        split 0 0.5
        values
        split 0 1
        values
        values

        """;

    private const string Bowl =
        """
        reslink certificate 1
        variable -1 1 x
        slot variable 0
        slot literal -3
        slot multiply 0 0
        slot negate 2
        slot add 3 1
        atom 4 >
        proof
        curvature 0 1 0.5

        """;

    /// <summary>The texts from which the others are made; they are accepted.</summary>
    public static IEnumerable<string> Controls => [HandWrittenProofs.Reseal(Body), HandWrittenProofs.Reseal(Bowl)];

    public static IEnumerable<MaliciousCertificate> All()
    {
        foreach ((string truth, string lie) in new[]
        {
            ("split 0 0.5", "split 0 +0.5"), ("split 0 0.5", "split 0 0.50"), ("split 0 0.5", "split 0 .5"),
            ("split 0 0.5", "split 0 5E-1"),
            ("split 0 0.5", "split 0 5e-1"), ("split 0 0.5", "split 0 00.5"),
            ("split 0 0.5", "split 0 0.5000000000000000000000000000000000000000001"),
            ("split 0 0.5", "split 0 1/2"), ("split 0 0.5", "split 0 0,5"), ("split 0 0.5", "split 0 0.5 "),
            ("split 0 0.5", "split  0 0.5"),
            ("split 0 0.5", " split 0 0.5"), ("split 0 0.5", "split\t0 0.5"), ("split 0 0.5", "split 0 0.5\t"),
            ("split 0 0.5", "split 0 0.5\0"),
            ("split 0 0.5", "split 0\u00a00.5"), ("split 0 0.5", "split 0 \u0660.5"), ("split 0 0.5", "split 0 (0.5)"),
            ("split 0 0.5", "split 0 $0.5"),
            ("split 0 0.5", "split +0 0.5"), ("split 0 0.5", "split -0 0.5"), ("split 0 0.5", "split 00 0.5"),
            ("split 0 0.5", "split 0x0 0.5"),
            ("split 0 0.5", "Split 0 0.5"), ("split 0 0.5", "split 0 0.5 0"), ("split 0 0.5", "split 0 NaN"),
            ("split 0 0.5", "split 0 Infinity"),
            ("split 0 0.5", "split 0 1E999"), ("split 0 0.5", "split 0 0.5\r"), ("split 0 0.5", "split 0 0.5\u2028"),
            ("split 0 0.5", "split 0 0.5\u000b"),
            ("split 0 1\n", "split 0 1.0\n"), ("split 0 1\n", "split 0 1.\n"), ("split 0 1\n", "split 0 1E0\n"),
            ("split 0 1\n", "split 0 10E-1\n"),
            ("values\nsplit", "values 0\nsplit"), ("values\nsplit", "values \nsplit"), ("values\nsplit", "VALUES\nsplit"),
            ("values\nsplit", "values\n\nsplit"),
            ("values\nsplit", "values\n#\nsplit"), ("values\nsplit", "valu\u0435s\nsplit"), ("proof\n", "proof \n"),
            ("proof\n", "proof\nproof\n"), ("proof\n", ""),
            ("variable -1 1 x", "variable -01 1 x"), ("variable -1 1 x", "variable -1 +1 x"), ("variable -1 1 x", "variable -1 01 x"),
            ("variable -1 1 x", "variable -1 +2/2 x"), ("variable -1 1 x", "variable -1 2/2 x"), ("variable -1 1 x", "variable -1.0 1 x"),
            ("variable -1 1 x", "variable -1 1e0 x"), ("variable -1 1 x", "variable -1 1/1 x"), ("variable -1 1 x", "variable -1 1 %78"),
            ("variable -1 1 x", "variable -1 1 \u03be"), ("variable -1 1 x", "variable -1 1 "), ("variable -1 1 x", "variable -1 1"),
            ("variable -1 1 x", "variable 1 -1 x"), ("variable -1 1 x", "variable -1 1 a%20b"), ("variable -1 1 x", "variable --1 1 x"),
            ("variable -1 1 x", "variable -1 -1/-1 x"),
            ("a%20b", "a b"), ("a%20b", "a%20%62"), ("a%20b", "a%2"), ("a%20b", "a%09b".Replace("%09", "\t", StringComparison.Ordinal)),
            ("a%20b", "%c3%a4"), ("a%20b", "a+b"),
            ("-inf", "-Infinity"), ("-inf", "-INF"), ("-inf", "-Inf"), ("-inf", "- inf"), ("-inf", "inf"), ("1/2 a", "2/4 a"),
            ("1/2 a", "0.5 a"), ("1/2 a", "5e-1 a"),
            ("literal 1/2", "literal 2/4"), ("literal 1/2", "literal 0.5"), ("literal 1/2", "literal +1/2"),
            ("literal 1/2", "literal 01/2"),
            ("literal 1/2", "literal 1/02"), ("literal 1/2", "literal 1/+2"), ("literal 1/2", "literal -1/-2"),
            ("literal 1/2", "literal -0"),
            ("literal 1/2", "literal 1/0"), ("literal 1/2", "literal"), ("literal 1/2", "literal 5E-1"), ("literal 1/2", "literal \uff11"),
            ("literal 1/2", "literal /2"),
            ("power 0 2", "power 0 +2"), ("power 0 2", "power 0 02"), ("power 0 2", "power 0 2.0"), ("power 0 2", "power 00 2"),
            ("power 0 2", "power 0 4294967298"),
            ("add 2 1", "add 2 +1"), ("add 2 1", "ADD 2 1"), ("add 2 1", "add 2 1 0"), ("add 2 1", "add -2 1"), ("negate 3", "negate 4"),
            ("negate 3", "negate 4294967299"),
            ("atom 4 >=", "atom 4 =>"), ("atom 4 >=", "atom 4 \u2265"), ("atom 4 >=", "atom 04 >="), ("atom 4 >=", "atom 4 >= "),
            ("atom 4 >=", "atom 4 >=\natom"),
            ("reslink certificate 1\n", "reslink certificate 1 \n"), ("reslink certificate 1\n", "reslink certificate 2\n"),
            ("reslink certificate 1\n", "\ufeffreslink certificate 1\n"), ("reslink certificate 1\n", "\nreslink certificate 1\n"),
            ("reslink certificate 1\n", ""),
        })
        {
            int at = Body.IndexOf(truth, StringComparison.Ordinal);
            Assert.True(at >= 0, truth);
            string name = $"{at}: {string.Concat(lie.Select(c => c is > ' ' and <= '~' ? $"{c}" : $"<{(int)c:X}>"))}";
            yield return MaliciousCertificate.Sealed("spelling", name, Body[..at] + lie + Body[(at + truth.Length)..]);
        }

        foreach (string lie in new[] { "1 +0.5", "+1 0.5", "1.0 0.5", "1 0.5 ", "1 .5", "01 0.5", "1e0 0.5", "1 0.5 0.5", "1", "1 NaN" })
        {
            yield return MaliciousCertificate.Sealed(
                "spelling", $"curvature 0 {lie}", Bowl.Replace("0 1 0.5", $"0 {lie}", StringComparison.Ordinal));
        }

        foreach (MaliciousCertificate forged in Digests())
        {
            yield return forged;
        }
    }

    private static IEnumerable<MaliciousCertificate> Digests()
    {
        string right = HandWrittenProofs.Reseal(Body);
        string digest = right[Body.Length..], hex = digest["sha256 ".Length..^1];
        (string Name, string Text)[] forged =
        [
            ("none", Body),
            ("of another text", Body + HandWrittenProofs.Reseal(Bowl)[Bowl.Length..]),
            ("of an older text", right.Replace("split 0 0.5", "split 0 0.25", StringComparison.Ordinal)),
            ("in capitals", Body + "sha256 " + hex.ToUpperInvariant() + "\n"),
            ("one digit changed", Body + "sha256 " + (hex[0] == '0' ? "1" : "0") + hex[1..] + "\n"),
            ("one digit short", Body + "sha256 " + hex[1..] + "\n"),
            ("zeros", Body + "sha256 " + new string('0', 64) + "\n"),
            ("without the last line end", right[..^1]),
            ("with a further line end", right + "\n"),
            ("with a further step", right + "values\n"),
            ("twice", right + digest),
            ("twice, the second fitting", right + HandWrittenProofs.DigestOf(right)),
            ("by another name", Body + "sha512 " + hex + "\n"),
            ("with a blank", Body + "sha256  " + hex + "\n"),
            ("empty file", ""),
            ("only a digest", digest),
            ("bytes", string.Concat(Enumerable.Range(0, 256).Select(i => (char)i))),
        ];
        return forged.Select(f => MaliciousCertificate.Text("digest", f.Name, f.Text));
    }
}
