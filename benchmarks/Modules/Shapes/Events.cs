using System.Runtime.CompilerServices;

namespace CqrsGen.Benchmarks.Shapes;

[Event]
public sealed partial record ToNone : IEvent;

[Event]
public sealed partial record ToOne : IEvent;

[Event]
public sealed partial record ToFive : IEvent;

[Event]
public sealed partial record ToTwenty : IEvent;

public sealed class OnlyHandler : IEventHandler<ToOne>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToOne @event, CancellationToken cancellationToken) => default;
}

public sealed class OfFive1 : IEventHandler<ToFive>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToFive @event, CancellationToken cancellationToken) => default;
}

public sealed class OfFive2 : IEventHandler<ToFive>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToFive @event, CancellationToken cancellationToken) => default;
}

public sealed class OfFive3 : IEventHandler<ToFive>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToFive @event, CancellationToken cancellationToken) => default;
}

public sealed class OfFive4 : IEventHandler<ToFive>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToFive @event, CancellationToken cancellationToken) => default;
}

public sealed class OfFive5 : IEventHandler<ToFive>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToFive @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty01 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty02 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty03 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty04 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty05 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty06 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty07 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty08 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty09 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty10 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty11 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty12 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty13 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty14 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty15 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty16 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty17 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty18 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty19 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}

public sealed class OfTwenty20 : IEventHandler<ToTwenty>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask HandleAsync(ToTwenty @event, CancellationToken cancellationToken) => default;
}
