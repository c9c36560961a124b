namespace CqrsGen;

/// <summary>
/// Checks rules of a message that attributes cannot state: those that need other members, or services.
/// </summary>
/// <typeparam name="T">The message: a command, query or stream query.</typeparam>
/// <remarks>
/// Validators of the composed assemblies are found by their base list and made like handlers; they are not registered.
/// Others come from the container. All validators of a message run, those of the assemblies by name, then the
/// container's in the order of their registration. They run after the generated validation, whether or not it found
/// something, and all failures are thrown as one <see cref="ValidationFailedException"/>. So a validator may meet a
/// message that breaks its attributes. What it throws over such a message is dropped, and the failures are reported;
/// over any other message it reaches the caller.
/// </remarks>
public interface IValidator<in T>
{
    /// <summary>Checks a message.</summary>
    /// <param name="message">The message; it may break its attributes.</param>
    /// <param name="errors">Takes what is wrong. It holds what was found so far.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken cancellationToken);
}
