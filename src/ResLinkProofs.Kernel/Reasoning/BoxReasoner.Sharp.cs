using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Enclosures by affine forms in the place of natural extensions.</content>
public sealed partial class BoxReasoner
{
    /// <summary>The longest tape whose slots are enclosed by affine forms: they take the square of it in time and space.</summary>
    public const int LongestSharpTape = 400;

    private AffineForms? _forms;
    private Interval[] _images = [];
    private bool _isSharp;

    /// <summary>True while slots are enclosed by affine forms.</summary>
    public bool IsSharp => _isSharp;

    private ReadOnlySpan<Interval> Images => _isSharp ? _images : _slots;

    /// <summary>
    /// Encloses the slots by <see cref="AffineForms"/> from here on, over this box and what contraction and fixing leave of it, until
    /// another box is loaded, a range is restricted or a case is chosen. All conclusions then rest on these enclosures.
    /// </summary>
    /// <returns>False, with nothing done, where the tape is too long or has integrals.</returns>
    public bool TrySharpen()
    {
        if (_tape.Length > LongestSharpTape || _tape.HasIntegrals)
        {
            return false;
        }

        if (_forms is null)
        {
            _forms = new AffineForms(_tape);
            _images = new Interval[_tape.Length];
        }

        _isSharp = true;
        Invalidate();
        return true;
    }

    /// <summary>Goes back to a box that contains this one, with the same choices and the same kind of enclosures.</summary>
    /// <param name="box">One nonempty interval per variable.</param>
    public void Widen(ReadOnlySpan<Interval> box)
    {
        box.CopyTo(_box);
        Invalidate();
    }

    private void Enclose()
    {
        if (_isSharp)
        {
            _forms!.Run(_box, _slots, _images);
        }
        else
        {
            IntervalEvaluation.Run(_tape, _box, _slots);
        }
    }

    // What holds at all points of the box holds at the points of interest.
    private void Sharpen(Span<Interval> values)
    {
        for (int k = 0; _isSharp && k < values.Length; k++)
        {
            Interval both = values[k].Intersect(_slots[k]);
            values[k] = both.IsEmpty ? values[k] : both;
        }
    }
}
