using System.Collections.Frozen;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>The sorts that an operator takes.</summary>
internal enum OperandSort
{
    /// <summary>Real.</summary>
    Real,

    /// <summary>Bool.</summary>
    Bool,

    /// <summary>All operands of one sort, Real or Bool.</summary>
    Same,

    /// <summary>A Bool, then two operands of one sort.</summary>
    Choice,
}

/// <summary>What an operator takes and, where it is one of the kernel's, which operation it is.</summary>
internal sealed record SmtOperator(string Name, OperandSort Sort, int Least, int Most, Operation? Operation = null)
{
    /// <summary>True for a function that is written out in operations of the kernel.</summary>
    public bool IsDefined { get; init; }

    public string Arity => Least == Most ? $"{Least}" : $"at least {Least}";
}

/// <summary>The operators that scripts may apply.</summary>
internal static class OperatorTable
{
    private const int Any = int.MaxValue;

    private static readonly FrozenDictionary<string, SmtOperator> Operators = All().ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>Words of the language that no declaration may take over.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "and", "or", "not", "=>", "xor", "=", "distinct", "ite", "<", "<=",
            ">", ">=", "+", "-", "*", "/", "^", "to_real", "true", "false",
            "let", "forall", "exists", "match", "par", "as", "_", "!", "Real", "Int", "Bool",
        ],
        StringComparer.Ordinal);

    public static SmtOperator? Find(string name) => Operators.GetValueOrDefault(name);

    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>The names for messages.</summary>
    public static string Names { get; } =
        "and or not => xor = distinct ite < <= > >= + - * / ^ (or pow) sqrt cbrt abs min max exp exp2 log (or ln) log2 "
        + "sin cos tan arcsin arccos arctan (or asin acos atan) atan2 sinh cosh tanh asinh acosh atanh erf erfc to_real, "
        + "(integral (x a b) t), "
        + "and the constants real.pi (or pi), real.e (or e), true, false";

    private static IEnumerable<SmtOperator> All() =>
    [
        new("and", OperandSort.Bool, 1, Any),
        new("or", OperandSort.Bool, 1, Any),
        new("not", OperandSort.Bool, 1, 1),
        new("=>", OperandSort.Bool, 2, Any),
        new("xor", OperandSort.Bool, 2, Any),
        new("=", OperandSort.Same, 2, Any),
        new("distinct", OperandSort.Same, 2, Any),
        new("ite", OperandSort.Choice, 3, 3),
        new("<", OperandSort.Real, 2, Any),
        new("<=", OperandSort.Real, 2, Any),
        new(">", OperandSort.Real, 2, Any),
        new(">=", OperandSort.Real, 2, Any),
        new("+", OperandSort.Real, 1, Any, Operation.Add),
        new("-", OperandSort.Real, 1, Any, Operation.Subtract),
        new("*", OperandSort.Real, 1, Any, Operation.Multiply),
        new("/", OperandSort.Real, 2, Any, Operation.Divide),
        new("min", OperandSort.Real, 2, Any, Operation.Min),
        new("max", OperandSort.Real, 2, Any, Operation.Max),
        new("^", OperandSort.Real, 2, 2, Operation.Power),
        new("pow", OperandSort.Real, 2, 2, Operation.Power),
        new("to_real", OperandSort.Real, 1, 1),
        Function("sqrt", Operation.Sqrt),
        Function("abs", Operation.Abs),
        Function("exp", Operation.Exp),
        Function("log", Operation.Log),
        Function("sin", Operation.Sin),
        Function("cos", Operation.Cos),
        Function("tan", Operation.Tan),
        Function("arcsin", Operation.Asin),
        Function("arccos", Operation.Acos),
        Function("arctan", Operation.Atan),
        Function("asin", Operation.Asin),
        Function("acos", Operation.Acos),
        Function("atan", Operation.Atan),
        Function("ln", Operation.Log),
        Function("sinh", Operation.Sinh),
        Function("cosh", Operation.Cosh),
        Function("tanh", Operation.Tanh),
        Function("asinh", Operation.Asinh),
        Function("acosh", Operation.Acosh),
        Function("atanh", Operation.Atanh),
        Function("arcsinh", Operation.Asinh),
        Function("arccosh", Operation.Acosh),
        Function("arctanh", Operation.Atanh),
        Function("cbrt", Operation.Cbrt),
        Function("erf", Operation.Erf),
        Function("erfc", Operation.Erfc),
        new("log2", OperandSort.Real, 1, 1) { IsDefined = true },
        new("exp2", OperandSort.Real, 1, 1) { IsDefined = true },
        new("atan2", OperandSort.Real, 2, 2) { IsDefined = true },
    ];

    private static SmtOperator Function(string name, Operation operation) => new(name, OperandSort.Real, 1, 1, operation);
}
