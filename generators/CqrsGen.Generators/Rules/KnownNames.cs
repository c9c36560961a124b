namespace CqrsGen.Rules;

/// <summary>
/// Every type of the framework that the generator and the analyzers know, by its metadata name. A test holds this list
/// against the real assembly.
/// </summary>
internal static class KnownNames
{
    public const string Namespace = "CqrsGen";
    public const string Infrastructure = "CqrsGen.Infrastructure";

    public const string CommandAttribute = "CqrsGen.CommandAttribute";
    public const string QueryAttribute = "CqrsGen.QueryAttribute";
    public const string EventAttribute = "CqrsGen.EventAttribute";
    public const string HandlerAttribute = "CqrsGen.HandlerAttribute";
    public const string NotDiscoveredAttribute = "CqrsGen.NotDiscoveredAttribute";
    public const string MiddlewareAttribute = "CqrsGen.MiddlewareAttribute";
    public const string UseAttribute = "CqrsGen.UseAttribute`1";
    public const string StateAttribute = "CqrsGen.StateAttribute";
    public const string SingletonAttribute = "CqrsGen.SingletonAttribute";
    public const string BuiltInMiddlewareAttribute = "CqrsGen.BuiltInMiddlewareAttribute";

    public const string Command = "CqrsGen.ICommand";
    public const string CommandOfResult = "CqrsGen.ICommand`1";
    public const string Query = "CqrsGen.IQuery`1";
    public const string StreamQuery = "CqrsGen.IStreamQuery`1";
    public const string Event = "CqrsGen.IEvent";

    public const string CommandHandler = "CqrsGen.ICommandHandler`1";
    public const string CommandHandlerOfResult = "CqrsGen.ICommandHandler`2";
    public const string QueryHandler = "CqrsGen.IQueryHandler`2";
    public const string StreamQueryHandler = "CqrsGen.IStreamQueryHandler`2";
    public const string EventHandler = "CqrsGen.IEventHandler`1";

    public const string Middleware = "CqrsGen.IMiddleware`2";
    public const string StreamMiddleware = "CqrsGen.IStreamMiddleware`2";
    public const string Decision = "CqrsGen.Decision`1";
    public const string DecisionWithState = "CqrsGen.Decision`2";
    public const string Recovery = "CqrsGen.Recovery`1";

    public const string MessageInfo = "CqrsGen.MessageInfo";
    public const string MessageContext = "CqrsGen.MessageContext";
    public const string Dispatcher = "CqrsGen.Dispatcher";
    public const string DispatcherInterface = "CqrsGen.IDispatcher";
    public const string CommandBus = "CqrsGen.ICommandBus";
    public const string QueryBus = "CqrsGen.IQueryBus";
    public const string EventBus = "CqrsGen.IEventBus";
    public const string Unit = "CqrsGen.Unit";
    public const string Result = "CqrsGen.IResult";

    public const string ModuleAttribute = "CqrsGen.Infrastructure.CqrsModuleAttribute";
    public const string Routes = "CqrsGen.Infrastructure.Routes";

    /// <summary>The method that the host calls, in whose assembly everything is composed.</summary>
    public const string AddCqrsGen = "AddCqrsGen";
}
