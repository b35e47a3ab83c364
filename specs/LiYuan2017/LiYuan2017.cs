using ResLinkProofs.Claims;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>Li and Yuan (2017), "Convergence Analysis of Two-layer Neural Networks with ReLU Activation".</summary>
internal static class LiYuan
{
    public static Document Paper { get; } = new("li-yuan", "Li & Yuan 2017");

    public static Source Statement(string label) => new(Paper, label);
}
