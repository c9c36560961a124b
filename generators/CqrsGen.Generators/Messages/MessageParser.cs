using CqrsGen.Generators.Common;
using CqrsGen.Generators.Validation;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Messages;

/// <summary>Reads a message from its declaration.</summary>
internal static class MessageParser
{
    /// <summary>The message that a type declares, or null when it declares none.</summary>
    public static MessageModel? Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var kind = MessageRules.KindOf(type, out var result, out bool ambiguous);
        var attribute = FindAttribute(type, kind != MessageKind.None, semantics, cancellationToken, out var marked);
        if (kind == MessageKind.None && !ambiguous && attribute is null)
        {
            return null;
        }

        var cache = CompilationCache.Of(semantics.Compilation);
        var options = attribute is null ? default : MessageOptions.Read(attribute, semantics, cancellationToken);
        bool isGeneric = IsGeneric(type);
        bool isPartial = IsPartial(type, cancellationToken);
        var meant = kind == MessageKind.None ? marked : kind;
        return new MessageModel
        {
            Type = type.Key(),
            Kind = meant,
            Result = result?.Code(),
            ResultKey = result?.Key(),
            ResultFacts = result is null ? TypeFacts.None : cache.Facts(result),
            Facts = CompilationCache.FactsOf(type),
            WireName = options.Name ?? MessageRules.DefaultName(type),
            IsPublic = type.IsVisibleOutside() && (result is null || result.IsVisibleOutside()),
            IsPartial = isPartial && !isGeneric,
            NeedsInterface = kind == MessageKind.None && !ambiguous,
            InheritsInterface = InheritsInterface(type),
            Declarations = isPartial && !isGeneric ? Declarations(type) : default,
            Namespace = NamespaceOf(type, cache),
            TimeoutSeconds = options.TimeoutSeconds ?? -1,
            Validate = options.Validate ?? true,
            Validation = ValidationParser.Parse(
                type, meant, options.Validate ?? true, semantics.Compilation, cancellationToken),
            Delivery = options.Delivery ?? 0,
            Uses = UseReader.Read(type, semantics, cancellationToken),
            Notices = NoticesOf(type, result, cache),
            IsOpenGeneric = isGeneric,
            IsUnresolved = UnresolvedTypes.IsIn(result),
            Omission = FindOmission(type, kind, ambiguous, attribute is not null, marked, isPartial)
                ?? (MessageProblems.OfTimeout(type, kind, result, options.TimeoutSeconds) is { } problem
                    ? new("CQG3003", problem)
                    : null),
        };
    }

    /// <summary>A message of another assembly, or a closed form of a generic one, as a handler names it.</summary>
    public static MessageModel ParseForeign(
        INamedTypeSymbol type,
        MessageKind kind,
        ITypeSymbol? result,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        var cache = CompilationCache.Of(compilation);
        var attribute = type.OriginalDefinition.GetAttributes().FirstOrDefault(static attribute =>
            MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None);
        var named = attribute?.NamedArguments.ToDictionary(
            static argument => argument.Key, static argument => argument.Value.Value);
        bool validate = Value(named, "Validate") as bool? ?? true;
        return new MessageModel
        {
            Type = type.Key(),
            Kind = kind,
            Result = result?.Code(),
            ResultKey = result?.Key(),
            ResultFacts = result is null ? TypeFacts.None : cache.Facts(result),
            Facts = CompilationCache.FactsOf(type),
            WireName = (Value(named, "Name") as string ?? MessageRules.DefaultName(type)) + ArgumentNames(type),
            IsPublic = type.IsVisibleOutside() && (result is null || result.IsVisibleOutside()),
            IsPartial = false,
            Namespace = NamespaceOf(type, cache),
            TimeoutSeconds = Value(named, "TimeoutSeconds") as double? ?? -1,
            Validate = validate,
            Validation = validate && kind != MessageKind.Event
                ? ValidationParser.Parse(type, compilation, cancellationToken)
                : null,
            Delivery = Value(named, "Delivery") as int? ?? 0,
            Uses = UseReader.Read(type.OriginalDefinition),
            Notices = NoticesOf(type, result, cache),
        };
    }

    private static Notices NoticesOf(ITypeSymbol type, ITypeSymbol? result, CompilationCache cache) => Notices.Of(
        result is null ? [Notices.Of(type)] : [Notices.Of(type), cache.NoticesOf(result)]);

    private static object? Value(Dictionary<string, object?>? named, string name) =>
        named is not null && named.TryGetValue(name, out object? value) ? value : null;

    private static string ArgumentNames(INamedTypeSymbol type) =>
        type.IsGenericType ? $"[{string.Join(",", type.TypeArguments.Select(ArgumentName))}]" : "";

    private static string ArgumentName(ITypeSymbol argument) => argument.Key().Replace("global::", "");

    /// <summary>
    /// Finds the message attribute. Where the interface says already what the type is, the attribute's name will do.
    /// </summary>
    private static AttributeSyntax? FindAttribute(
        INamedTypeSymbol type,
        bool hasInterface,
        SemanticModel semantics,
        CancellationToken cancellationToken,
        out MessageKind marked)
    {
        var attribute = AttributeFinder.Find(
            type,
            static name => KindOfName(name) != MessageKind.None,
            isSure: !hasInterface,
            semantics,
            cancellationToken);
        bool isForeign = hasInterface && attribute is not null
            && CompilationCache.Of(semantics.Compilation).Attributes.IsForeign(attribute, type, semantics);
        if (attribute is not null && !isForeign)
        {
            marked = KindOfName(SyntaxRules.SimpleName(attribute.Name));
            return attribute;
        }

        // Perhaps under an alias.
        var bound = !hasInterface || !type.DeclaringSyntaxReferences.Any(HasAttributes)
            ? null
            : type.GetAttributes().FirstOrDefault(static attribute =>
                MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None);
        marked = MessageRules.KindOfAttribute(bound?.AttributeClass);
        return bound?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
    }

    private static bool HasAttributes(SyntaxReference reference) =>
        reference.GetSyntax() is TypeDeclarationSyntax { AttributeLists.Count: > 0 };

    private static MessageKind KindOfName(string name) => name switch
    {
        "Command" or "CommandAttribute" => MessageKind.Command,
        "Query" or "QueryAttribute" => MessageKind.Query,
        "Event" or "EventAttribute" => MessageKind.Event,
        _ => MessageKind.None,
    };

    private static Omission? FindOmission(
        INamedTypeSymbol type,
        MessageKind kind,
        bool ambiguous,
        bool hasAttribute,
        MessageKind marked,
        bool isPartial)
    {
        if (ambiguous)
        {
            return new(
                "CQG2005",
                $"{type.ToDisplayString()} is two kinds of message at once. " +
                "Split it into one type per kind and result.");
        }

        if (kind != MessageKind.None && !hasAttribute)
        {
            string attribute = kind == MessageKind.StreamQuery ? "Query" : kind.ToString();
            string declared = kind == MessageKind.Event ? "an event" : "a " + MessageRules.Word(kind);
            string lacks = MessageRules.ForeignAttributeOf(type) is { } foreign
                ? $"its attribute is {foreign.ToDisplayString()}. Add [CqrsGen.{attribute}]."
                : $"has no [{attribute}]. Add the attribute.";
            return new("CQG3016", $"{type.ToDisplayString()} is {declared} by its interface but {lacks}");
        }

        if (hasAttribute && kind != MessageKind.None && !MessageRules.Fits(marked, kind))
        {
            return new(
                "CQG2005",
                $"{type.ToDisplayString()} is marked [{marked}] but its interface says " +
                $"{MessageRules.Word(kind)}. Make both say the same.");
        }

        if (kind == MessageKind.None && (!isPartial || IsGeneric(type)))
        {
            string remedy = isPartial ? "Add the interface." : "Add the interface, or make the type partial.";
            return new(
                "CQG3016", $"{type.ToDisplayString()} is marked [{marked}] but has no message interface. {remedy}");
        }

        if (!isPartial && RoutedBase(type) is { } routed)
        {
            return new(
                "CQG3017",
                $"{type.ToDisplayString()} would take the route of {routed.ToDisplayString()}, " +
                "from which it derives. Make it partial, so that it has its own.");
        }

        return MessageProblems.Of(type) is { } problem ? new("CQG3003", problem) : null;
    }

    /// <summary>The base class whose generated route a message without one would inherit.</summary>
    private static INamedTypeSymbol? RoutedBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            bool isRouted = current.DeclaringSyntaxReferences.Length > 0
                ? IsPartial(current, default) && !IsGeneric(current)
                : current.GetMembers().Any(static member => member is IMethodSymbol
                {
                    MethodKind: MethodKind.ExplicitInterfaceImplementation,
                } method && method.Name.EndsWith(".Accept", StringComparison.Ordinal));
            if (isRouted && MessageRules.KindOf(current, out _, out _) != MessageKind.None)
            {
                return current;
            }
        }

        return null;
    }

    private static bool InheritsInterface(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.SpecialType == SpecialType.System_Object)
            {
                return false;
            }

            if (MessageRules.KindOf(current, out _, out _) != MessageKind.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Length > 0
        && type.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
        && SyntaxRules.IsPartial(declaration);

    private static string? NamespaceOf(INamedTypeSymbol type, CompilationCache cache) =>
        type.ContainingNamespace.IsGlobalNamespace ? null : cache.Namespace(type.ContainingNamespace);

    private static EquatableArray<string> Declarations(INamedTypeSymbol type)
    {
        var declarations = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            string keyword = (current.IsRecord, current.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            };
            declarations.Insert(0, $"partial {keyword} {Names.Escape(current.Name)}");
        }

        return declarations.ToEquatableArray();
    }
}
