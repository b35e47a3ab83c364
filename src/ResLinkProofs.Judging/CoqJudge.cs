using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Export;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Judging;

/// <summary>
/// Asks Coq about closed claims. It accepts a proof or it does not, and neither moves a verdict; but
/// should it prove the negation of what was decided here, some engine is broken and the run stops.
/// </summary>
/// <param name="check">Has a file checked: <see cref="CoqProcess.Check"/>.</param>
/// <param name="version">The versions, for reports.</param>
/// <param name="limits">What may be asked.</param>
public sealed class CoqJudge(Func<string, TimeSpan, CoqReply> check, string version, CoqLimits limits)
{
    /// <summary>A judge that asks a Coq process.</summary>
    /// <param name="coq">The process.</param>
    /// <param name="limits">What may be asked.</param>
    public CoqJudge(CoqProcess coq, CoqLimits limits)
        : this((coq ?? throw new ArgumentNullException(nameof(coq))).Check, coq.Version, limits)
    {
    }

    /// <summary>Coq's opinion of a claim.</summary>
    /// <param name="result">The claim with its verdict and evidence.</param>
    /// <returns>The opinion; null where the claim is neither proved nor refuted, or not made of closed statements.</returns>
    /// <exception cref="EngineDisagreementException">Coq proves the negation of a proved statement, or a refuted statement.</exception>
    public CoqOpinion? Judge(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Verdict switch
        {
            Verdict.Proved => OfProof(result),
            Verdict.Refuted when result.Evidence.Select(e => e.Refutation).OfType<ConfirmedWitness>()
                .FirstOrDefault() is { Statement.MatrixBounds.Count: 0 } witness => OfRefutation(result.Claim, witness),
            _ => null,
        };
    }

    private CoqOpinion? OfProof(ClaimResult result)
    {
        IReadOnlyList<AcceptedCertificate> certificates = result.Evidence.FirstOrDefault(e => e.Finding == Finding.Proof)?.Certificates
            ?? [];
        ExportedClaims exported;
        try
        {
            exported = ExportedClaims.Of([result.Claim]);
        }
        catch (UnsupportedShapeException)
        {
            return null;
        }

        ExportedTheorem[] theorems = [.. exported.Theorems.Select(
            (t, i) => t with { Certificate = i < certificates.Count ? certificates[i].Certificate : null })];
        ConfirmedPoint[] points = [.. result.Evidence.SelectMany(e => e.Points)];
        var tally = new Tally(theorems.Length + exported.Inductions.Count);
        if (theorems.Length == 1 || !AreAcceptedTogether(theorems, tally))
        {
            for (int i = 0; i < theorems.Length; i++)
            {
                ExportedTheorem theorem = theorems[i];
                CoqReply? reply = Ask(() => Exporter.Coq([theorem]), tally, theorem.Name);

                // Points of a claim of one kind of statement belong to its cases in order; an induction has none for its obligations.
                if (reply is { Answer: not CoqAnswer.Accepted } && points.Length == theorems.Length)
                {
                    RequireNoFailureAt(result.Claim, theorem, points[i].Point);
                }
            }
        }

        foreach (InductionExport induction in exported.Inductions)
        {
            Ask(() => Exporter.Coq(induction), tally, $"what joins the obligations of {induction.Name}");
        }

        return tally.Opinion(version);
    }

    // The libraries are loaded once for many statements. Where one of them fails, or all together are too much, each is asked about alone.
    private bool AreAcceptedTogether(ExportedTheorem[] theorems, Tally tally)
    {
        string text;
        try
        {
            text = Exporter.Coq(theorems);
        }
        catch (UnsupportedShapeException)
        {
            return false;
        }

        if (text.Length > limits.Text || check(text, limits.Work) is not { Answer: CoqAnswer.Accepted } reply)
        {
            return false;
        }

        tally.AddAccepted(theorems.Length, reply.Seconds);
        return true;
    }

    private CoqOpinion OfRefutation(Claim claim, ConfirmedWitness witness)
    {
        var theorem = new ExportedTheorem("refuted", [$"{claim.Id} [{claim.ReadingText}]"], witness.Statement);
        var tally = new Tally(1);
        if (Ask(() => Exporter.CoqFailure(theorem, witness.Point), tally, $"the failure at {witness}") is { Answer: CoqAnswer.Accepted })
        {
            return tally.Opinion(version);
        }

        // The failure is not confirmed: then the statement itself must not be provable either.
        string text = Exporter.Coq([theorem]);
        CoqReply reply = text.Length > limits.Text ? new(CoqAnswer.Unanswered, "", 0) : check(text, limits.Work);
        return reply.Answer == CoqAnswer.Accepted
            ? throw Disagreement($"{version} proves {claim.Id} [{claim.ReadingText}], which is refuted by {witness}", text)
            : tally.Opinion(version);
    }

    private void RequireNoFailureAt(Claim claim, ExportedTheorem theorem, IReadOnlyList<Rational> point)
    {
        string text = Exporter.CoqFailure(theorem, point);
        if (text.Length <= limits.Text && check(text, limits.Work).Answer == CoqAnswer.Accepted)
        {
            throw Disagreement(
                $"{version} proves that {theorem.Name} fails at a point, and {claim.Id} [{claim.ReadingText}] is proved", text);
        }
    }

    private CoqReply? Ask(Func<string> write, Tally tally, string name)
    {
        string text;
        try
        {
            text = write();
        }
        catch (UnsupportedShapeException e)
        {
            tally.TooLarge($"{name}: {e.Message}");
            return null;
        }

        if (text.Length > limits.Text)
        {
            tally.TooLarge($"{name}: {text.Length} characters, and the limit is {limits.Text}");
            return null;
        }

        CoqReply reply = check(text, limits.Work);
        tally.Add(name, reply);
        return reply;
    }

    private static EngineDisagreementException Disagreement(string message, string text) => new(message, text, "disagreement.v");

    private sealed class Tally(int statements)
    {
        private readonly List<string> _details = [];
        private int _accepted;
        private bool _tooLarge;
        private bool _failed;
        private double _seconds;

        public void Add(string name, CoqReply reply)
        {
            _seconds += reply.Seconds;
            if (reply.Answer == CoqAnswer.Accepted)
            {
                _accepted++;
                return;
            }

            _failed = true;
            _details.Add($"{name}: {reply.Detail}");
        }

        public void AddAccepted(int count, double seconds)
        {
            _accepted += count;
            _seconds += seconds;
        }

        public void TooLarge(string detail)
        {
            _tooLarge = true;
            _details.Add(detail);
        }

        public CoqOpinion Opinion(string version) => new(
            version,
            _failed ? CoqOutcome.Failed : _tooLarge ? CoqOutcome.TooLarge : CoqOutcome.Accepted,
            _accepted,
            statements,
            string.Join("; ", _details),
            _seconds);
    }
}
