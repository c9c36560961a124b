using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Leads the routes of modules where the application needs them: to a handler in another module, to the host's own, or
/// through a pipeline of the host where its middleware differs from the module's.
/// </summary>
internal static class HostComposer
{
    /// <summary>The expression for a module's routes inside a generated method.</summary>
    public static string RoutesOf(string routesClass) => $"dispatcher.Routes<{routesClass}>({routesClass}.Ordinal)";

    public static EquatableArray<ComposedModule> Compose(
        ApplicationInput input, ApplicationComposer composer, List<PipelineModel> pipelines)
    {
        if (!input.Composes)
        {
            return default;
        }

        var overrides = new Dictionary<string, List<RouteOverride>>();
        var own = pipelines.Where(static pipeline => pipeline.HasPipeline)
            .ToDictionary(static pipeline => pipeline.Message.Type, static pipeline => pipeline);
        var declared = new HashSet<string>(input.Messages.Select(static message => message.Type));
        var byType = input.Modules
            .SelectMany(static module => module.Messages.Select(entry => (Module: module, Entry: entry)))
            .GroupBy(static pair => pair.Entry.Message.Type);
        foreach (var group in byType)
        {
            var places = group.ToList();
            bool isDeclaredHere = declared.Contains(group.Key);
            if (places.Count(static place => place.Entry.IsDeclared) + (isDeclaredHere ? 1 : 0) > 1)
            {
                LeaveTwins(places, composer, isHandledHere: !isDeclaredHere && own.ContainsKey(group.Key));
            }
            else
            {
                Lead(places, input, composer, pipelines, own, overrides);
            }
        }

        foreach (var module in input.Modules)
        {
            if (module.Problem is { } problem)
            {
                composer.Omit("CQG3003", $"{module.Assembly} {problem}");
            }
        }

        var composed = new List<ComposedModule> { new(input.Facts.Assembly, input.Facts.RoutesClass, null, default) };
        foreach (var module in input.Modules.Where(static module => module.Problem is null))
        {
            overrides.TryGetValue(module.Assembly, out var routes);
            composed.Add(new ComposedModule(
                module.Assembly,
                module.RoutesClass,
                routes is null ? null : $"{input.Facts.RoutesName}_{Names.Identifier(module.Assembly)}",
                routes is null ? default : routes.ToEquatableArray()));
        }

        return composed.ToEquatableArray();
    }

    /// <summary>
    /// Types of one full name in several assemblies are different messages, and this assembly cannot name them apart.
    /// Each keeps its module's pipeline; where that would not do, it is said.
    /// </summary>
    private static void LeaveTwins(
        List<(ModuleModel Module, ModuleMessage Entry)> places, ApplicationComposer composer, bool isHandledHere)
    {
        foreach (var (module, entry) in places)
        {
            var message = entry.Message;
            var others = composer.Listeners.Targets(message with { Type = "" }, message.Name)
                .Where(target => !target.Call.StartsWith(RoutesOf(module.RoutesClass), StringComparison.Ordinal));
            bool isApart = entry.IsDeclared && !isHandledHere
                && (message.Kind != MessageKind.Event || !others.Any())
                && Outside(composer.StagesFor(message, module), entry)
                    .Select(static stage => stage.Definition).ToEquatableArray()
                    .Equals(entry.OuterMiddleware);
            if (!isApart)
            {
                string modules = string.Join(" and ", places.Select(static place => place.Module.Assembly));
                composer.Omit(
                    "CQG3003",
                    $"{message.Type.Replace("global::", "")} is declared in several of {modules}, so this project " +
                    "cannot name it, but its middleware or handlers are not all in the declaring module. " +
                    "Rename one of the types, or make it internal.");
                return;
            }
        }
    }

    private static void Lead(
        List<(ModuleModel Module, ModuleMessage Entry)> places,
        ApplicationInput input,
        ApplicationComposer composer,
        List<PipelineModel> pipelines,
        Dictionary<string, PipelineModel> own,
        Dictionary<string, List<RouteOverride>> overrides)
    {
        var message = places[0].Entry.Message;
        var handled = places.Where(static place => place.Entry.Handler is not null).ToList();
        own.TryGetValue(message.Type, out var ownPipeline);
        if (message.Kind != MessageKind.Event && handled.Count + (ownPipeline is null ? 0 : 1) > 1)
        {
            string handlers = string.Join(
                ", ",
                handled.Select(static place => $"{place.Entry.HandlerDisplay} in {place.Module.Assembly}")
                    .Concat((ownPipeline?.Targets ?? default)
                        .Select(target => $"{target.Display} in {input.Facts.Assembly}")));
            composer.Omit(
                "CQG3002", $"{message.Type.Replace("global::", "")} has several handlers: {handlers}. Leave one.");
        }

        string? call = ownPipeline is not null
            ? $"{RoutesOf(input.Facts.RoutesClass)}.{ownPipeline.Member}"
            : message.Kind == MessageKind.Event
                ? LeadEvent(places, input, composer, pipelines)
                : handled.Count == 0 ? null : LeadRequest(handled[0], input, composer, pipelines, overrides);
        if (call is null)
        {
            return;
        }

        foreach (var (module, entry) in places)
        {
            string moduleCall = $"{RoutesOf(module.RoutesClass)}.{entry.Member}";
            if (moduleCall != call)
            {
                Add(overrides, module, new RouteOverride(
                    message.Type, Shapes.Task(message), entry.Member, Bare(call, ownPipeline, handled, input) ?? call));
            }
        }
    }

