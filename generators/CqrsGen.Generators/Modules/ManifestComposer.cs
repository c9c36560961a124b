using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Modules;

/// <summary>Gathers what other assemblies must know of this one.</summary>
internal static class ManifestComposer
{
    public static ModuleModel Compose(
        ApplicationInput input,
        IReadOnlyList<PipelineModel> pipelines,
        IReadOnlyList<HandlerModel> handlers,
        IReadOnlyDictionary<HandlerModel, HandlerEntry> entries,
        EquatableArray<NeededService> needs)
    {
        var declared = new HashSet<string>(input.Messages.Select(static message => message.Type));
        var hidden = new HashSet<string>(input.Middleware
            .Where(static middleware => !middleware.IsPublic).Select(static middleware => middleware.Definition));
        return new ModuleModel
        {
            Assembly = input.Facts.Assembly,
            RoutesClass = input.Facts.RoutesClass,
            BuiltIns = input.BuiltIns.Enabled,
            Messages = pipelines
                .Where(pipeline => pipeline is { HasPipeline: true, Message.IsPublic: true }
                    && (pipeline.Entries.Count > 0 || declared.Contains(pipeline.Message.Type)))
                .Select(pipeline => Entry(pipeline, declared, hidden))
                .ToEquatableArray(),
            EventHandlers = handlers
                .Where(static handler => handler is { Kind: MessageKind.Event, IsMessagePublic: true })
                .Select(handler => new ModuleEventHandler(
                    handler.Message,
                    entries[handler].Entry,
                    handler.Display,
                    handler.IsMethod,
                    entries[handler].IsScoped,
                    handler.Order,
                    handler.Uses))
                .ToEquatableArray(),
            Needs = needs,
            Middleware = input.Middleware
                .Where(static middleware => middleware is { IsPublic: true, Omission: null })
                .OrderBy(static middleware => middleware.Order)
                .ThenBy(static middleware => middleware.Definition, StringComparer.Ordinal)
                .ToEquatableArray(),
        };
    }

    private static ModuleMessage Entry(PipelineModel pipeline, HashSet<string> declared, HashSet<string> hidden)
    {
        var handler = pipeline.Message.Kind == MessageKind.Event || pipeline.Entries.Count == 0
            ? null
            : pipeline.Entries[0];
        int insideFrom = handler is null ? int.MaxValue : pipeline.InsideFrom ?? int.MaxValue;
        var inside = pipeline.Stages.Skip(insideFrom).ToList();
        var middleware = pipeline.Stages
            .Select((stage, index) => index < insideFrom ? stage.Definition : ModuleMessage.Inside + stage.Definition)
            .ToEquatableArray();
        var uses = pipeline.Message.Uses.Concat(pipeline.Entries.SelectMany(static entry => entry.Handler.Uses));
        return new ModuleMessage(
            pipeline.Message with
            {
                Uses = uses.Distinct().ToEquatableArray(),
                Declarations = default,
                Validation = null,
            },
            pipeline.Member,
            declared.Contains(pipeline.Message.Type),
            inside.Count > 0 ? pipeline.Inside : handler?.Entry,
            inside.Count > 0
                ? $"{handler!.Handler.Display} inside {string.Join(", ", inside.Select(static stage => stage.Display))}"
                : handler?.Handler.Display ?? "",
            handler?.Handler.IsMethod ?? false,
            (handler?.IsScoped ?? false) || inside.Exists(static stage => !stage.IsSingleton),
            middleware,
            middleware.Any(hidden.Contains),
            pipeline.Message.Validation is { Validates: true },
            pipeline.Message.Validation is { Normalizes: true });
    }
}
