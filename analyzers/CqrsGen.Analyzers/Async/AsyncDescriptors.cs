using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Async;

/// <summary>The rules about asynchronous code.</summary>
internal static class AsyncDescriptors
{
    public static readonly DiagnosticDescriptor UnpassedToken = Rule.Create(
        DiagnosticIds.UnpassedToken,
        Categories.Async,
        DiagnosticSeverity.Warning,
        "A call takes the token of its caller",
        "A call takes the token of its caller: '{0}' is called without '{1}', so it goes on when its caller is " +
        "cancelled. Pass '{1}'.",
        "Work whose result nobody waits for any more still takes connections and time. Reported in handlers and " +
        "middleware, and wherever a message is dispatched.");

    public static readonly DiagnosticDescriptor TokenOfNobody = Rule.Create(
        DiagnosticIds.TokenOfNobody,
        Categories.Async,
        DiagnosticSeverity.Info,
        "A token that nobody cancels is for work that must end",
        "A token that nobody cancels is for work that must end: '{0}' gets '{1}' although '{2}' is at hand. Pass " +
        "'{2}', or say in a comment why this must end.",
        "A call that must not be cancelled half-way is rare. Where it is meant, a comment above it tells the next " +
        "reader, and this rule.");

    public static readonly DiagnosticDescriptor BlockingWait = Rule.Create(
        DiagnosticIds.BlockingWait,
        Categories.Async,
        DiagnosticSeverity.Warning,
        "Asynchronous work is awaited, not waited for",
        "Asynchronous work is awaited: '{0}' blocks a thread until its task ends. Await the task.",
        "A blocked thread serves nobody, and enough of them stop a server that has work to do. Reported in handlers " +
        "and middleware, and in asynchronous methods that dispatch a message.");

    public static readonly DiagnosticDescriptor UnownedWork = Rule.Create(
        DiagnosticIds.UnownedWork,
        Categories.Async,
        DiagnosticSeverity.Warning,
        "A handler ends when its work ends",
        "A handler ends when its work ends: {0}. {1}.",
        "Work that nobody waits for uses services of a scope that has ended, loses its exceptions, and is lost when " +
        "the process stops.");
}
