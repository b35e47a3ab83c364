using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Proving;

/// <summary>Boxes waiting to be examined, with the case choices made for them, in one growing array each.</summary>
internal sealed class BoxStack(int variables, int nodes)
{
    private Interval[] _boxes = new Interval[16 * variables];
    private int[] _choices = new int[16 * nodes];

    public int Count { get; private set; }

    public void Push(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices)
    {
        if ((Count + 1) * variables > _boxes.Length || (Count + 1) * nodes > _choices.Length)
        {
            Array.Resize(ref _boxes, 2 * (Count + 1) * variables);
            Array.Resize(ref _choices, 2 * (Count + 1) * nodes);
        }

        box.CopyTo(_boxes.AsSpan(Count * variables));
        choices.CopyTo(_choices.AsSpan(Count * nodes));
        Count++;
    }

    /// <summary>Removes the newest box and shows it until the next push.</summary>
    public void Pop(out ReadOnlySpan<Interval> box, out ReadOnlySpan<int> choices)
    {
        Count--;
        box = _boxes.AsSpan(Count * variables, variables);
        choices = _choices.AsSpan(Count * nodes, nodes);
    }
}
