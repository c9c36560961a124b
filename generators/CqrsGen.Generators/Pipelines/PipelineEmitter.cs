using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes a file of messages: their routes, their pipelines, and the entries of their handlers.</summary>
internal static class PipelineEmitter
{
    public static SourceText Emit(PipelineFile file, Notices notices)
    {
        var first = file.Pipelines[0];
        var writer = file.Pipelines.Count == 1
            ? GeneratedCode.Start(
                $"the route of {Describe(first.Message)}", "the message, its handlers or its middleware", notices)
            : GeneratedCode.Start(
                $"the routes of {file.Pipelines.Count} messages; an assembly with so many has no file for each",
                "the messages, their handlers or their middleware",
                notices);
        foreach (var pipeline in file.Pipelines)
        {
            if (pipeline.HasRoute)
            {
                RouteEmitter.Emit(writer, pipeline);
            }
        }

        using (GeneratedCode.WriteNamespace(writer))
        {
            string routes = first.RoutesClass.Substring(first.RoutesClass.LastIndexOf('.') + 1);
            using (writer.WriteBlock($"partial class {routes}"))
            {
                for (int index = 0; index < file.Pipelines.Count; index++)
                {
                    writer.LineIf(index > 0, "");
                    EmitMembers(writer, file.Pipelines[index]);
                }
            }
        }

        return writer.ToSourceText();
    }

    private static string Describe(MessageModel message) =>
        $"the {MessageRules.Word(message.Kind)} {message.Type.Replace("global::", "")}";

    private static void EmitMembers(SourceWriter writer, PipelineModel pipeline)
    {
        bool isFirst = true;
        if (pipeline.HasPipeline)
        {
            EmitPipeline(writer, pipeline);
            isFirst = false;
        }

        foreach (var entry in pipeline.Entries)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            HandlerEmitter.Emit(writer, entry);
            isFirst = false;
        }
    }

    private static void EmitPipeline(SourceWriter writer, PipelineModel pipeline)
    {
        if (PipelineParts.NeedsInfo(pipeline))
        {
            PipelineParts.EmitInfo(writer, pipeline);
        }

        ValidationStageEmitter.EmitForHosts(writer, pipeline);
        DirectRoute.EmitField(writer, pipeline);
        EmitDocumentation(writer, pipeline);
        var levels = PipelineLevel.Of(pipeline);
        string name = pipeline.Member;
        bool isSkipped = false;
        for (int index = 0; index < levels.Count; index++)
        {
            var level = levels[index];
            if (!isSkipped)
            {
                EmitLevel(
                    writer, pipeline, level, name, isEntry: index == 0, isInside: index > 0 && levels[index - 1].IsCut);
            }

            if (level.IsCut)
            {
                name = pipeline.Inside;
                isSkipped = false;
                writer.Line();
                continue;
            }

            if (level.Around is not { } around)
            {
                break;
            }

            string? direct = DirectCall(pipeline, levels[index + 1]);
            name = AroundEmitter.Inside(pipeline, around);
            string inside = direct ?? name;
            if (around.Form == MiddlewareForm.Validation)
            {
                ValidationStageEmitter.Emit(writer.Line(), pipeline, inside);
            }
            else
            {
                var entry = direct is not null && levels[index + 1].IsInnermost
                    ? HandlerCall.OnlyEntry(pipeline)
                    : null;
                AroundEmitter.Emit(writer.Line(), pipeline, around, "Routes." + inside, entry);
            }

            isSkipped = direct is not null;
            writer.LineIf(!isSkipped, "");
        }

        if (pipeline.Targets.Count > 1)
        {
            EventEmitter.EmitPublish(writer.Line(), pipeline);
        }
    }

    private static void EmitDocumentation(SourceWriter writer, PipelineModel pipeline)
    {
        var message = pipeline.Message;
        writer.Line($"/// <summary>Runs <see cref=\"{Names.Cref(message.Type)}\"/>.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// <list type=\"number\">");
        foreach (var stage in pipeline.Stages)
        {
            writer.Line(stage.Form switch
            {
                MiddlewareForm.Validation =>
                    $"/// <item>validation: its attributes, then <see cref=\"IValidator{{T}}\"/>, " +
                    $"order {stage.Order}</item>",
                MiddlewareForm.Hooks =>
                    $"/// <item><see cref=\"{Names.Cref(stage.Type)}\"/>: hooks, order {stage.Order}</item>",
                _ => $"/// <item><see cref=\"{Names.Cref(stage.Type)}\"/>: around, order {stage.Order}</item>",
            });
        }

        foreach (var target in pipeline.Targets)
        {
            writer.Line(target.Cref is { } cref
                ? $"/// <item>handler: <see cref=\"{cref}\"/></item>"
                : $"/// <item>handler: {target.Display}</item>");
        }

        if (pipeline.Targets.Count == 0)
        {
            string nobody = message.Kind == MessageKind.Event ? "no handler listens" : "no handler";
            writer.Line($"/// <item>{nobody}</item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// </remarks>");
    }

    /// <summary>
    /// What a level without hooks comes down to, the validation stage or the one handler, so that no method of its own
    /// is needed; null where it is.
    /// </summary>
    private static string? DirectCall(PipelineModel pipeline, PipelineLevel level) => level switch
    {
        { Hooks.Count: 0, Around.Form: MiddlewareForm.Validation } => ValidationStageEmitter.Member(pipeline),
        { Hooks.Count: 0, IsCut: true } => pipeline.Inside,
        { Hooks.Count: 0, Around: null } when IsOwnHandler(pipeline) => pipeline.Targets[0].Call,
        _ => null,
    };

    private static bool IsOwnHandler(PipelineModel pipeline) =>
        pipeline.Targets.Count == 1 && !pipeline.Targets[0].Call.StartsWith("dispatcher.", StringComparison.Ordinal)
        && !pipeline.Targets[0].Call.StartsWith("((", StringComparison.Ordinal);

    private static void EmitLevel(
        SourceWriter writer, PipelineModel pipeline, PipelineLevel level, string name, bool isEntry, bool isInside)
    {
        string modifiers = isEntry ? (pipeline.Message.IsPublic ? "public virtual" : "internal virtual")
            : isInside ? "public"
            : "private";
        writer.LineIf(
            isInside,
            "/// <summary>The part of the pipeline that hosts cannot name: their middleware goes around it.</summary>");
        string header =
            $"{modifiers} {Shapes.Task(pipeline.Message)} {name}({pipeline.Message.Type} message, " +
            $"Dispatcher dispatcher, {GeneratedCode.Token})";
        string? guard = isEntry && NeedsGuard(pipeline)
            ? $"dispatcher.{Shapes.InScope(pipeline.Message.Kind)}(message, cancellationToken)"
            : null;
        var body = new LevelBody(pipeline, level, header, name, guard);
        if (pipeline.Message.Kind == MessageKind.StreamQuery)
        {
            StreamEmitter.Emit(writer, body);
        }
        else if (level.Hooks.Count == 0)
        {
            PlainEmitter.Emit(writer, body);
        }
        else
        {
            HookEmitter.Emit(writer, body);
        }
    }

    /// <summary>
    /// Whether the root's dispatcher must open a scope before anything runs. A bare handler looks for itself, where it
    /// costs nothing.
    /// </summary>
    private static bool NeedsGuard(PipelineModel pipeline) => pipeline.NeedsScope
        && (pipeline.Stages.Count > 0 || pipeline.Message.Kind == MessageKind.Event);
}
