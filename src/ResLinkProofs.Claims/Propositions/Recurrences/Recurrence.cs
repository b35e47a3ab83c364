using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>A state variable of a recurrence.</summary>
/// <param name="Name">The name by which formulas refer to its value at time t.</param>
/// <param name="Start">Its value at time 0, over the constants, the horizon and the definitions.</param>
/// <param name="Next">Its value at time t + 1, over the same and the state and inputs of time t.</param>
public sealed record StateVariable(string Name, Term Start, Term Next);

/// <summary>
/// What is claimed of every run of a recurrence, for every whole number T of steps from a least one on: constants are
/// chosen, then inputs for every step; if the assumptions hold on the way, the goal holds of the state at time T.
/// </summary>
public sealed class Recurrence
{
    /// <summary>The number of steps T, in every formula.</summary>
    public static Term Horizon { get; } = Term.Variable("T");

    /// <summary>The natural logarithm of T.</summary>
    public static Term LogHorizon { get; } = Term.Variable("log T");

    /// <summary>The time t, in invariants.</summary>
    public static Term Time { get; } = Term.Variable("t");

    /// <summary>What is chosen once for a run.</summary>
    public required IReadOnlyList<RealVariable> Constants { get; init; }

    /// <summary>Names for terms over the constants, the horizon and earlier definitions.</summary>
    public IReadOnlyList<(string Name, Term Value)> Definitions { get; init; } = [];

    /// <summary>What is assumed of the constants.</summary>
    public Formula Given { get; init; } = Formula.True;

    /// <summary>What a step changes.</summary>
    public required IReadOnlyList<StateVariable> State { get; init; }

    /// <summary>What is chosen anew for every step.</summary>
    public required IReadOnlyList<RealVariable> Inputs { get; init; }

    /// <summary>What is assumed of state and inputs at the times t = 0, ..., T - 1.</summary>
    public required Formula EachStep { get; init; }

    /// <summary>What is assumed of the state, and of one more choice of inputs, at time T.</summary>
    public Formula AtEnd { get; init; } = Formula.True;

    /// <summary>What is claimed of the state at time T.</summary>
    public required Formula Goal { get; init; }

    /// <summary>The least number of steps, at least 1.</summary>
    public int LeastHorizon
    {
        get;
        init => (field, IsLongEnough) = (value, Horizon >= value);
    } = 1;

    /// <summary>T is at least the least number of steps.</summary>
    public Formula IsLongEnough { get; private init; } = Horizon >= 1;

    /// <summary>The value of a state variable, or of the time, after the step; for proofs.</summary>
    /// <param name="variable">The variable.</param>
    public static Term Next(Term variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Term.Variable(variable.Name + "'");
    }

    /// <summary>The name of an input at one time in a statement that is written out.</summary>
    internal static string At(string input, int time) => string.Create(CultureInfo.InvariantCulture, $"{input}{time}");

    /// <summary>The same recurrence with other assumptions and another goal.</summary>
    /// <param name="given">What is assumed of the constants.</param>
    /// <param name="eachStep">What is assumed before time T.</param>
    /// <param name="atEnd">What is assumed at time T.</param>
    /// <param name="goal">What is claimed.</param>
    public Recurrence With(Formula given, Formula eachStep, Formula atEnd, Formula goal) => new()
    {
        Constants = Constants,
        Definitions = Definitions,
        Given = given,
        State = State,
        Inputs = Inputs,
        EachStep = eachStep,
        AtEnd = atEnd,
        Goal = goal,
        LeastHorizon = LeastHorizon,
        IsLongEnough = IsLongEnough, // proofs refer to the very formula
    };

    /// <summary>The claim for one number of steps as a closed statement: the state is written out over constants and inputs.</summary>
    /// <param name="horizon">T, at least <see cref="LeastHorizon"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">T is too small.</exception>
    public Statement Unroll(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, LeastHorizon);
        var variables = new List<RealVariable>(Constants);
        var hypotheses = new List<Formula>();
        var values = new Dictionary<string, Term>(StringComparer.Ordinal)
        {
            [Horizon.Name!] = horizon,
            [LogHorizon.Name!] = Term.Log(horizon),
        };
        foreach ((string name, Term value) in Definitions)
        {
            values[name] = Substitution.Apply(value, values);
        }

        hypotheses.Add(Substitution.Apply(Given, values));
        Term[] state = [.. State.Select(s => Substitution.Apply(s.Start, values))];
        for (int t = 0; t <= horizon; t++)
        {
            values[Time.Name!] = t;
            for (int i = 0; i < state.Length; i++)
            {
                values[State[i].Name] = state[i];
            }

            if (t < horizon || AtEnd is not Conjunction { Operands.Count: 0 })
            {
                foreach (RealVariable input in Inputs)
                {
                    string name = At(input.Name, t);
                    variables.Add(new RealVariable(name, input.Lower, input.Upper));
                    values[input.Name] = Term.Variable(name);
                }

                hypotheses.Add(Substitution.Apply(t < horizon ? EachStep : AtEnd, values));
            }

            state = t < horizon ? [.. State.Select(s => Substitution.Apply(s.Next, values))] : state;
        }

        // Inputs at time T that no assumption mentions would only be noise.
        HashSet<string> mentioned = [.. hypotheses.Append(Goal).SelectMany(FreeNames.Of)];
        mentioned.UnionWith(state.SelectMany(FreeNames.Of));
        Formula conclusion = Substitution.Apply(Goal, values);
        return new Statement(
            [.. variables.Where(v => mentioned.Contains(v.Name) || Constants.Contains(v))], Formula.All(hypotheses), conclusion);
    }
}
