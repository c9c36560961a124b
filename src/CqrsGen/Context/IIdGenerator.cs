namespace CqrsGen;

/// <summary>
/// Makes ids of messages. Register your own to make them predictable in tests. Safe for concurrent use.
/// </summary>
public interface IIdGenerator
{
    /// <summary>A new id.</summary>
    Guid NewId();
}
