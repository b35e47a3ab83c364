using ResLinkProofs.Judging;
using ResLinkProofs.Judging.Provisioning;
using ResLinkProofs.Provisioning;

namespace ResLinkProofs.Tests.Judging;

/// <summary>One Coq for all tests: on the path or fetched before.</summary>
public sealed class CoqOfThisMachine
{
    public CoqOfThisMachine()
    {
        string? artifacts = ArtifactsFolder.Above(AppContext.BaseDirectory);
        CoqProgram? program = CoqLocation.OnPath(Environment.GetEnvironmentVariable("PATH")) ?? (artifacts is null ? null : CoqLocation.Provisioned(artifacts));
        Process = program is null ? null : CoqProcess.Open(program);
        Reason = program is null ? CoqProvider.Remedy : "";
    }

    public CoqProcess? Process { get; }

    public string Reason { get; }
}
