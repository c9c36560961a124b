using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>Walks everything that an object reaches through its fields.</summary>
internal static class ObjectGraph
{
    /// <summary>Names the paths at which the object reaches something of the compiler.</summary>
    public static IReadOnlyList<string> FindCompilerObjects(object? root, string name)
    {
        var found = new List<string>();
        Visit(root, name, new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Visit(object? node, string path, HashSet<object> visited, List<string> found)
    {
        if (node is null or string or Type || node.GetType().IsPrimitive || node.GetType().IsEnum)
        {
            return;
        }

        if (!node.GetType().IsValueType && !visited.Add(node))
        {
            return;
        }

        if (IsOfTheCompiler(node))
        {
            found.Add($"{path}: {node.GetType().Name}");
            return;
        }

        if (node is Array array)
        {
            foreach (object? item in array)
            {
                Visit(item, $"{path}[]", visited, found);
            }

            return;
        }

        for (var type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                {
                    Visit(field.GetValue(node), $"{path}.{field.Name}", visited, found);
                }
            }
        }
    }

    private static bool IsOfTheCompiler(object node) =>
        node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SemanticModel or SyntaxReference
            or SyntaxToken or SourceText or AttributeData or Diagnostic or IOperation or MetadataReference or Metadata;
}
