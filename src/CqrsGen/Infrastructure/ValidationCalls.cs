using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Infrastructure;

/// <summary>What generated validation calls. Nothing is allocated before the first failure.</summary>
/// <remarks>
/// The shape of the generated code:
/// <code>
/// internal static void Validate(PlaceOrder message, ref ValidationErrors? errors)
/// {
///     if (message.Customer is null)
///         ValidationCalls.Add(ref errors, "Customer", ValidationCodes.Required, "The Customer field is required.");
///     for (int index = 0; index &lt; message.Lines.Count; index++)
///     {
///         int since = ValidationCalls.Count(errors);
///         Validate(message.Lines[index], ref errors);              // adds "Sku"
///         ValidationCalls.Nest(errors, since, "Lines", index);     // makes it "Lines[2].Sku"
///     }
/// }
/// </code>
/// and of the stage in the pipeline, which stands where a <c>BeforeAsync</c> would:
/// <code>
/// ValidationErrors? errors = null;
/// PlaceOrderValidation.Validate(message, ref errors);
/// ValidationCalls.CheckAsync(message, errors, dispatcher, ref _placeOrderValidators, cancellationToken)
/// </code>
/// where <c>_placeOrderValidators</c> is a <see cref="ValidatorPresence"/> field of the routes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class ValidationCalls
{
    /// <summary>Adds a failure; makes the collector at the first one.</summary>
    /// <param name="errors">The collector so far.</param>
    /// <param name="member">The member, relative to the object that is being validated.</param>
    /// <param name="code">One of <see cref="ValidationCodes"/>.</param>
    /// <param name="message">What is wrong.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(ref ValidationErrors? errors, string member, string code, string message) =>
        (errors ??= new ValidationErrors()).Add(member, code, message);

    /// <summary>How many failures there are so far.</summary>
    /// <param name="errors">The collector so far.</param>
    public static int Count(ValidationErrors? errors) => errors is null ? 0 : errors.Count;

    /// <summary>Puts a member in front of the paths of the failures that were added since.</summary>
    /// <param name="errors">The collector so far.</param>
    /// <param name="since">What <see cref="Count"/> said before the nested object was validated.</param>
    /// <param name="member">The member that holds the nested object.</param>
    public static void Nest(ValidationErrors? errors, int since, string member) => errors?.Nest(since, member);

    /// <summary>Puts an item of a collection in front of the paths of the failures that were added since.</summary>
    /// <param name="errors">The collector so far.</param>
    /// <param name="since">What <see cref="Count"/> said before the item was validated.</param>
    /// <param name="member">The member that holds the collection; empty for a collection in a collection.</param>
    /// <param name="index">The position of the item.</param>
    public static void Nest(ValidationErrors? errors, int since, string member, int index) =>
        errors?.Nest(since, member, index);

    /// <summary>
    /// Asks the validators, and throws what they and the generated validation found.
    /// </summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="errors">What the generated validation found; null for nothing.</param>
    /// <param name="dispatcher">The dispatcher of the scope.</param>
    /// <param name="presence">
    /// A field of the routes that keeps whether the container has validators for the message.
    /// </param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="ValidationFailedException">The message is not valid. Thrown at once or by the task.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask CheckAsync<TMessage>(
        TMessage message,
        ValidationErrors? errors,
        Dispatcher dispatcher,
        ref ValidatorPresence presence,
        CancellationToken cancellationToken) =>
        errors is null && presence == ValidatorPresence.None
            ? default
            : Check(message, errors, dispatcher, ref presence, cancellationToken);

    /// <summary>Goes on with the pipeline when the validators have answered.</summary>
    public static async ValueTask<TResult> ThenAsync<TRoutes, TMessage, TResult>(
        ValueTask checking,
        TRoutes routes,
        TMessage message,
        Dispatcher dispatcher,
        Func<TRoutes, TMessage, Dispatcher, CancellationToken, ValueTask<TResult>> next,
        CancellationToken cancellationToken)
    {
        await checking.ConfigureAwait(false);
        return await next(routes, message, dispatcher, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with the pipeline of a command without result when the validators have answered.</summary>
    public static async ValueTask ThenAsync<TRoutes, TMessage>(
        ValueTask checking,
        TRoutes routes,
        TMessage message,
        Dispatcher dispatcher,
        Func<TRoutes, TMessage, Dispatcher, CancellationToken, ValueTask> next,
        CancellationToken cancellationToken)
    {
        await checking.ConfigureAwait(false);
        await next(routes, message, dispatcher, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with the pipeline of a stream query when the validators have answered.</summary>
    public static async IAsyncEnumerable<TItem> ThenStream<TRoutes, TMessage, TItem>(
        ValueTask checking,
        TRoutes routes,
        TMessage message,
        Dispatcher dispatcher,
        Func<TRoutes, TMessage, Dispatcher, CancellationToken, IAsyncEnumerable<TItem>> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await checking.ConfigureAwait(false);
        var items = next(routes, message, dispatcher, cancellationToken);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ValueTask Check<TMessage>(
        TMessage message,
        ValidationErrors? errors,
        Dispatcher dispatcher,
        ref ValidatorPresence presence,
        CancellationToken cancellationToken)
    {
        if (presence == ValidatorPresence.Unknown)
        {
            presence = Find<TMessage>(dispatcher);
        }

        if (presence == ValidatorPresence.None)
        {
            ThrowIfAny(errors);
            return default;
        }

        errors ??= new ValidationErrors();
        return dispatcher.IsRoot ? RunInScopeAsync(message, errors, dispatcher, cancellationToken)
            : RunAsync(message, errors, dispatcher, cancellationToken);
    }

    /// <summary>
    /// For a singleton handler at the root: its message opens no scope, but validators may be scoped.
    /// </summary>
    private static async ValueTask RunInScopeAsync<TMessage>(
        TMessage message, ValidationErrors errors, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        var scope = dispatcher.OpenScope();
        try
        {
            await RunAsync(message, errors, scope.Dispatcher, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask RunAsync<TMessage>(
        TMessage message, ValidationErrors errors, Dispatcher dispatcher, CancellationToken cancellationToken)
    {
        bool breaksRules = errors.Count > 0;
        var declared = dispatcher.Composition.Validators;
        foreach (var validator in declared.Of<TMessage>(dispatcher))
        {
            await AskAsync(validator, message, errors, breaksRules, cancellationToken).ConfigureAwait(false);
        }

        foreach (var validator in dispatcher.Services.GetService<IEnumerable<IValidator<TMessage>>>() ?? [])
        {
            if (!declared.Knows(validator))
            {
                await AskAsync(validator, message, errors, breaksRules, cancellationToken).ConfigureAwait(false);
            }
        }

        ThrowIfAny(errors);
    }

    /// <summary>
    /// Asks one validator. It may have been written for messages that keep the rules of their attributes: what it
    /// throws over one that <paramref name="breaksRules"/> says nothing that the failures do not say better.
    /// </summary>
    private static async ValueTask AskAsync<TMessage>(
        IValidator<TMessage> validator,
        TMessage message,
        ValidationErrors errors,
        bool breaksRules,
        CancellationToken cancellationToken)
    {
        try
        {
            await validator.ValidateAsync(message, errors, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (breaksRules && !IsCancellation(exception, cancellationToken))
        {
        }
    }

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static void ThrowIfAny(ValidationErrors? errors)
    {
        if (errors is { Count: > 0 })
        {
            throw new ValidationFailedException(errors.Failures);
        }
    }

    private static ValidatorPresence Find<TMessage>(Dispatcher dispatcher)
    {
        if (dispatcher.Composition.Validators.Has<TMessage>())
        {
            return ValidatorPresence.Some;
        }

        var services = dispatcher.Services.GetService(typeof(IServiceProviderIsService)) as IServiceProviderIsService;
        return services?.IsService(typeof(IValidator<TMessage>)) == false
            ? ValidatorPresence.None
            : ValidatorPresence.Some; // A container that cannot tell is asked every time.
    }
}
