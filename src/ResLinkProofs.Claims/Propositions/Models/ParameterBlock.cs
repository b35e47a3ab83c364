using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;

namespace ResLinkProofs.Claims.Propositions.Models;

/// <summary>Where the coordinates of one parameter stand in a point, and its shape.</summary>
internal sealed record ParameterBlock(Parameter Parameter, int Rows, int Columns, int Start)
{
    public ParameterSet Set => Parameter.Set;

    public int Count => Set.CoordinateCount(Rows, Columns);

    /// <summary>The row and column of each coordinate.</summary>
    public IEnumerable<(int Row, int Column)> Places => Set.Places(Rows, Columns);

    /// <summary>The blocks of a model at one size, in the order of the parameters.</summary>
    public static ParameterBlock[] Of(Model model, SizeAssignment sizes)
    {
        var blocks = new List<ParameterBlock>();
        int start = 0;
        foreach (Parameter parameter in model.Parameters)
        {
            var block = new ParameterBlock(parameter, sizes[parameter.Rows], sizes[parameter.Columns], start);
            blocks.Add(block);
            start += block.Count;
        }

        return [.. blocks];
    }

    /// <summary>True for a parameter of the same shape with as many coordinates.</summary>
    public bool IsLike(ParameterBlock other) =>
        Rows == other.Rows && Columns == other.Columns && Count == other.Count && Set.IsSymmetric == other.Set.IsSymmetric;
}
