using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>An event over the random start of a network, of which a statement says how probable it is at least, and a control in which it is less probable than that.</summary>
/// <param name="Name">The finding's name.</param>
/// <param name="Statement">What is said, with its sizes.</param>
/// <param name="Least">The probability that is claimed.</param>
/// <param name="DrawsShare">The share of all draws that it takes: less where one draw is large.</param>
/// <param name="Occurs">Draws once and says whether the event occurs.</param>
/// <param name="Control">What is changed in the control.</param>
/// <param name="ControlOccurs">Draws once in the control.</param>
internal sealed record InitialEvent(
    string Name, string Statement, double Least, double DrawsShare, Func<RandomStream, bool> Occurs, string Control, Func<RandomStream, bool> ControlOccurs)
{
    /// <summary>The probability that the control must not reach; that of the claim unless that one is too small to tell.</summary>
    public double ControlLeast { get; init; } = Least;
}
