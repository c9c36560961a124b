using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen;

/// <summary>Replaces handlers in one container: for tests.</summary>
/// <remarks>
/// Every way to a handler honours it, the direct route too, and middleware runs around the replacement as around the
/// original. Call it before or after <c>AddCqrsGen</c>; the last replacement of a handler wins. A container without
/// replacements pays nothing; in one with replacements every send looks for one. A replacement of a handler that the
/// application does not have is an error when the host starts, in
/// <see cref="StartUpCheckExtensions.CheckCqrsGen"/>, and at the first use of a bus: a
/// <see cref="CqrsConfigurationException"/>.
/// </remarks>
public static class HandlerReplacementExtensions
{
    /// <summary>Replaces the handler of a command or query.</summary>
    /// <typeparam name="THandler">
    /// The handler's interface, such as <c>ICommandHandler&lt;PlaceOrder, OrderId&gt;</c>; that of a <c>[Handler]</c>
    /// method too.
    /// </typeparam>
    /// <param name="services">The services.</param>
    /// <param name="replacement">Handles every message of the container.</param>
    /// <exception cref="ArgumentException"><typeparamref name="THandler"/> is no such interface.</exception>
    public static IServiceCollection ReplaceHandler<THandler>(this IServiceCollection services, THandler replacement)
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(replacement);
        return services.ReplaceHandler<THandler>(_ => replacement);
    }

    /// <summary>Replaces the handler of a command or query by what a function makes for each message.</summary>
    /// <typeparam name="THandler">The handler's interface.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="create">
    /// Makes the replacement from the services of the scope that the message is sent in, the root's for a handler
    /// without scoped dependencies that is sent to outside of every scope; nobody disposes it.
    /// </param>
    /// <exception cref="ArgumentException"><typeparamref name="THandler"/> is no such interface.</exception>
    public static IServiceCollection ReplaceHandler<THandler>(
        this IServiceCollection services, Func<IServiceProvider, THandler> create)
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        if (!IsHandlerInterface(typeof(THandler)))
        {
            throw new ArgumentException(
                $"{TypeNames.Short(typeof(THandler))} is not the interface of a command or query handler. Name the " +
                "interface that the handler implements, such as ICommandHandler<PlaceOrder, OrderId>; to replace one " +
                "of an event's handlers, call ReplaceEventHandler with its class.",
                nameof(THandler));
        }

        CqrsGenServices.Registration(services).Plan.Replace(typeof(THandler), create);
        return services;
    }

    /// <summary>Replaces one of an event's handlers.</summary>
    /// <typeparam name="THandler">
    /// The class of the handler that is replaced, or that holds its <c>[Handler]</c> method; it cannot be static.
    /// </typeparam>
    /// <typeparam name="TEvent">
    /// The event as the class handles it: the base type or interface, where it handles that.
    /// </typeparam>
    /// <param name="services">The services.</param>
    /// <param name="replacement">Handles every such event of the container in its place.</param>
    /// <remarks>
    /// The replacement stands for each <c>[Handler]</c> method of the class that takes the event: one with two such
    /// methods has the replacement called twice.
    /// </remarks>
    public static IServiceCollection ReplaceEventHandler<THandler, TEvent>(
        this IServiceCollection services, IEventHandler<TEvent> replacement)
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(replacement);
        CqrsGenServices.Registration(services).Plan.Replace(
            typeof(ReplacedEventHandler<THandler, TEvent>), _ => replacement);
        return services;
    }

    private static bool IsHandlerInterface(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(ICommandHandler<>)
            || definition == typeof(ICommandHandler<,>)
            || definition == typeof(IQueryHandler<,>)
            || definition == typeof(IStreamQueryHandler<,>));
}
