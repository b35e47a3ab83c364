using System.Globalization;
using Microsoft.Z3;

namespace ResLinkProofs.Smt.Solving;

/// <summary>One context of the library and one query, on a thread of its own, which another thread can interrupt.</summary>
internal sealed class Z3Session
{
    private const int StackSize = 256 << 20; // the library recurses into deep terms
    private static readonly TimeSpan BetweenInterrupts = TimeSpan.FromMilliseconds(20);

    // Without a handler of ours the library ends the process at the first error.
    private static readonly Native.Z3_error_handler Ignore = (_, _) => { };

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private nint _context;

    public Z3Session(string script, IReadOnlyList<string> names, SolverLimits limits)
    {
        var thread = new Thread(() => Run(script, names, limits), StackSize) { IsBackground = true };
        thread.Start();
    }

    /// <summary>What was answered; valid once <see cref="Wait"/> has returned true.</summary>
    public SolverTranscript Transcript { get; private set; } = new(TranscriptEnd.Failed, "", "", "no answer");

    /// <summary>Waits for the end of the query; false when it does not come in time.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public bool Wait(TimeSpan limit, CancellationToken cancellation) => _ended.Task.Wait(limit, cancellation);

    /// <summary>Interrupts the query; false when it does not end in time, and then it is left to itself.</summary>
    public bool Stop(TimeSpan limit)
    {
        // An interruption that comes before the search has begun may be forgotten.
        for (TimeSpan waited = TimeSpan.Zero; waited < limit; waited += BetweenInterrupts)
        {
            lock (_gate)
            {
                if (_context != 0)
                {
                    Native.Z3_interrupt(_context);
                }
            }

            if (_ended.Task.Wait(BetweenInterrupts))
            {
                return true;
            }
        }

        return false;
    }

    private void Run(string script, IReadOnlyList<string> names, SolverLimits limits)
    {
        try
        {
            Transcript = Converse(script, names, limits);
        }
        catch (Exception e) when (e is Z3Exception or EntryPointNotFoundException)
        {
            // An error voids whatever was written before it.
            Transcript = new(TranscriptEnd.Failed, "", e.Message, "the library reports an error:");
        }
        finally
        {
            Close();
            _ended.SetResult();
        }
    }

    // The commands of the text but declarations and assertions are passed over: what the program does with them is done here.
    private SolverTranscript Converse(string script, IReadOnlyList<string> names, SolverLimits limits)
    {
        nint context = Create(limits);
        nint solver = LogicOf(script) is { } logic
            ? Native.Z3_mk_solver_for_logic(context, Native.Z3_mk_string_symbol(context, logic))
            : Native.Z3_mk_solver(context);
        Native.Z3_solver_inc_ref(context, solver);
        nint assertions = Native.Z3_parse_smtlib2_string(context, script, 0, [], [], 0, [], []);
        Native.Z3_ast_vector_inc_ref(context, assertions);
        for (uint i = 0; i < Native.Z3_ast_vector_size(context, assertions); i++)
        {
            Native.Z3_solver_assert(context, solver, Native.Z3_ast_vector_get(context, assertions, i));
        }

        string answer = (Z3_lbool)Native.Z3_solver_check(context, solver) switch
        {
            Z3_lbool.Z3_L_TRUE => $"sat\n{(names.Count == 0 ? "" : Model(context, solver, names))}",
            Z3_lbool.Z3_L_FALSE => "unsat\n",
            _ => $"unknown\n(:reason-unknown \"{Native.Z3_solver_get_reason_unknown(context, solver)}\")\n",
        };
        return answer.Length <= limits.OutputBytes
            ? new(TranscriptEnd.Completed, answer, "", "")
            : new(
                TranscriptEnd.OutputLimit, "", "",
                string.Create(CultureInfo.InvariantCulture, $"more than {limits.OutputBytes} bytes of output"));
    }

    // The logic decides how the solver goes about it, and is passed over with the other commands.
    private static string? LogicOf(string script)
    {
        const string command = "(set-logic ";
        int start = script.IndexOf(command, StringComparison.Ordinal);
        return start < 0 ? null : script[(start + command.Length)..script.IndexOf(')', start)];
    }

    // As the program answers get-value.
    private static string Model(nint context, nint solver, IReadOnlyList<string> names)
    {
        nint model = Native.Z3_solver_get_model(context, solver);
        Native.Z3_model_inc_ref(context, model);
        nint real = Native.Z3_mk_real_sort(context);
        return $"({string.Concat(names.Select(name => $"({name} {Value(name)})\n"))})\n";

        string Value(string name)
        {
            nint variable = Native.Z3_mk_const(context, Native.Z3_mk_string_symbol(context, name), real);
            Native.Z3_inc_ref(context, variable);
            nint value = 0;
            if (Native.Z3_model_eval(context, model, variable, 1, ref value) == 0)
            {
                throw new Z3Exception($"the model has no value of {name}");
            }

            Native.Z3_inc_ref(context, value);
            return Native.Z3_ast_to_string(context, value);
        }
    }

    private nint Create(SolverLimits limits)
    {
        nint configuration = Native.Z3_mk_config();
        Native.Z3_set_param_value(configuration, "rlimit", limits.Work.ToString(CultureInfo.InvariantCulture));
        nint context = Native.Z3_mk_context_rc(configuration);
        Native.Z3_del_config(configuration);
        Native.Z3_set_error_handler(context, Ignore);
        lock (_gate)
        {
            _context = context;
        }

        return context;
    }

    private void Close()
    {
        nint context;
        lock (_gate)
        {
            (context, _context) = (_context, 0);
        }

        if (context != 0)
        {
            Native.Z3_del_context(context);
        }
    }
}
