using System.Reflection;
using System.Text;

namespace CqrsGen.Architecture.Tests.Kit;

/// <summary>The public surface of an assembly as text: each type, and below it each member, by the alphabet.</summary>
internal static class PublicApi
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        var spaces = assembly.GetExportedTypes().GroupBy(static type => type.Namespace!);
        foreach (var space in spaces.OrderBy(static space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append('\n');
            foreach (var type in space.OrderBy(static type => type.FullName, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Head(type)).Append('\n');
                foreach (string member in MemberText.Of(type).Order(StringComparer.Ordinal))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var bases = Bases(type).ToArray();
        return $"{Kind(type)} {TypeText.OfDefinition(type)}{(bases.Length == 0 ? "" : " : ")}{string.Join(", ", bases)}"
            + TypeText.Constraints(type.GetGenericArguments());
    }

    private static string Kind(Type type) => (type, MemberText.IsRecord(type)) switch
    {
        ({ IsEnum: true }, _) => "enum",
        ({ IsInterface: true }, _) => "interface",
        ({ IsValueType: true }, true) => "record struct",
        ({ IsValueType: true }, _) => "struct",
        ({ IsAbstract: true, IsSealed: true }, _) => "static class",
        ({ IsSealed: true }, true) => "sealed record",
        ({ IsAbstract: true }, _) => "abstract class",
        ({ IsSealed: true }, _) => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return TypeText.Of(parent);
        }

        var inherited = type.GetInterfaces().SelectMany(static face => face.GetInterfaces())
            .Concat(type.BaseType?.GetInterfaces() ?? []);
        foreach (var face in type.GetInterfaces().Except(inherited).Select(TypeText.Of).Order(StringComparer.Ordinal))
        {
            yield return face;
        }
    }
}
