using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Common;

/// <summary>What a call dispatches.</summary>
internal static class DispatchedMessage
{
    /// <summary>The type of the first argument, before it is converted; that of the items for a batch.</summary>
    /// <returns>Null when only a supertype of it is known.</returns>
    public static INamedTypeSymbol? Of(IInvocationOperation call)
    {
        var argument = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0);
        return argument is null ? null
            : call.TargetMethod.Name.EndsWith("AllAsync", StringComparison.Ordinal) ? ItemOf(argument.Value)
            : Concrete(Unconverted(argument.Value).Type);
    }

    /// <summary>What a call dispatches, as a message names it: perhaps only by a supertype.</summary>
    public static string NameOf(IInvocationOperation call) =>
        (Of(call) ?? call.Arguments.Select(static argument => Unconverted(argument.Value).Type).FirstOrDefault())
            ?.Short() ?? "a message";

    private static INamedTypeSymbol? ItemOf(IOperation batch) => Unconverted(batch).Type switch
    {
        IArrayTypeSymbol array => Concrete(array.ElementType),
        INamedTypeSymbol type => Concrete(type.AllInterfaces.Append(type).FirstOrDefault(static candidate =>
            candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0]),
        _ => null,
    };

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    private static INamedTypeSymbol? Concrete(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } concrete
            ? concrete
            : null;
}
