using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>The rules about handlers and dispatch.</summary>
internal static class HandlerDescriptors
{
    public static readonly DiagnosticDescriptor MessageWithoutHandler = Rule.Create(
        DiagnosticIds.MessageWithoutHandler,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A message that is sent has a handler",
        "A message that is sent has a handler: no handler of the {0} '{1}' is in this assembly or the modules that " +
        "it references. {2}",
        "Sending it throws HandlerNotFoundException. Reported where the whole application is known: in the " +
        "assembly that calls AddCqrsGen, and for internal messages.");

    public static readonly DiagnosticDescriptor SeveralHandlers = Rule.Create(
        DiagnosticIds.SeveralHandlers,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "A command or query has one handler",
        "A {0} has one handler: '{1}' is handled by {2}. Keep one of them, make it an event, or mark what " +
        "stands in for a handler in a test [NotDiscovered].",
        "A command or query has exactly one answer, so exactly one handler gives it.");

    public static readonly DiagnosticDescriptor UncallableHandler = Rule.Create(
        DiagnosticIds.UncallableHandler,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "Generated code can call every handler",
        "Left out of the generated code: {0}",
        "Handlers are made and called by generated code of the same assembly. What that code cannot name, make or " +
        "call is left out.");

    public static readonly DiagnosticDescriptor NestedCommand = Rule.Create(
        DiagnosticIds.NestedCommand,
        Categories.Handlers,
        DiagnosticSeverity.Info,
        "A command handler does its work itself",
        "A command handler does its work itself: '{0}' sends '{1}'. Call what both handlers share, or publish an " +
        "event that '{1}' follows.",
        "A command inside a command runs its validation, transaction and retries inside those of the other. What " +
        "happens when the inner one fails is then nobody's decision.");

    public static readonly DiagnosticDescriptor CommandFromEvent = Rule.Create(
        DiagnosticIds.CommandFromEvent,
        Categories.Handlers,
        DiagnosticSeverity.Info,
        "An event handler does not wait for commands",
        "An event handler does not wait for commands: '{0}' sends '{1}', and who published the event waits for it. " +
        "Do the work here, or hand the command to a queue.",
        "Events in process are delivered before their publication returns. A command that is sent in a handler makes " +
        "the publisher wait, and fail when it fails.",
        isOn: false);

    public static readonly DiagnosticDescriptor DispatchCycle = Rule.Create(
        DiagnosticIds.DispatchCycle,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "Dispatch does not go in circles",
        "Dispatch does not go in circles: handling '{0}' dispatches it again: {1}. Take out one of the steps.",
        "A message that is dispatched while it is handled may never end, and every round holds a scope, a " +
        "transaction and a stack. Work that repeats belongs into a method or a loop.");

    public static readonly DiagnosticDescriptor CapturedService = Rule.Create(
        DiagnosticIds.CapturedService,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A singleton takes no shorter-lived service",
        "A singleton keeps what it takes for good: '{0}' is a singleton but takes '{1}', which is {2}. Leave the " +
        "lifetime out, or take an IServiceScopeFactory.",
        "A handler or middleware that is a singleton is made once, and what it was given then serves every later " +
        "message, also after its scope has ended.");

    public static readonly DiagnosticDescriptor UnawaitedDispatch = Rule.Create(
        DiagnosticIds.UnawaitedDispatch,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A dispatch is awaited",
        "A dispatch is awaited: nobody waits for what '{0}' returns, so {1}. {2}.",
        "A dispatch that is not awaited runs on while its scope ends, and nobody learns that it failed. A stream " +
        "that is not read is not even started.");

    public static readonly DiagnosticDescriptor ContradictingName = Rule.Create(
        DiagnosticIds.ContradictingName,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A name says what kind a message is",
        "A name says what kind a message is: '{0}' is {1}. Rename it to '{2}', or change its kind.",
        "Who reads the name of a message believes it.");

    public static readonly DiagnosticDescriptor HandlerState = Rule.Create(
        DiagnosticIds.HandlerState,
        Categories.Handlers,
        DiagnosticSeverity.Info,
        "A handler keeps nothing between messages",
        "A handler keeps nothing between messages: '{0}' of '{1}' is changed in '{2}'. Pass the value on as an " +
        "argument, or keep it in a service.",
        "One instance of a handler or middleware serves several messages, a singleton all of them and at once. What " +
        "one message leaves in a field, another finds.");

    public static readonly DiagnosticDescriptor AmbiguousOrder = Rule.Create(
        DiagnosticIds.AmbiguousOrder,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "The order of middleware is unambiguous",
        "The order of middleware is unambiguous: {0} have the order {1}, for one around '{2}'. Give them different " +
        "orders.",
        "Which of two middleware is further out decides what each of them sees. Two of one order have none.");

