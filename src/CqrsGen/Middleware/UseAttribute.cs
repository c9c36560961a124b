namespace CqrsGen;

/// <summary>
/// Applies a middleware to one message, to every message that one handler handles, or to those of all
/// <c>[Handler]</c> methods of a class. What stands on an abstract class is not inherited.
/// </summary>
/// <typeparam name="TMiddleware">
/// The middleware; for an around middleware any closed form of it, such as <c>Retry&lt;PlaceOrder, OrderId&gt;</c>.
/// </typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true)]
public sealed class UseAttribute<TMiddleware> : Attribute
    where TMiddleware : class;
