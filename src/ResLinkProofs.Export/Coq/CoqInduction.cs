using System.Globalization;
using System.Text;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>
/// Joins the obligations of an induction to the claim about every number N of steps, where the state and the inputs are
/// sequences: one lemma for each of base, step and end, and the theorem by Coq's induction over the natural numbers.
/// </summary>
internal sealed class CoqInduction
{
    private const string Have = "reslink_have";
    private readonly Recurrence _recurrence;
    private readonly Induction _proof;
    private readonly CoqObligation[] _lemmas;
    private readonly ExportedNames _names;
    private readonly StringBuilder _text = new();
    private readonly string _steps;
    private readonly string _time;

    private CoqInduction(InductionExport export, ExportedNames files)
    {
        (_recurrence, _proof) = (export.Recurrence, export.Proof);
        string[] theorems = [.. export.Obligations.Select(o => o.Name)];
        int used = 1; // the first says that the cases cover everything
        var lemmas = new List<CoqObligation>();
        foreach ((Deduction deduction, Obligation obligation) in _proof.CasesOf(_recurrence).SelectMany(c => c.InOrder()))
        {
            int count = deduction.Steps.Sum(s => s.Statements);
            var statements = export.Obligations.Skip(used).Take(count).ToArray();
            lemmas.Add(new CoqObligation(files.Take($"{export.Name} {obligation.Name}"), obligation, deduction, statements));
            used += count;
        }

        _lemmas = [.. lemmas];
        _names = new ExportedNames([
            Recurrence.Horizon.Name!, Recurrence.LogHorizon.Name!, .. _recurrence.Constants.Select(c => c.Name),
            .. _recurrence.Definitions.Select(d => d.Name), .. _recurrence.State.Select(s => s.Name),
            .. _recurrence.Inputs.Select(i => i.Name),
        ]);
        _steps = _names.Take("N");
        _time = _names.Take("k");
    }

    /// <summary>The lemmas and the theorem.</summary>
    /// <param name="export">The induction, with the names of the theorems that are its obligations.</param>
    /// <param name="files">The names of the file.</param>
    public static string Write(InductionExport export, ExportedNames files)
    {
        var writer = new CoqInduction(export, files);
        foreach (CoqObligation lemma in writer._lemmas)
        {
            writer._text.Append(lemma.Write());
        }

        writer.Theorem(export);
        return writer._text.ToString();
    }

    private static string Line(string text) => $"  {text}\n";

    // What a name means at a time: constants are what they are, state and inputs are sequences, and t is the time itself.
    private InfixWriter At(string time) => new(CoqNotation.Instance, name => ValueAt(name, time));

    private string ValueAt(string name, string time) =>
        name == Recurrence.Time.Name ? $"(INR {time})"
        : _recurrence.State.Any(s => s.Name == name) || _recurrence.Inputs.Any(i => i.Name == name) ? $"({_names[name]} {time})"
        : name.EndsWith('\'') && _recurrence.State.Any(s => s.Name + "'" == name) ? $"({_names[name[..^1]]} (S {time}))"
        : name == Recurrence.Next(Recurrence.Time).Name ? $"(INR (S {time}))"
        : _names[name];

