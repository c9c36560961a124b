using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// Tells whether a file is opened to be written. Made for one body; remembers what it knows of paths.
/// </summary>
/// <param name="regions">Knows the values of variables.</param>
/// <param name="engine">Knows what the members of types are given.</param>
internal sealed class OpenMode(RegionReader regions, PurityEngine engine)
{
    private const int Levels = 4;
    private const int Append = 6;
    private const int Open = 3;
    private const int Read = 1;

    private readonly Dictionary<(ISymbol Local, int Depth), bool> _temporary = [];
    private readonly Dictionary<(ISymbol Local, int Depth), bool> _cached = [];

    /// <summary>
    /// By its mode and access where they are constants. A mode that only opens says nothing, since many who read leave
    /// the access out.
    /// </summary>
    public bool Writes(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (IsTemporary(method, arguments))
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
    public bool IsTemporary(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        IOperation[] paths = [.. WrittenPaths(method, arguments)];
        return paths.Length > 0 && Array.TrueForAll(paths, path => IsTemporary(path, 0));
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

    private bool IsTemporary(IOperation path, int depth) =>
        Operations.Walk([path], static _ => true).Any(found => found switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Path", Name: var name } } =>
                name is "GetTempFileName" or "GetTempPath",
            IInvocationOperation { TargetMethod: { ContainingType.Name: "Directory", Name: var name } } =>
                name == "CreateTempSubdirectory",
            IFieldReferenceOperation or IPropertyReferenceOperation =>
                IsGivenTemporary(((IMemberReferenceOperation)found).Member),
            ILocalReferenceOperation local => AnyValue(_temporary, local.Local, depth, IsTemporary),
            _ => false,
        });

    /// <summary>Whether a path says that it leads into a cache, by its text or by the name of what holds it.</summary>
    public bool IsCached(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        IOperation[] paths = [.. WrittenPaths(method, arguments)];
        return paths.Length > 0
            && Array.TrueForAll(paths, path => IsCached(path, 0) || IsTemporary(path, 0));
    }

    private bool IsCached(IOperation path, int depth) =>
        Operations.Walk([path], static _ => true).Any(found => found switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => NamesCache(text),
            IMemberReferenceOperation member => NamesCache(member.Member.Name),
            IParameterReferenceOperation parameter => NamesCache(parameter.Parameter.Name),
            IInvocationOperation call => NamesCache(call.TargetMethod.Name),
            ILocalReferenceOperation local => NamesCache(local.Local.Name)
                || AnyValue(_cached, local.Local, depth, IsCached),
            _ => false,
        });

    private static bool NamesCache(string text) => text.IndexOf("cache", StringComparison.OrdinalIgnoreCase) >= 0;

    private bool AnyValue(
        Dictionary<(ISymbol Local, int Depth), bool> known,
        ILocalSymbol local,
        int depth,
        Func<IOperation, int, bool> isOne)
    {
        if (depth >= Levels)
        {
            return false;
        }

        if (!known.TryGetValue((local, depth), out bool any))
        {
            known[(local, depth)] = any =
                regions.ValuesOf(local).Any(value => value is not null && isOne(value, depth + 1));
        }

        return any;
    }

    /// <summary>Whether a read-only member is given a temporary path at its declaration or in a constructor.</summary>
    private bool IsGivenTemporary(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { IsInitOnly: true } }
        && engine.IsTemporaryPath(member);

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
