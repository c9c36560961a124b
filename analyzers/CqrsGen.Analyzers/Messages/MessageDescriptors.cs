using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Messages;

/// <summary>The rules about the shape of messages.</summary>
internal static class MessageDescriptors
{
    public static readonly DiagnosticDescriptor SettableMessage = Rule.Create(
        DiagnosticIds.SettableMessage,
        Categories.Messages,
        DiagnosticSeverity.Warning,
        "A message does not change",
        "A message does not change: '{0}' of '{1}' can be set at any time. {2}.",
        "A message is seen by middleware, handlers and perhaps several listeners, and may be retried. What one of " +
        "them changes, the others take for what was sent.");

    public static readonly DiagnosticDescriptor MutableCollection = Rule.Create(
        DiagnosticIds.MutableCollection,
        Categories.Messages,
        DiagnosticSeverity.Info,
        "A message carries collections that do not change",
        "A message carries collections that do not change: '{0}' of '{1}' is '{2}', whose items anybody can change. " +
        "Make it {3}.",
        "A collection that is shared with the sender changes under the handler. Lists of the platform also compare " +
        "by reference, so two records with equal items are not equal.");

    public static readonly DiagnosticDescriptor MessageNotRecord = Rule.Create(
        DiagnosticIds.MessageNotRecord,
        Categories.Messages,
        DiagnosticSeverity.Info,
        "A message is a sealed record",
        "A message is a sealed record: '{0}' is {1}. {2}.",
        "A record compares by value, is copied by 'with' and prints what it holds. A sealed one takes its own route " +
        "and no other's.");

    public static readonly DiagnosticDescriptor CarriedService = Rule.Create(
        DiagnosticIds.CarriedService,
        Categories.Messages,
        DiagnosticSeverity.Warning,
        "A message carries data alone",
        "A message carries data alone: '{0}' of '{1}' is {2}. {3}.",
        "A message may be logged, stored, sent elsewhere and handled later. A service, a context, a stream or a " +
        "delegate belongs to the code that made it.");

    public static readonly DiagnosticDescriptor MessageSuffix = Rule.Create(
        DiagnosticIds.MessageSuffix,
        Categories.Messages,
        DiagnosticSeverity.Info,
        "Names of messages follow one convention",
        "Names of messages follow one convention: the name of '{0}' {1} in '{2}'. Rename it to '{3}'.",
        "Some teams want every command to end in Command, others none. The option cqrsgen.message_suffix says which.",
        isOn: false);
}
