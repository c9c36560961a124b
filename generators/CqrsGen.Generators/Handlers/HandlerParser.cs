using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Handlers;

/// <summary>Reads the handlers that a class implements.</summary>
internal static class HandlerParser
{
    /// <summary>One model per handler interface of the class; none when it has none.</summary>
    public static EquatableArray<HandlerModel> Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic)
        {
            return MarkedForNothing(type, cancellationToken);
        }

        List<HandlerModel>? handlers = null;
        HandlerClass? shared = null;
        foreach (var candidate in type.AllInterfaces)
        {
            if (!HandlerRules.IsHandlerInterface(candidate, out var kind, out var message, out var result))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            shared ??= HandlerClass.Parse(type, semantics, cancellationToken);
            if (shared is { IsLeftToDerived: true })
            {
                return default;
            }

            (handlers ??= []).Add(Create(type, shared, candidate, kind, message, result, semantics, cancellationToken));
        }

        return handlers is null ? MarkedForNothing(type, cancellationToken) : handlers.ToEquatableArray();
    }

    private static EquatableArray<HandlerModel> MarkedForNothing(
        INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists: var lists }
            && SyntaxRules.HasAttribute(lists, SyntaxRules.IsHandler))
        && HandlerRules.IsMarked(type)
        && HandlerProblems.OfMarkedClass(type) is { } problem
            ? [HandlerModel.LeftOut(problem.Text)]
            : default;

    private static HandlerModel Create(
        INamedTypeSymbol type,
        HandlerClass shared,
        INamedTypeSymbol candidate,
        MessageKind kind,
        ITypeSymbol message,
        ITypeSymbol? result,
        SemanticModel semantics,
        CancellationToken cancellationToken)
    {
        var omission = shared.Problem is { } problem ? new Omission("CQG3003", problem) : null;
        omission ??= message is INamedTypeSymbol
            ? null
            : new(
                "CQG3003",
                $"{type.ToDisplayString()} handles {message.ToDisplayString()}, " +
                "which is no message type. Handle a class, record or struct.");
        omission ??= HandlerProblems.OfListener(type, message, kind) is { } unheard
            ? new Omission("CQG3003", unheard.Text)
            : null;
        omission ??= UnroutedEvent(type.ToDisplayString(), message, kind, semantics.Compilation, cancellationToken);
        bool isExplicit = IsExplicit(type, candidate, cancellationToken);
        return new HandlerModel
        {
            Type = type.Key(),
            Cref = isExplicit
                ? Names.Cref(type.Key())
                : HandlerCref.Of(
                    type,
                    "HandleAsync",
                    () => candidate.GetMembers("HandleAsync").FirstOrDefault() as IMethodSymbol,
                    cancellationToken),
            Method = "HandleAsync",
            Kind = kind,
            Message = message.Key(),
            Result = result?.Code(),
            ResultKey = result?.Key(),
            ResultFacts = result is null ? TypeFacts.None : CompilationCache.Of(semantics.Compilation).Facts(result),
            Notices = NoticesOf(type, shared, message, result, CompilationCache.Of(semantics.Compilation)),
            Returns = kind == MessageKind.StreamQuery ? ReturnShape.Stream : ReturnShape.ValueTask,
            ExplicitInterface = isExplicit ? candidate.Code() : null,
            Dependencies = shared.Dependencies,
            IsSingleton = shared.IsSingleton,
            Order = shared.Order,
            Uses = shared.Uses,
            Foreign = omission is null ? ForeignMessage(message, semantics.Compilation, cancellationToken) : null,
            IsMessagePublic = message.IsVisibleOutside() && result?.IsVisibleOutside() != false,
            IsUnresolved = UnresolvedTypes.IsIn(message) || UnresolvedTypes.IsIn(result)
                || shared.Dependencies.Any(static dependency => dependency.IsUnresolved),
            Omission = omission,
        };
    }

    /// <summary>What code must be prepared for that names the class and its message, makes it and calls it.</summary>
    private static Notices NoticesOf(
        INamedTypeSymbol type, HandlerClass shared, ITypeSymbol message, ITypeSymbol? result, CompilationCache cache) =>
        Notices.Of([
            Notices.Of(type),
            Notices.OfMethods(type, "HandleAsync"),
            shared.Notices,
            cache.NoticesOf(message),
            result is null ? Notices.None : cache.NoticesOf(result),
        ]);

    /// <summary>
    /// The message in full where its declaration is not parsed itself: of another assembly, or a closed generic.
    /// </summary>
    internal static MessageModel? ForeignMessage(
        ITypeSymbol message, Compilation compilation, CancellationToken cancellationToken)
    {
        if (message is not INamedTypeSymbol named)
        {
            return null;
        }

        bool isDeclaredHere = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly);
        if (isDeclaredHere && !named.IsGenericType)
        {
            return null;
        }

        var kind = MessageRules.KindOf(named, out var result, out _);
        return kind == MessageKind.None || named.TypeKind == TypeKind.Interface
            ? null
            : MessageParser.ParseForeign(named, kind, result, compilation, cancellationToken);
    }

    /// <summary>
    /// Refuses to handle an event that can be made and is declared here without anything that has it looked at: it is
    /// an event by its base class, takes that one's route, and would never reach this handler.
    /// </summary>
    internal static Omission? UnroutedEvent(
        string handler,
        ITypeSymbol message,
        MessageKind kind,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        bool isUnrouted = kind == MessageKind.Event
            && message is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
            && SymbolEqualityComparer.Default.Equals(message.ContainingAssembly, compilation.Assembly)
            && MessageRules.KindOf(message, out _, out _) == MessageKind.Event
            && !message.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax type
                    && SyntaxRules.IsCandidateType(type));
        return isUnrouted
            ? new(
                "CQG3016",
                $"{handler} handles {message.ToDisplayString()}, which is an event without [Event], " +
                "so nothing routes it. Add the attribute, or make it abstract.")
            : null;
    }

    private static bool IsExplicit(
        INamedTypeSymbol type, INamedTypeSymbol candidate, CancellationToken cancellationToken)
    {
        if (type.BaseType is not { SpecialType: SpecialType.System_Object })
        {
            var handle = candidate.GetMembers("HandleAsync").FirstOrDefault();
            return handle is not null && type.FindImplementationForInterfaceMember(handle) is IMethodSymbol method
                && (method.MethodKind == MethodKind.ExplicitInterfaceImplementation
                    || method.DeclaredAccessibility != Accessibility.Public);
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && declaration.Members.Any(static member => member is MethodDeclarationSyntax
                {
                    ExplicitInterfaceSpecifier: not null, Identifier.ValueText: "HandleAsync",
                }))
            {
                return true;
            }
        }

        return false;
    }
}
