using System.Text;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Reads SMT-LIB 2 scripts over the reals. The commands and functions are those of the command line's contract.</summary>
public sealed class SmtScriptReader
{
    private const string Commands =
        "set-logic set-info set-option declare-const declare-fun define-fun define-const assert check-sat get-model get-value get-info echo exit";

    private readonly string _file;
    private readonly SymbolTable _symbols;
    private readonly TermTable _terms;
    private readonly ExpressionReader _expressions;
    private readonly FormulaConversion _conversion;
    private readonly List<SmtVariable> _variables = [];
    private readonly List<SmtAssertion> _assertions = [];
    private string? _logic;
    private string? _source;
    private SmtStatus _status;
    private bool _checks;
    private bool _asksForModel;

    private SmtScriptReader(string file)
    {
        var budget = new ReadingBudget(file);
        _file = file;
        _symbols = new SymbolTable(file);
        _terms = new TermTable(file);
        _expressions = new ExpressionReader(file, _symbols, _terms, budget);
        _conversion = new FormulaConversion(file, budget);
    }

    /// <summary>Reads a script.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The name under which messages speak of it.</param>
    /// <exception cref="SmtInputException">The text is not a script that can be read here.</exception>
    public static SmtScript Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return new SmtScriptReader(file).ReadAll(text);
    }

    /// <summary>Reads a script from a file in UTF-8.</summary>
    /// <param name="path">The file, also its name in messages.</param>
    /// <exception cref="SmtInputException">The file is not a script that can be read here.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SmtScript ReadFile(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        try
        {
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), path);
        }
        catch (DecoderFallbackException)
        {
            throw new SmtInputException(path, new SmtPosition(1, 1), "the file is not text in UTF-8");
        }
    }

    private SmtScript ReadAll(string text)
    {
        var nodes = new SmtNodeReader(text, _file);
        while (nodes.Next() is { } command)
        {
            if (command.Head is not { } name)
            {
                throw Error(command, $"expected a command (name ...), found {command}; allowed are {Commands}");
            }

            if (name == "exit")
            {
                break;
            }

            Execute(command, name);
        }

        return new SmtScript
        {
            File = _file,
            Logic = _logic,
            Source = _source,
            Status = _status,
            Variables = _variables,
            Assertions = _assertions,
            ChecksSatisfiability = _checks,
            AsksForModel = _asksForModel,
        };
    }

    private SmtInputException Error(SmtNode node, string problem) => new(_file, node.Position, problem);

    private void Execute(SmtNode command, string name)
    {
        switch (name)
        {
            case "set-logic":
                _logic = Argument(command, 1, "(set-logic NAME)").Text;
                break;
            case "set-info":
                SetInfo(command);
                break;
            case "set-option" or "echo" or "get-info":
                break;
            case "declare-const":
                Require(command, 3, "(declare-const NAME Real)");
                DeclareVariable(command.Items[1], command.Items[2]);
                break;
            case "declare-fun":
                Require(command, 4, "(declare-fun NAME () Real)");
                RequireNoParameters(command.Items[2]);
                DeclareVariable(command.Items[1], command.Items[3]);
                break;
            case "define-const":
                Require(command, 4, "(define-const NAME SORT VALUE)");
                DefineConstant(command.Items[1], Sort(command.Items[2]), command.Items[3]);
                break;
            case "define-fun":
                DefineFunction(command);
                break;
            case "assert":
                Require(command, 2, "(assert FORMULA)");
                Assert(command);
                break;
            case "check-sat":
                Require(command, 1, "(check-sat)");
                _checks = _checks ? throw Error(command, "a second (check-sat); one question per file is allowed") : true;
                break;
            case "get-model":
                Require(command, 1, "(get-model)");
                _asksForModel = true;
                break;
            case "get-value":
                _asksForModel = true;
                foreach (SmtNode term in Argument(command, 1, "(get-value (TERM ...))", mustBeList: true).Items)
                {
                    _expressions.Read(term); // reports what is wrong with it
                }

                break;
            case "push" or "pop" or "reset" or "reset-assertions" or "check-sat-assuming":
                throw Error(command, $"'{name}' is not supported: a file is one question; write one file for each");
            case "define-fun-rec" or "define-funs-rec":
                throw Error(command, $"'{name}' is not supported; define-fun without recursion is");
            default:
                throw Error(command, $"unknown command '{command.Items[0]}'; allowed are {Commands}");
        }
    }

    private void Require(SmtNode command, int count, string form)
    {
        if (command.Items.Count != count)
        {
            throw Error(command, $"'{command.Head}' must have the form {form}");
        }
    }

    private SmtNode Argument(SmtNode command, int index, string form, bool mustBeList = false)
    {
        Require(command, index + 1, form);
        SmtNode argument = command.Items[index];
        return argument.IsList == mustBeList ? argument : throw Error(argument, $"'{command.Head}' must have the form {form}");
    }

    private void SetInfo(SmtNode command)
    {
        if (command.Items.Count < 2 || command.Items[1].Kind != SmtTokenKind.Keyword)
        {
            throw Error(command, "'set-info' must have the form (set-info :KEYWORD VALUE)");
        }

        SmtNode? value = command.Items.Count > 2 ? command.Items[2] : null;
        switch (command.Items[1].Text)
        {
            case ":status":
                _status = value?.Text switch
                {
                    "sat" => SmtStatus.Sat,
                    "unsat" => SmtStatus.Unsat,
                    "unknown" => SmtStatus.Unknown,
                    _ => throw Error(value ?? command, $"status {value}; allowed are sat, unsat and unknown"),
                };
                break;
            case ":source":
                _source = value?.Text;
                break;
        }
    }

    private string Sort(SmtNode sort) => sort.Kind == SmtTokenKind.Symbol && sort.Text is "Real" or "Bool"
        ? sort.Text
        : throw Error(sort, $"sort {sort} is not supported; allowed are Real and, in definitions, Bool");

    private void RequireNoParameters(SmtNode parameters)
    {
        if (!parameters.IsList || parameters.Items.Count > 0)
        {
            throw Error(parameters, "functions without a definition are not supported; declare a constant with (declare-fun NAME () Real), or use define-fun");
        }
    }

    private void DeclareVariable(SmtNode name, SmtNode sort)
    {
        if (sort.Text != "Real" || !sort.IsSymbol)
        {
            throw Error(sort, $"variables of sort {sort} are not supported; allowed is Real");
        }

        _symbols.CheckNew(name);
        if (string.IsNullOrWhiteSpace(name.Text))
        {
            throw Error(name, "the name of a variable must not be blank");
        }

        _symbols.Declare(name, new TermValue(_terms.Variable(name.Text)));
        _variables.Add(new SmtVariable(name.Text, name.Position));
    }

    private void DefineConstant(SmtNode name, string sort, SmtNode body)
    {
        _symbols.CheckNew(name);
        SmtValue value = _expressions.Read(body);
        CheckSort(name, sort, value, body);
        _symbols.Declare(name, value);
    }

    private void CheckSort(SmtNode name, string sort, SmtValue value, SmtNode body)
    {
        if (value.Sort != sort)
        {
            throw Error(body, $"the definition of '{name}' has sort {value.Sort}; it must have the stated sort {sort}");
        }
    }

    private void DefineFunction(SmtNode command)
    {
        const string Form = "(define-fun NAME ((PARAMETER SORT) ...) SORT BODY)";
        Require(command, 5, Form);
        SmtNode parameters = command.Items[2];
        bool wellFormed = parameters.IsList && parameters.Items.All(p => p is { IsList: true, Items.Count: 2 } && p.Items[0].IsSymbol);
        if (!wellFormed)
        {
            throw Error(parameters, $"'define-fun' must have the form {Form}");
        }

        SmtNode name = command.Items[1];
        string result = Sort(command.Items[3]);
        if (parameters.Items.Count == 0)
        {
            DefineConstant(name, result, command.Items[4]);
            return;
        }

        _symbols.CheckNew(name);
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
        CheckSort(name, result, _expressions.Call(function, standIns), function.Body);
        _symbols.Define(name, function);
    }

    private static SmtValue StandIn(string sort, int index)
    {
        var term = Kernel.Terms.Term.Variable($"| parameter {index}");
        return sort == "Real" ? new TermValue(term) : new FormulaValue(BooleanNode.Compare(term, Kernel.Terms.Relation.Greater, Kernel.Terms.Term.Zero));
    }

    private void Assert(SmtNode command)
    {
        SmtNode body = command.Items[1];
        SmtValue value = _expressions.Read(body);
        if (value is not FormulaValue formula)
        {
            throw Error(body, $"an assertion must have sort Bool; this has sort {value.Sort}");
        }

        _assertions.Add(new SmtAssertion(_conversion.Convert(formula.Node, command.Position), command.Position));
    }
}
