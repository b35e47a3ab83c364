using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Writing;

/// <summary>
/// Writes constraints as SMT-LIB 2 over nonlinear real arithmetic. Powers become products; quotients, roots and
/// transcendental functions become fresh variables with what is known of them; shared subterms are written once.
/// </summary>
/// <remarks>
/// Quotients and roots get their defining equation where the operand is in the domain and are free elsewhere, as functions are
/// total in the standard. Sines and cosines of one angle are tied by s^2 + c^2 = 1.
/// </remarks>
internal sealed class SmtEncoder
{
    /// <summary>The largest exponent that is written out as a product.</summary>
    public const int LargestPower = 64;

    private const int LongestInline = 120;

    private readonly StringBuilder _text = new();
    private readonly Tape _tape;
    private readonly Interval[] _enclosures;
    private readonly string[] _names;
    private readonly int[] _uses;
    private int _fresh;

    public SmtEncoder(IReadOnlyList<string> variables, IReadOnlyList<Formula> constraints)
    {
        Atom[] atoms = [.. constraints.SelectMany(c => c.Atoms()).Distinct()];
        _tape = Tape.Compile(variables, [.. atoms.SelectMany(a => new[] { a.Left, a.Right })]);
        _enclosures = Enclosures(variables, constraints);
        _names = new string[_tape.Length];
        _uses = Uses();
        IsExact = true;

        _text.Append("(set-option :produce-models true)\n(set-logic QF_NRA)\n");
        for (int i = 0; i < variables.Count; i++)
        {
            Declare(SmtQuery.Encode(i));
        }

        for (int slot = 0; slot < _tape.Length; slot++)
        {
            _names[slot] = Write(slot);
        }

        RelateAngles();
        var sides = new Dictionary<Atom, (string Left, string Right)>();
        for (int i = 0; i < atoms.Length; i++)
        {
            sides.Add(atoms[i], (_names[_tape.Outputs[2 * i]], _names[_tape.Outputs[(2 * i) + 1]]));
        }

        foreach (Formula constraint in constraints)
        {
            Assert(Write(constraint, sides));
        }

        _text.Append("(check-sat)\n");
        Script = _text.ToString();
    }

    public string Script { get; }

    public bool IsExact { get; private set; }

    public int Unknowns => _tape.Variables.Count + _fresh;

