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
    public static SourceText EmitInterface(CompletionModel completion, Notices notices)
    {
        var writer = GeneratedCode.Start(
            "the interface of a message, taken from its one handler",
            "the handler, or write the interface yourself",
            notices);
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
        EmitAccept(writer, task, Interface(message), Shapes.Cancelled(message), () =>
        {
            writer.Line($"var routes = dispatcher.Routes<{pipeline.RoutesClass}>({pipeline.RoutesClass}.Ordinal);");
            DirectRoute.EmitTake(writer, pipeline);
            writer.Line($"return routes.{pipeline.Member}(this, dispatcher, cancellationToken);");
        });
        if (message is { Kind: MessageKind.Command, Result: null } && !message.Facts.IsReferenceType)
        {
            string call = $"dispatcher.Routes<{pipeline.RoutesClass}>({pipeline.RoutesClass}.Ordinal)" +
                $".{pipeline.Member}(this, dispatcher, cancellationToken)";
            EmitAccept(
                writer.Line(),
                "global::System.Threading.Tasks.ValueTask<global::CqrsGen.Unit>",
                "global::CqrsGen.ICommand<global::CqrsGen.Unit>",
                Shapes.CancelledOf("global::CqrsGen.Unit"),
                () => writer.Line($"return global::CqrsGen.Infrastructure.UnitTask.From({call});"));
        }
    }

    /// <summary>
    /// A task type with its namespace: in a user's namespace every name is written in full.
    /// </summary>
    private static string Full(string task) => task.StartsWith("ValueTask", StringComparison.Ordinal)
        ? "global::System.Threading.Tasks." + task
        : "global::System.Collections.Generic." + task;

    private static void EmitAccept(
        SourceWriter writer, string task, string contract, string? cancelled, Action emitBody)
    {
        writer
            .Line(GeneratedCode.Attribute)
            .Line("[global::System.Diagnostics.DebuggerStepThrough, global::System.Diagnostics.StackTraceHidden]")
            .Line(
                "[global::System.Runtime.CompilerServices.MethodImpl(" +
                "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]")
            .Line($"{task} {contract}.Accept(");
        using (writer.WriteBlock(
            "    global::CqrsGen.Dispatcher dispatcher, global::System.Threading.CancellationToken cancellationToken)"))
        {
            if (cancelled is not null)
            {
                using (writer.WriteBlock("if (cancellationToken.IsCancellationRequested)"))
                {
                    writer.Line($"return {cancelled};");
                }

                writer.Line();
            }

            emitBody();
        }
    }
}
