using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Results;

/// <summary>The rules about kinds and results of messages.</summary>
internal static class ResultDescriptors
{
    public static readonly DiagnosticDescriptor CommandResult = Rule.Create(
        DiagnosticIds.CommandResult,
        Categories.Results,
        DiagnosticSeverity.Warning,
        "A command answers with nothing, identifiers or a Result",
        "A command answers with nothing, identifiers or a Result: '{0}' answers with '{1}'. Answer with the " +
        "identifier of what it made, with Result where it may fail, or make it a query if it changes nothing.",
        "What a command has changed is read by queries. An answer of another kind is mostly one of three things: a " +
        "failure, which Result carries with its reason; data, which a query reads; or a sign that it is a query.");

    public static readonly DiagnosticDescriptor CommandReturnsData = Rule.Create(
        DiagnosticIds.CommandReturnsData,
        Categories.Results,
        DiagnosticSeverity.Warning,
        "A command answers with identifiers, not with data",
        "A command answers with identifiers, not with data: '{0}' answers with '{1}'. Answer with the identifier and " +
        "read the data by a query, or make it a query if it changes nothing.",
        "Who needs the data after the change asks for it by a query, which can be cached, repeated and sent to a " +
        "replica. A command that returns data ties the model that writes to the views that read.");

    public static readonly DiagnosticDescriptor QueryWithoutResult = Rule.Create(
        DiagnosticIds.QueryWithoutResult,
        Categories.Results,
        DiagnosticSeverity.Warning,
        "A query answers with something",
        "A query answers with something: the result of '{0}' is '{1}', which is nothing. Make it a command, or " +
        "answer with what was asked for.",
        "A query changes nothing, so one that answers with nothing does nothing that can be seen.");

    public static readonly DiagnosticDescriptor ExposedQueryable = Rule.Create(
        DiagnosticIds.ExposedQueryable,
        Categories.Results,
        DiagnosticSeverity.Warning,
        "A query answers with data that is its own",
        "A query answers with data that is its own: '{0}' answers with {1}. Answer with a record that holds what was " +
        "read.",
        "An IQueryable runs where it is read, when the scope of its query has ended; a tracked entity that a caller " +
        "changes is saved by whoever saves next.");

    public static readonly DiagnosticDescriptor MessageOfTwoKinds = Rule.Create(
        DiagnosticIds.MessageOfTwoKinds,
        Categories.Results,
        DiagnosticSeverity.Error,
        "A message has one kind and one result",
        "A message has one kind and one result: '{0}' is {1} and {2}. {3}.",
        "A route leads from one type to one pipeline of one kind with one result. A type of two kinds has none.");

    public static readonly DiagnosticDescriptor IdleCommand = Rule.Create(
        DiagnosticIds.IdleCommand,
        Categories.Results,
        DiagnosticSeverity.Info,
        "A command changes something",
        "A command changes something: nothing that '{0}' does for '{1}' has an effect. Make '{1}' a query.",
        "What changes nothing is a query, which may be cached, repeated and sent to a replica. The rule is silent " +
        "about handlers that call what is not known.",
        isOn: false);
}
