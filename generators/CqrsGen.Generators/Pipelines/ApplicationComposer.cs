using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Joins messages, handlers, middleware and modules into the models that files are written from.</summary>
internal sealed class ApplicationComposer
{
    private readonly ApplicationInput _input;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Omission> _omissions = [];
    private readonly UniqueNames _names;
    private readonly UniqueNames _files = new(ReservedNames.Files);
    private readonly HandlerEntries _entries;
    private readonly StageSelector _stages;
    private readonly ValidationMethods _validation;
    private readonly HashSet<string> _hidden;
    private readonly List<HandlerModel> _handlers;
    private readonly ILookup<string, HandlerModel> _handlersByMessage;

    private ApplicationComposer(ApplicationInput input, CancellationToken cancellationToken)
    {
        _input = input;
        _cancellationToken = cancellationToken;
        _names = new UniqueNames([.. ReservedNames.Members, input.Facts.RoutesName]);
        _entries = new HandlerEntries(_names);
        _stages = new StageSelector(input);
        _validation = new ValidationMethods(input);
        _hidden = new HashSet<string>(input.Middleware
            .Where(static middleware => !middleware.IsPublic).Select(static middleware => middleware.Definition));
        _omissions.AddRange(input.Aliases);
        _handlers = input.Handlers
            .Where(static handler => !handler.IsUnresolved)
            .Where(Keep)
            .OrderBy(static handler => handler.Display, StringComparer.Ordinal)
            .ToList();
        _handlersByMessage = _handlers.ToLookup(static handler => handler.Message);
        Listeners = new EventListeners(input, _handlersByMessage, _entries);
    }

    /// <summary>Those who listen to events.</summary>
    internal EventListeners Listeners { get; }

    public static ApplicationModel Compose(ApplicationInput input, CancellationToken cancellationToken) =>
        new ApplicationComposer(input, cancellationToken).Compose();

    private ApplicationModel Compose()
    {
        var messages = Messages();
        var pipelines = new List<PipelineModel>();
        foreach (var message in messages)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            pipelines.Add(message.Kind == MessageKind.Event
                ? EventPipeline(message, isDeclaredHere: true)
                : Pipeline(message, _handlersByMessage[message.Type].ToList(), isDeclaredHere: true));
        }

        AddForeign(pipelines);
        AddOpenEntries(pipelines);
        var modules = HostComposer.Compose(_input, this, pipelines);
        WireNames.Check(_input, pipelines, Omit);
        foreach (var middleware in _input.Middleware)
        {
            Keep(middleware.Omission);
        }

        foreach (var validator in _input.Validators)
        {
            Keep(validator.Omission);
        }

