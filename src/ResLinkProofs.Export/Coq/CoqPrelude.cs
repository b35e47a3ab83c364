using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>
/// What stands before the theorems: the libraries, the functions that Coq does not have, and the tactics that close one comparison.
/// </summary>
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

        (* The inverse functions by the inverse tangent of half the angle, which knows no singular ends. *)
        Lemma reslink_asin (x : R) : -1 <= x <= 1 -> asin x = 2 * atan (x / (1 + sqrt (1 - x ^ 2))).
        Proof.
          intros H. pose proof (asin_bound x) as B. pose proof (sin_asin x H) as S. pose proof (cos_asin x H) as C.
          pose proof PI_RGT_0 as P.
          replace (1 - x ^ 2) with (1 - Rsqr x) by (unfold Rsqr; ring). rewrite <- C. generalize dependent (asin x). intros y B S C.
          assert (Q : 0 < cos (y / 2)) by (apply cos_gt_0; lra).
          replace (x / (1 + cos y)) with (tan (y / 2)). { rewrite atan_tan by lra. field. }
          rewrite <- S. replace y with (2 * (y / 2)) at 2 3 by field. rewrite sin_2a, cos_2a_cos. unfold tan. field. split; nra.
        Qed.
        Ltac reslink_inner := first [ lra | nra | interval | reslink_zero; interval ].
        Ltac reslink_arcs :=
          repeat match goal with
          | |- context [acos ?e] => rewrite (acos_asin e) by (split; reslink_inner)
          | |- context [asin ?e] => rewrite (reslink_asin e) by (split; reslink_inner)
          end.

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

        (* Products of exponentials: one is the product of two others where its argument is the sum of theirs. *)
        Ltac reslink_ring := first [ reflexivity | ring | lra | field; reslink_nonzero ].
        Ltac reslink_exponentials :=
          rewrite ?exp_0;
          repeat match goal with
          | |- context [exp ?a] => match goal with
            | |- context [exp ?b] => first [ constr_eq a b; fail 1 | replace (exp a) with (exp b) by (f_equal; reslink_ring) ]
            end
          | |- context [exp ?a] => match goal with
            | |- context [exp ?b] => first [ constr_eq a b; fail 1 | match goal with
              | |- context [exp ?c] => first [ constr_eq a c; fail 1
                | replace (exp a) with (exp b * exp c) by (rewrite <- exp_plus; f_equal; reslink_ring) ]
              end ]
            end
          end;
          rewrite ?exp_Ropp.
        Ltac reslink_identity := first [ reslink_ring | progress reslink_exponentials; reslink_ring ].

        (* What is known of functions without bounds on their arguments. *)
        Lemma reslink_ln (x : R) : 0 < x -> ln x <= x - 1.
        Proof. intros H. generalize (exp_ineq1_le (ln x)). rewrite exp_ln; lra. Qed.
        Ltac reslink_facts :=
          repeat match goal with
          | |- context [exp ?a] => lazymatch goal with H : 1 + a <= exp a |- _ => fail
            | _ => pose proof (exp_ineq1_le a); pose proof (exp_pos a) end
          | |- context [ln ?a] => lazymatch goal with H : ln a <= a - 1 |- _ => fail
            | _ => assert (ln a <= a - 1) by (apply reslink_ln; lra) end
          | |- context [sin ?a] => lazymatch goal with H : 0 <= sin a |- _ => fail
            | _ => assert (0 <= sin a) by (apply sin_ge_0; [ lra | interval ]) end
          | |- context [sqrt ?a] => lazymatch goal with H : 0 <= sqrt a |- _ => fail
            | _ => pose proof (sqrt_pos a); assert (sqrt a * sqrt a = a) by (apply sqrt_sqrt; lra) end
          end.
        Ltac reslink_bound e := lazymatch goal with H : _ <= e <= _ |- _ => fail | _ => interval_intro e end.
        Ltac reslink_bounds :=
          repeat match goal with
          | |- context [ln ?a] => reslink_bound (ln a)
          | |- context [exp ?a] => reslink_bound (exp a)
          | |- context [sqrt ?a] => reslink_bound (sqrt a)
          end.
        Ltac reslink_products :=
          repeat match goal with H : ?a * ?b = 0 |- _ => destruct (Rmult_integral _ _ H); clear H end.

        (* A part of the domain on which the conclusion holds, or a hypothesis fails, by interval arithmetic alone. *)
        Ltac reslink_decided := first [ lra | reslink_zero; first [ interval | interval with (i_prec 80) ] ].
        Ltac reslink_contradiction :=
          exfalso;
          first [ lra
                | match goal with H : ?a >= ?b |- _ => apply (Rlt_not_ge a b); [ reslink_decided | exact H ] end
                | match goal with H : ?a > ?b |- _ => apply (Rle_not_gt a b); [ reslink_decided | exact H ] end
                | match goal with H : ?a = ?b |- _ => apply (Rlt_not_eq a b); [ reslink_decided | exact H ] end
                | match goal with H : ?a = ?b |- _ => apply (Rgt_not_eq a b); [ reslink_decided | exact H ] end ].
        Ltac reslink_part :=
          first [ repeat match goal with |- _ /\ _ => split end; reslink_decided
                | reslink_contradiction
                | reslink_branches; first [ reslink_decided | reslink_contradiction ] ].

        """;

    // Bounds of the entire functions near zero, where their quotients say nothing to interval arithmetic.
    private const string EntireFunctions = """
        From Coquelicot Require Import Coquelicot.
        Lemma reslink_from_zero (f f' : R -> R) (b : R) :
          (forall x, is_derive f x (f' x)) -> f 0 = 0 -> (forall x, 0 <= x <= b -> 0 <= f' x) -> forall x, 0 <= x <= b -> 0 <= f x.
        Proof.
          intros D E P x [H1 H2]. destruct H1 as [H1 | <-]; [ | lra ].
          destruct (MVT_cor2 f f' 0 x H1) as [c [M [C1 C2]]]. { intros; apply is_derive_Reals, D. }
          assert (0 <= f' c) by (apply P; lra). nra.
        Qed.
        Lemma reslink_sin_le (t : R) : 0 <= t -> sin t <= t.
        Proof. intros H. destruct (Req_dec t 0) as [-> | N]. { rewrite sin_0; lra. } left; apply sin_lt_x; lra. Qed.
        Lemma reslink_cos_ge (t : R) : 0 <= t -> 1 - t ^ 2 / 2 <= cos t.
        Proof.
          intros H. cut (0 <= cos t - (1 - t ^ 2 / 2)). { lra. }
          apply (reslink_from_zero (fun x => cos x - (1 - x ^ 2 / 2)) (fun x => x - sin x) t); try lra.
          { intros x; auto_derive; auto; field. } { rewrite cos_0; field. }
          intros x Hx. generalize (reslink_sin_le x (proj1 Hx)); lra.
        Qed.
        Lemma reslink_sin_ge (t : R) : 0 <= t -> t - t ^ 3 / 6 <= sin t.
        Proof.
          intros H. cut (0 <= sin t - (t - t ^ 3 / 6)). { lra. }
          apply (reslink_from_zero (fun x => sin x - (x - x ^ 3 / 6)) (fun x => cos x - (1 - x ^ 2 / 2)) t); try lra.
          { intros x; auto_derive; auto; field. } { rewrite sin_0; field. }
          intros x Hx. generalize (reslink_cos_ge x (proj1 Hx)); lra.
        Qed.
        Lemma reslink_cos_le (t : R) : 0 <= t -> cos t <= 1 - t ^ 2 / 2 + t ^ 4 / 24.
        Proof.
          intros H. cut (0 <= 1 - t ^ 2 / 2 + t ^ 4 / 24 - cos t). { lra. }
          apply (reslink_from_zero (fun x => 1 - x ^ 2 / 2 + x ^ 4 / 24 - cos x) (fun x => sin x - (x - x ^ 3 / 6)) t); try lra.
          { intros x; auto_derive; auto; field. } { rewrite cos_0; field. }
          intros x Hx. generalize (reslink_sin_ge x (proj1 Hx)); lra.
        Qed.
        Lemma reslink_sin_le_5 (t : R) : 0 <= t -> sin t <= t - t ^ 3 / 6 + t ^ 5 / 120.
        Proof.
          intros H. cut (0 <= t - t ^ 3 / 6 + t ^ 5 / 120 - sin t). { lra. }
          apply (reslink_from_zero (fun x => x - x ^ 3 / 6 + x ^ 5 / 120 - sin x) (fun x => 1 - x ^ 2 / 2 + x ^ 4 / 24 - cos x) t); try lra.
          { intros x; auto_derive; auto; field. } { rewrite sin_0; field. }
          intros x Hx. generalize (reslink_cos_le x (proj1 Hx)); lra.
        Qed.
        Lemma reslink_quotient (a b c d : R) : 0 < b -> c * b <= a <= d * b -> c <= a / b <= d.
        Proof. intros H [L U]. split; apply (Rmult_le_reg_r b); auto; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. Qed.

        """;

    private static readonly (Operation Operation, string Bounds)[] EntireBounds =
    [
        (Operation.Sinc, """
            Lemma reslink_sinc_even (t : R) : sinc (- t) = sinc t.
            Proof. unfold sinc. destruct (Req_EM_T (- t) 0), (Req_EM_T t 0); try lra. rewrite sin_neg. field; lra. Qed.
            Lemma reslink_sinc_right (t : R) : 0 <= t <= 1 / 2 -> 23 / 24 <= sinc t <= 1.
            Proof.
              intros H. unfold sinc. destruct (Req_EM_T t 0); [ lra | ]. apply reslink_quotient; [ lra | ].
              generalize (reslink_sin_ge t (proj1 H)), (reslink_sin_le t (proj1 H)); intros; split; [ | lra ].
              assert (t ^ 3 = t * t ^ 2) by ring. assert (t ^ 2 <= 1 / 4) by nra. nra.
            Qed.
            Lemma reslink_sinc (t : R) : - (1 / 2) <= t <= 1 / 2 -> 23 / 24 <= sinc t <= 1.
            Proof. intros H. destruct (Rle_or_lt 0 t); [ | rewrite <- reslink_sinc_even ]; apply reslink_sinc_right; lra. Qed.

            """),
        (Operation.VersineQuotient, """
            Lemma reslink_versine_even (t : R) : versine_quotient (- t) = versine_quotient t.
            Proof. unfold versine_quotient. destruct (Req_EM_T (- t) 0), (Req_EM_T t 0); try lra. rewrite cos_neg. field; lra. Qed.
            Lemma reslink_versine_right (t : R) : 0 <= t <= 1 / 2 -> 47 / 96 <= versine_quotient t <= 1 / 2.
            Proof.
              intros H. unfold versine_quotient. destruct (Req_EM_T t 0); [ lra | ].
              assert (0 < t ^ 2) by (apply pow_lt; lra). apply reslink_quotient; [ lra | ].
              generalize (reslink_cos_ge t (proj1 H)), (reslink_cos_le t (proj1 H)); intros; split; [ | lra ].
              assert (t ^ 4 = t ^ 2 * t ^ 2) by ring. assert (t ^ 2 <= 1 / 4) by nra. nra.
            Qed.
            Lemma reslink_versine (t : R) : - (1 / 2) <= t <= 1 / 2 -> 47 / 96 <= versine_quotient t <= 1 / 2.
            Proof. intros H. destruct (Rle_or_lt 0 t); [ | rewrite <- reslink_versine_even ]; apply reslink_versine_right; lra. Qed.

            """),
        (Operation.SineDefect, """
            Lemma reslink_defect_even (t : R) : sine_defect (- t) = sine_defect t.
            Proof. unfold sine_defect. destruct (Req_EM_T (- t) 0), (Req_EM_T t 0); try lra. rewrite sin_neg. field; lra. Qed.
            Lemma reslink_defect_right (t : R) : 0 <= t <= 1 / 2 -> 79 / 480 <= sine_defect t <= 1 / 6.
            Proof.
              intros H. unfold sine_defect. destruct (Req_EM_T t 0); [ lra | ].
              assert (0 < t ^ 3) by (apply pow_lt; lra). apply reslink_quotient; [ lra | ].
              generalize (reslink_sin_ge t (proj1 H)), (reslink_sin_le_5 t (proj1 H)); intros; split; [ | lra ].
              assert (t ^ 5 = t ^ 3 * t ^ 2) by ring. assert (t ^ 2 <= 1 / 4) by nra. nra.
            Qed.
            Lemma reslink_defect (t : R) : - (1 / 2) <= t <= 1 / 2 -> 79 / 480 <= sine_defect t <= 1 / 6.
            Proof. intros H. destruct (Rle_or_lt 0 t); [ | rewrite <- reslink_defect_even ]; apply reslink_defect_right; lra. Qed.

            """),
    ];

    private static readonly (Operation Operation, string Name, string Lemma)[] EntireCases =
    [
        (Operation.Sinc, "sinc", "reslink_sinc"), (Operation.VersineQuotient, "versine_quotient", "reslink_versine"),
        (Operation.SineDefect, "sine_defect", "reslink_defect"),
    ];

    // What the lemmas of an induction and the theorem that joins them are put together with.
    private const string Induction = """
        Lemma reslink_horizon (n : nat) : (1 <= n)%nat -> INR n = exp (ln (INR n)).
        Proof. intros H. symmetry. apply exp_ln, lt_0_INR. lia. Qed.
        Lemma reslink_log_horizon (n : nat) : (1 <= n)%nat -> 0 <= ln (INR n).
        Proof.
          intros H. destruct (le_INR _ _ H) as [L | L]; simpl in L.
          { left; rewrite <- ln_1; apply ln_increasing; lra. }
          rewrite <- L, ln_1; lra.
        Qed.
        Ltac reslink_have :=
          repeat match goal with H : _ /\ _ |- _ => destruct H end;
          repeat match goal with |- _ /\ _ => split end;
          first [ assumption | exact I | reflexivity | lra | lia | simpl in *; lra ].
        Ltac reslink_feed Q :=
          repeat match type of Q with ?A -> _ => let h := fresh in assert (h : A) by reslink_have; specialize (Q h); clear h end.
        Ltac reslink_exp_zero :=
          repeat match goal with |- context [exp ?a] =>
            replace (exp a) with 1 by (replace a with 0 by ring; rewrite exp_0; reflexivity) end.
        Ltac reslink_by P :=
          first [ solve [ apply P; reslink_have ]
                | let Q := fresh in pose proof P as Q; reslink_feed Q;
                  repeat match goal with H : _ /\ _ |- _ => destruct H end; repeat match goal with |- _ /\ _ => split end;
                  first [ exact Q | lra | revert Q; reslink_exp_zero; intros; lra | nra ] ].

        """;

    /// <summary>True when some operation is an entire function with a quotient that is undefined at zero, and bounds are known.</summary>
    public static bool SpeaksOfEntireFunctions(IReadOnlySet<Operation> used) =>
        EntireCases.Any(c => used.Contains(c.Operation)) && !used.Contains(Operation.ArcsineDefect);

    /// <summary>What stands before the lemmas of inductions, after the rest.</summary>
    public static string OfInductions => Induction;

    /// <summary>The text before theorems that speak of the given operations.</summary>
    public static string Write(IReadOnlySet<Operation> used) =>
        Libraries + string.Concat(Definitions.Where(d => used.Contains(d.Operation)).Select(d => d.Definition + "\n")) + "\n" + Tactics
        + (SpeaksOfEntireFunctions(used)
            ? EntireFunctions
                + string.Concat(EntireBounds.Where(b => used.Contains(b.Operation)).Select(b => b.Bounds))
                + EntireTactic(used)
            : "");

    // Three cases for every argument: small, where the function is a number within its bounds; and either side, where it is its quotient.
    private static string EntireTactic(IReadOnlySet<Operation> used)
    {
        (Operation Operation, string Name, string Lemma)[] cases = [.. EntireCases.Where(c => used.Contains(c.Operation))];
        string name = cases[0].Name;
        string small = string.Join(" ", cases.Select(
            c => $"try (pose proof ({c.Lemma} a ltac:(lra)); let v := fresh in set (v := {c.Name} a) in *; clearbody v);"));
        string unfold = string.Join(" ", cases.Select(c => $"try unfold {c.Name};"));
        return $"""
            Ltac reslink_entire x :=
              match goal with |- context [{name} ?a] =>
                let k := match a with x => constr:(1) | ?c * x => c end in
                destruct (Rle_or_lt a (- (1 / 2)));
                [ assert (x <= - (1 / 2) / k) by lra; {unfold} destruct (Req_EM_T a 0); [ lra | ]
                | destruct (Rle_or_lt (1 / 2) a);
                  [ assert (1 / 2 / k <= x) by lra; {unfold} destruct (Req_EM_T a 0); [ lra | ]
                  | {small} idtac ] ]
              end.

            """;
    }
}
