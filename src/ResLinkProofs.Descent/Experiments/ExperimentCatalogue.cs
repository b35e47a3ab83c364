using System.Reflection;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>The experiments that lie beside the specs of a source, found by discovery like these.</summary>
public sealed class ExperimentCatalogue
{
    private ExperimentCatalogue(IReadOnlyList<IExperiment> all) => All = all;

    /// <summary>All experiments, in the order of their sources and then of their names.</summary>
    public IReadOnlyList<IExperiment> All { get; }

    /// <summary>
    /// The experiments of an assembly: every public class that implements <see cref="IExperiment"/>,
    /// made with the default values of its constructor's parameters.
    /// </summary>
    /// <param name="assembly">An assembly of specs.</param>
    /// <exception cref="InvalidOperationException">Two experiments have one name, or one has no
    /// constructor that can be called without arguments; the message names them.</exception>
    public static ExperimentCatalogue Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IExperiment[] found = [.. assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IExperiment)))
            .Select(Make)
            .OrderBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal)];
        return found.GroupBy(e => e.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InvalidOperationException(
                $"The experiments {string.Join(" and ", twice.Select(e => e.GetType().FullName))} have one name, '{twice.Key}': "
                    + "rename one of them.")
            : new ExperimentCatalogue(found);
    }

    /// <summary>The experiment of a name.</summary>
    /// <param name="name">Such as <c>dynamics</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public IExperiment Find(string name) => All.FirstOrDefault(e => e.Name == name)
        ?? throw new ArgumentException(
            $"There is no experiment '{name}'; there are {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));

    private static IExperiment Make(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().FirstOrDefault(c => c.GetParameters().All(p => p.HasDefaultValue))
            ?? throw new InvalidOperationException(
                $"The experiment {type.FullName} cannot be made: "
                    + "it needs a public constructor without parameters, or with default values for all of them.");
        return (IExperiment)constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
    }
}
