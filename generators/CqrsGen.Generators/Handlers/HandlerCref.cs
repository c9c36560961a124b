using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Handlers;

/// <summary>Names a handler in XML comments, so that going to its definition leads to the user's method.</summary>
internal static class HandlerCref
{
    /// <summary>The method; with its parameters where it has overloads, since an ambiguous cref is a warning.</summary>
    /// <param name="type">The class.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="method">A method with its parameters; null where no cref can name it.</param>
    public static string Of(INamedTypeSymbol type, string name, IMethodSymbol? method)
    {
        string cref = Names.Cref(type.Key());
        int overloads = type.GetMembers(name).Length;
        return method is null || overloads == 0 ? cref
            : overloads == 1 ? $"{cref}.{Names.Escape(name)}"
            : $"{cref}.{Names.Escape(name)}({string.Join(", ", method.Parameters.Select(Parameter))})";
    }

    private static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.In ? "in " : "") + parameter.Type.Key().Replace('<', '{').Replace('>', '}');
}
