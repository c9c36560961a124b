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
    public static HandlerModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var compilation = context.SemanticModel.Compilation;
        var cache = CompilationCache.Of(compilation);
        if (ParseMemo<HandlerModel>.TryFind(context.Node, cache, out var known))
        {
            return known;
        }

        cache.Bind(compilation);
        var found = context.Node is MethodDeclarationSyntax method
            ? Parse(method, context.SemanticModel, cancellationToken)
            : ParseMisplaced(context.Node, context.SemanticModel, cancellationToken);
        ParseMemo<HandlerModel>.Keep(context.Node, cache, found);
        return found;
    }

    /// <summary>A mark on something that is no method of a type.</summary>
    private static HandlerModel? ParseMisplaced(
        SyntaxNode syntax, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var symbol = semantics.GetDeclaredSymbol(syntax, cancellationToken)
            ?? semantics.GetSymbolInfo(syntax, cancellationToken).Symbol;
        return symbol is IMethodSymbol function && HandlerRules.IsMarked(function)
            && HandlerProblems.OfMethod(function) is { } problem
                ? HandlerModel.LeftOut(problem.Text)
                : null;
    }

    private static HandlerModel? Parse(
        MethodDeclarationSyntax syntax, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetDeclaredSymbol(syntax, cancellationToken) is not { } method)
        {
            return null;
        }

        if (!HandlerRules.IsMarked(method))
        {
            return null; // Somebody else's [Handler].
        }

        if (DiscoveryRules.IsLeftOut(method.ContainingType, cancellationToken))
        {
            return null;
        }

        var attribute = AttributeFinder.Find(syntax, SyntaxRules.IsHandler, semantics, cancellationToken);
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
            ? HandlerClass.OfStatic
            : HandlerClass.Parse(method.ContainingType, semantics, cancellationToken);
        var omission = (HandlerProblems.OfMethod(method) ?? HandlerProblems.OfOwner(method)) is { } problem
            ? new Omission("CQG3003", problem.Text)
            : HandlerParser.UnroutedEvent(
                $"{method.ContainingType.ToDisplayString()}.{method.Name}",
                message!,
                kind,
                semantics.Compilation,
                cancellationToken);
        var dependencies = method.Parameters.Skip(1)
            .Where(static parameter => !IsToken(parameter))
            .Select(parameter => DependencyParser.Parse(parameter, cache) with { Parameter = LocalOf(parameter) })
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
            Cref = HandlerCref.Of(method.ContainingType, method.Name, () => method, cancellationToken),
            Method = Names.Escape(method.Name),
            Kind = kind,
            Message = message?.Key() ?? "?",
            Result = (result ?? returned)?.Code(),
            ResultKey = (result ?? returned)?.Key(),
            ResultFacts = (result ?? returned) is { } answer ? cache.Facts(answer) : TypeFacts.None,
            Notices = Notices.Of([
                cache.NoticesOf(method.ContainingType),
                Notices.OfMember(method),
                owner.Notices,
                message is null ? Notices.None : cache.NoticesOf(message),
                (result ?? returned) is { } named ? cache.NoticesOf(named) : Notices.None,
            ]),
            Returns = kind == MessageKind.StreamQuery ? ReturnShape.Stream
                : isTask ? ReturnShape.Task
                : isValueTask ? ReturnShape.ValueTask
                : ReturnShape.Value,
            IsStatic = method.IsStatic,
            IsReplaceable = kind != MessageKind.Event
                || method.ContainingType is { TypeKind: TypeKind.Class, IsStatic: false },
            IsMethod = true,
            Arguments = method.Parameters.Select(ArgumentOf).ToEquatableArray(),
            MethodDependencies = dependencies,
            Dependencies = owner.Dependencies,
            IsSingleton = isSingleton,
            Order = HandlerClass.Constant(attribute, "Order", semantics, cancellationToken) is var order and not 0
                ? order
                : owner.Order,
            Uses = UseReader.Read(method, semantics, cancellationToken)
                .Concat(UseReader.Read(method.ContainingType, semantics, cancellationToken))
                .ToEquatableArray(),
            Foreign = omission is null
                ? HandlerParser.ForeignMessage(message!, semantics.Compilation, cancellationToken)
                : null,
            IsMessagePublic = message?.IsVisibleOutside() == true && (result ?? returned)?.IsVisibleOutside() != false,
            IsUnresolved = UnresolvedTypes.IsIn(message) || UnresolvedTypes.IsIn(result ?? returned)
                || (method.ContainingType.IsStatic && !method.IsStatic)
                || owner.Dependencies.Any(static dependency => dependency.IsUnresolved)
                || dependencies.Any(static dependency => dependency.IsUnresolved),
            Omission = omission,
        };
    }

    private static int Lifetime(
        AttributeSyntax? attribute, SemanticModel semantics, CancellationToken cancellationToken) =>
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
        parameter.Ordinal == 0 ? "message" : IsToken(parameter) ? "token" : LocalOf(parameter);

    /// <summary>
    /// What generated code calls a dependency: as the method does, beside the names that it has itself.
    /// </summary>
    private static string LocalOf(IParameterSymbol parameter)
    {
        string name = parameter.Name;
        if (name is not ("message" or "token" or "cancellationToken" or "handlers"))
        {
            return Names.Escape(name);
        }

        do
        {
            name += "Service";
        }
        while (parameter.ContainingSymbol is IMethodSymbol method
            && method.Parameters.Any(other => other.Name == name));

        return name;
    }

    private static bool IsToken(IParameterSymbol parameter) =>
        parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
}
