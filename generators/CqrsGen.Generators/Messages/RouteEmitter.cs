using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Messages;

/// <summary>Writes a message's part of its partial type: the route to its pipeline.</summary>
internal static class RouteEmitter
{
    public static void Emit(SourceWriter writer, PipelineModel pipeline)
    {
        var message = pipeline.Message;
        if (message.Namespace is { } name)
        {
            using (writer.WriteBlock($"namespace {name}"))
            {
                EmitType(writer, pipeline, message, 0);
            }
        }
        else
        {
            EmitType(writer, pipeline, message, 0);
        }

        writer.Line();
    }

    /// <summary>The message interface of a message, as it is written in a base list.</summary>
    public static string Interface(MessageModel message) => message.Kind switch
    {
        MessageKind.Command when message.Result is null => "global::CqrsGen.ICommand",
        MessageKind.Command => $"global::CqrsGen.ICommand<{message.Result}>",
        MessageKind.Query => $"global::CqrsGen.IQuery<{message.Result}>",
        MessageKind.StreamQuery => $"global::CqrsGen.IStreamQuery<{message.Result}>",
        _ => "global::CqrsGen.IEvent",
    };

    private static void EmitType(SourceWriter writer, PipelineModel pipeline, MessageModel message, int depth)
    {
        bool isMessage = depth == message.Declarations.Count - 1;
        string bases = isMessage && (message.NeedsInterface || message.InheritsInterface)
            ? " : " + Interface(message)
            : "";
        using (writer.WriteBlock(message.Declarations[depth] + bases))
        {
            if (isMessage)
            {
                EmitRoute(writer, pipeline, message);
            }
            else
            {
                EmitType(writer, pipeline, message, depth + 1);
            }
        }
    }

    private static void EmitRoute(SourceWriter writer, PipelineModel pipeline, MessageModel message)
    {
        string task = Full(Shapes.Task(message));
        string call = $"dispatcher.Routes<{pipeline.RoutesClass}>({pipeline.RoutesClass}.Ordinal).{pipeline.Member}";
        EmitAccept(writer, task, Interface(message), Shapes.Cancelled(message) is { } cancelled ? Full(cancelled) : null, call);
        if (message is { Kind: MessageKind.Command, Result: null } && !message.Facts.IsReferenceType)
        {
            writer.Line();
            EmitAccept(
                writer,
                "global::System.Threading.Tasks.ValueTask<global::CqrsGen.Unit>",
                "global::CqrsGen.ICommand<global::CqrsGen.Unit>",
                "global::System.Threading.Tasks.ValueTask.FromCanceled<global::CqrsGen.Unit>(cancellationToken)",
                call,
                "global::CqrsGen.Infrastructure.UnitTask.From({0})");
        }
    }

    /// <summary>A task type or expression with its namespace: in a user's namespace every name is written in full.</summary>
    private static string Full(string task) => task.StartsWith("ValueTask", StringComparison.Ordinal)
        ? "global::System.Threading.Tasks." + task
        : "global::System.Collections.Generic." + task;

    private static void EmitAccept(
        SourceWriter writer, string task, string contract, string? cancelled, string call, string wrap = "{0}")
    {
        string invocation = wrap.Replace("{0}", $"{call}(this, dispatcher, cancellationToken)");
        writer
            .Line(GeneratedCode.Attribute)
            .Line("[global::System.Diagnostics.DebuggerStepThrough, global::System.Diagnostics.StackTraceHidden]")
            .Line($"{task} {contract}.Accept(")
            .Line("    global::CqrsGen.Dispatcher dispatcher, global::System.Threading.CancellationToken cancellationToken) =>");
        using (writer.Indented())
        {
            writer.Line(cancelled is null
                ? $"{invocation};"
                : $"cancellationToken.IsCancellationRequested\n    ? {cancelled}\n    : {invocation};");
        }
    }
}
