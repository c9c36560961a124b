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
            return default;
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

        return handlers is null ? default : handlers.ToEquatableArray();
    }

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
            : new("CQG3003", $"{type.ToDisplayString()} handles {message.ToDisplayString()}, which is no message type. Handle a class, record or struct.");
        bool isExplicit = IsExplicit(type, candidate, cancellationToken);
        return new HandlerModel
        {
            Type = type.Key(),
            Cref = HandlerCref.Of(type, "HandleAsync", isExplicit ? null : candidate.GetMembers("HandleAsync").FirstOrDefault() as IMethodSymbol),
            Method = "HandleAsync",
            Kind = kind,
            Message = message.Key(),
            Result = result?.Code(),
            ResultKey = result?.Key(),
            Returns = kind == MessageKind.StreamQuery ? ReturnShape.Stream : ReturnShape.ValueTask,
            ExplicitInterface = isExplicit ? candidate.Code() : null,
            Dependencies = shared.Dependencies,
            IsSingleton = shared.IsSingleton,
            Order = shared.Order,
            Uses = shared.Uses,
            Foreign = omission is null ? ForeignMessage(message, semantics.Compilation, cancellationToken) : null,
            IsMessagePublic = message.IsVisibleOutside() && result?.IsVisibleOutside() != false,
            Omission = omission,
        };
    }

    /// <summary>The message in full where its declaration is not parsed itself: of another assembly, or a closed generic.</summary>
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
