using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Security.Cryptography;
using System.Text;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Digests of the code that states claims: of the spec's class and of all classes of its assembly that it reaches. A claim about
/// networks or random processes contains functions, of which the formal text has only the names; their code stands for them.
/// </summary>
internal sealed class SpecCode
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    private readonly ConcurrentDictionary<Type, string> _digests = new();

    /// <summary>The digest of a spec's code, 64 hexadecimal digits. It does not depend on what else the assembly contains.</summary>
    /// <param name="spec">The class of the spec.</param>
    public string DigestOf(Type spec) => _digests.GetOrAdd(spec, Compute);

    private static string Compute(Type spec)
    {
        var text = new StringBuilder();
        var seen = new HashSet<Type>();
        var pending = new Queue<Type>([spec]);
        while (pending.TryDequeue(out Type? next))
        {
            Type type = next.IsGenericType ? next.GetGenericTypeDefinition() : next;
            if (type.Assembly == spec.Assembly && !type.IsGenericParameter
                && !type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) && seen.Add(type))
            {
                Append(text, type, reached => Reach(reached, pending));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Reach(Type? type, Queue<Type> pending)
    {
        if (type is { HasElementType: true })
        {
            Reach(type.GetElementType(), pending);
        }
        else if (type is not null)
        {
            pending.Enqueue(type);
            foreach (Type argument in type.GetGenericArguments())
            {
                Reach(argument, pending);
            }
        }
    }

    private static void Append(StringBuilder text, Type type, Action<Type?> reach)
    {
        text.Append("type ").Append(type).Append(" : ").Append(type.BaseType).Append('\n');
        reach(type.BaseType);
        reach(type.DeclaringType);
        foreach (Type nested in type.GetNestedTypes(Declared))
        {
            reach(nested);
        }

        foreach (FieldInfo field in type.GetFields(Declared).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            reach(field.FieldType);
            text.Append("field ").Append(field).Append(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "").Append('\n');
        }

        IEnumerable<MethodBase> methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
        foreach (MethodBase method in methods.OrderBy(m => m.ToString(), StringComparer.Ordinal))
        {
            text.Append("method ").Append(method).Append('\n');
            if (method.GetMethodBody() is { } body)
            {
                text.AppendJoin(' ', body.LocalVariables.Select(l => l.LocalType))
                    .AppendJoin(' ', body.ExceptionHandlingClauses).Append('\n');
                AppendInstructions(text, method, body.GetILAsByteArray()!, reach);
            }
        }
    }

    // Operands that are places in the tables of the assembly are replaced by what stands there.
    private static void AppendInstructions(StringBuilder text, MethodBase method, byte[] code, Action<Type?> reach)
    {
        Type[] ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int i = 0; i < code.Length;)
        {
            short value = code[i] == 0xFE ? (short)(0xFE00 | code[i + 1]) : code[i];
            OpCode operation = Codes[value];
            i += operation.Size;
            int length = OperandLength(operation, code, i);
            text.Append(operation.Name).Append(' ');
            switch (operation.OperandType)
            {
                case OperandType.InlineString:
                    text.Append(method.Module.ResolveString(BitConverter.ToInt32(code, i)));
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    MemberInfo member = method.Module.ResolveMember(BitConverter.ToInt32(code, i), ofType, ofMethod)!;
                    text.Append(member.DeclaringType).Append("::").Append(member);
                    reach(member as Type ?? member.DeclaringType);
                    foreach (Type argument in member is MethodInfo { IsGenericMethod: true } call ? call.GetGenericArguments() : [])
                    {
                        reach(argument);
                    }

                    break;
                case OperandType.InlineSig:
                    text.Append(Convert.ToHexString(method.Module.ResolveSignature(BitConverter.ToInt32(code, i))));
                    break;
                default:
                    text.Append(Convert.ToHexString(code, i, length));
                    break;
            }

            text.Append('\n');
            i += length;
        }
    }

    private static int OperandLength(OpCode operation, byte[] code, int start) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, start)),
        _ => 4,
    };
}
