// Handlers of queries that change something. The name of a handler ends with the rule that must report it.
namespace Shop.Loud
{
    using System.Data;
    using System.Data.Common;
    using Ardalis.Specification;
    using Azure.Storage.Blobs;
    using Dapper;
    using MassTransit;
    using MediatR;
    using Microsoft.AspNetCore.Http;
    using Microsoft.AspNetCore.Identity;
    using Microsoft.AspNetCore.SignalR;
    using Microsoft.Data.SqlClient;
    using Microsoft.EntityFrameworkCore;
    using Microsoft.Extensions.Logging;
    using MongoDB.Driver;
    using Npgsql;
    using Refit;
    using Shop.Domain;
    using Shop.Services;
    using StackExchange.Redis;

    public sealed record FindQuery(int Id) : IRequest<int> { public List<string> Names { get; set; } = [];
        public int Page { get; set; } public Filter Filter { get; set; } = new(); }
    public sealed class Filter { public int Page { get; set; } public string? Sort { get; set; } public string? Tag; }
    public sealed record TouchCommand : IRequest<int>;
    public sealed record Viewed(int Id) : INotification;

    public sealed class TrackViewHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var product = await db.Products.FirstAsync(p => p.Id == request.Id, cancellationToken);
            product.Views++;
            await db.SaveChangesAsync(cancellationToken);
            return product.Views;
        }
    }
    public sealed class UnitOfWorkHandler_CQG1001(IUnitOfWork work) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var product = await work.Products.GetByIdAsync(request.Id, cancellationToken);
            if (product is { IsActive: false })
            {
                work.Products.Remove(product);
                return await work.CommitAsync(cancellationToken);
            }
            return 0;
        }
    }
    public sealed class ContextInterfaceHandler_CQG1001(IShopContext db) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            await db.SaveChangesAsync(cancellationToken);
    }
    public sealed class ExecuteUpdateHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            db.Products.Where(p => p.Id == request.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Views, p =>
                p.Views + 1), cancellationToken);
    }
    public sealed class RawSqlHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            db.Database.ExecuteSqlInterpolatedAsync($"UPDATE products SET views = views + 1 WHERE id = {request.Id}",
                cancellationToken);
    }
    public sealed class ReturningHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            Task.FromResult(
                db.Database.SqlQueryRaw<int>("UPDATE products SET views = views + 1 RETURNING views").AsEnumerable(
                ).First());
    }
    public sealed class FromSqlHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            db.Products.FromSqlRaw("DELETE FROM products RETURNING *").CountAsync(cancellationToken);
    }
    public sealed class RepositoryHandler_CQG1001(IRepositoryBase<Product> products,
        ProductStore store) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            _ = products;
            await store.TouchAsync(request.Id);
            return 1;
        }
    }
    public abstract class StoreBase(IDbConnection connection)
    {
        protected const string TouchSql = "update products set touched = now() where id = @id";
        public virtual Task TouchAsync(int id) => RunAsync(TouchSql, new { id });
        protected Task<int> RunAsync(string sql, object arguments) => connection.ExecuteAsync(sql, arguments);
    }
    public sealed class ProductStore(IDbConnection connection) : StoreBase(connection)
    {
        public override async Task TouchAsync(int id)
        {
            await base.TouchAsync(id);
        }
    }
    public sealed class DapperQueryHandler_CQG1001(IDbConnection connection) : IRequestHandler<FindQuery, int>
    {
        private const string Sql = """
            -- claims the job
            UPDATE jobs SET taken = true WHERE id = @Id RETURNING id
            """;
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            connection.QuerySingleAsync<int>(new CommandDefinition(Sql, request, cancellationToken: cancellationToken));
    }
    public sealed class DapperScalarHandler_CQG1001(IDbConnection connection) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            connection.ExecuteScalarAsync<int>("INSERT INTO log (id) VALUES (@Id); SELECT SCOPE_IDENTITY()", request);
    }
    public sealed class TwoStatementsHandler_CQG1001(IDbConnection connection) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            string sql = "SELECT count(*) FROM a WHERE name = 'x;y'; ";
            sql += "DELETE FROM a WHERE old = 1";
            return await connection.QueryFirstAsync<int>(sql);
        }
    }
    public sealed class TransactSqlHandler_CQG1001(SqlConnection connection) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            using var command = new SqlCommand();
            command.CommandText = """
                SET NOCOUNT ON
                DECLARE @now datetime = getdate()
                UPDATE accounts SET seen = @now
                SELECT 1
                """;
            _ = connection;
            return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
    public sealed class BuiltSqlHandler_CQG1001(NpgsqlDataSource source) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await using var command = source.CreateCommand($"DELETE FROM carts WHERE id = {request.Id}");
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
    public sealed class BulkHandler_CQG1001(NpgsqlConnection connection) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            using var writer = connection.BeginBinaryImport("COPY t FROM STDIN BINARY");
            return Task.FromResult(1);
        }
    }
    public sealed class HelperCommandHandler_CQG1001(IDbConnection connection) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            Task.FromResult(Run("insert into t values (1)"));
        private int Run(string sql)
        {
            using var command = Make(sql);
            return command.ExecuteNonQuery();
        }
        private IDbCommand Make(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }

    public interface IApiClient { Task PatchAsync(string url); Task<string> GetAsync(string url); }
    public sealed class ApiClient(HttpClient http) : IApiClient
    {
        public async Task PatchAsync(string url)
        {
            using var request = Build(HttpMethod.Patch, url);
            using var response = await http.SendAsync(request);
        }
        public Task<string> GetAsync(string url) => http.GetStringAsync(url);
        private static HttpRequestMessage Build(HttpMethod method, string url) => new(method, url);
    }
    public sealed class AcknowledgeHandler_CQG1001(IApiClient client,
        ILogger<AcknowledgeHandler_CQG1001> logger) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            string tasks = await client.GetAsync("/tasks");
            foreach (string task in tasks.Split(','))
            {
                await AcknowledgeIfOutstanding(task);
            }
            return 1;
        }
        private async Task AcknowledgeIfOutstanding(string task)
        {
            if (task.Length == 0) { logger.LogDebug("none"); return; }
            await client.PatchAsync($"/tasks/{task}");
        }
    }
    public sealed class PostJsonHandler_CQG1001(IHttpClientFactory factory) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var client = factory.CreateClient();
            var response = await client.PostAsJsonAsync("/views", request, cancellationToken);
            return (int)response.StatusCode;
        }
    }
    public sealed class SendRequestHandler_CQG1001(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var message = new HttpRequestMessage { RequestUri = new Uri("https://x"), Method = HttpMethod.Delete };
            await http.SendAsync(message, cancellationToken);
            return 1;
        }
    }
    public interface IViewsApi { [Post("/views")] Task AddAsync(int id); }
    public sealed class RefitHandler_CQG1001(IViewsApi api) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken) {
            await api.AddAsync(request.Id); return 1; }
    }
    public sealed class FileHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await using var writer = new StreamWriter("audit.log", append: true);
            await writer.WriteLineAsync("seen");
            return 1;
        }
    }
    public sealed class FileStreamHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await using var file = File.Open("a", FileMode.OpenOrCreate, FileAccess.ReadWrite);
            await file.WriteAsync(new byte[] { 1 }, cancellationToken);
            return 1;
        }
    }
    public sealed class DirectoryHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var info = new FileInfo("a");
            if (info.Exists) info.Delete();
            return Task.FromResult(1);
        }
    }
    public sealed class BlobHandler_CQG1001(BlobContainerClient container) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await container.GetBlobClient("a").UploadAsync(new MemoryStream(), cancellationToken);
            return 1;
        }
    }
    public sealed class MongoHandler_CQG1001(IMongoCollection<Customer> customers) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await customers.FindOneAndUpdateAsync("{}", "{ $inc: 1 }", cancellationToken);
            return 1;
        }
    }
    public sealed class MartenHandler_CQG1001(Marten.IDocumentStore store) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await using var session = store.LightweightSession();
            session.Store(new Customer());
            await session.SaveChangesAsync(cancellationToken);
            return 1;
        }
    }
    public sealed class RedisHandler_CQG1001(IConnectionMultiplexer redis) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await redis.GetSubscriber().PublishAsync("seen", "1");
            return 1;
        }
    }
    public sealed class RabbitHandler_CQG1001(RabbitMQ.Client.IChannel channel) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(channel, "x", "y", new byte[] { 1 },
                cancellationToken);
            return 1;
        }
    }
    public sealed class BusHandler_CQG1003(IPublishEndpoint bus) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await bus.Publish(new Viewed(request.Id), cancellationToken);
            return 1;
        }
    }
    public sealed class SendEndpointHandler_CQG1001(ISendEndpointProvider provider) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var endpoint = await provider.GetSendEndpoint(new Uri("queue:a"));
            await endpoint.Send(new Viewed(1), cancellationToken);
            return 1;
        }
    }
    public sealed class BusInterfaceHandler_CQG1003(IBus bus) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken) {
            await bus.Publish(new Viewed(1)); return 1; }
    }
    public sealed class MediatorPublishHandler_CQG1003(IMediator mediator) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await mediator.Publish(new Viewed(request.Id), cancellationToken);
            return 1;
        }
    }
    public sealed class MediatorSendHandler_CQG1002(IMediator mediator) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            mediator.Send(new TouchCommand(), cancellationToken);
    }
    public sealed class ResponseHandler_CQG1001(IHttpContextAccessor accessor) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            accessor.HttpContext!.Response.Headers["X-Total"] = "1";
            return Task.FromResult(1);
        }
    }
    public sealed class ResponseAppendHandler_CQG1001(IHttpContextAccessor accessor) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            accessor.HttpContext?.Response.Headers.Append("X-Total", "1");
            return Task.FromResult(1);
        }
    }
    public sealed class StatusHandler_CQG1001(IHttpContextAccessor accessor) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            if (accessor.HttpContext is { } context) context.Response.StatusCode = 404;
            return Task.FromResult(1);
        }
    }
    public sealed class CookieHandler_CQG1001(IHttpContextAccessor accessor) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            accessor.HttpContext!.Response.Cookies.Append("seen", "1");
            accessor.HttpContext.Session.SetString("a", "b");
            return Task.FromResult(1);
        }
    }
    public sealed class UserHandler_CQG1001(UserManager<Customer> users) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var user = await users.FindByIdAsync("1");
            await users.UpdateAsync(user!);
            return 1;
        }
    }
    public sealed class ShopHub : Hub;
    public sealed class HubHandler_CQG1001(IHubContext<ShopHub> hub) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await hub.Clients.All.SendAsync("seen", request.Id, cancellationToken);
            return 1;
        }
    }
    public interface IMyLogger { void LogInformation(string text); Task IncrementViewCount(int id); }
    public sealed class MyLogger(ShopContext db, ILogger<MyLogger> logger) : IMyLogger
    {
        public void LogInformation(string text) => logger.LogInformation("{Text}", text);
        public async Task IncrementViewCount(int id)
        {
            var product = await db.Products.FindAsync(id);
            product!.Views++;
            await db.SaveChangesAsync();
        }
    }
    public sealed class ViewCountHandler_CQG1001(IMyLogger logger, ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            logger.LogInformation("asked");
            await logger.IncrementViewCount(request.Id);
            return await db.Products.CountAsync(cancellationToken);
        }
    }
    public interface IMyFileLogger { void LogInformation(string text); void IncrementViewCount(int id); }
    public sealed class MyFileLogger : IMyFileLogger
    {
        public void LogInformation(string text) => File.AppendAllText("/var/log/shop.txt", text);
        public void IncrementViewCount(int id) => File.WriteAllText("/data/views/" + id, "1");
    }
    public sealed class FileViewCountHandler_CQG1001(IMyFileLogger logger) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            logger.LogInformation("asked");
            logger.IncrementViewCount(request.Id);
            return Task.FromResult(1);
        }
    }
    public interface IShopClient { Task Seen(int id); }
    public sealed class TypedHub : Hub<IShopClient>;
    public sealed class TypedHubHandler_CQG1001(IHubContext<TypedHub, IShopClient> hub) : IRequestHandler<FindQuery,
        int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            await hub.Clients.All.Seen(request.Id);
            return 1;
        }
    }
    public sealed class MailHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            using var client = new System.Net.Mail.SmtpClient("host");
            await client.SendMailAsync("a", "b", "c", "d", cancellationToken);
            return 1;
        }
    }
    public sealed class ProcessHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            using var process = new System.Diagnostics.Process();
            process.StartInfo = new System.Diagnostics.ProcessStartInfo("a");
            process.Start();
            return Task.FromResult(1);
        }
    }

    public sealed class StaticCounterHandler_CQG1005 : IRequestHandler<FindQuery, int>
    {
        private static int s_calls;
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) =>
            Task.FromResult(Interlocked.Increment(ref s_calls));
    }
    public sealed class StaticListHandler_CQG1005 : IRequestHandler<FindQuery, int>
    {
        private static readonly List<int> s_recent = [];
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            lock (s_recent)
            {
                s_recent.Insert(0, request.Id);
                if (s_recent.Count > 10) s_recent.RemoveAt(10);
            }
            return Task.FromResult(1);
        }
    }
    public sealed class StaticAliasHandler_CQG1005 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var seen = Registry.Seen;
            seen[request.Id] = DateTime.UtcNow;
            return Task.FromResult(1);
        }
    }
    public static class Registry
    {
        public static Dictionary<int, DateTime> Seen { get; } = [];
        public static Filter Last { get; set; } = new();
    }
    public sealed class StaticObjectHandler_CQG1005 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            Registry.Last.Page = 3;
            return Task.FromResult(1);
        }
    }
    public sealed class StaticSetHandler_CQG1005 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            Registry.Last = new Filter();
            return Task.FromResult(1);
        }
    }

    public sealed class MessageHandler_CQG1007 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            request.Page = Math.Max(1, request.Page);
            return Task.FromResult(request.Page);
        }
    }
    public sealed class MessageListHandler_CQG1007 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var names = request.Names;
            names.Add("all");
            return Task.FromResult(1);
        }
    }
    public sealed class MessageDeepHandler_CQG1007 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            Normalize(request.Filter);
            return Task.FromResult(1);
        }
        private static void Normalize(Filter filter) => filter.Sort ??= "name";
    }
    public sealed class MessageExtensionHandler_CQG1007 : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            request.Filter.WithDefaults().Page = 3;
            return Task.FromResult(1);
        }
    }
    public static class FilterExtensions { public static Filter WithDefaults(this Filter filter) { filter.Tag ??= "x";
        return filter; } }
    public sealed class MessageItemsHandler_CQG1007 : IRequestHandler<BatchQuery, int>
    {
        public Task<int> Handle(BatchQuery request, CancellationToken cancellationToken)
        {
            foreach (var filter in request.Filters.Where(f => f.Page < 1)) filter.Page = 1;
            return Task.FromResult(1);
        }
    }
    public sealed record BatchQuery(List<Filter> Filters) : IRequest<int>;
    public sealed class MessageForEachHandler_CQG1007 : IRequestHandler<BatchQuery, int>
    {
        public Task<int> Handle(BatchQuery request, CancellationToken cancellationToken)
        {
            request.Filters.ForEach(filter => filter.Page++);
            return Task.FromResult(1);
        }
    }

    public sealed class CountedHandler_CQG1006 : IRequestHandler<FindQuery, int>
    {
        private int _calls;
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken) => Task.FromResult(++_calls);
    }
    public sealed class InjectedStateHandler_CQG1006(Session session) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            session.LastQuery = request.Id;
            session.Remember(request.Id);
            return Task.FromResult(1);
        }
    }
    public sealed class Session { public int LastQuery { get; set; } private readonly List<int> _all = [];
        public void Remember(int id) => _all.Add(id); }

    public sealed class SharedClientHandler_CQG1006(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer",
                "x");
            return (await http.GetStringAsync("/a", cancellationToken)).Length;
        }
    }
    public sealed class TrackedHandler_CQG1008(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken)
        {
            var product = await db.Products.FirstAsync(cancellationToken);
            product.Views++;
            return product.Views;
        }
    }
    public sealed class SuspectedHandler_CQG1010(IAuditTrail audit) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery request, CancellationToken cancellationToken) {
            await audit.SaveEntryAsync("seen"); return 1; }
    }
    public interface IAuditTrail { Task SaveEntryAsync(string text); }

    // Through what the language runs without a call.
    public sealed class Gate(ShopContext db) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => db.SaveChanges();
        public async ValueTask DisposeAsync() => await db.SaveChangesAsync();
        public int this[int index] { get { db.SaveChanges(); return index; } set { db.SaveChanges(); } }
        public IEnumerator<int> GetEnumerator() { db.SaveChanges(); yield return 1; }
        public static Gate operator +(Gate one, int two) { one[1] = two; return one; }
        public static implicit operator int(Gate gate) => gate[0];
        public void Deconstruct(out int one, out int two) { db.SaveChanges(); one = two = 1; }
        public event Action Changed { add => db.SaveChanges(); remove { } }
        public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() { db.SaveChanges();
            return Task.CompletedTask.GetAwaiter(); }
        public override string ToString() { db.SaveChanges(); return ""; }
        public override bool Equals(object? other) { db.SaveChanges(); return true; }
        public override int GetHashCode() => 1;
        public static bool operator ==(Gate one, Gate two) => one.Equals(two);
        public static bool operator !=(Gate one, Gate two) => !(one == two);
    }
    public sealed class IndexerHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); return gate[1]; } }
    public sealed class IndexerSetHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); gate[1] = 2; return 1; } }
    public sealed class EnumeratorHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield();
        foreach (int i in gate) { } return 1; } }
    public sealed class OperatorHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); _ = gate + 1; return 1;
        } }
    public sealed class ConversionHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); int i = gate; return i;
        } }
    public sealed class DeconstructHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); var (a, b) = gate;
        return a + b; } }
    public sealed class PositionalHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); return gate is (1,
        2) ? 1 : 2; } }
    public sealed class EventHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); gate.Changed += () => {
        }; return 1; } }
    public sealed class AwaiterHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await gate; return 1; } }
    public sealed class InterpolationHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); return $"{gate}".Length;
        } }
    public sealed class ConcatHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield();
        return ("a" + gate).Length; } }
    public sealed class EqualityHandler_CQG1001(Gate gate, Gate other) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield();
        return gate == other ? 1 : 2; } }
    public sealed class UsingHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); using (gate) { return 1;
        } } }
    public sealed class AwaitUsingHandler_CQG1001(Gate gate) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await using var g = gate; return 1; } }
    public sealed class ThenHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public Task<int> Handle(FindQuery r, CancellationToken t) => Task.FromResult(1).ContinueWith(task => {
        db.SaveChanges(); return task.Result; }, t); }
    public sealed class DiscardHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { _ = Task.Run(() => db.SaveChangesAsync(t),
        t); await Task.Yield(); return 1; } }
    public sealed class ParallelHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Parallel.ForEachAsync([1], t,
        async (i, token) => { await db.SaveChangesAsync(token); }); return 1; } }
    public sealed class LambdaVariableHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { Func<Task<int>> save = () =>
        db.SaveChangesAsync(t); return await save(); } }
    public sealed class RetryHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery r, CancellationToken t) => Retry.Run(async () =>
            await db.SaveChangesAsync(t), 3);
    }
    public static class Retry { public static async Task<T> Run<T>(Func<Task<T>> work, int times) {
        while (times-- > 1) { try { return await work(); } catch { await Task.Delay(1); } } return await work(); } }
    public sealed class PollyHandler_CQG1001(Polly.ResiliencePipeline pipeline,
        ShopContext db) : IRequestHandler<FindQuery, int> { public async Task<int> Handle(FindQuery r,
        CancellationToken t) => await pipeline.ExecuteAsync(async token => await db.SaveChangesAsync(token), t); }
    public sealed class StrategyHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public Task<int> Handle(FindQuery r, CancellationToken t) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(() => db.SaveChangesAsync(t)); }
    public sealed class CacheFactoryHandler_CQG1001(Microsoft.Extensions.Caching.Memory.IMemoryCache cache,
        ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public Task<int> Handle(FindQuery r, CancellationToken t) =>
            Microsoft.Extensions.Caching.Memory.CacheExtensions.GetOrCreateAsync(cache, "a", entry =>
                db.SaveChangesAsync(t));
    }
    public sealed class LocalLazyHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { var lazy = new Lazy<int>(() =>
        db.SaveChanges()); await Task.Yield(); return lazy.Value; } }
    public sealed class MethodGroupHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); return new[] {
        1 }.Select(Save).Sum(); } private int Save(int i) => db.SaveChanges(); }
    public sealed class DeferredHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); return Items().Sum();
        } private IEnumerable<int> Items() { db.SaveChanges(); yield return 1; } }
    public sealed class AsyncStreamHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { int sum = 0;
        await foreach (int i in Items()) sum += i; return sum; } private async IAsyncEnumerable<int> Items() {
        yield return await db.SaveChangesAsync(); } }
    public sealed class FinallyHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { try { return 1; } finally {
        await db.SaveChangesAsync(t); } } }
    public sealed class CatchHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { try { return 1;
        } catch (Exception) when (db.SaveChanges() > 0) { await db.SaveChangesAsync(t); throw; } } }
    public sealed class SwitchHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) => r.Id switch { 1 =>
        await db.SaveChangesAsync(t), _ => 2 }; }
    public sealed class ConditionalAccessHandler_CQG1001(ShopContext? db) : IRequestHandler<FindQuery, int> {
        public Task<int> Handle(FindQuery r, CancellationToken t) => db?.SaveChangesAsync(t) ?? Task.FromResult(1); }
    public sealed class ChainedHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t) =>
            await new Chain(db).With(1).With(2).RunAsync();
        private sealed class Chain(ShopContext db) { public Chain With(int i) => this; public Task<int> RunAsync() =>
            db.SaveChangesAsync(); }
    }
    public interface IStep { Task RunAsync(); }
    public sealed class Inner(ShopContext db) : IStep { public Task RunAsync() => db.SaveChangesAsync(); }
    public sealed class Decorated(IStep inner, ILogger<Decorated> logger) : IStep { public async Task RunAsync() {
        logger.LogDebug("a"); await inner.RunAsync(); } }
    public sealed class DecoratorHandler_CQG1001(IEnumerable<IStep> steps) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) {
        foreach (var step in steps) await step.RunAsync(); return 1; } }
    public interface IGeneric<T> { Task SaveAsync(T item); }
    public class Generic<T>(ShopContext db) : IGeneric<T> where T : class { public Task SaveAsync(T item) {
        db.Add(item); return db.SaveChangesAsync(); } }
    public sealed class GenericHandler_CQG1001(IGeneric<Product> store) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await store.SaveAsync(new Product());
        return 1; } }
    public interface IDefault { ShopContext Db { get; } Task SaveAsync() => Db.SaveChangesAsync(); }
    public sealed class Defaulted(ShopContext db) : IDefault { public ShopContext Db => db; }
    public sealed class DefaultMemberHandler_CQG1001(IDefault item) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await item.SaveAsync(); return 1; } }
    public interface IStaticMember { static abstract void Save(ShopContext db); }
    public sealed class StaticMember : IStaticMember { public static void Save(ShopContext db) => db.SaveChanges(); }
    public sealed class StaticAbstractHandler_CQG1001(ShopContext db) : IRequestHandler<FindQuery, int> {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await Task.Yield(); Run<StaticMember>();
        return 1; } private void Run<T>() where T : IStaticMember => T.Save(db); }
    public abstract class QueryBase<TQ, TR>(ShopContext db) : IRequestHandler<TQ, TR> where TQ : IRequest<TR>
    {
        public async Task<TR> Handle(TQ request, CancellationToken cancellationToken) {
            var result = await RunAsync(request); await db.SaveChangesAsync(cancellationToken); return result; }
        protected abstract Task<TR> RunAsync(TQ request);
    }
    public sealed class InheritedHandler_CQG1001(ShopContext db) : QueryBase<FindQuery, int>(db) {
        protected override Task<int> RunAsync(FindQuery request) => Task.FromResult(1); }
    public abstract class TemplateBase<TQ, TR> : IRequestHandler<TQ, TR> where TQ : IRequest<TR>
    {
        public Task<TR> Handle(TQ request, CancellationToken cancellationToken) => RunAsync(request);
        protected abstract Task<TR> RunAsync(TQ request);
    }
    public sealed class TemplateHandler_CQG1001(ShopContext db) : TemplateBase<FindQuery, int> {
        protected override Task<int> RunAsync(FindQuery request) => db.SaveChangesAsync(); }
    public sealed class AnsweredPostHandler_CQG1010(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            var response = await http.PostAsJsonAsync("/items/by-ids", r, t);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException("no");
            return await response.Content.ReadFromJsonAsync<int>(t);
        }
    }
    public sealed class AnsweredAtOnceHandler_CQG1010(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t) =>
            await (await http.PostAsync("/x", null, t)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<int>(t);
    }
    public sealed class AnsweredRequestHandler_CQG1010(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            HttpResponseMessage response;
            response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/x"), t).ConfigureAwait(false);
            return Count(response);
        }
        private static int Count(HttpResponseMessage response) => (int)response.Content.Headers.ContentLength!;
    }
    public sealed class ReadProcessHandler_CQG1010 : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            var start = new System.Diagnostics.ProcessStartInfo("git", "log") { RedirectStandardOutput = true };
            using var process = System.Diagnostics.Process.Start(start)!;
            return (await process.StandardOutput.ReadToEndAsync(t)).Length;
        }
    }
    public sealed class StatusOnlyHandler_CQG1001(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            using var response = await http.PostAsJsonAsync("/views", r, t);
            response.EnsureSuccessStatusCode();
            return (int)response.StatusCode;
        }
    }
    public sealed class FailureOnlyHandler_CQG1001(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            var response = await http.PostAsJsonAsync("/views", r, t);
            if (!response.IsSuccessStatusCode)
            {
                string why = await response.Content.ReadAsStringAsync(t);
                throw new InvalidOperationException(why);
            }

            return 1;
        }
    }
    public sealed class AnsweredPutHandler_CQG1001(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            var response = await http.PutAsJsonAsync("/views", r, t);
            return await response.Content.ReadFromJsonAsync<int>(t);
        }
    }
    public sealed class DiscardedPostHandler_CQG1001(HttpClient http) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t) { await TellAsync(); return 1; }
        private Task TellAsync() => http.PostAsync("/views", null);
    }
    public sealed class NamedTableHandler_CQG1001(Npgsql.NpgsqlConnection connection) : IRequestHandler<FindQuery, int>
    {
        public async Task<int> Handle(FindQuery r, CancellationToken t)
        {
            await using var make = new Npgsql.NpgsqlCommand("CREATE TEMP TABLE wanted (id int)", connection);
            await make.ExecuteNonQueryAsync(t);
            await using var write = new Npgsql.NpgsqlCommand("INSERT INTO seen SELECT id FROM wanted", connection);
            return await write.ExecuteNonQueryAsync(t);
        }
    }
    public sealed class SettableFolderHandler_CQG1001 : IRequestHandler<FindQuery, int>
    {
        private string _folder = Path.GetTempPath();
        public Task<int> Handle(FindQuery r, CancellationToken t) { _ = _folder.Length;
            File.WriteAllText(Path.Combine(_folder, "a"), "b"); return Task.FromResult(1); }
        public void Use(string folder) => _folder = folder;
    }
}
