namespace CqrsGen;

/// <summary>
/// Marks a command: a message that changes state. See <see cref="ICommand"/> and <see cref="ICommand{TResult}"/>.
/// </summary>
public sealed class CommandAttribute : MessageAttribute
{
    /// <summary>Whether the generated validation runs before the handler.</summary>
    /// <value>Default: true.</value>
    public bool Validate { get; init; } = true;
}
