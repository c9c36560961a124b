using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Rules;

/// <summary>
/// What a declaration must look like to be looked at: a name of ours in its base list or among its attributes. Purely
/// syntactic, since it runs on every keystroke.
/// </summary>
internal static class SyntaxRules
{
    /// <summary>Whether a type declares an attribute or a base type with one of our names.</summary>
    public static bool IsCandidateType(TypeDeclarationSyntax type)
    {
        if (type.BaseList is { } bases)
        {
            foreach (var baseType in bases.Types)
            {
                if (IsOurInterface(SimpleName(baseType.Type)))
                {
                    return true;
                }
            }
        }

        return HasAttribute(type.AttributeLists, IsOurTypeAttribute);
    }

    /// <summary>Whether a method, or what the compiler takes for one, carries <c>[Handler]</c>.</summary>
    public static bool IsCandidateMethod(SyntaxNode node)
    {
        var lists = node switch
        {
            BaseMethodDeclarationSyntax method => method.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            AccessorDeclarationSyntax accessor => accessor.AttributeLists,
            _ => default,
        };
        return lists.Count > 0 && HasAttribute(lists, IsHandler);
    }

    /// <summary>Whether a simple name is that of <c>[Handler]</c>.</summary>
    public static bool IsHandler(string name) => name is "Handler" or "HandlerAttribute";

    /// <summary>Whether a simple name is that of <c>[Middleware]</c>.</summary>
    public static bool IsMiddleware(string name) => name is "Middleware" or "MiddlewareAttribute";

    /// <summary>Whether a simple name is that of <c>[Use&lt;TMiddleware&gt;]</c>.</summary>
    public static bool IsUse(string name) => name is "Use" or "UseAttribute";

    /// <summary>Whether a simple name is that of <c>[NotDiscovered]</c>.</summary>
    public static bool IsNotDiscovered(string name) => name is "NotDiscovered" or "NotDiscoveredAttribute";

    /// <summary>Whether a simple name is that of <c>[BuiltInMiddleware]</c>.</summary>
    public static bool IsBuiltIns(string name) => name is "BuiltInMiddleware" or "BuiltInMiddlewareAttribute";

    /// <summary>Whether a simple name is one that something is found by.</summary>
    public static bool IsOurName(string name) =>
        IsOurInterface(name) || IsOurTypeAttribute(name) || IsUse(name) || IsNotDiscovered(name) || IsBuiltIns(name);

    /// <summary>Whether one of the lists has an attribute whose simple name satisfies the condition.</summary>
    public static bool HasAttribute(
        SyntaxList<AttributeListSyntax> lists, Func<string, bool> condition)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (condition(SimpleName(attribute.Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last identifier of a name, without type arguments.</summary>
    public static string SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Whether a type and every type around it is declared partial.</summary>
    public static bool IsPartial(TypeDeclarationSyntax type)
    {
        for (var current = type; current is not null; current = current.Parent as TypeDeclarationSyntax)
        {
            if (!current.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a simple name is that of <c>[Command]</c>, <c>[Query]</c> or <c>[Event]</c>.</summary>
    public static bool IsMessage(string name) =>
        name is "Command" or "Query" or "Event" or "CommandAttribute" or "QueryAttribute" or "EventAttribute";

    /// <summary>Whether a simple name is that of an interface of handlers.</summary>
    public static bool IsHandlerInterface(string name) =>
        name is "ICommandHandler" or "IQueryHandler" or "IStreamQueryHandler" or "IEventHandler";

    /// <summary>Whether a simple name is that of an interface by which something is found.</summary>
    public static bool IsOurInterface(string name) =>
        IsHandlerInterface(name)
        || name is "ICommand" or "IQuery" or "IStreamQuery" or "IEvent"
            or "IMiddleware" or "IStreamMiddleware" or "IValidator";

    private static bool IsOurTypeAttribute(string name) => IsMessage(name) || IsHandler(name) || IsMiddleware(name);
}
