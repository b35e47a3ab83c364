using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving;

/// <summary>Closes a box near a known contact by an expansion about it: which contact, to which order and with which guard is tried out.</summary>
internal sealed class ContactStep(BoxReasoner reasoner, IReadOnlyList<KnownContact> contacts)
{
    // A box farther from the anchor than this many of its widths is left to enclosures.
    private const double Reach = 2;

    /// <summary>False where no contact is known.</summary>
    public bool IsWorthwhile => contacts.Count > 0;

    /// <summary>Tries every contact of a relevant comparison near the box.</summary>
    public bool TryRefute(out ProofStep step)
    {
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

        step = default;
        return false;
    }

    // Anchors that follow other variables are always worth a trial.
    private bool IsNear(ContactAnchor anchor)
    {
        Interval range = reasoner.Box[anchor.Variable];
        double at = anchor.Constant.ToDouble();
        return anchor.Terms.Count > 0 || !range.IsBounded
            || Math.Max(range.Lower - at, at - range.Upper) <= (Reach * range.Width) + (1e-9 * (1 + Math.Abs(at)));
    }
}
