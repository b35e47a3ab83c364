using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Reads declarations of variables and definitions of constants and functions.</summary>
internal sealed class DeclarationReader(
    string file, SymbolTable symbols, TermTable terms, ExpressionReader expressions, AssertionStack stack)
{
    /// <summary>What a definition of a function looks like.</summary>
    public const string FunctionForm = "(define-fun NAME ((PARAMETER SORT) ...) SORT BODY)";

    private string Sort(SmtNode sort) => sort.Kind == SmtTokenKind.Symbol && sort.Text is "Real" or "Bool"
        ? sort.Text
        : throw Error(sort, $"sort {sort} is not supported; allowed are Real and, in definitions, Bool");

    /// <summary>Declares a variable as a function without parameters.</summary>
    public void Variable(SmtNode name, SmtNode parameters, SmtNode sort)
    {
        if (!parameters.IsList || parameters.Items.Count > 0)
        {
            throw Error(parameters,
                "functions without a definition are not supported; declare a constant with (declare-fun NAME () Real), or use define-fun");
        }

        Variable(name, sort);
    }

    /// <summary>Declares a variable.</summary>
    public void Variable(SmtNode name, SmtNode sort)
    {
        if (sort.Text is not ("Real" or "Bool") || !sort.IsSymbol)
        {
            throw Error(sort, $"variables of sort {sort} are not supported; allowed are Real and Bool");
        }

        symbols.CheckNew(name);
        if (string.IsNullOrWhiteSpace(name.Text))
        {
            throw Error(name, "the name of a variable must not be blank");
        }

        Term variable = terms.Variable(name.Text);
        bool isBool = sort.Text == "Bool";
        symbols.Declare(
            name, isBool ? new FormulaValue(BooleanNode.Compare(variable, Relation.GreaterOrEqual, Term.One)) : new TermValue(variable));
        stack.Declare(new SmtVariable(name.Text, name.Position, isBool));
    }

    /// <summary>Defines a constant of a sort.</summary>
    public void Constant(SmtNode name, SmtNode sort, SmtNode body) => Constant(name, Sort(sort), body);

    private void Constant(SmtNode name, string sort, SmtNode body)
    {
        symbols.CheckNew(name);
        SmtValue value = expressions.Read(body);
        CheckSort(name, sort, value, body);
        symbols.Declare(name, value);
    }

    private void CheckSort(SmtNode name, string sort, SmtValue value, SmtNode body)
    {
        if (value.Sort != sort)
        {
            throw Error(body, $"the definition of '{name}' has sort {value.Sort}; it must have the stated sort {sort}");
        }
    }

    /// <summary>Defines a function; without parameters, a constant.</summary>
    public void Function(SmtNode command)
    {
        SmtNode parameters = command.Items[2];
        bool wellFormed = parameters.IsList && parameters.Items.All(p => p is { IsList: true, Items.Count: 2 } && p.Items[0].IsSymbol);
        if (!wellFormed)
        {
            throw Error(parameters, $"'define-fun' must have the form {FunctionForm}");
        }

        SmtNode name = command.Items[1];
        string result = Sort(command.Items[3]);
        if (parameters.Items.Count == 0)
        {
            Constant(name, result, command.Items[4]);
            return;
        }

        symbols.CheckNew(name);
        string[] sorts = [.. parameters.Items.Select(p => Sort(p.Items[1]))];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SmtNode parameter in parameters.Items.Select(p => p.Items[0]))
        {
            if (OperatorTable.IsReserved(parameter.Text) || !names.Add(parameter.Text))
            {
                throw Error(parameter, $"'{parameter}' cannot be a parameter here: it belongs to the language or stands twice");
            }
        }

        var function = new SmtFunction(name.Text, [.. parameters.Items.Select(p => p.Items[0].Text)], sorts, result, command.Items[4]);
        // One call with stand-ins finds what is wrong with the body, also when nobody calls it. The stand-ins' names cannot be declared.
        SmtValue[] standIns = [.. sorts.Select((sort, i) => StandIn(sort, i))];
        CheckSort(name, result, expressions.Call(function, standIns), function.Body);
        symbols.Define(name, function);
    }

    private static SmtValue StandIn(string sort, int index)
    {
        var term = Term.Variable($"| parameter {index}");
        return sort == "Real" ? new TermValue(term) : new FormulaValue(BooleanNode.Compare(term, Relation.Greater, Term.Zero));
    }

    private SmtInputException Error(SmtNode node, string problem) => new(file, node.Position, problem);
}
