using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>What stands before the theorems: the libraries, the functions that Coq does not have, and the tactics that close one comparison.</summary>
internal static class CoqPrelude
{
    private static readonly (Operation Operation, string Definition)[] Definitions =
    [
        (Operation.Sinc, "Definition sinc (x : R) : R := if Req_EM_T x 0 then 1 else sin x / x."),
        (Operation.VersineQuotient, "Definition versine_quotient (t : R) : R := if Req_EM_T t 0 then 1 / 2 else (1 - cos t) / t ^ 2."),
        (Operation.SineDefect, "Definition sine_defect (t : R) : R := if Req_EM_T t 0 then 1 / 6 else (t - sin t) / t ^ 3."),
        (Operation.ArcsineDefect, "Definition arcsine_defect (x : R) : R := if Req_EM_T x 0 then 1 / 6 else (asin x - x) / x ^ 3."),
    ];

    private const string Libraries = """
        From Coq Require Import Reals Lra Psatz.
        From Interval Require Import Tactic.
        Open Scope R_scope.

        """;

    private const string Tactics = """
        (* A comparison as one with zero, which is what interval arithmetic decides. *)
        Lemma reslink_ge (a b : R) : 0 <= a - b -> a >= b. Proof. lra. Qed.
        Lemma reslink_gt (a b : R) : 0 < a - b -> a > b. Proof. lra. Qed.
        Lemma reslink_le (a b : R) : 0 <= b - a -> a <= b. Proof. lra. Qed.
        Lemma reslink_lt (a b : R) : 0 < b - a -> a < b. Proof. lra. Qed.
        Lemma reslink_ge_cases (a b : R) : (~ a >= b -> False) -> a >= b. Proof. destruct (Rge_dec a b); tauto. Qed.
        Lemma reslink_gt_cases (a b : R) : (~ a > b -> False) -> a > b. Proof. destruct (Rgt_dec a b); tauto. Qed.

        Ltac reslink_zero :=
          first [ apply reslink_ge | apply reslink_gt | apply reslink_le | apply reslink_lt ].

        (* The inverse functions by the inverse tangent, inside their domains. *)
        Ltac reslink_inner := first [ lra | nra | interval | reslink_zero; interval ].
        Ltac reslink_arcs :=
          repeat match goal with
          | |- context [acos ?e] => rewrite (acos_asin e) by (split; reslink_inner)
          | |- context [asin ?e] => rewrite (asin_atan e) by (split; reslink_inner)
          end; unfold Rsqr.

        Ltac reslink_branches :=
          repeat match goal with
          | |- context [Rmax ?a ?b] => unfold Rmax at 1; destruct (Rle_dec a b)
          | |- context [Rmin ?a ?b] => unfold Rmin at 1; destruct (Rle_dec a b)
          | H : context [Rmax ?a ?b] |- _ => unfold Rmax at 1 in H; destruct (Rle_dec a b)
          | H : context [Rmin ?a ?b] |- _ => unfold Rmin at 1 in H; destruct (Rle_dec a b)
          end.
        Ltac reslink_absolute :=
          repeat match goal with
          | |- context [Rabs ?a] => unfold Rabs at 1; destruct (Rcase_abs a)
          | H : context [Rabs ?a] |- _ => unfold Rabs at 1 in H; destruct (Rcase_abs a)
          end.

        Ltac reslink_nonzero :=
          repeat match goal with |- _ /\ _ => split end;
          first [ assumption | apply PI_neq0 | apply Rgt_not_eq; apply exp_pos | lra | nra
                | apply Rgt_not_eq; reslink_zero; interval | apply Rlt_not_eq; reslink_zero; interval ].

        Ltac reslink_identity :=
          first [ reflexivity | ring | lra | field; reslink_nonzero ].

        """;

    /// <summary>The text before theorems that speak of the given operations.</summary>
    public static string Write(IReadOnlySet<Operation> used) =>
        Libraries + string.Concat(Definitions.Where(d => used.Contains(d.Operation)).Select(d => d.Definition + "\n")) + "\n" + Tactics;
}
