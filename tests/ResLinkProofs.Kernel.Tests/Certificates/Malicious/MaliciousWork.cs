using System.Text;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>Small files that ask for a great deal of work or room, and numbers that would wrap.</summary>
internal static class MaliciousWork
{
    private const string Kind = "work";

    public static IEnumerable<MaliciousCertificate> All() => [.. Powers(), .. Sharing(), .. Numbers(), .. Wrapping(), .. Room()];

    /// <summary>A problem over variables x0, x1, ... in [0, 1], and its steps.</summary>
    private static string File(int variables, IEnumerable<string> slotsAndNodes, params IEnumerable<string> steps)
    {
        var text = new StringBuilder("reslink certificate 1\n");
        for (int i = 0; i < variables; i++)
        {
            text.Append($"variable 0 1 x{i}\n");
        }

        return text.AppendJoin(
            "", slotsAndNodes.Select(line => line + "\n")).Append("proof\n").AppendJoin("", steps.Select(line => line + "\n")).ToString();
    }

    private static MaliciousCertificate Equality(string name, int variables, List<string> slots, string relation = "!=")
    {
        // Is the last slot always equal to x0? It is not, and finding out exactly must not be tried at any price.
        return MaliciousCertificate.Sealed(
            Kind, $"{name} {relation}",
                File(variables,
                    [.. slots, "slot variable 0", $"slot subtract {slots.Count - 1} {slots.Count}", $"atom {slots.Count + 1} {relation}"],
                        "values"));
    }

    private static IEnumerable<MaliciousCertificate> Powers()
    {
        foreach (string basis in new[] { "literal 3", "literal -3/7", "literal 1000000000000000000000000000000/7", "variable 0" })
        {
            for (int levels = 3; levels <= 9; levels += 3)
            {
                List<string> slots = ["slot " + basis, .. Enumerable.Range(0, levels).Select(k => $"slot power {k} 64")];
                yield return Equality($"{basis} to the power 64, {levels} times", 1, slots);
            }

            yield return Equality(
                $"{basis} to the power 1000000, twice", 1, ["slot " + basis, "slot power 0 1000000", "slot power 1 1000000"]);
            yield return Equality(
                $"{basis} to the power -1000000, twice", 1, ["slot " + basis, "slot power 0 -1000000", "slot power 1 -1000000"]);
        }

        foreach (int variables in new[] { 2, 5, 30 })
        {
            List<string> slots = [.. Enumerable.Range(0, variables).Select(i => $"slot variable {i}"),
                .. Enumerable.Range(1, variables - 1).Select(i => $"slot add {(i == 1 ? 0 : variables + i - 2)} {i}")];
            slots.Add($"slot power {slots.Count - 1} 64");
            slots.Add($"slot power {slots.Count - 1} 64");
            yield return Equality($"(x0 + ... + x{variables - 1})^64^64", variables, slots);
        }
    }

