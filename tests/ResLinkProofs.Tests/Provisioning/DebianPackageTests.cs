using ResLinkProofs.Provisioning;
using ResLinkProofs.Testing;
using ResLinkProofs.Tests.Descent;

namespace ResLinkProofs.Tests.Provisioning;

public sealed class DebianPackageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("Z3")]
    [InlineData("../z3")]
    [InlineData("-o Dir::Etc=/")]
    [InlineData("z3;true")]
    public void What_is_no_name_of_a_package_is_refused(string name)
    {
        using var folder = new TemporaryDirectory();
        Assert.Throws<ArgumentException>(() => DebianPackage.Fetch(name, folder.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_tree_that_is_there_is_not_fetched_again()
    {
        using var folder = new TemporaryDirectory();
        string tree = Directory.CreateDirectory(Path.Combine(folder.Path, "no-such-package")).FullName;
        Assert.Equal(tree, DebianPackage.Fetch("no-such-package", folder.Path, _ => throw new InvalidOperationException("fetched")));
    }
}