        var routes = RoutesComposer.Compose(_input, pipelines, _handlers);
        var notices = FindNotices();
        var manifest = ManifestComposer.Compose(_input, pipelines, _handlers, _entries.All, routes.Needs);
        return new ApplicationModel(
            pipelines.ToEquatableArray(),
            routes,
            manifest with { Notices = notices },
            ContainerFreeComposer.Compose(_input, routes.Needs),
            new RegistrationModel(
                _input.Composes,
                _input.Facts.HasDependencyInjection,
                modules,
                _omissions.Distinct()
                    .OrderBy(static omission => omission.Id, StringComparer.Ordinal)
                    .ThenBy(static omission => omission.Message, StringComparer.Ordinal)
                    .ToEquatableArray()),
            notices);
    }

    /// <summary>What all of the generated files must be prepared for: they name one another's types.</summary>
    private Notices FindNotices() => Notices.Of(_input.Messages
        .Select(static message => message.Notices)
        .Concat(_handlers.Select(static handler => handler.Notices))
        .Concat(_input.Middleware.Select(static middleware => middleware.Notices))
        .Concat(_input.Validators.Select(static validator => validator.Notices))
        .Concat(_handlers.SelectMany(static handler => handler.Dependencies.Concat(handler.MethodDependencies))
            .Concat(_input.Middleware.SelectMany(static middleware => middleware.Dependencies))
            .Concat(_input.Validators.SelectMany(static validator => validator.Dependencies))
            .Select(static dependency => dependency.Notices))
        .Concat(_handlers.Select(static handler => handler.Foreign).Concat(_input.Messages)
            .Select(static message => message?.Validation?.Notices ?? Notices.None))
        .Concat(_handlers.Select(static handler => handler.Foreign?.Notices ?? Notices.None))
        .Concat(_input.Modules.Select(static module => module.Notices)));

    /// <summary>Records what is left out, so that it is reported.</summary>
    internal void Omit(string id, string message) => _omissions.Add(new Omission(id, message));

    /// <summary>A pipeline of this assembly for a message that ends in a module's handlers.</summary>
    internal PipelineModel HostPipeline(
        MessageModel message, IReadOnlyList<HandlerTarget> targets, EquatableArray<StageModel> stages)
    {
        string unique = _names.Make(message.Name, _stages.MessageSuffixes);
        return Create(message, unique, targets, [], [], isDeclaredHere: false) with { Stages = stages };
    }

    /// <summary>The stages that this assembly gives a message of a module.</summary>
    internal EquatableArray<StageModel> StagesFor(MessageModel message, ModuleModel module) =>
        _stages.Select(message, message.Uses, Listeners.Uses(message), module, Omit);

    /// <summary>Whether pipelines of this assembly can have a middleware of a module.</summary>
    internal bool CanName(string middleware) => _stages.CanName(middleware);

    private bool Keep(HandlerModel handler) => Keep(handler.Omission);

    private bool Keep(Omission? omission)
    {
        if (omission is not null)
        {
            _omissions.Add(omission);
        }

        return omission is null;
    }

    /// <summary>The messages declared here, completed where only the attribute says what they are.</summary>
    private List<MessageModel> Messages()
    {
        var messages = new List<MessageModel>();
        var unresolved = new HashSet<string>(_input.Handlers
            .Where(static handler => handler.IsUnresolved).Select(static handler => handler.Message));
        var distinct = _input.Messages.Distinct();
        foreach (var message in distinct.OrderBy(static message => message.Type, StringComparer.Ordinal))
        {
            if (!Keep(message.Omission) || message.IsOpenGeneric || message.IsUnresolved
                || (message.NeedsInterface && unresolved.Contains(message.Type)))
            {
                continue;
            }

            foreach (var omission in message.Validation?.Omissions ?? default)
            {
                Keep(omission);
            }

            var complete = message.NeedsInterface
                ? MessageCompleter.Complete(message, _handlersByMessage[message.Type].ToList())
                : message;
            if (complete is null)
            {
                Omit(
                    "CQG3016",
                    $"{message.Type.Replace("global::", "")} is marked [{message.Kind}] but has no message " +
                    "interface, and there is not exactly one handler to take its result from. Add the interface.");
            }
            else
            {
                messages.Add(complete);
            }
        }

        return messages;
    }

    private PipelineModel Pipeline(MessageModel message, List<HandlerModel> handlers, bool isDeclaredHere)
    {
        if (handlers.Count > 1)
        {
            string names = string.Join(", ", handlers.Select(static handler => handler.Display));
            Omit(
                "CQG3002",
                $"{message.Type.Replace("global::", "")} has {handlers.Count} handlers: {names}. Leave one.");
        }

        string unique = _names.Make(message.Name, _stages.MessageSuffixes);
        var targets = handlers.Take(1).Select(handler => _entries.TargetOf(handler, unique)).ToList();
        var entries = handlers.Take(1).Select(handler => _entries.Own(handler)).ToList();
        var uses = message.Uses.Concat(handlers.Take(1).SelectMany(static handler => handler.Uses)).ToList();
        return Create(message, unique, targets, entries, uses, isDeclaredHere);
    }

    private PipelineModel EventPipeline(MessageModel message, bool isDeclaredHere)
    {
        string unique = _names.Make(message.Name, _stages.MessageSuffixes);
        var targets = Listeners.Targets(message, unique);
        var entries = _handlersByMessage[message.Type].Select(handler => _entries.Own(handler)).ToList();
        var uses = message.Uses.Concat(entries.SelectMany(static entry => entry.Handler.Uses)).Distinct().ToList();
        return Create(message, unique, targets, entries, uses, isDeclaredHere);
    }

    private PipelineModel Create(
        MessageModel message,
        string unique,
        IReadOnlyList<HandlerTarget> targets,
        List<HandlerEntry> entries,
        IReadOnlyList<string> uses,
        bool isDeclaredHere)
    {
        bool isReached = targets.Count > 0 || message.Kind == MessageKind.Event;
        var module = isDeclaredHere || message.Kind != MessageKind.Event ? null : DeclaringModule(message);
        var stages = isReached ? _stages.Select(message, uses, Listeners.Uses(message), module, Omit) : default;
        return new PipelineModel
        {
            RoutesClass = _input.Facts.RoutesClass,
            Message = message,
            File = _files.Make(Names.File(message.Type)),
            Member = Names.Escape(unique),
            UniqueName = unique,
            HasRoute = isDeclaredHere && message.IsPartial,
            Entries = entries.ToEquatableArray(),
            Targets = targets.ToEquatableArray(),
            Stages = stages,
            InsideFrom = entries.Count > 0 ? FirstHidden(message, stages) : null,
            PoolStateMachines = _input.BuiltIns.PoolStateMachines,
            Validate = _validation.Validate(message),
            Normalize = _validation.Normalize(message),
        };
    }

    /// <summary>
    /// The module whose middleware runs around an event for all who listen, wherever they are. Middleware that this
    /// assembly cannot name would be lost: that is reported.
    /// </summary>
    private ModuleModel? DeclaringModule(MessageModel @event)
    {
        if (!_input.Composes)
        {
            return null;
        }

        var (module, entry) = _input.FindDeclaring(@event.Type);
        if (entry is { HasInternalMiddleware: true })
        {
            OmitInternal(module!, @event);
        }

        return module;
    }

    /// <summary>Reports an event whose module has middleware that no pipeline outside it can have.</summary>
    internal void OmitInternal(ModuleModel module, MessageModel @event) => Omit(
        "CQG3003",
        $"{@event.Type.Replace("global::", "")} has internal middleware in {module.Assembly}, and listeners or other " +
        "middleware outside it, so no pipeline can hold both. Make that middleware public, or keep it from events by " +
        "Kinds.");

    /// <summary>The first stage of a module's pipeline that its hosts cannot name; null for none.</summary>
    private int? FirstHidden(MessageModel message, EquatableArray<StageModel> stages)
    {
        if (_input.Composes || !message.IsPublic || message.Kind == MessageKind.Event)
        {
            return null;
        }

        for (int index = 0; index < stages.Count; index++)
        {
            if (_hidden.Contains(stages[index].Definition))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Handlers of messages that are declared elsewhere, or are closed forms of generic ones.</summary>
    private void AddForeign(List<PipelineModel> pipelines)
    {
        var known = new HashSet<string>(pipelines.Select(static pipeline => pipeline.Message.Type));
        var declared = new HashSet<string>(_input.Messages.Select(static message => message.Type));
        foreach (var group in _handlers.GroupBy(static handler => handler.Message))
        {
            var first = group.First();
            if (known.Contains(first.Message))
            {
                continue;
            }

            if (first.Foreign is { } message)
            {
                message = _input.FindDeclared(message.Type) ?? message;
                pipelines.Add(message.Kind == MessageKind.Event
                    ? EventPipeline(message, isDeclaredHere: false)
                    : Pipeline(message, group.ToList(), isDeclaredHere: false));
            }
            else if (first.Kind != MessageKind.Event && !declared.Contains(first.Message))
            {
                Omit(
                    "CQG3003",
                    $"{first.Display} handles {first.Message.Replace("global::", "")}, " +
                    "which is no message. Give it a message attribute and interface.");
            }
        }
    }

    /// <summary>
    /// Entries of handlers that listen to base types and interfaces; they belong to no single message.
    /// </summary>
    private void AddOpenEntries(List<PipelineModel> pipelines)
    {
        var written = new HashSet<HandlerModel>(
            pipelines.SelectMany(static pipeline => pipeline.Entries).Select(static entry => entry.Handler));
        foreach (var group in _handlers
            .Where(handler => handler.Kind == MessageKind.Event && !written.Contains(handler))
            .GroupBy(static handler => handler.Message))
        {
            string name = Names.Simple(group.Key);
            foreach (var handler in group)
            {
                _entries.TargetOf(handler, name);
            }

            var first = group.First();
            pipelines.Add(new PipelineModel
            {
                RoutesClass = _input.Facts.RoutesClass,
                HasPipeline = false,
                File = _files.Make(Names.File(group.Key) + ".Handlers"),
                Member = name,
                UniqueName = name,
                Message = new MessageModel
                {
                    Type = group.Key,
                    Kind = MessageKind.Event,
                    Facts = TypeFacts.None,
                    WireName = name,
                    IsPublic = first.IsMessagePublic,
                    IsPartial = false,
                },
                Entries = group.Select(handler => _entries.Own(handler)).ToEquatableArray(),
            });
        }
    }
}
