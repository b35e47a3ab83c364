using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>
/// Looks for the largest value of a frontier's parameter at which the prover succeeds, at one size: on the
/// statement itself where it has few variables, on a sufficient condition where the frontier names one.
/// </summary>
internal sealed class FrontierCertifier(Frontier frontier, int size, Budget budget)
{
    private const string Engine = "prover";

    // Beyond this the closed forms of networks are hopeless.
    private const int MostVariables = 4;

    // A part is given up, and halved, after this many boxes.
    private const int BoxesPerPart = 24;
    private const int DeepestPart = 16;

    /// <summary>Bisects between the least value and a step at which no violation is known.</summary>
    /// <param name="highest">The step.</param>
    /// <returns>The largest step that was proved, with the proof; null when the least value was not.</returns>
    public (int Step, Evidence Proof)? Run(int highest)
    {
        if (Prove(0) is not { } proof)
        {
            return null;
        }

        int low = 0, high = highest + 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (Prove(middle) is { } better)
            {
                (low, proof) = (middle, better);
            }
            else
            {
                high = middle;
            }
        }

        return (low, proof);
    }

    private Evidence? Prove(int step)
    {
        Rational value = frontier.Value(step);
        return frontier.Sufficient?.Invoke(value, size) is { } covering
            ? ProveParts(covering)
            : ProveWhole(frontier.At(value).At(size).Statement);
    }

    private Evidence? ProveWhole(Statement? statement)
    {
        const int Probes = 50; // a frontier asks that many times what a claim asks once
        if (statement is null || statement.Variables.Count > MostVariables)
        {
            return null;
        }

        ProofOutcome outcome = Prover.Prove(statement, new ProofBudget { Boxes = Math.Max(1, budget.Boxes / Probes) });
        return outcome is Proved proved ? Certified([proved.Proof], proved.Boxes) : null;
    }

    private Evidence? ProveParts(Covering covering)
    {
        const int WorkOfABox = 250; // a box of a matrix condition against one of an ordinary statement
        int variables = covering.Domain.Count;
        long work = Math.Max(1, budget.Boxes / WorkOfABox), boxes = 0;
        var proofs = new List<AcceptedCertificate>();
        var open = new Stack<(IReadOnlyList<RealVariable> Part, int Depth)>([(covering.Domain, 0)]);
        while (open.TryPop(out var next))
        {
            if (covering.Over(next.Part) is not { } statement || work <= 0)
            {
                return null;
            }

            ProofOutcome outcome = Prover.Prove(statement, new ProofBudget { Boxes = BoxesPerPart });
            boxes += outcome.Boxes;
            work -= variables + outcome.Boxes;
            if (outcome is Proved proved)
            {
                proofs.Add(proved.Proof);
                continue;
            }

            if (next.Depth == DeepestPart)
            {
                return null;
            }

            foreach (IReadOnlyList<RealVariable> half in Covering.Halves(next.Part, next.Depth % variables))
            {
                open.Push((half, next.Depth + 1));
            }
        }

        return Certified(proofs, boxes);
    }

    private static Evidence Certified(List<AcceptedCertificate> proofs, long boxes) => Evidence.OfProof(
        Engine,
        proofs,
        $"{proofs.Count} certificate(s) of {proofs.Sum(p => p.Certificate.Steps.Count)} steps, {boxes} boxes") with
    { Work = [("boxes", boxes)] };
}