    private static IEnumerable<MaliciousCertificate> Sharing()
    {
        foreach (int levels in new[] { 10, 40, 2000 })
        {
            List<string> squares = ["slot variable 0", "slot literal 1/3", "slot add 0 1"], sums = [.. squares], towers = [.. squares],
                products = [.. squares];
            for (int k = 0; k < levels; k++)
            {
                squares.Add($"slot multiply {squares.Count - 1} {squares.Count - 1}");
                sums.Add($"slot add {sums.Count - 1} {sums.Count - 1}");
                towers.Add($"slot multiply {towers.Count - 1} 0");
                towers.Add($"slot add {towers.Count - 1} {towers.Count - 2}");
                towers.Add($"slot exp {towers.Count - 1}");
                products.Add($"slot multiply {products.Count - 1} 2");
            }

            yield return Equality($"squares of squares, {levels}", 1, squares);
            yield return Equality($"sums of sums, {levels}", 1, sums);
            yield return Equality($"exponentials of exponentials, {levels}", 1, towers);
            yield return Equality($"product of {levels}", 1, products);
        }

        // Exponents that agree in all but their last of many terms: comparing them is the work.
        List<string> slots = [.. Enumerable.Range(0, 150).Select(i => $"slot variable {i}")];
        int sum = 0;
        for (int i = 1; i < 150; i++)
        {
            slots.Add($"slot add {sum} {i}");
            sum = slots.Count - 1;
        }

        for (int level = 0; level < 4; level++)
        {
            int basis = sum;
            for (int i = 0; i < 150; i++)
            {
                slots.Add($"slot add {basis} {i}");
                slots.Add($"slot exp {slots.Count - 1}");
                slots.Add($"slot add {sum} {slots.Count - 1}");
                sum = slots.Count - 1;
            }
        }

        yield return Equality("exponents that agree in nearly all terms", 150, slots);

        // Many equalities, each of which costs something.
        List<string> many = ["slot variable 0", "slot variable 1", "slot variable 2", "slot add 0 1", "slot add 3 2"];
        List<string> atoms = [];
        for (int k = 0; k < 2000; k++)
        {
            many.Add($"slot literal {(7 * k) + 1}/7");
            many.Add($"slot add 4 {many.Count - 1}");
            many.Add($"slot power {many.Count - 1} 20");
            atoms.Add($"atom {many.Count - 1} !=");
        }

        yield return MaliciousCertificate.Sealed(
            Kind, "many equalities", File(3, [.. many, .. atoms, $"or {string.Join(' ', Enumerable.Range(0, atoms.Count))}"], "values"));

        List<string> fractions = ["slot literal 1/2"];
        for (int k = 0; k < 20_000; k++)
        {
            fractions.Add($"slot literal 1/{1_000_003 + (2 * k)}");
            fractions.Add($"slot add {fractions.Count - 2} {fractions.Count - 1}");
        }

        yield return Equality("a sum of fractions", 1, fractions);
        yield return Equality("a long chain", 1, ["slot variable 0", .. Enumerable.Range(0, 199_999).Select(k => $"slot negate {k}")]);
    }

    private static IEnumerable<MaliciousCertificate> Numbers()
    {
        string million = new('9', 1_000_000), long1 = new('7', 99_000), half = new string('3', 49_000) + "/" + new string('8', 49_000);
        foreach (string number in new[] { million, "-" + million, "1/" + million, million + "/7", "1e100000", "1e999999999",
            "0." + million, "1E-100000" })
        {
            yield return Equality($"literal {number[..Math.Min(12, number.Length)]}... of {number.Length}", 1, ["slot literal " + number]);
            yield return MaliciousCertificate.Sealed(
                Kind, $"bound {number[..Math.Min(12, number.Length)]}... of {number.Length}",
                    File(0, [$"variable -1 {number} x", "slot variable 0", "atom 0 >"], "values"));
        }

        foreach (string number in new[] { long1, half })
        {
            yield return Equality($"literal of {number.Length} to the power 64", 1, ["slot literal " + number, "slot power 0 64"]);
            yield return Equality($"literal of {number.Length} times x", 1,
                ["slot literal " + number, "slot variable 0", "slot multiply 0 1", "slot power 2 64"]);
        }

        foreach (string digits in new[] { "0." + million, new string('0', 1_000_000), "1E" + million, "-" + million })
        {
            yield return MaliciousCertificate.Sealed(
                Kind, $"split at {digits[..12]}...", File(1, ["slot variable 0", "atom 0 >"], $"split 0 {digits}", "values", "values"));
            yield return MaliciousCertificate.Sealed(
                Kind, $"split of {digits[..12]}...", File(1, ["slot variable 0", "atom 0 >"], $"split {digits} 0.5", "values", "values"));
        }
    }

