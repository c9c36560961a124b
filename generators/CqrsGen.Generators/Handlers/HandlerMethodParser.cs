using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>Reads a method marked <c>[Handler]</c>.</summary>
internal static class HandlerMethodParser
{
    public static HandlerModel? Parse(
        MethodDeclarationSyntax syntax, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetDeclaredSymbol(syntax, cancellationToken) is not { } method)
        {
            return null;
        }

        var attribute = syntax.AttributeLists.SelectMany(static list => list.Attributes).First(static attribute =>
            SyntaxRules.SimpleName(attribute.Name) is "Handler" or "HandlerAttribute");
        if (!method.GetAttributes().Any(static bound =>
                bound.AttributeClass is { Name: "HandlerAttribute" } type && MessageRules.IsOurs(type)))
        {
            return null; // Somebody else's [Handler].
        }

        var cache = CompilationCache.Of(semantics.Compilation);
        var message = method.Parameters.FirstOrDefault()?.Type;
        var kind = KindOf(message, out var result);
        if (kind == MessageKind.Query && result is null
            && method.ReturnType is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 })
        {
            kind = MessageKind.StreamQuery; // The interface is still to be added; the return type tells.
        }

        var returned = HandlerRules.ResultOf(method, kind, out bool isTask, out bool isValueTask);
        var owner = method.IsStatic
            ? HandlerClass.OfStatic(method.ContainingType)
            : HandlerClass.Parse(method.ContainingType, semantics, cancellationToken);
        string? problem = owner.Problem
            ?? (owner.IsLeftToDerived ? $"{method.ContainingType.ToDisplayString()} is abstract. Mark a method of a class that can be made." : null)
            ?? ProblemOf(method, message, kind, result, returned);
        var dependencies = method.Parameters.Skip(1)
            .Where(static parameter => !IsToken(parameter))
            .Select(parameter => DependencyParser.Parse(parameter, cache))
            .ToEquatableArray();
        bool isSingleton = Lifetime(attribute, semantics, cancellationToken) switch
        {
            1 => true,
            2 => false,
            _ => owner.IsSingleton && dependencies.All(static dependency => dependency.IsSingleton),
        };
        return new HandlerModel
        {
            Type = method.ContainingType.Key(),
            Cref = HandlerCref.Of(method.ContainingType, method.Name, method),
            Method = Names.Escape(method.Name),
            Kind = kind,
            Message = message?.Key() ?? "?",
            Result = (result ?? returned)?.Code(),
            ResultKey = (result ?? returned)?.Key(),
            Returns = kind == MessageKind.StreamQuery ? ReturnShape.Stream
                : isTask ? ReturnShape.Task
                : isValueTask ? ReturnShape.ValueTask
                : ReturnShape.Value,
            IsStatic = method.IsStatic,
            IsMethod = true,
            Arguments = method.Parameters.Select(ArgumentOf).ToEquatableArray(),
            MethodDependencies = dependencies,
            Dependencies = owner.Dependencies,
            IsSingleton = isSingleton,
            Order = HandlerClass.Constant(attribute, "Order", semantics, cancellationToken),
            Uses = UseReader.Read(method, semantics, cancellationToken),
            Foreign = problem is null ? HandlerParser.ForeignMessage(message!, semantics.Compilation, cancellationToken) : null,
            IsMessagePublic = message?.IsVisibleOutside() == true && (result ?? returned)?.IsVisibleOutside() != false,
            Omission = problem is null ? null : new("CQG3003", problem),
        };
    }

    private static int Lifetime(
        AttributeSyntax attribute, SemanticModel semantics, CancellationToken cancellationToken) =>
        HandlerClass.Constant(attribute, "Lifetime", semantics, cancellationToken);

    /// <summary>By interface; by attribute where the generator is to add the interface.</summary>
    private static MessageKind KindOf(ITypeSymbol? message, out ITypeSymbol? result)
    {
        result = null;
        if (message is null)
        {
            return MessageKind.None;
        }

        var kind = MessageRules.KindOf(message, out result, out bool ambiguous);
        return kind != MessageKind.None || ambiguous
            ? kind
            : message.GetAttributes()
                .Select(static attribute => MessageRules.KindOfAttribute(attribute.AttributeClass))
                .FirstOrDefault(static found => found != MessageKind.None);
    }

    private static string ArgumentOf(IParameterSymbol parameter) =>
        parameter.Ordinal == 0 ? "message" : IsToken(parameter) ? "token" : Names.Escape(parameter.Name);

    private static bool IsToken(IParameterSymbol parameter) =>
        parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    private static string? ProblemOf(
        IMethodSymbol method, ITypeSymbol? message, MessageKind kind, ITypeSymbol? result, ITypeSymbol? returned)
    {
        string name = $"{method.ContainingType.ToDisplayString()}.{method.Name}";
        if (message is null || kind == MessageKind.None)
        {
            return $"{name} is marked [Handler] but its first parameter is no message. Take a command, query or event first.";
        }

        if (method.IsGenericMethod)
        {
            return $"{name} is generic; which closed forms to call is unknown. Write one method per message.";
        }

        if (method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
            or Accessibility.ProtectedAndInternal)
        {
            return $"{name} is not accessible to generated code. Make it internal or public.";
        }

        if (!method.ContainingType.IsVisibleInside())
        {
            return $"{name} is in a private or file-local type. Make the type internal or public.";
        }

        if (method.Parameters.Select(DependencyParser.ProblemOf).FirstOrDefault(static problem => problem is not null)
            is { } parameterProblem)
        {
            return $"{name} {parameterProblem}";
        }

        if (method.Parameters.Skip(1).FirstOrDefault(static parameter => !IsToken(parameter)
                && parameter.HasExplicitDefaultValue
                && (parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String)) is { } value)
        {
            return $"{name} takes {value.Type.ToDisplayString()} {value.Name}, which is no service. Take it from the message or from options.";
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            return $"{name} is async void, so nobody can wait for it or see it fail. Return ValueTask or Task.";
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return $"{name} returns by reference. Return the value.";
        }

        bool hasInterface = MessageRules.KindOf(message, out _, out _) != MessageKind.None;
        return !hasInterface || returned is null ? result is null || returned is not null
                ? null
                : $"{name} returns nothing, but {message.ToDisplayString()} asks for {result.ToDisplayString()}. Return it."
            : SymbolEqualityComparer.Default.Equals(result, returned)
                ? null
                : $"{name} returns {returned.ToDisplayString()}, but {message.ToDisplayString()} asks for {result?.ToDisplayString() ?? "nothing"}. Return that.";
    }
}
