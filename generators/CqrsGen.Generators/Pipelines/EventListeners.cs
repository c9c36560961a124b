using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Those who listen to events: to their types, base types and interfaces.</summary>
internal sealed class EventListeners(
    ApplicationInput input, ILookup<string, HandlerModel> handlersByMessage, HandlerEntries entries)
{
    /// <summary>Everybody who listens to an event: here and, in the host, in every module.</summary>
    public List<HandlerTarget> Targets(MessageModel message, string messageName)
    {
        var types = message.Facts.Supertypes.Prepend(message.Type).ToList();
        var here = types
            .SelectMany(type => handlersByMessage[type])
            .Where(static handler => handler.Kind == MessageKind.Event)
            .Select(handler => entries.TargetOf(
                handler, handler.Message == message.Type ? messageName : Names.Simple(handler.Message)));
        var elsewhere = input.Composes
            ? input.Modules.SelectMany(module => module.EventHandlers
                .Where(handler => types.Contains(handler.Event))
                .Select(handler => new HandlerTarget(
                    $"{HostComposer.RoutesOf(module.RoutesClass)}.{handler.Entry}",
                    handler.Display,
                    null,
                    handler.IsScoped,
                    handler.Order,
                    handler.IsMethod)))
            : [];
        return here.Concat(elsewhere)
            .OrderBy(static target => target.Order).ThenBy(static target => target.Display, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The middleware that <c>[Use]</c> names on those who listen to an event and perhaps to others.</summary>
    public List<string> Uses(MessageModel message)
    {
        if (message.Kind != MessageKind.Event)
        {
            return [];
        }

        var types = message.Facts.Supertypes.Prepend(message.Type).ToList();
        var here = types
            .SelectMany(type => handlersByMessage[type])
            .Where(static handler => handler.Kind == MessageKind.Event)
            .SelectMany(static handler => handler.Uses);
        var elsewhere = input.Composes
            ? input.Modules.SelectMany(static module => module.EventHandlers)
                .Where(handler => types.Contains(handler.Event))
                .SelectMany(static handler => handler.Uses)
            : [];
        return here.Concat(elsewhere).Distinct().ToList();
    }
}
