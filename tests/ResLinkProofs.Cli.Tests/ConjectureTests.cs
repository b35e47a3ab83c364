namespace ResLinkProofs.Cli.Tests;

/// <summary>Conjectures in a checkout of their own: classes and formulas that are fine, that do not compile, and that throw.</summary>
public sealed class ConjectureTests : IDisposable
{
    private readonly string _checkout = Directory.CreateTempSubdirectory("reslink-").FullName;

    public ConjectureTests()
    {
        File.WriteAllText(Path.Combine(_checkout, "ResLinkProofs.sln"), "");
        Directory.CreateDirectory(Folder);
    }

    private string Folder => Path.Combine(_checkout, "specs", "Conjectures");

    public void Dispose() => Directory.Delete(_checkout, recursive: true);

    [Fact]
    public void What_is_broken_is_named_first_with_file_and_line_and_the_rest_is_checked()
    {
        Write("Fine.cs", Spec("Fine", "x <= 1"));
        Write("Typo.cs", Spec("Typo", "x <= "));
        Write("Thrower.cs", Spec("Thrower", "Term.Ratio(1, 0) <= x"));
        Write("Later.cs", Spec("Later", "x <= 1").Replace(
            "StatementProposition.Of(forAll.Conclude(x <= 1))",
            "StatementProposition.ForEach(\"n\", [1, 2], n => n < 2 ? forAll.Conclude(x <= 1) : throw new System.NotSupportedException(\"no size 2\"))",
            StringComparison.Ordinal));
        Write("fine_formula.smt2", "(declare-const x Real)\n(assert (< (* x x) 0))\n(check-sat)\n");
        Write("broken_formula.smt2", "(declare-const x Real)\n(assert (< x y))\n(check-sat)\n");
        CommandRun run = Run("check", "conjecture/*", "--budget", "small", "--solver", "none");
        Assert.Equal(2, run.ExitCode);
        string[] errors = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"Typo\.cs\(\d+,\d+\): error CS\d+: ", errors[0]); // what does not compile comes first
        Assert.Single(errors, e => e.Contains("The spec ResLinkProofs.Specs.Conjectures.Thrower cannot be used", StringComparison.Ordinal) && e.Contains("Thrower.cs, line ", StringComparison.Ordinal));
        Assert.Single(errors, e => e.Contains("broken_formula.smt2:2:", StringComparison.Ordinal));
        Assert.Single(errors, e => e.StartsWith("conjecture/later [companion] cannot be checked: it throws NotSupportedException: no size 2", StringComparison.Ordinal));
        Assert.DoesNotContain("Unhandled", run.Error, StringComparison.Ordinal);
        Assert.Contains("Proved       conjecture/fine ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Proved       conjecture/fine-formula", run.Output, StringComparison.Ordinal);

        CommandRun list = Run("list", "conjecture/*");
        Assert.Equal(2, list.ExitCode);
        Assert.Equal(["conjecture/fine", "conjecture/fine-formula", "conjecture/later"], list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]));

        // Mended, nothing is told; and the claims of the program are there beside.
        foreach (string file in new[] { "Typo.cs", "Thrower.cs", "Later.cs", "broken_formula.smt2" })
        {
            File.Delete(Path.Combine(Folder, file));
        }

        CommandRun mended = Run("list", "conjecture/*", "li-yuan/lemma-2.5");
        Assert.Equal((0, ""), (mended.ExitCode, mended.Error));
        Assert.Contains("li-yuan/lemma-2.5", mended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_checks_what_is_saved_and_nothing_else()
    {
        Write("Other.cs", Spec("Other", "x <= 1"));
        using var watch = new WatchRun(CommandRun.Dotnet, _checkout, Path.Combine(AppContext.BaseDirectory, "reslink.dll"), "watch", "--budget", "small", "--solver", "none");
        await watch.Until("watching ");
        Write("Mine.cs", Spec("Mine", "x <= 1"));
        string first = await watch.Until(" claims checked in ");
        Assert.Contains("Mine.cs", first, StringComparison.Ordinal);
        Assert.Contains("Proved       conjecture/mine", first, StringComparison.Ordinal);
        Assert.DoesNotContain("conjecture/other", first, StringComparison.Ordinal);

        Write("Mine.cs", Spec("Mine", "x <= Term.Ratio(1, 2)"));
        Assert.Contains("Refuted      conjecture/mine", await watch.Until(" claims checked in "), StringComparison.Ordinal);

        Write("Mine.cs", Spec("Mine", "x <= "));
        string broken = await watch.Until("error CS", " claims checked in "); // on two streams, in no order
        Assert.Contains("Mine.cs(", broken, StringComparison.Ordinal);
        Assert.Contains("\n0 of ", broken, StringComparison.Ordinal);

        Write("a_formula.smt2", "(declare-const x Real)\n(assert (< (* x x) 0))\n(check-sat)\n");
        string formula = await watch.Until(" claims checked in ");
        Assert.Contains("Proved       conjecture/a-formula", formula, StringComparison.Ordinal);
        Assert.DoesNotContain("conjecture/other", formula, StringComparison.Ordinal);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    private CommandRun Run(params string[] arguments) => CommandRun.In(_checkout, null, arguments);

    private static string Spec(string name, string conclusion) => $$"""
        using ResLinkProofs.Claims;
        using ResLinkProofs.Claims.Propositions;
        using ResLinkProofs.Kernel.Terms;

        namespace ResLinkProofs.Specs.Conjectures;

        public sealed class {{name}} : ISpec
        {
            public IEnumerable<Claim> Claims()
            {
                var forAll = new Quantifier();
                Term x = forAll.Real("x", 0, 1);
                yield return new Claim
                {
                    Source = new Source(new Document("conjecture", "Conjecture"), "{{name}}"),
                    Text = "something about x in [0, 1]",
                    Proposition = StatementProposition.Of(forAll.Conclude({{conclusion}})),
                };
            }
        }
        """;
}
