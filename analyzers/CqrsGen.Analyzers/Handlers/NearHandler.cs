using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>Finds what was probably meant to handle a message, and why it does not.</summary>
internal static class NearHandler
{
    private static readonly HashSet<string> s_names =
    [
        "Handle", "HandleAsync", "Execute", "ExecuteAsync", "Process", "ProcessAsync", "Run", "RunAsync",
        "Invoke", "InvokeAsync", "On", "When",
    ];

    /// <summary>What it is, why it does not count, and the remedy; null when there is none.</summary>
    public static string? Find(INamedTypeSymbol message, Compilation compilation, CancellationToken cancellationToken)
    {
        string bare = message.Name;
        return compilation
            .GetSymbolsWithName(
                name => s_names.Contains(name) || name == bare || name == bare + "Async",
                SymbolFilter.Member,
                cancellationToken)
            .OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Length > 0
                && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, message)
                && method.ContainingType.TypeKind != TypeKind.Interface
                && !SymbolEqualityComparer.Default.Equals(method.ContainingType, message)
                && !method.DeclaringSyntaxReferences.All(static part => Locations.IsGenerated(part.SyntaxTree)))
            .OrderBy(static method => method.ToDisplayString(), StringComparer.Ordinal)
            .Select(method => Describe(method, message, cancellationToken))
            .FirstOrDefault(static text => text is not null);
    }

    private static string? Describe(
        IMethodSymbol method, INamedTypeSymbol message, CancellationToken cancellationToken)
    {
        var type = method.ContainingType;
        if (DiscoveryRules.IsLeftOut(type, cancellationToken))
        {
            return $"'{type.Name}' would handle it but is marked [NotDiscovered]. Remove that, or write a handler.";
        }

        bool implements = HandlerFacts.HandledBy(type, cancellationToken)
            .Any(handled => SymbolEqualityComparer.Default.Equals(handled.Message, message));
        if (type is { IsAbstract: true, IsStatic: false } && (implements || method.IsAbstract))
        {
            return $"'{type.Name}' would handle it but is abstract. Derive a class that is not, or make it one.";
        }

        // A class with the interface that is not found has it from a supertype.
        return implements
            ? $"'{type.Name}' would handle it but has its interface through a supertype alone. Mark it [Handler]."
            : $"'{type.Name}.{method.Name}' takes it but is no handler. Mark the method [Handler], or implement " +
                $"{InterfaceOf(message)}.";
    }

    private static string InterfaceOf(INamedTypeSymbol message) => MessageRules.KindOf(message, out var result, out _)
        switch
    {
        MessageKind.Query => $"IQueryHandler<{message.Name}, {result!.Short()}>",
        MessageKind.StreamQuery => $"IStreamQueryHandler<{message.Name}, {result!.Short()}>",
        _ when result is not null => $"ICommandHandler<{message.Name}, {result.Short()}>",
        _ => $"ICommandHandler<{message.Name}>",
    };
}
