using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Registration;

/// <summary>What the application that needs no container is written from.</summary>
/// <param name="Parameters">The services that its constructor takes.</param>
/// <param name="LoggerTypes">The categories whose loggers are made from the one logger factory.</param>
internal sealed record ContainerFreeModel(
    EquatableArray<ContainerFreeParameter> Parameters, EquatableArray<string> LoggerTypes);
