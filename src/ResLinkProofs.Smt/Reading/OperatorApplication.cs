using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Applies operators to values, after checking the number and the sorts of the operands.</summary>
internal sealed class OperatorApplication(string file, TermTable terms, CaseAnalysis cases, ReadingBudget budget)
{
    /// <summary>The value of an application.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="node">The application, for positions.</param>
    /// <param name="operands">The operands' values.</param>
    /// <exception cref="SmtInputException">Wrong number or sort of operands.</exception>
    public SmtValue Apply(SmtOperator op, SmtNode node, IReadOnlyList<SmtValue> operands)
    {
        if (operands.Count < op.Least || operands.Count > op.Most)
        {
            throw Error(node, $"'{op.Name}' has {operands.Count} argument(s); it takes {op.Arity}");
        }

        CheckSorts(op, node, operands);
        budget.Spend(operands.Count, node.Position);
        return op.Sort switch
        {
            OperandSort.Bool => new FormulaValue(Logical(op.Name, [.. operands.Select(Formula)])),
            OperandSort.Choice => Choose(node, operands),
            OperandSort.Same when operands[0] is FormulaValue =>
                new FormulaValue(CompareFormulas(op.Name, [.. operands.Select(Formula)], node)),
            OperandSort.Same => new FormulaValue(Compare(op.Name, [.. operands.Select(Term)], node)),
            _ when op.IsDefined => Defined(op.Name, [.. operands.Select(Term)], node.Position),
            _ when op.Operation is null && op.Name != "to_real" => new FormulaValue(Compare(op.Name, [.. operands.Select(Term)], node)),
            _ => Arithmetic(op, node, [.. operands.Select(Term)]),
        };
    }

    private static BooleanNode Formula(SmtValue value) => ((FormulaValue)value).Node;

    private static TermValue Term(SmtValue value) => (TermValue)value;

    private SmtInputException Error(SmtNode node, string problem) => new(file, node.Position, problem);

    private void CheckSorts(SmtOperator op, SmtNode node, IReadOnlyList<SmtValue> operands)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            string expected = op.Sort switch
            {
                OperandSort.Real => "Real",
                OperandSort.Bool => "Bool",
                OperandSort.Same => operands[0].Sort,
                _ => i == 0 ? "Bool" : operands[1].Sort,
            };
            if (operands[i].Sort != expected)
            {
                throw Error(
                    node.Items[i + 1], $"argument {i + 1} of '{op.Name}' has sort {operands[i].Sort}; it must have sort {expected}");
            }
        }
    }

    private SmtValue Choose(SmtNode node, IReadOnlyList<SmtValue> operands)
    {
        BooleanNode condition = Formula(operands[0]);
        return operands[1] is FormulaValue whenTrue
            ? new FormulaValue(BooleanNode.Choose(condition, whenTrue.Node, Formula(operands[2])))
            : cases.Choose(condition, Term(operands[1]), Term(operands[2]), node.Position);
    }

    private static BooleanNode Logical(string name, BooleanNode[] operands) => name switch
    {
        "and" => BooleanNode.And(operands),
        "or" => BooleanNode.Or(operands),
        "not" => BooleanNode.Not(operands[0]),
        "=>" => BooleanNode.Or([.. operands[..^1].Select(BooleanNode.Not), operands[^1]]),
        _ => operands.Aggregate((left, right) => BooleanNode.Not(BooleanNode.Equivalent(left, right))),
    };

    private BooleanNode CompareFormulas(string name, BooleanNode[] operands, SmtNode node)
    {
        if (name == "=")
        {
            return BooleanNode.And([.. operands.Zip(operands.Skip(1), BooleanNode.Equivalent)]);
        }

        budget.Spend(operands.Length, node.Position);
        // There are only two truth values.
        return operands.Length > 2 ? BooleanNode.False : BooleanNode.Not(BooleanNode.Equivalent(operands[0], operands[1]));
    }

    private BooleanNode Compare(string name, TermValue[] operands, SmtNode node)
    {
        if (name == "distinct")
        {
            var pairs = new List<BooleanNode>();
            for (int i = 0; i < operands.Length; i++)
            {
                for (int j = i + 1; j < operands.Length; j++)
                {
                    pairs.Add(cases.Compare(operands[i], Relation.NotEqual, operands[j], node.Position));
                }
            }

            return BooleanNode.And(pairs);
        }

        // Chained, as in the standard: (< a b c) is a < b and b < c.
        return BooleanNode.And([.. operands.Zip(operands.Skip(1), (left, right) => name switch
        {
            "<" => cases.Compare(right, Relation.Greater, left, node.Position),
            "<=" => cases.Compare(right, Relation.GreaterOrEqual, left, node.Position),
            ">" => cases.Compare(left, Relation.Greater, right, node.Position),
            ">=" => cases.Compare(left, Relation.GreaterOrEqual, right, node.Position),
            _ => cases.Compare(left, Relation.Equal, right, node.Position),
        })]);
    }

    private TermValue Arithmetic(SmtOperator op, SmtNode node, TermValue[] operands)
    {
        SmtPosition position = node.Position;
        switch (op.Operation)
        {
            case null:
                return operands[0];
            case Operation.Power:
                return cases.Combine(
                    operands[0], operands[1], (basis, exponent) => terms.Power(basis, exponent, node.Items[2].Position), position);
            case Operation.Multiply when Array.TrueForAll(operands, o => o.Single is not null && o.Cases[0].Guard == Guard.None):
                return new TermValue(terms.Product(Array.ConvertAll(operands, o => o.Single!), position));
            case Operation.Subtract when operands.Length == 1:
                return cases.Map(operands[0], x => terms.Make(Operation.Negate, position, x), position);
            case Operation binary when Kernel.Terms.Term.IsBinary(binary):
                return operands.Aggregate(
                    (left, right) => cases.Combine(left, right, (a, b) => terms.Make(binary, position, a, b), position));
            case Operation unary:
                return cases.Map(operands[0], x => terms.Make(unary, position, x), position);
        }
    }

    // Functions written out: log2 x = log x / log 2, 2^x = exp(x log 2), and the angle of (x, y) as 2 arctan(y / (x + sqrt(x^2 + y^2))).
    private TermValue Defined(string name, TermValue[] operands, SmtPosition position)
    {
        Kernel.Terms.Term logOfTwo = terms.Make(Operation.Log, position, terms.Literal(2, position));
        return name switch
        {
            "log2" => cases.Map(
                operands[0], x => terms.Make(Operation.Divide, position, terms.Make(Operation.Log, position, x), logOfTwo), position),
            "exp2" => cases.Map(
                operands[0], x => terms.Make(Operation.Exp, position, terms.Make(Operation.Multiply, position, x, logOfTwo)), position),
            _ => cases.Combine(operands[0], operands[1], Angle, position),
        };

        Kernel.Terms.Term Angle(Kernel.Terms.Term y, Kernel.Terms.Term x)
        {
            Kernel.Terms.Term squares = terms.Make(
                Operation.Add, position, terms.Make(Operation.Multiply, position, x, x), terms.Make(Operation.Multiply, position, y, y));
            Kernel.Terms.Term along = terms.Make(Operation.Add, position, x, terms.Make(Operation.Sqrt, position, squares));
            Kernel.Terms.Term half = terms.Make(Operation.Atan, position, terms.Make(Operation.Divide, position, y, along));
            return terms.Make(Operation.Multiply, position, terms.Literal(2, position), half);
        }
    }
}
