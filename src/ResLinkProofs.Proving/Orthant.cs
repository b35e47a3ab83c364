using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Proving;

/// <summary>
/// Polynomial problems in variables that are not negative: their differences are often sums of squares over the sum of the variables.
/// </summary>
internal static class Orthant
{
    /// <summary>The anchor beyond which the sum of all variables is positive; null for other problems.</summary>
    public static ContactAnchor? Sum(BoxReasoner reasoner)
    {
        Instruction[] steps = reasoner.Problem.Tape.Instructions.ToArray();
        bool isPolynomial = Array.TrueForAll(steps, s => s.Operation is Operation.Literal or Operation.Variable or Operation.Add
            or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.Power);
        int n = reasoner.Problem.Variables.Count;
        int[] slots = [.. Enumerable.Range(0, n).Select(
            i => Array.FindIndex(steps, s => s.Operation == Operation.Variable && s.Left == i))];
        bool isOrthant = n > 1
            && Enumerable.Range(0, n).All(i => reasoner.Box[i].Lower >= 0 && double.IsInfinity(reasoner.Box[i].Upper));
        return isPolynomial && isOrthant && Array.TrueForAll(slots, s => s >= 0)
            ? new ContactAnchor(0, 0, slots.Skip(1).Select(s => (-Rational.One, s)))
            : null;
    }
}
