namespace Shop.Questions
{
    using System.Diagnostics;
    using MediatR;
    using Npgsql;
    using Refit;

    public interface IFindApi
    {
        [Post("/items/search")] Task<List<string>> FindAsync(object body);
    }
    public sealed record ByRefitPostQuery(string Text) : IRequest<List<string>>;
    public sealed class ByRefitPostQueryHandler(IFindApi api) : IRequestHandler<ByRefitPostQuery, List<string>>
    {
        public Task<List<string>> Handle(ByRefitPostQuery request, CancellationToken token) => api.FindAsync(request);
    }

    public sealed record ChatQuery(string Text) : IRequest<string>;
    public sealed class ChatQueryHandler(HttpClient http) : IRequestHandler<ChatQuery, string>
    {
        public async Task<string> Handle(ChatQuery request, CancellationToken token)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "https://example.org/v1/chat/completions");
            using var response = await http.SendAsync(message, token);
            return await response.Content.ReadAsStringAsync(token);
        }
    }
    public sealed record VectorQuery(string Text) : IRequest<float[]?>;
    public sealed class VectorQueryHandler(HttpClient http) : IRequestHandler<VectorQuery, float[]?>
    {
        public async Task<float[]?> Handle(VectorQuery request, CancellationToken token)
        {
            var response = await http.PostAsJsonAsync($"models/{request.Text}:generateContent?key=1", request, token);
            return await response.Content.ReadFromJsonAsync<float[]>(token);
        }
    }

    public sealed class Workspace : IDisposable
    {
        private readonly string _log;
        public Workspace()
        {
            _log = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".log");
            Directory.CreateDirectory(Root);
            File.WriteAllText(_log, "");
        }
        public string Root { get; } = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        public void Put(string name, string text) => File.WriteAllText(Path.Combine(Root, name), text);
        public void Dispose() => Directory.Delete(Root, true);
    }
    public sealed record InWorkspaceQuery(string Text) : IRequest<int>;
    public sealed class InWorkspaceQueryHandler : IRequestHandler<InWorkspaceQuery, int>
    {
        public Task<int> Handle(InWorkspaceQuery request, CancellationToken token)
        {
            using var workspace = new Workspace();
            workspace.Put("a.txt", request.Text);
            return Task.FromResult(Directory.GetFiles(workspace.Root).Length);
        }
    }
    public sealed record ThumbnailQuery(string Name) : IRequest<byte[]>;
    public sealed class ThumbnailQueryHandler : IRequestHandler<ThumbnailQuery, byte[]>
    {
        public async Task<byte[]> Handle(ThumbnailQuery request, CancellationToken token)
        {
            string cached = Path.Combine("cache", request.Name);
            if (!File.Exists(cached))
            {
                await File.WriteAllBytesAsync(cached, await File.ReadAllBytesAsync(request.Name, token), token);
            }

            return await File.ReadAllBytesAsync(cached, token);
        }
    }

    public sealed record ManyQuery(int[] Ids) : IRequest<long>;
    public sealed class ManyQueryHandler(NpgsqlConnection connection) : IRequestHandler<ManyQuery, long>
    {
        public async Task<long> Handle(ManyQuery request, CancellationToken token)
        {
            await using var make = new NpgsqlCommand("CREATE TEMP TABLE wanted (id int) ON COMMIT DROP", connection);
            await make.ExecuteNonQueryAsync(token);
            await using (var copy = await connection.BeginBinaryImportAsync("COPY wanted (id) FROM STDIN", token))
            {
                await copy.CompleteAsync(token);
            }

            await using var more = new NpgsqlCommand("INSERT INTO wanted SELECT id FROM defaults", connection);
            await more.ExecuteNonQueryAsync(token);
            await using var count = new NpgsqlCommand("SELECT count(*) FROM items JOIN wanted USING (id)", connection);
            return (long)(await count.ExecuteScalarAsync(token))!;
        }
    }

    public interface IAsked<TQuery, TResult> { Task<TResult> AskAsync(TQuery query); }
    public abstract class AskedBase<TQuery, TResult> : IAsked<TQuery, TResult>
    {
        public async Task<TResult> AskAsync(TQuery query) { await BeforeAsync(); return await RunAsync(query); }
        protected virtual Task BeforeAsync() => Task.CompletedTask;
        protected abstract Task<TResult> RunAsync(TQuery query);
    }
    public sealed class AskedForNames(NpgsqlCommand command) : AskedBase<int, string>
    {
        protected override Task BeforeAsync() => command.ExecuteNonQueryAsync();
        protected override Task<string> RunAsync(int query) => Task.FromResult("a");
    }
    public sealed class AskedForSums : IAsked<int, decimal>
    {
        public Task<decimal> AskAsync(int query) => Task.FromResult(1m);
    }
    public sealed record SumQuery(int Id) : IRequest<decimal>;
    public sealed class SumQueryHandler(IAsked<int, decimal> sums) : IRequestHandler<SumQuery, decimal>
    {
        public Task<decimal> Handle(SumQuery request, CancellationToken token) => sums.AskAsync(request.Id);
    }
}
