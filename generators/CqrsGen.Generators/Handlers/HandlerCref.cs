using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>Names a handler in XML comments, so that going to its definition leads to the user's method.</summary>
internal static class HandlerCref
{
    /// <summary>The method; with its parameters where it has overloads, since an ambiguous cref is a warning.</summary>
    /// <param name="type">The class.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="find">Finds a method with its parameters, or null where no cref can name it; it may cost.</param>
    /// <param name="cancellationToken">Cancels reading syntax.</param>
    public static string Of(
        INamedTypeSymbol type, string name, Func<IMethodSymbol?> find, CancellationToken cancellationToken)
    {
        string cref = Names.Cref(type.Key());
        return Count(type, name, cancellationToken) switch
        {
            0 => cref,
            1 => $"{cref}.{Names.Escape(name)}",
            _ => find() is { } method
                ? $"{cref}.{Names.Escape(name)}({string.Join(", ", method.Parameters.Select(Parameter))})"
                : cref,
        };
    }

    /// <summary>Counts by syntax: asking the symbol for one member binds the signatures of all of them.</summary>
    private static int Count(INamedTypeSymbol type, string name, CancellationToken cancellationToken)
    {
        int count = 0;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (var member in declaration.Members)
            {
                count += member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method
                    && method.Identifier.ValueText == name ? 1 : 0;
            }
        }

        return count;
    }

    private static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.In ? "in " : "") + parameter.Type.Key().Replace('<', '{').Replace('>', '}');
}
