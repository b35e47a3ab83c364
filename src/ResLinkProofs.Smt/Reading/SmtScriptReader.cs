using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Reads SMT-LIB 2 scripts over the reals. The commands and functions are those of the command line's contract.</summary>
public sealed class SmtScriptReader
{
    private const string Commands =
        "set-logic set-info set-option declare-const declare-fun define-fun "
            + "define-const assert push pop check-sat check-sat-assuming minimize maximize "
        + "get-model get-value get-objectives get-info echo exit";

    private readonly string _file;
    private readonly ExpressionReader _expressions;
    private readonly FormulaConversion _conversion;
    private readonly AssertionStack _stack;
    private readonly DeclarationReader _declarations;
    private readonly List<SmtQuestion> _questions = [];
    private readonly List<SmtRequest> _opening = [];
    private List<SmtRequest> _requests;
    private string? _logic;
    private string? _source;
    private SmtStatus _status;

    private SmtScriptReader(string file)
    {
        var budget = new ReadingBudget(file);
        _file = file;
        var symbols = new SymbolTable(file);
        var terms = new TermTable(file);
        _conversion = new FormulaConversion(file, budget);
        _expressions = new ExpressionReader(file, symbols, terms, budget, _conversion);
        _stack = new AssertionStack(file, symbols, budget);
        _declarations = new DeclarationReader(file, symbols, terms, _expressions, _stack);
        _requests = _opening;
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
            Questions = _questions,
            Opening = _opening,
            Unasked = _stack.Unasked,
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
            case "set-option":
                break;
            case "echo":
                Require(command, 2, "(echo \"TEXT\")");
                _requests.Add(new SmtEchoRequest(command.Position, command.Items[1].Text));
                break;
            case "get-info":
                Require(command, 2, "(get-info :KEYWORD)");
                _requests.Add(command.Items[1].Kind == SmtTokenKind.Keyword
                    ? new SmtInfoRequest(command.Position, command.Items[1].Text)
                    : throw Error(command, "'get-info' must have the form (get-info :KEYWORD)"));
                break;
            case "declare-const":
                Require(command, 3, "(declare-const NAME Real)");
                _declarations.Variable(command.Items[1], command.Items[2]);
                break;
            case "declare-fun":
                Require(command, 4, "(declare-fun NAME () Real)");
                _declarations.Variable(command.Items[1], command.Items[2], command.Items[3]);
                break;
            case "define-const":
                Require(command, 4, "(define-const NAME SORT VALUE)");
                _declarations.Constant(command.Items[1], command.Items[2], command.Items[3]);
                break;
            case "define-fun":
                Require(command, 5, DeclarationReader.FunctionForm);
                _declarations.Function(command);
                break;
            case "assert":
                Require(command, 2, "(assert FORMULA)");
                Assert(command);
                break;
            case "check-sat":
                Require(command, 1, "(check-sat)");
                Ask(command, []);
                break;
            case "check-sat-assuming":
                SmtNode assumptions = Argument(command, 1, "(check-sat-assuming (FORMULA ...))", mustBeList: true);
                Ask(command, [.. assumptions.Items.Select(f => Assertion(f, f.Position))]);
                break;
            case "minimize" or "maximize":
                Require(command, 2, $"({name} TERM)");
                SmtAskedTerm objective = Asked(command.Items[1]);
                _stack.Optimise(new SmtObjective(
                    command.Position,
                    objective.Text,
                    objective.Term ?? throw Error(command.Items[1], "an objective must have sort Real; this has sort Bool"),
                    name == "maximize"));
                break;
            case "push":
                _stack.Push(Levels(command), command.Position);
                break;
            case "pop":
                _stack.Pop(Levels(command), command.Position);
                break;
            case "get-model":
                Require(command, 1, "(get-model)");
                Request(new SmtModelRequest(command.Position), command);
                break;
            case "get-objectives":
                Require(command, 1, "(get-objectives)");
                Request(new SmtObjectivesRequest(command.Position), command);
                break;
            case "get-value":
                SmtAskedTerm[] terms = [.. Argument(command, 1, "(get-value (TERM ...))", mustBeList: true).Items.Select(Asked)];
                Request(new SmtValueRequest(command.Position, terms), command);
                break;
            case "reset" or "reset-assertions":
                throw Error(command, $"'{name}' is not supported; push, pop and check-sat are");
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

    private int Levels(SmtNode command)
    {
        if (command.Items.Count == 1)
        {
            return 1;
        }

        SmtNode levels = Argument(command, 1, $"({command.Head} NUMERAL)");
        return levels.Kind == SmtTokenKind.Numeral
            && int.TryParse(levels.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw Error(levels, $"{levels} is not a number of levels");
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

    private void Assert(SmtNode command)
    {
        _stack.Assert(Assertion(command.Items[1], command.Position));
    }

    private SmtAssertion Assertion(SmtNode body, SmtPosition position)
    {
        SmtValue value = _expressions.Read(body);
        return value is FormulaValue formula
            ? new SmtAssertion(_conversion.Convert(formula.Node, position), position)
            : throw Error(body, $"an assertion must have sort Bool; this has sort {value.Sort}");
    }

    private void Ask(SmtNode command, IReadOnlyList<SmtAssertion> assumed)
    {
        _requests = [];
        _questions.Add(_stack.Ask(command.Position, _status, assumed, _requests));
        _status = SmtStatus.Unknown; // a status is that of the next question
    }

    private void Request(SmtRequest request, SmtNode command)
    {
        if (_questions.Count == 0)
        {
            throw Error(command, $"'{command.Head}' asks about an answer; it has to stand after a (check-sat)");
        }

        _requests.Add(request);
    }

    private SmtAskedTerm Asked(SmtNode node)
    {
        SmtValue value = _expressions.Read(node);
        Formula Convert(BooleanNode formula) => _conversion.Convert(formula, node.Position);
        return new SmtAskedTerm(node.Write(), _expressions.AsTerm(value, Convert), value is FormulaValue f ? Convert(f.Node) : null);
    }
}
