using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Messages;

/// <summary>Writes a message's part of its partial type: the route to its pipeline.</summary>
internal static class RouteEmitter
{
    public static void Emit(SourceWriter writer, PipelineModel pipeline)
    {
        var message = pipeline.Message;
        string bases = message.InheritsInterface ? " : " + Interface(message) : "";
        EmitPart(writer, message.Namespace, message.Declarations, bases, () => EmitRoute(writer, pipeline, message));
        writer.Line();
    }

    /// <summary>The interface of a message that has only its attribute.</summary>
    public static SourceText EmitInterface(CompletionModel completion)
    {
        var writer = GeneratedCode.Start(
            "the interface of a message, taken from its one handler", "the handler, or write the interface yourself");
        EmitPart(writer, completion.Namespace, completion.Declarations, " : " + completion.Interface, static () => { });
        return writer.ToSourceText();
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

    /// <summary>Writes a part of a partial type, inside its namespace and the types around it.</summary>
    private static void EmitPart(
        SourceWriter writer, string? name, EquatableArray<string> declarations, string bases, Action emitMembers)
    {
        if (name is null)
        {
            EmitType(0);
            return;
        }

        using (writer.WriteBlock($"namespace {name}"))
        {
            EmitType(0);
        }

        void EmitType(int depth)
        {
            bool isMessage = depth == declarations.Count - 1;
            using (writer.WriteBlock(declarations[depth] + (isMessage ? bases : "")))
            {
                if (isMessage)
                {
                    emitMembers();
                }
                else
                {
                    EmitType(depth + 1);
                }
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
