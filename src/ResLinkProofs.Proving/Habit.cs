namespace ResLinkProofs.Proving;

/// <summary>
/// Decides how often a step is tried: at every box while it succeeds, ever more rarely (down to one box in 32) while it fails. A
/// function of the boxes seen alone, so that the search is reproducible.
/// </summary>
internal struct Habit
{
    private int _pause;
    private int _wait;

    public bool IsDue()
    {
        if (_wait > 0)
        {
            _wait--;
            return false;
        }

        return true;
    }

    public void Report(bool success)
    {
        _pause = success ? 0 : Math.Min((2 * _pause) + 1, 31);
        _wait = _pause;
    }
}
