namespace CqrsGen;

/// <summary>
/// Checks rules of a message that attributes cannot state: those that need other members, or services.
/// </summary>
/// <typeparam name="T">The message: a command, query or stream query.</typeparam>
/// <remarks>
/// Validators of the composed assemblies are found by their base list and made like handlers; they need no registration.
/// Others come from the container. All validators of a message run, those of the assemblies by name, then the
/// container's in the order of their registration, and all their failures are thrown as one
/// <see cref="ValidationException"/>. They run after the generated validation and only when it found nothing, so a
/// validator may rely on what the attributes promise.
/// </remarks>
public interface IValidator<in T>
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">The message; well-formed as far as its attributes say.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken cancellationToken);
}
