namespace CqrsGen;

/// <summary>
/// Marks a command: a message that changes state. See <see cref="ICommand"/> and <see cref="ICommand{TResult}"/>.
/// </summary>
public sealed class CommandAttribute : MessageAttribute
{
    /// <summary>How long one dispatch of this command may take, in seconds; 0 switches the timeout off.</summary>
    /// <value>Default: -1, which takes <see cref="TimeoutOptions.Command"/>.</value>
    public double TimeoutSeconds { get; init; } = -1;

    /// <summary>Whether the generated validation runs before the handler.</summary>
    /// <value>Default: true.</value>
    public bool Validate { get; init; } = true;
}
