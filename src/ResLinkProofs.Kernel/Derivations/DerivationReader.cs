using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>Reads matrices and terms from their texts, through the constructors that check them.</summary>
internal static class DerivationReader
{
    private static readonly Dictionary<string, Operation> OperationOf = Enum.GetValues<Operation>()
        .Where(o => !Kernel.Terms.Term.IsLeaf(o) && o is not (Operation.Integral or Operation.Argument))
        .ToDictionary(o => o.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads a matrix term.</summary>
    public static MatrixTerm Matrix(Expression text)
    {
        if (text.Token is { } token)
        {
            return token.Split('[', ',', ']') is [var name, var rows, var columns, ""] ? MatrixTerm.Variable(name, rows, columns)
                : throw new FormatException($"'{token}' is no matrix");
        }

        return text.Items switch
        {
            [{ Token: "transpose" }, var x] => Matrix(x).Transpose(),
            [{ Token: "identity" }, { Token: { } size }] => MatrixTerm.Identity(size),
            [{ Token: "ones" }, { Token: { } rows }, { Token: { } columns }] => MatrixTerm.Ones(rows, columns),
            [{ Token: "sum" }, var x, var y] => Matrix(x) + Matrix(y),
            [{ Token: "scaled" }, { Token: { } factor }, var x] => EmptinessProblem.Number(factor) * Matrix(x),
            [{ Token: "product" }, var x, var y] => Matrix(x) * Matrix(y),
            [{ Token: "diagonal" }, var x] => Matrix(x).Diagonal(),
            [{ Token: "off" }, var x] => Matrix(x).OffDiagonal(),
            [{ Token: "row" }, var x] => Matrix(x).Row(),
            [{ Token: "column" }, var x] => Matrix(x).Column(),
            [{ Token: "map" }, var f, _, ..] => MatrixTerm.Entrywise(Term(f), [.. text.Items.Skip(2).Select(Matrix)]),
            _ => throw new FormatException($"'{text}' is no matrix"),
        };
    }

    /// <summary>Reads a term.</summary>
    public static Term Term(Expression text)
    {
        if (text.Token is { } token)
        {
            return token == "pi" ? Kernel.Terms.Term.Pi
                : Fact.IsParameter(token) ? Kernel.Terms.Term.Variable(token)
                : Kernel.Terms.Term.Literal(EmptinessProblem.Number(token));
        }

        return text.Items switch
        {
            [{ Token: "entry" }, var x] => Fact.Entry(Matrix(x).Text),
            [{ Token: "norm" }, var x] => Fact.Norm(Matrix(x)),
            [{ Token: "inner" }, var x, var y] => Fact.Inner(Matrix(x), Matrix(y)),
            [{ Token: "power" }, var x, { Token: { } exponent }] =>
                Kernel.Terms.Term.Pow(Term(x), int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            [{ Token: "conditional" }, var c, var x, var y] =>
                Kernel.Terms.Term.Create(Operation.Conditional, Term(x), Term(y), 0, Term(c)),
            [{ Token: { } name }, var x] when OperationOf.TryGetValue(name, out Operation unary) =>
                Kernel.Terms.Term.Create(unary, Term(x)),
            [{ Token: { } name }, var x, var y] when OperationOf.TryGetValue(name, out Operation binary) =>
                Kernel.Terms.Term.Create(binary, Term(x), Term(y)),
            _ => throw new FormatException($"'{text}' is no term"),
        };
    }
}
