namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// The work that one script may cost to read. A few lines of nested definitions can describe a formula of 2^60 parts;
/// such a script gets an error at the place that exhausts the budget, and not a hang.
/// </summary>
internal sealed class ReadingBudget(string file)
{
    private const long Steps = 40_000_000;
    private long _left = Steps;

    public void Spend(long steps, SmtPosition position)
    {
        _left -= steps;
        if (_left < 0)
        {
            throw new SmtInputException(
                file, position,
                $"the script needs more than {Steps} steps to be read; share subterms with let, or define fewer nested functions");
        }
    }
}