    // Exponents that are 1 or 0 modulo 2^32 or 2^64: with wrapping arithmetic x^n would be x, or 1, and the equality an identity.
    private static IEnumerable<MaliciousCertificate> Wrapping()
    {
        foreach (int doublings in new[] { 31, 32, 63, 64 })
        {
            List<string> slots = ["slot variable 0", .. Enumerable.Range(0, doublings).Select(k => $"slot multiply {k} {k}")];
            yield return Equality($"x^(2^{doublings})", 1, slots);
            yield return Equality($"x^(2^{doublings} + 1)", 1, [.. slots, $"slot multiply {doublings} 0"]);
            yield return Equality($"exp(x)^(2^{doublings} + 1)", 1,
                ["slot variable 0", .. Enumerable.Range(0, doublings).Select(k => $"slot multiply {k} {k}"),
                    $"slot multiply {doublings} 0", $"slot exp {doublings + 1}"]);
        }

        foreach (string exponent in new[] { "1000001", "-1000001", "2147483647", "-2147483648", "2147483648", "4294967297",
            "18446744073709551617" })
        {
            yield return Equality($"power {exponent}", 1, ["slot variable 0", $"slot power 0 {exponent}"]);
        }

        foreach (string index in new[] { "2147483648", "4294967296", "18446744073709551616", "-4294967296" })
        {
            yield return MaliciousCertificate.Sealed(
                Kind, $"slot {index}", File(1, ["slot variable 0", $"slot negate {index}", "atom 1 >"], "values"));
            yield return MaliciousCertificate.Sealed(
                Kind, $"step {index}", File(1, ["slot variable 0", "atom 0 >"], $"fix {index} -1", "values"));
        }
    }

    private static IEnumerable<MaliciousCertificate> Room()
    {
        int wide = 20_000;
        string[] variables = [.. Enumerable.Range(0, wide).Select(i => $"slot variable {i}")],
            atoms = [.. Enumerable.Range(0, wide).Select(i => $"atom {i} <=".Replace("<=", ">", StringComparison.Ordinal))];
        yield return MaliciousCertificate.Sealed(Kind, "variables times nodes", File(wide, [.. variables, .. atoms], "values"));
        yield return MaliciousCertificate.Sealed(
            Kind, "a Hessian of many variables",
                File(9000, ["slot variable 0", "slot multiply 0 0", "atom 1 >"],
                    "curvature 0 2" + string.Concat(Enumerable.Repeat(" 0.5", 9000))));
        string or = "or " + string.Join(' ', Enumerable.Range(0, wide));
        string[] sameAtoms = [.. Enumerable.Repeat("atom 0 >", wide)];
        yield return MaliciousCertificate.Sealed(
            Kind, "cases of a wide 'or'", File(1, ["slot variable 0", .. sameAtoms, or], $"cases {wide}", "values"));
        yield return MaliciousCertificate.Sealed(
            Kind, "cases of a wide 'or', again and again",
                File(1, ["slot variable 0", .. sameAtoms, or], [.. Enumerable.Repeat($"cases {wide}", 5_000), "values"]));
        yield return MaliciousCertificate.Sealed(
            Kind, "many open parts",
                File(300, ["slot variable 0", .. Enumerable.Repeat("atom 0 >", 300)],
                    [.. Enumerable.Repeat("split 1 0", 50_000), "values"]));
        yield return MaliciousCertificate.Sealed(
            Kind, "a deep formula",
                File(1, ["slot variable 0", "atom 0 >",
                    .. Enumerable.Range(0, 100_000).Select(k => $"{(k % 2 == 0 ? "and" : "or")} {k} {k}")], "values"));
        yield return MaliciousCertificate.Sealed(
            Kind, "many idle steps", File(1, ["slot variable 0", "atom 0 >"], Enumerable.Repeat("contract", 100_000)));
        yield return MaliciousCertificate.Sealed(
            Kind, "many names", File(0, ["variable 0 1 " + new string('n', 1_000_000), "slot variable 0", "atom 0 >"], "values"));
    }
}
