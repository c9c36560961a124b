using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
    public static bool Writes(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.ContainingType.Name == "StreamWriter")
        {
            return method.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_String;
        }

        int? mode = Constant(arguments, "FileMode");
        int? access = Constant(arguments, "FileAccess");
        return access is { } stated ? stated != Read : mode is not null and not Open and <= Append;
    }

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
