// Stand-ins for packages that cannot be restored here, with the names and shapes of the real ones.
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Net.Http.Json;
global using System.Threading;
global using System.Threading.Tasks;

namespace MediatR
{
    public interface IRequest<out TResponse>;
    public interface IStreamRequest<out TResponse>;
    public interface INotification;
    public interface IRequestHandler<in TRequest, TResponse>
        where TRequest : IRequest<TResponse>
    {
        Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
    }
    public interface IStreamRequestHandler<in TRequest, out TResponse>
        where TRequest : IStreamRequest<TResponse>
    {
        IAsyncEnumerable<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
    }
    public interface ISender
    {
        Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
    }
    public interface IPublisher
    {
        Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification;
    }
    public interface IMediator : ISender, IPublisher;
}

namespace AutoMapper
{
    public interface IMappingOperationOptions { IDictionary<string, object> Items { get; } }
    public interface IConfigurationProvider;
    public interface IMapper
    {
        T Map<T>(object source);
        T Map<S, T>(S source, Action<IMappingOperationOptions> options);
    }
}

namespace AutoMapper.QueryableExtensions
{
    public static class Extensions
    {
        public static IQueryable<T> ProjectTo<T>(this IQueryable source, IConfigurationProvider configuration) => null!;
    }
}

namespace StackExchange.Redis
{
    public readonly struct RedisKey { public static implicit operator RedisKey(string key) => default; }
    public readonly struct RedisValue
    {
        public bool HasValue => true;
        public static implicit operator RedisValue(string value) => default;
        public static implicit operator string(RedisValue value) => "";
    }
    public interface IDatabaseAsync
    {
        Task<RedisValue> StringGetAsync(RedisKey key);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null);
        Task<bool> KeyDeleteAsync(RedisKey key);
        Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry);
        Task<bool> LockReleaseAsync(RedisKey key, RedisValue value);
        Task<long> ListRightPushAsync(RedisKey key, RedisValue value);
        Task<long> PublishAsync(RedisKey channel, RedisValue message);
    }
    public interface IDatabase : IDatabaseAsync
    {
        RedisValue StringGet(RedisKey key);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry = null);
    }
    public interface ISubscriber { Task<long> PublishAsync(RedisKey channel, RedisValue message); }
    public interface IConnectionMultiplexer { IDatabase GetDatabase(); ISubscriber GetSubscriber(); }
}

namespace Ardalis.Specification
{
    public abstract class Specification<T>
    {
        public List<System.Linq.Expressions.Expression<Func<T, bool>>> Wheres { get; } = [];
        protected Builder Query { get; } = new();
        public sealed class Builder
        {
            public Builder Where(System.Linq.Expressions.Expression<Func<T, bool>> criteria) => this;
            public Builder Include(System.Linq.Expressions.Expression<Func<T, object?>> path) => this;
            public Builder OrderBy(System.Linq.Expressions.Expression<Func<T, object?>> path) => this;
        }
    }
    public interface IReadRepositoryBase<T>
    {
        Task<T?> FirstOrDefaultAsync(Specification<T> specification, CancellationToken token = default);
        Task<List<T>> ListAsync(Specification<T> specification, CancellationToken token = default);
        Task<int> CountAsync(Specification<T> specification, CancellationToken token = default);
    }
    public interface IRepositoryBase<T> : IReadRepositoryBase<T>
    {
        Task<T> AddAsync(T entity, CancellationToken token = default);
        Task<int> UpdateAsync(T entity, CancellationToken token = default);
        Task<int> DeleteAsync(T entity, CancellationToken token = default);
        Task<int> SaveChangesAsync(CancellationToken token = default);
    }
}

namespace Grpc.Core
{
    public sealed class AsyncUnaryCall<T>
    {
        public Task<T> ResponseAsync => Task.FromResult(default(T)!);
        public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => ResponseAsync.GetAwaiter();
    }
    public abstract class ClientBase<T> { }
    public sealed class Metadata : List<KeyValuePair<string, string>> { public void Add(string key, string value) { } }
}

namespace Elastic.Clients.Elasticsearch
{
    public sealed class SearchResponse<T> { public IReadOnlyCollection<T> Documents => []; public long Total => 0; }
    public sealed class SearchRequestDescriptor<T>
    {
        public SearchRequestDescriptor<T> Index(string index) => this;
        public SearchRequestDescriptor<T> From(int from) => this;
        public SearchRequestDescriptor<T> Size(int size) => this;
        public SearchRequestDescriptor<T> Query(Action<SearchRequestDescriptor<T>> query) => this;
    }
    public class ElasticsearchClient
    {
        public virtual Task<SearchResponse<T>> SearchAsync<T>(
            Action<SearchRequestDescriptor<T>> configure, CancellationToken token = default) => null!;
        public virtual Task<SearchResponse<T>> GetAsync<T>(string id, CancellationToken token = default) => null!;
        public virtual Task<bool> IndexAsync<T>(T document, CancellationToken token = default) => null!;
    }
}