    public static readonly DiagnosticDescriptor WrongVerb = Rule.Create(
        DiagnosticIds.WrongVerb,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "Each kind of message goes to its own method",
        "{0} go to {3}: '{1}' is {2}. Call {3} instead of {4}.",
        "Commands go to SendAsync, queries to QueryAsync, stream queries to StreamAsync, events to PublishAsync, " +
        "because " +
        "each kind has an answer of its own.");

    public static readonly DiagnosticDescriptor UnusedPart = Rule.Create(
        DiagnosticIds.UnusedPart,
        Categories.Handlers,
        DiagnosticSeverity.Info,
        "Every message and middleware is used",
        "Every message and middleware is used: {0}. {1}.",
        "What nobody uses is read, compiled and kept working for nothing. Often a mistake elsewhere is the reason.");

    public static readonly DiagnosticDescriptor IncompleteMessage = Rule.Create(
        DiagnosticIds.IncompleteMessage,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "A message has an interface and its attribute",
        "A message has an interface and its attribute: '{0}' {1}. {2}.",
        "The attribute lets the generator find the message, the interface states its result. A type that has one " +
        "of them alone is left out.");

    public static readonly DiagnosticDescriptor MessageNotPartial = Rule.Create(
        DiagnosticIds.MessageNotPartial,
        Categories.Handlers,
        DiagnosticSeverity.Info,
        "A partial message has a route of its own",
        "A partial message has a route of its own: '{0}' is not partial, so '{1}' is looked up by its type each " +
        "time. Make it partial.",
        "The generator adds the route to the message itself. Where it cannot, dispatch looks the type up in a table.");

    public static readonly DiagnosticDescriptor InheritedHandler = Rule.Create(
        DiagnosticIds.InheritedHandler,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A handler names its interface or is marked [Handler]",
        "A handler names its interface or is marked [Handler]: '{0}' has {1} only through '{2}', so it is not " +
        "found. Add [Handler].",
        "Handlers are found by what their own declaration says. A class that inherits its handler interface must " +
        "say that it is a handler.");

    public static readonly DiagnosticDescriptor DuplicateWireName = Rule.Create(
        DiagnosticIds.DuplicateWireName,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "A wire name stands for one message",
        "A wire name stands for one message: {0} is the name of {1}. Give each a Name of its own.",
        "Messages from transports and tools are found by their wire name, and telemetry tells them apart by it. " +
        "Options, which name messages too, do not see the case of a name.");

    public static readonly DiagnosticDescriptor UnreachedMessage = Rule.Create(
        DiagnosticIds.UnreachedMessage,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "Middleware of the host can name what it is meant for",
        "Middleware of the host runs around what the host can name: '{0}' does not run around {1}, internal to " +
        "'{2}'. Make the messages public, or move '{0}' with MiddlewareScope.Application into a project that '{2}' " +
        "references.",
        "Internal messages are dispatched inside their module, by pipelines that were made when the module was " +
        "built. The host cannot name them, so its middleware does not reach them.");

    public static readonly DiagnosticDescriptor HiddenName = Rule.Create(
        DiagnosticIds.HiddenName,
        Categories.Handlers,
        DiagnosticSeverity.Error,
        "No alias hides a name from the generator",
        "No alias hides a name from the generator: '{0}' stands for {1}, and what it marks is not found. Write {1}.",
        "Messages, handlers and middleware are found by the names of their attributes and interfaces. An alias is " +
        "another name, and is not looked up for every attribute of a project.");

    public static readonly DiagnosticDescriptor MisnamedHook = Rule.Create(
        DiagnosticIds.MisnamedHook,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A hook has the name of a hook",
        "A hook has the name of a hook: nothing calls '{0}' of the middleware '{1}'. Rename it to '{2}', or make it " +
        "private.",
        "The methods that are called around a handler are found by their names: Before, After, Failed and Finally, " +
        "also with Async at the end. A method of another name is left alone.");

    public static readonly DiagnosticDescriptor UnmarkedMiddleware = Rule.Create(
        DiagnosticIds.UnmarkedMiddleware,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A middleware is marked [Middleware]",
        "A middleware is marked [Middleware]: '{0}' implements {1} but is not marked, so it never runs. Add " +
        "[Middleware].",
        "Middleware is found by its attribute, which states its order and what it is for. The interface alone puts " +
        "it into no pipeline.");

    public static readonly DiagnosticDescriptor InheritedValidator = Rule.Create(
        DiagnosticIds.InheritedValidator,
        Categories.Handlers,
        DiagnosticSeverity.Warning,
        "A validator names its interface",
        "A validator names its interface: '{0}' has {1} only through '{2}', so it is not found. Add {1} to its own " +
        "base list.",
        "Validators are found by what their own declaration says. One that inherits its interface is asked only " +
        "where it is registered as a service.");
}
