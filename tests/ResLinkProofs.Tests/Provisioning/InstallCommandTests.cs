using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Provisioning;
using Xunit;

namespace ResLinkProofs.Tests.Provisioning;

public class InstallCommandTests
{
    private static readonly InstallCommand Package = new("deb") { Fedora = "rpm", Arch = "pkg", Suse = "lib" };

    [Theory]
    [InlineData("ID=debian\n", "sudo apt-get install deb")]
    [InlineData("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", "sudo apt-get install deb")]
    [InlineData("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "sudo apt-get install deb")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "sudo dnf install rpm")]
    [InlineData("ID=manjaro\nID_LIKE=arch\n", "sudo pacman -S pkg")]
    [InlineData("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", "sudo zypper install lib")]
    [InlineData("ID=alpine\n", null)] // no such package there
    [InlineData("ID=nixos\n", null)]
    [InlineData("VERSION_ID=debian\n", null)]
    [InlineData("", null)]
    public void The_command_is_that_of_the_family(string release, string? command) => Assert.Equal(command, Package.On(release));

    [Fact]
    public void What_is_missing_comes_with_something_to_do_on_every_system()
    {
        Assert.StartsWith("Run: ", Z3Provider.Remedy, StringComparison.Ordinal);
        Assert.NotEqual("", Z3LibraryLocation.Remedy);
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains("z3-solver", Z3Provider.Remedy, StringComparison.Ordinal); // needs neither root nor a distribution
        }
    }
}
