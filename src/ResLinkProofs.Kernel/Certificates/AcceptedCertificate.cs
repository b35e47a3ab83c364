using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Certificates;

/// <summary>
/// A proof of a statement that the kernel has replayed. <see cref="CertificateChecker"/> makes them by <see cref="Prove"/>, which alone
/// reaches the constructor, so holding one is holding a proof of exactly <see cref="Statement"/>.
/// </summary>
public sealed class AcceptedCertificate
{
    private AcceptedCertificate(Statement statement, Certificate certificate)
    {
        Statement = statement;
        Certificate = certificate;
    }

    /// <summary>The statement that is proved.</summary>
    public Statement Statement { get; }

    /// <summary>
    /// The replayed steps with the problem that the kernel made of the statement: no point of its ranges satisfies its formula.
    /// </summary>
    public Certificate Certificate { get; }

    /// <summary>Makes the problem of a statement and replays steps on it.</summary>
    internal static CertificateVerdict Prove(Statement statement, IEnumerable<ProofStep> steps)
    {
        var certificate = new Certificate(EmptinessProblem.Of(statement), steps);
        string? rejection = CertificateChecker.Replay(certificate);
        return rejection is null ? new(new AcceptedCertificate(statement, certificate), null) : new(null, rejection);
    }
}

/// <summary>The outcome of a replay: exactly one of the two is not null.</summary>
/// <param name="Accepted">The proof.</param>
/// <param name="Rejection">Why there is none.</param>
public sealed record CertificateVerdict(AcceptedCertificate? Accepted, string? Rejection);
