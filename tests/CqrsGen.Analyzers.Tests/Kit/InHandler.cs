namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Puts code into a handler, so that tests show only what matters.</summary>
public static class InHandler
{
    /// <summary>The body of an async handler with the parameters <c>command</c> and <c>token</c>.</summary>
    public static string Body(string statements) => Members(
        $$"""
        public async ValueTask HandleAsync(Do command, CancellationToken token)
            {
                await Task.Yield();
                {{statements}}
            }
        """);

    /// <summary>The members of a handler class, with a few services beside it.</summary>
    public static string Members(string members) =>
        $$"""
        [Command] public sealed partial record Do : ICommand;
        [Query] public sealed partial record Get : IQuery<int>;
        public interface IStore
        {
            Task<int> LoadAsync(int id, CancellationToken cancellationToken = default);
            Task SaveAsync(int id);
            Task SaveAsync(int id, CancellationToken cancellationToken);
            Task<T> FindAsync<T>(T key);
            Task<T> FindAsync<T>(T key, CancellationToken cancellationToken);
            Task PlainAsync(int id);
            ValueTask DisposeAsync(CancellationToken cancellationToken = default);
            void Count(int by = 1, CancellationToken cancellationToken = default, string name = "");
            Task AllAsync(params int[] ids);
            Task AllAsync(int[] ids, CancellationToken cancellationToken);
            Task OldAsync();
            [Obsolete] Task OldAsync(CancellationToken cancellationToken);
        }
        public sealed class DoHandler(IStore store, ICommandBus commands, IQueryBus queries) : ICommandHandler<Do>
        {
            private readonly (IStore, ICommandBus, IQueryBus) _all = (store, commands, queries);
            {{members}}
        }
        """;
}