    private static string Write(Formula formula, Dictionary<Atom, (string Left, string Right)> sides) => formula switch
    {
        Atom { Relation: Relation.NotEqual } atom => $"(not (= {sides[atom].Left} {sides[atom].Right}))",
        Atom atom => $"({Symbol(atom.Relation)} {sides[atom].Left} {sides[atom].Right})",
        Conjunction { Operands.Count: 0 } => "true",
        Disjunction { Operands.Count: 0 } => "false",
        Conjunction c => $"(and {string.Join(' ', c.Operands.Select(f => Write(f, sides)))})",
        Disjunction d => $"(or {string.Join(' ', d.Operands.Select(f => Write(f, sides)))})",
        _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(formula)),
    };

    private static string Symbol(Relation relation) => relation switch
    {
        Relation.GreaterOrEqual => ">=",
        Relation.Greater => ">",
        _ => "=",
    };

    private Interval[] Enclosures(IReadOnlyList<string> variables, IReadOnlyList<Formula> constraints)
    {
        var ranges = new VariableRanges(variables);
        foreach (Formula part in constraints.SelectMany(f => f is Conjunction c ? c.Operands : [f]))
        {
            ranges.Narrow(part);
        }

        var slots = new Interval[_tape.Length];
        IntervalEvaluation.Run(_tape, [.. variables.Select(ranges.Enclose)], slots);
        return slots;
    }

    private int[] Uses()
    {
        int[] uses = new int[_tape.Length];
        foreach (Instruction step in _tape.Instructions)
        {
            if (Term.IsLeaf(step.Operation))
            {
                continue;
            }

            // Products of powers and the cases of min, max and abs write their operand more than once.
            bool repeats = step.Operation is Operation.Power or Operation.Min or Operation.Max or Operation.Abs;
            uses[step.Left] += repeats ? 2 : 1;
            if (step.Right >= 0)
            {
                uses[step.Right] += repeats ? 2 : 1;
            }

            if (step.Condition >= 0)
            {
                uses[step.Condition]++;
            }
        }

        foreach (int output in _tape.Outputs)
        {
            uses[output]++;
        }

        return uses;
    }

    // The text by which later lines refer to the value of a slot.
    private string Write(int slot)
    {
        Instruction step = _tape.Instructions[slot];
        switch (step.Operation)
        {
            case Operation.Literal:
                return SmtText.Number(_tape.Literals[step.Left]);
            case Operation.Variable:
                return SmtQuery.Encode(step.Left);
        }

        string left = step.Left >= 0 ? _names[step.Left] : "";
        string right = step.Right >= 0 ? _names[step.Right] : "";
        switch (step.Operation)
        {
            case Operation.Add:
                return Share(slot, $"(+ {left} {right})");
            case Operation.Subtract:
                return Share(slot, $"(- {left} {right})");
            case Operation.Multiply:
                return Share(slot, $"(* {left} {right})");
            case Operation.Negate:
                return Share(slot, $"(- {left})");
            case Operation.Min:
                return Share(slot, $"(ite (<= {left} {right}) {left} {right})");
            case Operation.Max:
                return Share(slot, $"(ite (>= {left} {right}) {left} {right})");
            case Operation.Conditional:
                return Share(slot, $"(ite (>= {_names[step.Condition]} 0.0) {left} {right})");
            case Operation.Abs:
                return Share(slot, $"(ite (>= {left} 0.0) {left} (- {left}))");
            case Operation.Divide when _tape.Instructions[step.Right].Operation == Operation.Literal
                && !_enclosures[step.Right].Contains(0.0):
                return Share(slot, $"(/ {left} {right})");
            case Operation.Divide:
                return Quotient(left, right, canVanish: _enclosures[step.Right].Contains(0.0));
            case Operation.Power when step.Exponent < 0:
                return Quotient("1.0", Power(left, -(long)step.Exponent), canVanish: _enclosures[step.Left].Contains(0.0));
            case Operation.Power:
                return Share(slot, Power(left, step.Exponent));
            case Operation.Sqrt:
                string root = Fresh();
                Assert($"(>= {root} 0.0)", unless: _enclosures[step.Left].Lower >= 0 ? null : $"(< {left} 0.0)");
                Assert($"(= (* {root} {root}) {left})", unless: _enclosures[step.Left].Lower >= 0 ? null : $"(< {left} 0.0)");
                return root;
            default:
                return Enclosed(slot);
        }
    }

    private static string Power(string basis, long exponent) => exponent switch
    {
        > LargestPower => throw new ArgumentException(
            $"The power {exponent} is too large for a polynomial query; allowed are powers up to {LargestPower}."),
        0 => "1.0",
        1 => basis,
        _ => $"(* {string.Join(' ', Enumerable.Repeat(basis, (int)exponent))})",
    };

    private string Quotient(string numerator, string denominator, bool canVanish)
    {
        string quotient = Fresh();
        Assert($"(= (* {quotient} {denominator}) {numerator})", unless: canVanish ? $"(= {denominator} 0.0)" : null);
        return quotient;
    }

    // A value that arithmetic cannot express: known by the kernel's enclosure over the ranges of the variables.
    private string Enclosed(int slot)
    {
        IsExact = false;
        string value = Fresh();
        Interval enclosure = _enclosures[slot];
        if (!enclosure.IsEmpty && double.IsFinite(enclosure.Lower))
        {
            Assert($"(>= {value} {SmtText.Number(Rational.FromDouble(enclosure.Lower))})");
        }

        if (!enclosure.IsEmpty && double.IsFinite(enclosure.Upper))
        {
            Assert($"(<= {value} {SmtText.Number(Rational.FromDouble(enclosure.Upper))})");
        }

        return value;
    }

    private void RelateAngles()
    {
        var cosines = new Dictionary<int, int>();
        for (int slot = 0; slot < _tape.Length; slot++)
        {
            if (_tape.Instructions[slot].Operation == Operation.Cos)
            {
                cosines.Add(_tape.Instructions[slot].Left, slot);
            }
        }

        for (int slot = 0; slot < _tape.Length; slot++)
        {
            Instruction step = _tape.Instructions[slot];
            if (step.Operation == Operation.Sin && cosines.TryGetValue(step.Left, out int cosine))
            {
                Assert($"(= (+ (* {_names[slot]} {_names[slot]}) (* {_names[cosine]} {_names[cosine]})) 1.0)");
            }
        }
    }

    private string Share(int slot, string value)
    {
        if (_uses[slot] < 2 && value.Length <= LongestInline)
        {
            return value;
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"t{slot}");
        _text.Append("(define-fun ").Append(name).Append(" () Real ").Append(value).Append(")\n");
        return name;
    }

    private string Fresh()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"u{_fresh++}");
        Declare(name);
        return name;
    }

    private void Declare(string name) => _text.Append("(declare-const ").Append(name).Append(" Real)\n");

    private void Assert(string formula, string? unless = null) =>
        _text.Append("(assert ").Append(unless is null ? formula : $"(or {unless} {formula})").Append(")\n");
}
