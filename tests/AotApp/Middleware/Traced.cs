using AotApp.Shop;
using CqrsGen;

namespace AotApp.Middleware;

/// <summary>The messages that the middleware of this folder applies to.</summary>
public static partial class Traced
{
    /// <summary>What a message must be for the hooks.</summary>
    public interface IMessage
    {
        int Value { get; }
    }

    /// <summary>Fails as its value says.</summary>
    [Command]
    public sealed partial record Compute(int Value) : ICommand<int>, IMessage;

    [Handler]
    public static int Handle(Compute command, Journal journal, UnitOfWork unit)
    {
        journal.Write(unit.IsDisposed ? "disposed!" : "handle");
        return command.Value switch
        {
            1 => throw new FormatException("format"),
            2 => throw new TimeoutException("late"),
            _ => command.Value * 10,
        };
    }
}
