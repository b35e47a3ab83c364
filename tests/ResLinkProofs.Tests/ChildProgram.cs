using ResLinkProofs.Tests.Networks;

namespace ResLinkProofs.Tests;

/// <summary>
/// The entry point of this assembly when a test starts it as a child process, to run something under other runtime switches. The test
/// runner never calls it.
/// </summary>
internal static class ChildProgram
{
    public static int Main(string[] args) => args switch
    {
        [GradientBits.Command] => GradientBits.Print(),
        _ => 2,
    };
}
