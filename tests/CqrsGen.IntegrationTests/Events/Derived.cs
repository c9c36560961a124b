namespace CqrsGen.IntegrationTests.Events;

internal interface IAudited : IEvent;

[Event]
internal record Moved : IEvent;

/// <summary>As another assembly would declare it: nobody here names it.</summary>
internal sealed record MovedFar : Moved, IAudited;

internal sealed class MovedListener(Journal journal) : IEventHandler<Moved>
{
    public ValueTask HandleAsync(Moved @event, CancellationToken cancellationToken)
    {
        journal.Add("moved");
        return default;
    }
}

internal sealed class AuditedListener(Journal journal) : IEventHandler<IAudited>
{
    public ValueTask HandleAsync(IAudited @event, CancellationToken cancellationToken)
    {
        journal.Add("audited");
        return default;
    }
}
