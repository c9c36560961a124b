using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Generators.Validation;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Registration;

/// <summary>Gathers what the main part of the routes class holds.</summary>
internal static class RoutesComposer
{
    private const int MaxConsumers = 3;

    public static RoutesModel Compose(
        ApplicationInput input, IReadOnlyList<PipelineModel> pipelines, IReadOnlyList<HandlerModel> handlers)
    {
        var dispatched = pipelines.Where(static pipeline => pipeline.HasPipeline).ToList();
        var declared = new HashSet<string>(input.Messages.Select(static message => message.Type));
        var here = dispatched
            .Where(pipeline => pipeline.Entries.Count > 0 || declared.Contains(pipeline.Message.Type))
            .ToList(); // Not what the host leads here from a module.
        return new RoutesModel
        {
            Name = input.Facts.RoutesName,
            Assembly = input.Facts.Assembly,
            IsEmpty = pipelines.Count == 0,
            Middleware = dispatched
                .SelectMany(static pipeline => pipeline.Stages)
                .Where(static stage =>
                    stage.Form == MiddlewareForm.Hooks && stage.Hooks.Any(static hook => !hook.IsStatic))
                .GroupBy(static stage => stage.Name)
                .Select(static group => group.First())
                .OrderBy(static stage => stage.Name, StringComparer.Ordinal)
                .Select(static stage => new MiddlewareInstance(
                    stage.Name, stage.Type, stage.IsSingleton, stage.Dependencies))
                .ToEquatableArray(),
            Tails = dispatched
                .SelectMany(HookTail.Of)
                .GroupBy(static tail => tail.Name)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => group.First())
                .ToEquatableArray(),
            ByType = Cases(here.Where(pipeline => !pipeline.Message.IsPartial
                && input.FindDeclared(pipeline.Message.Type) is not { IsPartial: true })),
            ByName = Cases(here.Where(static pipeline =>
                    pipeline.Targets.Count > 0 || pipeline.Message.Kind == MessageKind.Event))
                .GroupBy(static route => route.Name).Select(static group => group.First()).ToEquatableArray(),
            OpenEventHandlers = Cases(pipelines.Where(static pipeline => !pipeline.HasPipeline), perEntry: true),
            Validators = Validators(input),
            Needs = Needs(dispatched, handlers, input.Validators),
            Replaceable = Replaceable(pipelines),
        };
    }

    private static EquatableArray<SwitchCase> Cases(IEnumerable<PipelineModel> pipelines, bool perEntry = false)
    {
        var cases = new List<SwitchCase>();
        foreach (var pipeline in pipelines)
        {
            var message = pipeline.Message;
            var members = perEntry ? pipeline.Entries.Select(static entry => entry.Entry) : [pipeline.Member];
            cases.AddRange(members.Select(member => new SwitchCase(
                cases.Count,
                message.Kind,
                message.Type,
                message.Result,
                message.ResultKey,
                member,
                message.WireName,
                message.Kind is MessageKind.Command or MessageKind.Query
                    && message.ResultFacts.Work != ResultWork.Later,
                message.Facts.IsReferenceType)));
        }

        return cases.ToEquatableArray();
    }

    private static EquatableArray<ValidatorCase> Validators(ApplicationInput input)
    {
        var names = new UniqueNames();
        return input.Validators
            .Where(static validator => validator.Omission is null)
            .OrderBy(static validator => validator.Type, StringComparer.Ordinal)
            .ThenBy(static validator => validator.Message, StringComparer.Ordinal)
            .Select(validator => new ValidatorCase(
                names.Make(Names.Simple(validator.Type)),
                validator,
                input.Messages
                    .Where(message =>
                        message.Facts.IsReferenceType && message.Facts.Supertypes.Contains(validator.Message))
                    .Select(static message => message.Type)
                    .Prepend(validator.Message)
                    .Distinct()
                    .ToEquatableArray()))
            .ToEquatableArray();
    }

    private static EquatableArray<ReplaceableHandler> Replaceable(IReadOnlyList<PipelineModel> pipelines) => pipelines
        .SelectMany(static pipeline => pipeline.Entries)
        .Select(static entry => ReplaceableHandler.Of(entry.Handler))
        .OfType<ReplaceableHandler>()
        .Distinct()
        .OrderBy(static handler => handler.Message, StringComparer.Ordinal)
        .ThenBy(static handler => handler.Type, StringComparer.Ordinal)
        .ThenBy(static handler => handler.Result, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The distinct services that come from outside.</summary>
    private static EquatableArray<NeededService> Needs(
        IReadOnlyList<PipelineModel> pipelines,
        IReadOnlyList<HandlerModel> handlers,
        EquatableArray<ValidatorModel> validators)
    {
        var ofValidators = validators
            .Where(static validator => validator.Omission is null)
            .SelectMany(static validator => validator.Dependencies
                .Select(dependency => (dependency, Display: validator.Type.Replace("global::", ""))));
        var ofHandlers = handlers.SelectMany(static handler => handler.Dependencies
            .Concat(handler.MethodDependencies).Select(dependency => (dependency, handler.Display)));
        var ofMiddleware = pipelines
            .SelectMany(static pipeline => pipeline.Stages)
            .GroupBy(static stage => stage.Definition)
            .SelectMany(static group => group.First().Dependencies
                .Select(dependency => (dependency, group.First().Display)));
        return ofHandlers.Concat(ofMiddleware).Concat(ofValidators)
            .Where(static need => need.dependency.Kind is DependencyKind.Service or DependencyKind.Enumerable)
            .GroupBy(static need => (need.dependency.Type, need.dependency.Key, need.dependency.Kind))
            .Select(static group => new NeededService(
                group.Key.Type,
                group.Key.Key,
                group.Key.Kind == DependencyKind.Enumerable,
                group.All(static need => need.dependency.IsOptional),
                group.First().dependency.IsPublic,
                Consumers(group
                    .Where(need => !need.dependency.IsOptional
                        || group.All(static other => other.dependency.IsOptional))
                    .Select(static need => need.Display)
                    .Distinct()
                    .OrderBy(static name => name, StringComparer.Ordinal)
                    .ToList())))
            .OrderBy(static need => need.Service, StringComparer.Ordinal)
            .ThenBy(static need => need.Key, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Who needs a service. Only so many by name: one that all need must not cost text for each.</summary>
    private static string Consumers(List<string> names) => string.Join(", ", names.Take(MaxConsumers)) +
        (names.Count > MaxConsumers ? $" and {names.Count - MaxConsumers} more" : "");
}
