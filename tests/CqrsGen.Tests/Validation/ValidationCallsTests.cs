using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Validation;

public sealed class ValidationCallsTests
{
    [Fact]
    public void WithoutValidatorsGeneratedFailuresAreThrownAtOnce()
    {
        using var provider = Container(static _ => { });

        Should.Throw<ValidationFailedException>(() => { _ = Check(provider, Broken()); }).Failures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GeneratedFailuresAndThoseOfValidatorsAreThrownTogether()
    {
        using var provider = Container(services => services
            .AddSingleton<IValidator<Order>>(new Recording("first"))
            .AddSingleton<IValidator<Order>>(new Recording("second")));

        var exception = await Should.ThrowAsync<ValidationFailedException>(async () => await Check(provider, Broken()));

        exception.Failures.Select(static failure => failure.Code)
            .ShouldBe([ValidationCodes.Required, "first", "second"]);
    }

    [Fact]
    public async Task AValidatorThatThrowsOverABrokenMessageHidesNoFailure()
    {
        using var provider = Container(services => services
            .AddSingleton<IValidator<Order>>(new Throwing(new InvalidOperationException()))
            .AddSingleton<IValidator<Order>>(new Recording("second")));

        var exception = await Should.ThrowAsync<ValidationFailedException>(async () => await Check(provider, Broken()));

        exception.Failures.Select(static failure => failure.Code).ShouldBe([ValidationCodes.Required, "second"]);
    }

    [Fact]
    public async Task AValidatorThatThrowsOverAMessageWithoutGeneratedFailuresIsHeard()
    {
        using var provider = Container(services => services
            .AddSingleton<IValidator<Order>>(new Recording("first"))
            .AddSingleton<IValidator<Order>>(new Throwing(new InvalidOperationException("Broken."))));

        var exception = await Should.ThrowAsync<InvalidOperationException>(async () => await Check(provider, null));

        exception.Message.ShouldBe("Broken.");
    }

    [Fact]
    public async Task CancellationOfAValidatorIsHeardAlsoOverABrokenMessage()
    {
        var cancelled = new CancellationToken(canceled: true);
        using var provider = Container(services => services
            .AddSingleton<IValidator<Order>>(new Throwing(new OperationCanceledException(cancelled))));

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await Check(provider, Broken(), cancelled));
    }

    [Fact]
    public async Task ACancellationThatNobodyAskedForHidesNoFailure()
    {
        using var provider = Container(services => services
            .AddSingleton<IValidator<Order>>(new Throwing(new OperationCanceledException())));

        await Should.ThrowAsync<ValidationFailedException>(async () => await Check(provider, Broken()));
    }

    [Fact]
    public async Task TheFailuresOfAllValidatorsAreThrownTogether()
    {
        using var provider = Container(services => services
            .AddScoped<IValidator<Order>>(static _ => new Recording("first"))
            .AddScoped<IValidator<Order>>(static _ => new Recording("second")));

        var exception = await Should.ThrowAsync<ValidationFailedException>(async () => await Check(provider, null));

        exception.Failures.Select(static failure => failure.Code).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task WithoutValidatorsTheContainerIsAskedOnce()
    {
        using var provider = Container(static _ => { });
        var presence = ValidatorPresence.Unknown;
        var root = provider.GetRequiredService<Dispatcher>();

        await ValidationCalls.CheckAsync(new Order(), null, root, ref presence, default);

        presence.ShouldBe(ValidatorPresence.None);
    }

    [Fact]
    public async Task ScopedValidatorsWorkAtTheRoot()
    {
        var validator = new Recording();
        using var provider = Container(services => services.AddScoped<IValidator<Order>>(_ => validator));

        await Check(provider, null);

        validator.Calls.ShouldBe(1);
    }

    private static ValueTask Check(
        ServiceProvider provider, ValidationErrors? errors, CancellationToken cancellationToken = default)
    {
        var presence = ValidatorPresence.Unknown;
        return ValidationCalls.CheckAsync(
            new Order(), errors, provider.GetRequiredService<Dispatcher>(), ref presence, cancellationToken);
    }

    private static ValidationErrors? Broken()
    {
        ValidationErrors? errors = null;
        ValidationCalls.Add(ref errors, "Name", ValidationCodes.Required, "Name is required.");
        return errors;
    }

    private static ServiceProvider Container(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        CqrsGenServices.Add(services, new CompositionPlan(), null);
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private sealed record Order : ICommand;

    private sealed class Throwing(Exception exception) : IValidator<Order>
    {
        public async ValueTask ValidateAsync(
            Order message, ValidationErrors errors, CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw exception;
        }
    }

    private sealed class Recording(string? failure = null) : IValidator<Order>
    {
        public int Calls { get; private set; }

        public ValueTask ValidateAsync(Order message, ValidationErrors errors, CancellationToken cancellationToken)
        {
            Calls++;
            if (failure is not null)
            {
                errors.Add(failure, "It is wrong.");
            }

            return default;
        }
    }
}
