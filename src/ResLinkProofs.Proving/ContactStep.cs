using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Proving;

/// <summary>
/// Closes a box near a known contact by an expansion about it: which contact, to which order and with which guard is tried out.
/// </summary>
internal sealed class ContactStep(BoxReasoner reasoner, IReadOnlyList<KnownContact> contacts)
{
    // A box farther from the anchor than this many of its widths is left to enclosures.
    private const double Reach = 2, Nearly = 1e-9;

    private readonly Interval[] _slots = new Interval[reasoner.Problem.Tape.Length];

    /// <summary>Tries every contact of a relevant comparison near the box.</summary>
    public bool TryRefute(out ProofStep step)
    {
        step = default;
        if (contacts.Count == 0)
        {
            return false;
        }

        IntervalEvaluation.Run(reasoner.Problem.Tape, reasoner.Box, _slots);
        foreach (KnownContact known in contacts)
        {
            if (!reasoner.IsRelevant(known.Node) || !known.Anchors.All(IsNear))
            {
                continue;
            }

            int lowest = known.Anchors.Count == 1 ? 1 : known.Order;
            for (int order = known.Order; order >= lowest; order--)
            {
                foreach (int guard in known.Guards.Prepend(-1))
                {
                    var contact = new Contact(known.Node, order, known.Anchors, guard);
                    if (reasoner.IsRefutedByContact(contact))
                    {
                        step = new ProofStep(contact);
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool IsNear(ContactAnchor anchor)
    {
        Interval at = anchor.Terms.Aggregate(
            Interval.Enclose(anchor.Constant), (sum, t) => sum + (Interval.Enclose(t.Factor) * _slots[t.Slot]));
        Interval range = reasoner.Box[anchor.Variable];
        return !range.IsBounded || !at.IsBounded
            || Math.Max(range.Lower - at.Upper, at.Lower - range.Upper) <= (Reach * range.Width) + (Nearly * (1 + at.Magnitude));
    }
}
