using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

public sealed partial class Term
{
    /// <summary>
    /// The integral of a term over one variable between two bounds, in any order: negative when the upper one is below the lower one.
    /// Defined where the integrand has a value at every point between the bounds, they included, and (Lebesgue) integrable.
    /// </summary>
    /// <param name="variable">The variable, which is bound: nothing outside of the integrand is meant by it.</param>
    /// <param name="lower">The lower bound; null for minus infinity.</param>
    /// <param name="upper">The upper bound; null for infinity.</param>
    /// <param name="integrand">The term; its other variables are parameters.</param>
    /// <exception cref="ArgumentException">The variable is not one, or integrals are nested too deep.</exception>
    public static Term Integral(Term variable, Term? lower, Term? upper, Term integrand)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(integrand);
        if (variable.Name is not { } bound)
        {
            throw new ArgumentException($"An integral is over a variable, not over {variable}.", nameof(variable));
        }

        if (lower is null)
        {
            // x = -t, and over the whole line in two halves.
            Term mirrored = Substitution.Apply(integrand, new Dictionary<string, Term>(StringComparer.Ordinal) { [bound] = -variable });
            return upper is null
                ? Integral(variable, Zero, null, mirrored) + Integral(variable, Zero, null, integrand)
                : Integral(variable, -upper, null, mirrored);
        }

        string[] parameters =
        [
            .. Integrand.Subterms(integrand).Select(t => t.Name).OfType<string>()
                .Where(name => name != bound).Distinct(StringComparer.Ordinal),
        ];
        var own = new Dictionary<string, Term>(StringComparer.Ordinal) { [bound] = Variable(Integrand.NameOf(0)) };
        for (int i = 0; i < parameters.Length; i++)
        {
            own.Add(parameters[i], Variable(Integrand.NameOf(i + 1)));
        }

        Term[] arguments = upper is null ? [lower, .. parameters.Select(Variable)] : [lower, upper, .. parameters.Select(Variable)];
        return Integral(
            Integrand.Of(Substitution.Apply(integrand, own), parameters.Length, upper is null),
            arguments.Reverse().Aggregate((rest, argument) => Binary(Operation.Argument, argument, rest)));
    }

    /// <summary>The terms of a chain of arguments.</summary>
    /// <param name="chain">The operand of an <see cref="Operation.Integral"/>.</param>
    /// <param name="count">Their number, at least 1.</param>
    /// <exception cref="ArgumentException">The chain is shorter.</exception>
    public static IReadOnlyList<Term> Arguments(Term chain, int count)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var arguments = new Term[count];
        for (int i = 0; i < count - 1; i++)
        {
            if (chain.Operation != Operation.Argument)
            {
                throw new ArgumentException($"An integral has {i + 1} argument(s); its integrand wants {count}.", nameof(chain));
            }

            arguments[i] = chain.Left!;
            chain = chain.Right!;
        }

        arguments[count - 1] = chain;
        return arguments;
    }

    private static Term Integral(Integrand integrand, Term chain)
    {
        Arguments(chain, integrand.Arity); // throws when they do not fit
        return new(Operation.Integral, chain, null, default, null, 0, null, integrand);
    }
}
