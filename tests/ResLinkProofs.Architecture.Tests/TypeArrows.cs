using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ResLinkProofs.Architecture.Tests;

/// <summary>Who uses whom among the folders of our assemblies, read from their compiled code: declarations, signatures, locals and instructions.</summary>
internal static class TypeArrows
{
    private const string Ours = "ResLinkProofs";

    /// <summary>One arrow for each ordered pair of folders (namespaces) of which a type of the first uses one of the second.</summary>
    /// <param name="assemblies">Paths of assemblies.</param>
    public static IReadOnlyCollection<Arrow> Of(IEnumerable<string> assemblies)
    {
        var arrows = new Dictionary<(string From, string To), Arrow>();
        foreach (string path in assemblies)
        {
            using var module = ModuleDefinition.ReadModule(path);
            foreach (TypeDefinition type in module.GetTypes())
            {
                TypeReference from = Outermost(type);
                foreach (TypeReference to in Used(type).SelectMany(Parts).Select(Outermost).Where(t => IsOurs(from) && IsOurs(t) && t.Namespace != from.Namespace))
                {
                    arrows.TryAdd((from.Namespace, to.Namespace), new Arrow(from.Namespace, to.Namespace, $"{from.Name} uses {to.Name}"));
                }
            }
        }

        return arrows.Values;
    }

    private static bool IsOurs(TypeReference type) => type.Namespace == Ours || type.Namespace.StartsWith(Ours + ".", StringComparison.Ordinal);

    private static IEnumerable<TypeReference?> Used(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Variables.Select(v => v.VariableType).Concat(m.Body.Instructions.SelectMany(Used))),
    ];

    private static IEnumerable<TypeReference?> Used(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    // A generic type and its arguments, without arrays, references and parameters.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Parts),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
