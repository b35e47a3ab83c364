using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Tests.Certificates.Malicious;

/// <summary>A certificate that must not be accepted.</summary>
/// <param name="Kind">The kind of lie.</param>
/// <param name="Name">What is wrong, unique within the kind.</param>
/// <param name="Rejection">Reads and replays it: why it is rejected, or null where it is accepted.</param>
public sealed record MaliciousCertificate(string Kind, string Name, Func<string?> Rejection)
{
    /// <summary>A file, read as the bytes it would have on disk.</summary>
    public static MaliciousCertificate Text(string kind, string name, string text, Statement? statement = null) => new(kind, name, () =>
    {
        Certificate certificate;
        try
        {
            certificate = Certificate.Parse(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        return statement is null ? CertificateChecker.Replay(certificate) : CertificateChecker.Check(certificate, statement).Rejection;
    });

    /// <summary>A file with the digest that fits it.</summary>
    public static MaliciousCertificate Sealed(string kind, string name, string text, Statement? statement = null) =>
        Text(kind, name, HandWrittenProofs.Reseal(text), statement);

    /// <summary>Steps that a program hands over, without a file.</summary>
    public static MaliciousCertificate Steps(string kind, string name, Statement statement, params ProofStep[] steps) =>
        new(kind, name, () => CertificateChecker.Check(statement, steps).Rejection);
}
