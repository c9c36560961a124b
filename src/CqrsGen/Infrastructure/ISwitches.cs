using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>A generated static switch over the commands of one result type.</summary>
/// <typeparam name="TResult">The result type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICommandSwitch<TResult>
{
    /// <summary>Sends a command by its id.</summary>
    ValueTask<TResult> Send(
        int id, ICommand<TResult> command, Dispatcher dispatcher, CancellationToken cancellationToken);
}

/// <summary>A generated static switch over the queries of one result type.</summary>
/// <typeparam name="TResult">The result type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IQuerySwitch<TResult>
{
    /// <summary>Asks a query by its id.</summary>
    ValueTask<TResult> Query(
        int id, IQuery<TResult> query, Dispatcher dispatcher, CancellationToken cancellationToken);
}

/// <summary>A generated static switch over the stream queries of one item type.</summary>
/// <typeparam name="TItem">The item type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStreamSwitch<TItem>
{
    /// <summary>Asks a stream query by its id.</summary>
    IAsyncEnumerable<TItem> Stream(
        int id, IStreamQuery<TItem> query, Dispatcher dispatcher, CancellationToken cancellationToken);
}