    /// <summary>The bare handler, where the pipeline that a message is led to is nothing else: a call less.</summary>
    private static string? Bare(
        string call,
        PipelineModel? own,
        List<(ModuleModel Module, ModuleMessage Entry)> handled,
        ApplicationInput input)
    {
        if (own is not null)
        {
            return own is { Stages.Count: 0, Targets.Count: 1 } && HandlerCall.OnlyEntry(own) is { } entry
                ? $"{RoutesOf(input.Facts.RoutesClass)}.{entry.Entry}"
                : null;
        }

        if (handled.Count != 1)
        {
            return null;
        }

        var (module, found) = handled[0];
        string routes = RoutesOf(module.RoutesClass);
        return found is { Middleware.Count: 0, Message.Kind: not MessageKind.Event }
            && call == $"{routes}.{found.Member}"
            ? $"{routes}.{found.Handler}"
            : null;
    }

    /// <summary>
    /// Where a command or query leads: the handling module's pipeline, or one of the host around its handler.
    /// </summary>
    private static string LeadRequest(
        (ModuleModel Module, ModuleMessage Entry) handled,
        ApplicationInput input,
        ApplicationComposer composer,
        List<PipelineModel> pipelines,
        Dictionary<string, List<RouteOverride>> overrides)
    {
        var stages = Outside(composer.StagesFor(handled.Entry.Message, handled.Module), handled.Entry);
        ReportLockedIn(handled.Module, handled.Entry, input, composer);
        string routes = RoutesOf(handled.Module.RoutesClass);
        var wanted = stages.Select(static stage => stage.Definition).ToEquatableArray();
        if (wanted.Equals(handled.Entry.OuterMiddleware))
        {
            return $"{routes}.{handled.Entry.Member}";
        }

        string target = $"{routes}.{handled.Entry.Handler}";
        if (handled.Entry.HasInternalMiddleware)
        {
            // An application that is used as a module: its pipelines are whole, and the host's middleware goes around.
            stages = stages.Where(stage => !handled.Entry.Middleware.Contains(stage.Definition)).ToEquatableArray();
            string host = $"{input.Facts.RoutesName}_{Names.Identifier(handled.Module.Assembly)}";
            target = $"(({host}){routes}).{handled.Entry.Member}_Module";
            Add(overrides, handled.Module, new RouteOverride(
                handled.Entry.Message.Type, Shapes.Task(handled.Entry.Message), handled.Entry.Member, "base"));
        }

        var pipeline = composer.HostPipeline(
            handled.Entry.Message,
            [
                new HandlerTarget(
                    target, handled.Entry.HandlerDisplay, null, handled.Entry.IsScoped, 0, handled.Entry.IsMethod),
            ],
            stages);
        pipelines.Add(pipeline);
        return $"{RoutesOf(input.Facts.RoutesClass)}.{pipeline.Member}";
    }

    /// <summary>
    /// Built-in middleware that internal middleware of a module has inside stays there for good: a host that switches
    /// it off is told so.
    /// </summary>
    private static void ReportLockedIn(
        ModuleModel module, ModuleMessage entry, ApplicationInput input, ApplicationComposer composer)
    {
        var wanted = BuiltIns.Of(input.BuiltIns.Enabled).Select(static builtIn => builtIn.Definition).ToList();
        foreach (var builtIn in BuiltIns.Of(BuiltInSettings.All))
        {
            if (entry.Middleware.Contains(ModuleMessage.Inside + builtIn.Definition)
                && !wanted.Contains(builtIn.Definition))
            {
                composer.Omit(
                    "CQG3003",
                    $"{entry.Message.Type.Replace("global::", "")} keeps {builtIn.Display}, which this project " +
                    $"switches off: it stands inside internal middleware of {module.Assembly}. Make that middleware " +
                    "public, or give it an order above -1000.");
            }
        }
    }

    /// <summary>What the host puts around a module's handler: all but what is inside of that for good.</summary>
    private static EquatableArray<StageModel> Outside(EquatableArray<StageModel> stages, ModuleMessage entry) =>
        entry.OuterMiddleware.Count == entry.Middleware.Count
            ? stages
            : stages.Where(stage => !entry.Middleware.Contains(ModuleMessage.Inside + stage.Definition))
                .ToEquatableArray();

    private static string? LeadEvent(
        List<(ModuleModel Module, ModuleMessage Entry)> places,
        ApplicationInput input,
        ApplicationComposer composer,
        List<PipelineModel> pipelines)
    {
        var (module, entry) = places
            .FirstOrDefault(static place => place.Entry.IsDeclared) is { Entry: not null } declared
            ? declared
            : places[0];
        var targets = composer.Listeners.Targets(entry.Message, entry.Message.Name);
        var stages = composer.StagesFor(entry.Message, module);
        string routes = RoutesOf(module.RoutesClass);
        bool isModulesOwn = places.Count == 1
            && targets.All(target => target.Call.StartsWith(routes, StringComparison.Ordinal));
        var visible = entry.HasInternalMiddleware
            ? entry.Middleware.Where(composer.CanName).ToEquatableArray()
            : entry.Middleware;
        if (isModulesOwn && stages.Select(static stage => stage.Definition).ToEquatableArray().Equals(visible))
        {
            return null;
        }

        if (entry.HasInternalMiddleware)
        {
            composer.OmitInternal(module, entry.Message);
        }

        var pipeline = composer.HostPipeline(entry.Message, targets, stages);
        pipelines.Add(pipeline);
        return $"{RoutesOf(input.Facts.RoutesClass)}.{pipeline.Member}";
    }

    private static void Add(Dictionary<string, List<RouteOverride>> overrides, ModuleModel module, RouteOverride route)
    {
        if (!overrides.TryGetValue(module.Assembly, out var routes))
        {
            overrides[module.Assembly] = routes = [];
        }

        routes.Add(route);
    }
}