namespace Azure.Storage.Blobs
{
    public class BlobContainerClient
    {
        public virtual BlobClient GetBlobClient(string name) => new();
        public virtual Task<bool> CreateIfNotExistsAsync(CancellationToken token = default) => Task.FromResult(true);
        public virtual IAsyncEnumerable<string> GetBlobsAsync() => null!;
    }
    public class BlobClient
    {
        public virtual Uri Uri => null!;
        public virtual Task<bool> ExistsAsync(CancellationToken token = default) => Task.FromResult(true);
        public virtual Task<Stream> OpenReadAsync(CancellationToken token = default) => null!;
        public virtual Task DownloadToAsync(Stream destination, CancellationToken token = default) => null!;
        public virtual Task UploadAsync(Stream content, CancellationToken token = default) => null!;
        public virtual Uri GenerateSasUri(int permissions, DateTimeOffset expires) => null!;
    }
}

namespace Amazon.S3
{
    public sealed class GetObjectResponse { public Stream ResponseStream => Stream.Null; }
    public interface IAmazonS3
    {
        Task<GetObjectResponse> GetObjectAsync(string bucket, string key, CancellationToken token = default);
        Task PutObjectAsync(string bucket, string key, CancellationToken token = default);
        string GetPreSignedURL(string bucket, string key);
    }
}

namespace MongoDB.Driver
{
    public interface IAsyncCursor<T>
    {
        Task<List<T>> ToListAsync(CancellationToken token = default);
        Task<T?> FirstOrDefaultAsync(CancellationToken token = default);
    }
    public interface IMongoCollection<T>
    {
        IAsyncCursor<T> Find(System.Linq.Expressions.Expression<Func<T, bool>> filter);
        IAsyncCursor<R> Aggregate<R>(string pipeline);
        Task<long> CountDocumentsAsync(System.Linq.Expressions.Expression<Func<T, bool>> filter);
        Task InsertOneAsync(T document, CancellationToken token = default);
        Task<T> FindOneAndUpdateAsync(string filter, string update, CancellationToken token = default);
    }
    public interface IMongoDatabase { IMongoCollection<T> GetCollection<T>(string name); }
}

namespace Marten
{
    public interface IQuerySession : IDisposable, IAsyncDisposable
    {
        IQueryable<T> Query<T>();
        Task<T?> LoadAsync<T>(Guid id, CancellationToken token = default);
    }
    public interface IDocumentSession : IQuerySession
    {
        void Store<T>(params T[] documents);
        Task SaveChangesAsync(CancellationToken token = default);
    }
    public interface IDocumentStore { IQuerySession QuerySession(); IDocumentSession LightweightSession(); }
}

namespace Refit
{
    public sealed class GetAttribute(string path) : Attribute { public string Path => path; }
    public sealed class PostAttribute(string path) : Attribute { public string Path => path; }
}

namespace Mapster
{
    public static class TypeAdapter
    {
        public static T Adapt<T>(this object source) => default!;
        public static void Adapt<S, T>(this S source, T target) { }
        public static IQueryable<T> ProjectToType<T>(this IQueryable source) => null!;
    }
}

namespace Microsoft.FeatureManagement
{
    public interface IFeatureManager { Task<bool> IsEnabledAsync(string feature); }
}

namespace CsvHelper
{
    public sealed class CsvWriter(TextWriter writer, System.Globalization.CultureInfo culture) : IDisposable
    {
        public void WriteRecords<T>(IEnumerable<T> records) => _ = (writer, culture);
        public void WriteField(string field) { }
        public void NextRecord() { }
        public Task FlushAsync() => Task.CompletedTask;
        public void Dispose() { }
    }
}

namespace QuestPDF.Fluent
{
    public interface IDocument { }
    public static class Document
    {
        public static IDocument Create(Action<Page> page) => null!;
        public static void GeneratePdf(this IDocument document, Stream stream) { }
        public static byte[] GeneratePdf(this IDocument document) => [];
    }
    public sealed class Page { public Page Text(string text) => this; }
}

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlParameterCollection { public void AddWithValue(string name, object value) { } }
    public sealed class SqlConnection(string text) : System.Data.Common.DbConnection
    {
        [System.Diagnostics.CodeAnalysis.AllowNull] public override string ConnectionString { get; set; } = text;
        public override string Database => "";
        public override string DataSource => "";
        public override string ServerVersion => "";
        public override System.Data.ConnectionState State => default;
        public override void ChangeDatabase(string databaseName) { }
        public override void Close() { }
        public override void Open() { }
        protected override System.Data.Common.DbTransaction BeginDbTransaction(System.Data.IsolationLevel l) => null!;
        protected override System.Data.Common.DbCommand CreateDbCommand() => null!;
    }
    public sealed class SqlCommand : System.Data.Common.DbCommand
    {
        public SqlCommand() { }
        public SqlCommand(string text, SqlConnection connection) { }
        public new SqlParameterCollection Parameters => new();
        [System.Diagnostics.CodeAnalysis.AllowNull] public override string CommandText { get; set; } = "";
        public override int CommandTimeout { get; set; }
        public override System.Data.CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override System.Data.UpdateRowSource UpdatedRowSource { get; set; }
        protected override System.Data.Common.DbConnection? DbConnection { get; set; }
        protected override System.Data.Common.DbParameterCollection DbParameterCollection => null!;
        protected override System.Data.Common.DbTransaction? DbTransaction { get; set; }
        public override void Cancel() { }
        public override int ExecuteNonQuery() => 0;
        public override object? ExecuteScalar() => null;
        public override void Prepare() { }
        protected override System.Data.Common.DbParameter CreateDbParameter() => null!;
        protected override System.Data.Common.DbDataReader ExecuteDbDataReader(System.Data.CommandBehavior b) => null!;
    }
}
