using CqrsGen.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CqrsGen.Tests.Validation;

public sealed class ValidationCallsTests
{
    [Fact]
    public void GeneratedFailuresAreThrownAtOnceAndKeepValidatorsFromRunning()
    {
        var validator = new Recording();
        using var provider = Container(services => services.AddSingleton<IValidator<Order>>(validator));
        ValidationErrors? errors = null;
        ValidationCalls.Add(ref errors, "Name", ValidationCodes.Required, "Name is required.");

        Should.Throw<ValidationException>(() => Check(provider, errors)).Failures.Count.ShouldBe(1);
        validator.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task TheFailuresOfAllValidatorsAreThrownTogether()
    {
        using var provider = Container(services => services
            .AddScoped<IValidator<Order>>(static _ => new Recording("first"))
            .AddScoped<IValidator<Order>>(static _ => new Recording("second")));

        var exception = await Should.ThrowAsync<ValidationException>(async () => await Check(provider, null));

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

    private static ValueTask Check(ServiceProvider provider, ValidationErrors? errors)
    {
        var presence = ValidatorPresence.Unknown;
        return ValidationCalls.CheckAsync(
            new Order(), errors, provider.GetRequiredService<Dispatcher>(), ref presence, CancellationToken.None);
    }

    private static ServiceProvider Container(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        CqrsGenServices.Add(services, new CompositionPlan(), null);
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private sealed record Order : ICommand;

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
