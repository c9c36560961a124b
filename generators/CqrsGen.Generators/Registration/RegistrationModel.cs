using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Registration;

/// <summary>What the host's registration is written from.</summary>
/// <param name="Composes">Whether this assembly calls <c>AddCqrsGen</c> or is a program.</param>
/// <param name="HasDependencyInjection">Whether there is a service collection to register in.</param>
/// <param name="Modules">What is added to the plan, in order.</param>
/// <param name="Omissions">What was left out, each an <c>#error</c>.</param>
internal sealed record RegistrationModel(
    bool Composes,
    bool HasDependencyInjection,
    EquatableArray<ComposedModule> Modules,
    EquatableArray<Omission> Omissions);
