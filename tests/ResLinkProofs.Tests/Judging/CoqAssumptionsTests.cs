using ResLinkProofs.Judging;

namespace ResLinkProofs.Tests.Judging;

/// <summary>What Coq prints about the axioms behind a theorem: the reals and the machine's numbers may stand there, and nothing else.</summary>
public sealed class CoqAssumptionsTests
{
    private const string File = "From Coq Require Import Reals.\nTheorem t : True.\nProof. exact I. Qed.\n\nPrint Assumptions t.\n";

    private const string Reals = """
        Axioms:
        ClassicalDedekindReals.sig_forall_dec
          : forall P : nat -> Prop,
            (forall n : nat, {P n} + {~ P n}) ->
            {n : nat | ~ P n} + {forall n : nat, P n}
        Uint63.sub_spec
          : forall x y : PrimInt63.int, Uint63.to_Z (PrimInt63.sub x y) = 0
        PrimFloat.float : Set

        """;

    [Theory]
    [InlineData("Closed under the global context\n")]
    [InlineData(Reals)]
    public void What_rests_on_the_reals_is_accepted(string output) => Assert.Null(CoqAssumptions.Objection(File, output));

    [Theory]
    [InlineData("t : True\n", "rests on t,")]
    [InlineData("bad : 1 = 0\n", "rests on bad,")]
    [InlineData("long_name\n  : forall x : nat,\n    x = 0\n", "rests on long_name,")]
    [InlineData("PrimFloat.Inner.bad : False\n", "rests on PrimFloat.Inner.bad,")]
    [InlineData("Uint64.bad : False\n", "rests on Uint64.bad,")]
    public void Another_axiom_is_named(string line, string objection) =>
        Assert.Contains(objection, CoqAssumptions.Objection(File, Reals + line), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(Reals + Reals)]
    public void Every_question_has_one_answer(string output) =>
        Assert.Contains("1 questions what they rest on", CoqAssumptions.Objection(File, output), StringComparison.Ordinal);

    [Fact]
    public void A_theorem_that_is_not_asked_about_is_not_accepted()
    {
        string two = File.Replace("Theorem t ", "Theorem s : 1 = 1.\nProof. reflexivity. Qed.\nTheorem t ", StringComparison.Ordinal);
        Assert.Contains("2 theorems, 1 questions", CoqAssumptions.Objection(two, Reals), StringComparison.Ordinal);
        string none = File.Replace("Print Assumptions", "Print", StringComparison.Ordinal);
        Assert.Contains("0 questions", CoqAssumptions.Objection(none, ""), StringComparison.Ordinal);
    }
}
