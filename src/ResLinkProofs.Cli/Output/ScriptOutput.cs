using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Cli.Output;

/// <summary>What a script asks for beside answers, as the standard prescribes it.</summary>
internal sealed class ScriptOutput(SmtScript script)
{
    private ScriptAnswer? _answer;
    private SmtQuestion? _question;

    /// <summary>Answers what stands before the first question.</summary>
    public void Open() => Answer(script.Opening);

    /// <summary>Answers what stands after a question.</summary>
    public void Answer(SmtQuestion question, ScriptAnswer answer)
    {
        (_question, _answer) = (question, answer);
        Answer(question.Requests);
    }

    /// <summary>The range of an objective's optimum.</summary>
    public static string Range(Optimum best, bool isMaximum)
    {
        string unknown = isMaximum ? "oo" : "(- oo)";
        string low = isMaximum ? SmtValues.Lower(-best.Upper) : best.Lower is { } l ? SmtValues.Lower(l) : unknown;
        string high = isMaximum ? best.Lower is { } h ? SmtValues.Upper(-h) : unknown : SmtValues.Upper(best.Upper);
        return $"(interval {low} {high})";
    }

    /// <summary>Where the value of a variable lies.</summary>
    public static string Place(SmtVariable variable, Rational lower, Rational upper) => lower == upper
        ? $"{SmtText.Symbol(variable.Name)} = {(variable.IsBool ? SmtValues.Of(variable, lower) : lower)}"
        : $"{SmtText.Symbol(variable.Name)} in (interval {SmtValues.Lower(lower)} {SmtValues.Upper(upper)})";

    private void Answer(IReadOnlyList<SmtRequest> requests)
    {
        foreach (SmtRequest request in requests)
        {
            Console.WriteLine(request switch
            {
                SmtEchoRequest echo => echo.Text,
                SmtInfoRequest info => Info(info.Keyword),
                SmtModelRequest when _answer is ScriptSatSomewhere { Witness: var box } =>
                    $"(\n{string.Concat(_question!.Variables.Select((v, i) => $"  {Place(v, box.Lower[i], box.Upper[i])}\n"))})",
                SmtValueRequest when _answer is ScriptSatSomewhere =>
                    "(error \"the model is known by an enclosure only: ask (get-model)\")",
                _ when _answer is not ScriptSat => "(error \"there is no model: the last answer was not sat\")",
                SmtModelRequest => SmtValues.Model(_question!.Variables, Model()),
                SmtValueRequest values =>
                    $"({string.Join("\n ", values.Terms.Select(t => $"({t.Text} {SmtValues.Of(t, _question!.Variables, Model())})"))})",
                SmtObjectivesRequest => Objectives(),
                _ => throw new InvalidOperationException($"Unknown request {request.GetType().Name}."),
            });
        }
    }

    private Rational[] Model() => [.. ((ScriptSat)_answer!).Model.Select(m => m.Value)];

    private string Objectives() => _question!.Objective is { } objective && ((ScriptSat)_answer!).Optimum is { } best
        ? $"(objectives\n ({objective.Text} {Range(best, objective.IsMaximum)})\n)"
        : "(objectives)";

    private string Info(string keyword) => keyword switch
    {
        ":name" => "(:name \"reslink\")",
        ":error-behavior" => "(:error-behavior immediate-exit)",
        ":reason-unknown" when _answer is ScriptUnknown open =>
            $"(:reason-unknown \"{open.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\")",
        ":all-statistics" when _answer is { } answer => $"(:boxes {answer.Boxes})",
        _ => "unsupported",
    };
}
