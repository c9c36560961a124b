using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Tells whether a file is opened to be written.</summary>
internal static class OpenMode
{
    private const int Append = 6;
    private const int Open = 3;
    private const int Read = 1;

    /// <summary>
    /// By its mode and access where they are constants. A mode that only opens says nothing, since many who read leave
    /// the access out.
    /// </summary>
    public static bool Writes(
        IMethodSymbol method, RegionReader regions, ImmutableArray<IArgumentOperation> arguments)
    {
        if (IsTemporary(method, regions, arguments))
        {
            return false;
        }

        if (method.ContainingType.Name == "StreamWriter")
        {
            return method.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_String;
        }

        int? mode = Constant(arguments, "FileMode");
        int? access = Constant(arguments, "FileAccess");
        return access is { } stated ? stated != Read : mode is not null and not Open and <= Append;
    }

    /// <summary>Whether the path is one of those that .NET gives out for temporary files.</summary>
    public static bool IsTemporary(
        IMethodSymbol method, RegionReader regions, ImmutableArray<IArgumentOperation> arguments)
    {
        IOperation[] paths = [.. WrittenPaths(method, arguments)];
        return paths.Length > 0 && Array.TrueForAll(paths, path => IsTemporary(regions, path, 0));
    }

    /// <summary>
    /// The paths where something changes: the first, unless another is said to be the destination. What is moved is
    /// taken from where it was too.
    /// </summary>
    private static IEnumerable<IOperation> WrittenPaths(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        bool isCopy = method.Name is "Copy" or "CopyTo";
        var paths = arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: var name }
            && (name.StartsWith("dest", StringComparison.Ordinal)
                || (!isCopy && name.StartsWith("source", StringComparison.Ordinal))));
        return (paths.Any() ? paths : arguments.Take(1)).Select(static argument => argument.Value);
    }

    private static bool IsTemporary(RegionReader regions, IOperation path, int depth) =>
        Operations.Walk([path], static _ => true).Any(found => found switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Path", Name: var name } } =>
                name is "GetTempFileName" or "GetTempPath",
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Directory", Name: var name } } =>
                name == "CreateTempSubdirectory",
            IFieldReferenceOperation or IPropertyReferenceOperation =>
                IsGivenTemporary(((IMemberReferenceOperation)found).Member),
            ILocalReferenceOperation local when depth < 4 => regions.ValuesOf(local.Local)
                .Any(value => value is not null && IsTemporary(regions, value, depth + 1)),
            _ => false,
        });

    /// <summary>Whether a path says that it leads into a cache, by its text or by the name of what holds it.</summary>
    public static bool IsCached(
        IMethodSymbol method, RegionReader regions, ImmutableArray<IArgumentOperation> arguments)
    {
        IOperation[] paths = [.. WrittenPaths(method, arguments)];
        return paths.Length > 0
            && Array.TrueForAll(paths, path => IsCached(regions, path, 0) || IsTemporary(regions, path, 0));
    }

    private static bool IsCached(RegionReader regions, IOperation path, int depth) =>
        Operations.Walk([path], static _ => true).Any(found => found switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => NamesCache(text),
            IMemberReferenceOperation member => NamesCache(member.Member.Name),
            IParameterReferenceOperation parameter => NamesCache(parameter.Parameter.Name),
            IInvocationOperation call => NamesCache(call.TargetMethod.Name),
            ILocalReferenceOperation local => NamesCache(local.Local.Name)
                || (depth < 4 && regions.ValuesOf(local.Local)
                    .Any(value => value is not null && IsCached(regions, value, depth + 1))),
            _ => false,
        });

    private static bool NamesCache(string text) => text.IndexOf("cache", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a read-only member is given a temporary path at its declaration or in a constructor.</summary>
    private static bool IsGivenTemporary(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } }
        && member.ContainingType.DeclaringSyntaxReferences.SelectMany(static type => type.GetSyntax().DescendantNodes())
            .Any(node => node switch
            {
                VariableDeclaratorSyntax { Initializer: { } value } variable =>
                    variable.Identifier.ValueText == member.Name && NamesTemporary(value),
                PropertyDeclarationSyntax { Initializer: { } value } property =>
                    property.Identifier.ValueText == member.Name && NamesTemporary(value),
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } =>
                    name.Identifier.ValueText == member.Name && NamesTemporary(value),
                _ => false,
            });

    private static bool NamesTemporary(SyntaxNode value) => value.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>().Any(static name =>
            name.Identifier.ValueText is "GetTempFileName" or "GetTempPath" or "CreateTempSubdirectory");

    private static int? Constant(ImmutableArray<IArgumentOperation> arguments, string type)
    {
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Type.Name == type
                && argument.Value.ConstantValue is { HasValue: true, Value: int value })
            {
                return value;
            }
        }

        return null;
    }
}
