using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Purity;

/// <summary>The rules about effects of queries.</summary>
internal static class QueryDescriptors
{
    public static readonly DiagnosticDescriptor ExternalWrite = Rule.Create(
        DiagnosticIds.QueryWritesExternally,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query writes nothing outside of the process",
        "{0} '{1}' {2}: {3}. Move the write into a command{4}.",
        "A query may be sent twice, cached, cancelled or left out, and nobody expects that to change anything.");

    public static readonly DiagnosticDescriptor Command = Rule.Create(
        DiagnosticIds.QuerySendsCommand,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query sends no command",
        "{0} '{1}' {2}: {3}. Let the caller send the command, or make the query a command.",
        "A command changes something, and a query that sends one does so too.");

    public static readonly DiagnosticDescriptor Event = Rule.Create(
        DiagnosticIds.QueryPublishesEvent,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query publishes no event",
        "{0} '{1}' {2}: {3}. Publish it from a command, or record what is only for statistics on a Meter.",
        "An event says that something happened. When somebody only looks, nothing has.");

    public static readonly DiagnosticDescriptor Append = Rule.Create(
        DiagnosticIds.QueryAppends,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query appends to no stream",
        "{0} '{1}' {2}: {3}. Append from a command.",
        "A stream is the record of what happened. A query must not add to it.");

    public static readonly DiagnosticDescriptor StaticWrite = Rule.Create(
        DiagnosticIds.QueryWritesStaticState,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query writes no static state",
        "{0} '{1}' {2}: {3}. Move the write into a command, or use a cache or a Meter.",
        "Static state is shared by all callers, so that one query changes what another sees.");

    public static readonly DiagnosticDescriptor StateWrite = Rule.Create(
        DiagnosticIds.QueryChangesState,
        Categories.Queries,
        DiagnosticSeverity.Info,
        "A query changes neither its handler nor its services",
        "{0} '{1}' {2}: {3}. Use a local variable, or mark what only remembers [MemoField].",
        "A handler or service may be shared, so that one query changes what another sees.");

    public static readonly DiagnosticDescriptor TrackedWrite = Rule.Create(
        DiagnosticIds.QueryChangesEntity,
        Categories.Queries,
        DiagnosticSeverity.Info,
        "A query does not change tracked entities",
        "{0} '{1}' {2}: {3}. Read without tracking, or copy what is changed.",
        "The change is saved with the next SaveChanges of the same context, whoever calls it.");

    public static readonly DiagnosticDescriptor Unknown = Rule.Create(
        DiagnosticIds.QueryCallsUnknown,
        Categories.Queries,
        DiagnosticSeverity.Info,
        "A query calls nothing of which the effects are not known",
        "{0} '{1}' {2}: {3}. Mark it [SideEffectFree], or say in an effects file what it does.",
        "Reported where an .editorconfig asks for it. What is not known may change something.");

    public static readonly DiagnosticDescriptor Suspected = Rule.Create(
        DiagnosticIds.QueryCallsSuspected,
        Categories.Queries,
        DiagnosticSeverity.Info,
        "A query calls nothing that looks like a write by its name",
        "{0} '{1}' {2}: {3}. Move the call into a command, or mark what is called [SideEffectFree] or what calls it "
            + "[ReadOnlyCall(\"why\")].",
        "What is called has no body here, so that its name is all there is to tell what it does.");

    public static readonly DiagnosticDescriptor BrokenPromise = Rule.Create(
        DiagnosticIds.BrokenPromise,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "What implements a side-effect-free member has no side effects",
        "{0} '{1}' {2}: {3}. Move the write into another member, or take the attribute off the promise.",
        "Callers trust the promise of the interface or base class, and nobody looks at what runs instead.");

    public static readonly DiagnosticDescriptor Assumption = Rule.Create(
        DiagnosticIds.Assumption,
        Categories.Queries,
        DiagnosticSeverity.Info,
        "An assumption about effects is needed and explained",
        "{0} '{1}' {2}",
        "What is assumed is not checked, so a reader must know why it holds, and it must go when it is not needed.");

    public static readonly DiagnosticDescriptor MessageWrite = Rule.Create(
        DiagnosticIds.QueryChangesMessage,
        Categories.Queries,
        DiagnosticSeverity.Warning,
        "A query does not change its message",
        "{0} '{1}' {2}: {3}. Work on a copy.",
        "The caller still has the message. It may send it again, or use it as a key.");
}
