using System.Reflection;
using ResLinkProofs.Cli.Output;

namespace ResLinkProofs.Cli.Scaffolding;

/// <summary>A spec project of one's own: a class library with one conjecture, its tests, and a folder for recorded verdicts.</summary>
internal static class SpecProject
{
    /// <summary>Writes the files of the project into a folder that is new or empty.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(string folder, string conjecture, bool isScript)
    {
        ConjectureFile.RequireClassName(conjecture);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UsageException($"--project: '{folder}' is not empty; name a new folder.");
        }

        string name = NameOf(folder);
        foreach ((string path, string text) in Files(name, conjecture, isScript))
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            OutputFile.Write(file, text.ReplaceLineEndings("\n"));
            Console.WriteLine(file);
        }

        Console.WriteLine($"Next: cd {folder}");
        Console.WriteLine("      dotnet build -c Release");
        Console.WriteLine($"      reslink check --assembly {name}/bin/Release/net10.0/{name}.dll");
        Console.WriteLine("      SNAPSHOT_ACCEPT=1 dotnet test -c Release    records the verdicts; then dotnet test compares with them");
        return Program.Success;
    }

    private static string NameOf(string folder)
    {
        string name = string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Where(char.IsAsciiLetterOrDigit));
        return name.Length > 0 && char.IsAsciiLetter(name[0])
            ? char.ToUpperInvariant(name[0]) + name[1..]
            : throw new UsageException($"--project: '{folder}' gives no name to the project; start the folder's name with a letter.");
    }

    private static string Version => typeof(SpecProject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    private static IEnumerable<(string Path, string Text)> Files(string name, string conjecture, bool isScript)
    {
        yield return ($"{name}.slnx", $"""
            <Solution>
              <Project Path="{name}/{name}.csproj" />
              <Project Path="{name}.Tests/{name}.Tests.csproj" />
            </Solution>

            """);
        yield return ($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ResLinkProofs" Version="{Version}" />
                <EmbeddedResource Include="**/*.smt2" Exclude="bin/**;obj/**" LogicalName="%(Filename)%(Extension)" />
              </ItemGroup>
            </Project>

            """);
        yield return ($"{name}/{ConjectureFile.NameOf(conjecture, isScript)}", ConjectureFile.TextOf(conjecture, isScript, name));
        yield return ($"{name}/SpecsAssembly.cs", $$"""
            namespace {{name}};

            /// <summary>Marks the assembly in which specs are discovered.</summary>
            public static class SpecsAssembly
            {
            }

            """);
        yield return ($"{name}.Tests/{name}.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../{name}/{name}.csproj" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
              </ItemGroup>
            </Project>

            """);
        yield return ($"{name}.Tests/ClaimTests.cs", $$"""
            using ResLinkProofs.Claims;
            using ResLinkProofs.Reports;
            using Xunit;

            namespace {{name}}.Tests;

            /// <summary>Every claim has the verdict that is recorded in the folder snapshots; SNAPSHOT_ACCEPT=1 records it.</summary>
            public class ClaimTests
            {
                private static readonly Catalogue Catalogue = Catalogue.Of(typeof(SpecsAssembly).Assembly);
                private static readonly string Folder = RecordedVerdicts.FolderAbove(AppContext.BaseDirectory)!;

                public static TheoryData<string, Reading> All()
                {
                    var all = new TheoryData<string, Reading>();
                    foreach (Claim claim in Catalogue.Claims)
                    {
                        all.Add(claim.Id, claim.Reading);
                    }

                    return all;
                }

                [Theory]
                [MemberData(nameof(All))]
                public void Verdict_is_the_recorded_one(string id, Reading reading)
                {
                    Claim claim = Catalogue.Claims.Single(c => c.Id == id && c.Reading == reading);
                    ClaimResult result = Run(claim).StandingOn(Catalogue, premise => Run(premise).Verdict);
                    string file = Path.Combine(Folder, VerdictSnapshot.Name(claim) + ".verified.txt");
                    if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
                    {
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        File.WriteAllText(file, VerdictSnapshot.Render(result));
                    }

                    RecordedVerdicts recorded = RecordedVerdicts.In(Folder);
                    Assert.False(
                        recorded.IsOfAnotherStatement(claim),
                        $"{file} is of another statement; SNAPSHOT_ACCEPT=1 records this one.");
                    Assert.Equal(recorded.Of(claim), result.Verdict);
                }

                private static ClaimResult Run(Claim claim) => new ClaimRunner().Run(claim, Budget.Default, seed: 0);
            }

            """);
        yield return ("snapshots/README.md", "Recorded verdicts, one file per claim. "
            + "`SNAPSHOT_ACCEPT=1 dotnet test` writes them; read the difference before you commit it.\n");
        yield return (".gitignore", "bin/\nobj/\nartifacts/\n");
    }
}
