using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Async;

/// <summary>The rules about asynchronous code.</summary>
internal static class AsyncDescriptors
{
    public static readonly DiagnosticDescriptor ReflectingHandler = Rule.Create(
        DiagnosticIds.ReflectingHandler,
        Categories.Async,
        DiagnosticSeverity.Warning,
        "Handlers do without reflection",
        "Handlers do without reflection: '{0}' uses {1}, which fails or is slow in a trimmed or native application. " +
        "Write the calls out, or have them generated.",
        "What is found by name at run time may have been trimmed away, and types that are made at run time have no " +
        "native code. Reported in handlers and middleware.");

    public static readonly DiagnosticDescriptor EmittedCode = Rule.Create(
        DiagnosticIds.EmittedCode,
        Categories.Async,
        DiagnosticSeverity.Warning,
        "Handlers make no code at run time",
        "Handlers make no code at run time: '{0}' uses {1}, which a native application interprets or refuses. Write " +
        "a delegate or a method in place of it.",
        "Compiled expressions are interpreted in a native application, and emitted code does not run at all. " +
        "Reported in handlers and middleware.");

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

    public static readonly DiagnosticDescriptor ServiceLocator = Rule.Create(
        DiagnosticIds.ServiceLocator,
        Categories.Async,
        DiagnosticSeverity.Info,
        "A handler says what it needs",
        "A handler says what it needs: '{0}' gets '{1}' from the service provider. Take it in the constructor, or as " +
        "a parameter of the method.",
        "Dependencies that are taken in the constructor are checked when the application starts, seen by who reads " +
        "the class, and given by tests.");
}