    private void Theorem(InductionExport export)
    {
        Recurrence r = _recurrence;
        InfixWriter zero = At("0%nat"), always = At(_time), end = At(_steps);
        string constants = string.Join(' ', r.Constants.Select(c => _names[c.Name]).Concat(
            [_names[Recurrence.Horizon.Name!], _names[Recurrence.LogHorizon.Name!]]).Concat(r.Definitions.Select(d => _names[d.Name])));
        string sequences = string.Join(' ', r.State.Select(s => _names[s.Name]).Concat(r.Inputs.Select(i => _names[i.Name])));
        var premises = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"({r.LeastHorizon} <= {_steps})%nat"),
            $"{_names[Recurrence.Horizon.Name!]} = INR {_steps}",
            $"{_names[Recurrence.LogHorizon.Name!]} = ln {_names[Recurrence.Horizon.Name!]}",
        };
        premises.AddRange(r.Constants.Select(c => end.Range(c)).OfType<string>());
        premises.AddRange(r.Definitions.Select(d => $"{_names[d.Name]} = {end.Write(d.Value)}"));
        premises.Add(end.Write(r.Given, nested: true));
        string[] ranges = [.. r.Inputs.Select(i => always.Range(i)).OfType<string>()];
        premises.AddRange(r.State.Select(s => $"{ValueAt(s.Name, "0%nat")} = {zero.Write(s.Start)}"));
        string before = $"forall {_time} : nat, ({_time} < {_steps})%nat -> ";
        string within = ranges.Length == 0 ? "True" : string.Join(" /\\ ", ranges);
        premises.Add($"(forall {_time} : nat, ({_time} <= {_steps})%nat -> {within})");
        premises.Add($"({before}{always.Write(r.EachStep, nested: false)})");
        premises.AddRange(r.State.Select(s => $"({before}{ValueAt(s.Name + "'", _time)} = {always.Write(s.Next)})"));
        premises.Add(end.Write(r.AtEnd, nested: true));
        _text.Append(string.Concat(export.Comments.Select(CoqNotation.Comment)));
        _text.Append(CultureInfo.InvariantCulture, $"Theorem {export.Name} :\n")
            .Append(CultureInfo.InvariantCulture, $"  forall ({_steps} : nat) ({constants} : R) ({sequences} : nat -> R),\n")
            .Append(string.Concat(premises.Select(p => $"  {p} ->\n")))
            .Append(CultureInfo.InvariantCulture, $"  {end.Write(r.Goal, nested: false)}.\n");
        Proof(premises.Count, $"{_steps} {constants} {sequences}", export.Obligations[0]);
    }

    private void Proof(int premises, string variables, ExportedTheorem cover)
    {
        Recurrence r = _recurrence;
        string[] premise = [.. Enumerable.Range(0, premises).Select(_ => _names.Take("P"))];
        string horizon = _names[Recurrence.Horizon.Name!], log = _names[Recurrence.LogHorizon.Name!];
        int at = 3 + r.Constants.Count(c => c.Lower is not null || c.Upper is not null) + r.Definitions.Count + 1 + r.State.Count;
        string ranges = premise[at], each = premise[at + 1];
        string[] next = premise[(at + 2)..(at + 2 + r.State.Count)];
        string positive = _names.Take("P"), exponential = _names.Take("P"), logarithm = _names.Take("P"), least = _names.Take("P");
        _text.Append("Proof.\n").Append(Line($"intros {variables} {string.Join(' ', premise)}."));
        _text.Append(Line($"assert ({positive} : (1 <= {_steps})%nat) by lia."));
        _text.Append(Line(
            $"assert ({exponential} : {horizon} = exp {log}) by (subst {log} {horizon}; apply reslink_horizon; assumption)."));
        _text.Append(Line($"assert ({logarithm} : 0 <= {log}) by (subst {log} {horizon}; apply reslink_log_horizon; assumption)."));
        string isLong = At(_steps).Write(r.IsLongEnough, nested: false);
        _text.Append(Line($"assert ({least} : {isLong}) by (generalize (le_INR _ _ {premise[0]}); simpl; lra)."));
        IReadOnlyList<CaseObligations> cases = _proof.CasesOf(r);
        int used = 0;
        bool branches = cases.Count > 1;
        if (branches)
        {
            string cut = _names.Take("C");
            string disjunction = At(_steps).Write(_proof.Cover(r).Target, nested: false);
            string arguments = string.Concat(cover.Statement.VariableNames.Select(n => " " + ValueAt(n, _steps)));
            _text.Append(Line($"assert ({cut} : {disjunction}) by (apply ({cover.Name}{arguments}); {Have})."));
            string pattern = cases.Select(_ => _names.Take("C")).Aggregate((rest, name) => $"[ {name} | {rest} ]");
            _text.Append(Line($"destruct {cut} as {pattern}."));
        }

        foreach (CaseObligations part in cases)
        {
            _text.Append(branches ? "  {\n" : "");
            string invariant = "";
            if (part.Base is not null && part.Step is not null)
            {
                CoqObligation start = _lemmas[used++], step = _lemmas[used++];
                invariant = _names.Take("I");
                string hypothesis = _names.Take("IH"), bound = _names.Take("B");
                string holds = At(_time).Write(part.Case.Invariant, nested: false);
                _text.Append(Line($"assert ({invariant} : forall {_time} : nat, ({_time} <= {_steps})%nat -> {holds})."));
                _text.Append(Line($"{{ induction {_time} as [ | {_time} {hypothesis} ]; intros {bound}."));
                _text.Append(Line($"  {{ {Known(each, ranges, "0%nat", [])} reslink_by ({start.Name}{Arguments(start, "0%nat")}). }}"));
                string before = $"pose proof ({hypothesis} ltac:(lia)).";
                string last = $"reslink_by ({step.Name}{Arguments(step, _time)}).";
                _text.Append(Line($"  {{ {before} {Known(each, ranges, _time, next)} {last} }} }}"));
            }

            CoqObligation final = _lemmas[used++];
            if (part.Case.EndsWithTheLastStep)
            {
                string last = _names.Take("m");
                string known = invariant.Length == 0 ? "" : $"pose proof ({invariant} {last} ltac:(lia)). ";
                _text.Append(Line($"destruct {_steps} as [ | {last} ]; [ lia | ]. {known}{Known(each, ranges, last, next)}"));
                _text.Append(Line($"assert (INR {last} = {horizon} - 1) by (rewrite {premise[1]}, S_INR; lra)."));
                _text.Append(Line($"reslink_by ({final.Name}{Arguments(final, last)})."));
            }
            else
            {
                string known = invariant.Length == 0 ? "" : $"pose proof ({invariant} {_steps} ltac:(lia)). ";
                string goal = $"reslink_by ({final.Name}{Arguments(final, _steps)}).";
                _text.Append(Line($"{known}pose proof ({ranges} {_steps} ltac:(lia)). {goal}"));
            }

            _text.Append(branches ? "  }\n" : "");
        }

        _text.Append("Qed.\n");
    }

    private static string Known(string each, string ranges, string time, string[] next) => string.Join(
        ' ',
        new[] { each, ranges }.Concat(next).Select(p => $"pose proof ({p} {time} ltac:(lia)).")
            .Append($"pose proof (pos_INR {time}). pose proof (S_INR {time})."));

    private string Arguments(CoqObligation lemma, string time) => string.Concat(lemma.Arguments.Select(n => " " + ValueAt(n, time)));
}
