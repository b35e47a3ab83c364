using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Export;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Tests.Export;

namespace ResLinkProofs.Specs.Tests;

/// <summary>Every closed claim of the catalogue leaves the house as what it is, and everything else is named as what it is not.</summary>
public sealed class ExportTests
{
    [Fact]
    public void Closed_claims_come_back_from_Coq_and_Lean()
    {
        int compared = 0;
        foreach (Claim claim in SpecCatalogue.Claims)
        {
            foreach (ExportedTheorem theorem in TheoremsOf(claim))
            {
                string coq, lean;
                try
                {
                    (coq, lean) = (Exporter.Coq([theorem]), Exporter.Lean([theorem]));
                }
                catch (UnsupportedShapeException e)
                {
                    Assert.True(e.Shape.Contains("characters", StringComparison.Ordinal) || e.Shape is "The operation Integral" or "The operation Cosh" or "The operation Sinh", e.Shape);
                    continue;
                }

                Assert.True(InfixReader.SaySame(theorem.Statement, InfixReader.ReadStatement(Between(coq, $"Theorem {theorem.Name} : ", ".\nProof."))), $"Coq: {theorem.Name}");
                Assert.True(InfixReader.SaySame(theorem.Statement, InfixReader.ReadStatement(Between(lean, $"theorem {theorem.Name} : ", " := by\n  sorry"))), $"Lean: {theorem.Name}");
                compared++;
            }
        }

        Assert.True(compared > 200, $"{compared} statements were compared");
    }

    [Fact]
    public void Closed_claims_are_questions_that_the_solver_reads()
    {
        int read = 0;
        foreach (Claim claim in SpecCatalogue.Claims)
        {
            foreach (ExportedTheorem theorem in TheoremsOf(claim))
            {
                string text;
                try
                {
                    text = Exporter.SmtLib([theorem]);
                }
                catch (UnsupportedShapeException)
                {
                    continue;
                }

                if (text.Length < 20_000)
                {
                    Assert.Equal(2, SmtScriptReader.Read(text, theorem.Name).Questions.Count);
                    read++;
                }
            }
        }

        Assert.True(read > 200, $"{read} statements were read");
    }

    [Fact]
    public void What_is_not_closed_is_named()
    {
        foreach (Claim claim in SpecCatalogue.Claims.Where(c => c.Proposition is not StatementProposition { IsExhaustive: true } and not RecurrenceProposition { Proof: not null }))
        {
            var error = Assert.Throws<UnsupportedShapeException>(() => ExportedClaims.Of([claim]).Theorems);
            Assert.StartsWith($"{claim.Id} [{claim.ReadingText}]: A", error.Shape, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<ExportedTheorem> TheoremsOf(Claim claim)
    {
        try
        {
            return ExportedClaims.Of([claim]).Theorems;
        }
        catch (UnsupportedShapeException)
        {
            return [];
        }
    }

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
