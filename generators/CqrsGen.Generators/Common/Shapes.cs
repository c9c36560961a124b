using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Common;

/// <summary>The types that a message's pipeline is written with.</summary>
internal static class Shapes
{
    private const string ValueTask = "ValueTask";
    private const string CancelledTask = "global::CqrsGen.Infrastructure.CancelledTask";

    /// <summary>What the pipeline returns.</summary>
    public static string Task(MessageModel message) => message switch
    {
        { Kind: MessageKind.StreamQuery } => $"IAsyncEnumerable<{message.Result}>",
        { Result: null } => ValueTask,
        _ => $"{ValueTask}<{message.Result}>",
    };

    /// <summary>
    /// A cancelled task of that type, in a user's namespace; null for streams, whose enumeration is cancelled.
    /// </summary>
    public static string? Cancelled(MessageModel message) => message switch
    {
        { Kind: MessageKind.StreamQuery } => null,
        { Result: null } => $"{CancelledTask}.Of(cancellationToken)",
        _ => CancelledOf(message.Result!),
    };

    /// <summary>A cancelled task with a result, in a user's namespace.</summary>
    public static string CancelledOf(string result) => $"{CancelledTask}.Of<{result}>(cancellationToken)";

    /// <summary>The dispatcher's method that sends the message in a scope of its own.</summary>
    public static string InScope(MessageKind kind) => kind switch
    {
        MessageKind.Command => "SendInScope",
        MessageKind.Query => "QueryInScope",
        MessageKind.StreamQuery => "StreamInScope",
        _ => "PublishInScope",
    };

    /// <summary>The interface that a replacement of the message's handler implements.</summary>
    public static string HandlerInterface(MessageKind kind, string message, string? result) => kind switch
    {
        MessageKind.Command when result is null => $"global::CqrsGen.ICommandHandler<{message}>",
        MessageKind.Command => $"global::CqrsGen.ICommandHandler<{message}, {result}>",
        MessageKind.Query => $"global::CqrsGen.IQueryHandler<{message}, {result}>",
        MessageKind.StreamQuery => $"global::CqrsGen.IStreamQueryHandler<{message}, {result}>",
        _ => $"global::CqrsGen.IEventHandler<{message}>",
    };
}
