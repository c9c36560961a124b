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

    public static readonly DiagnosticDescriptor CarriedService = Rule.Create(
        DiagnosticIds.CarriedService,
        Categories.Messages,
        DiagnosticSeverity.Warning,
        "A message carries data alone",
        "A message carries data alone: '{0}' of '{1}' is {2}. {3}.",
        "A message may be logged, stored, sent elsewhere and handled later. A service, a context, a stream or a " +
        "delegate belongs to the code that made it.");
}
