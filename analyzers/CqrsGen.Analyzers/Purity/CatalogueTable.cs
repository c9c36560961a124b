namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// What is known of libraries whose bodies are not in the compilation. A line is a type (or a namespace that ends with
/// <c>.*</c>), its members (<c>*</c> at the end for all that begin so), what they do, and where they write to.
/// </summary>
internal static class CatalogueTable
{
    public const string Text =
        """
        CqrsGen.ICommandBus: SendAsync SendAllAsync = Command
        CqrsGen.Dispatcher: SendAsync SendAllAsync = Command
        CqrsGen.IEventBus: PublishAsync = Event
        CqrsGen.Dispatcher: PublishAsync = Event
        MediatR.ISender: Send CreateStream = Request
        MediatR.IMediator: Send CreateStream = Request
        MediatR.Mediator: Send CreateStream = Request
        MediatR.IPublisher: Publish = Event
        MediatR.IMediator: Publish = Event
        MediatR.Mediator: Publish = Event
        Mediator.ISender: Send CreateStream = Request
        Mediator.IMediator: Send CreateStream = Request
        Mediator.IPublisher: Publish = Event
        Mediator.IMediator: Publish = Event
        MassTransit.IPublishEndpoint: Publish = Event
        MassTransit.ISendEndpoint: Send = Write queue
        Wolverine.IMessageBus: SendAsync PublishAsync = Write queue
        EventStore.Client.EventStoreClient: AppendToStreamAsync = Append
        Marten.Events.IEventOperations: Append* StartStream = Append
        SqlStreamStore.IStreamStore: AppendToStream = Append
        Eventuous.IEventWriter: AppendEvents = Append

        Microsoft.EntityFrameworkCore.DbContext: SaveChanges SaveChangesAsync = Write database
        Microsoft.EntityFrameworkCore.RelationalQueryableExtensions: ExecuteUpdate* ExecuteDelete* = Write database
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions: ExecuteUpdate* ExecuteDelete* = Write database
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions: ExecuteSql* = SqlWrite database
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions: SqlQuery* = SqlRead database
        Microsoft.EntityFrameworkCore.RelationalQueryableExtensions: FromSql* = SqlRead database
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions: Migrate MigrateAsync = Write database
        Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade: EnsureCreated* EnsureDeleted* = Write database
        Marten.IDocumentOperations: Store* Insert* Update* Delete* = Track
        Marten.IDocumentSession: Store* Insert* Update* Delete* = Track
        Marten.IDocumentSession: SaveChanges SaveChangesAsync = Write database
        NHibernate.ISession: Save* Update* Delete* Flush* Persist* = Write database
        Microsoft.EntityFrameworkCore.DbContext: Add* Update* Remove* Attach* = Track
        Microsoft.EntityFrameworkCore.DbSet`1: Add* Update* Remove* Attach* = Track
        Microsoft.EntityFrameworkCore.ChangeTracking.*: set_* = Clean
        Microsoft.EntityFrameworkCore.Infrastructure.*: set_* = Clean
        System.Data.*: set_* = Clean
        System.Data.IDbCommand: ExecuteNonQuery = SqlWrite database
        System.Data.IDbCommand: ExecuteScalar ExecuteReader = SqlRead database
        System.Data.Common.DbCommand: ExecuteNonQuery ExecuteNonQueryAsync = SqlWrite database
        System.Data.Common.DbCommand: ExecuteScalar* ExecuteReader* = SqlRead database
        System.Data.Common.DbBatch: ExecuteNonQuery* = Write database
        System.Data.Common.DbDataAdapter: Update = Write database
        Microsoft.Data.SqlClient.SqlBulkCopy: WriteToServer* = Write database
        System.Data.SqlClient.SqlBulkCopy: WriteToServer* = Write database
        Npgsql.NpgsqlConnection: BeginBinaryImport* BeginTextImport* = SqlWrite database
        Dapper.SqlMapper: Execute ExecuteAsync = SqlWrite database
        Dapper.SqlMapper: ExecuteScalar* ExecuteReader* Query* = SqlRead database
        MongoDB.Driver.IMongoCollection`1: Insert* Update* Delete* Replace* BulkWrite* FindOneAnd* = Write database
        EFCore.BulkExtensions.DbContextBulkExtensions: BulkInsert* BulkUpdate* BulkDelete* = Write database
        EFCore.BulkExtensions.DbContextBulkExtensions: BulkSaveChanges* Truncate* = Write database
        Dapper.Contrib.Extensions.SqlMapperExtensions: Insert* Update* Delete* = Write database
        LinqToDB.DataExtensions: Insert* Update* Delete* = Write database
        Amazon.DynamoDBv2.IAmazonDynamoDB: PutItem* UpdateItem* DeleteItem* BatchWrite* TransactWrite* = Write database
        Amazon.DynamoDBv2.DataModel.IDynamoDBContext: Save* Delete* = Write database
        Azure.Data.Tables.TableClient: Add* Update* Upsert* Delete* SubmitTransaction* Create* = Write database
        Elastic.Clients.Elasticsearch.ElasticsearchClient: Index* Update* Delete* Bulk* Create* = Write database
        Nest.IElasticClient: Index* Update* Delete* Bulk* Create* = Write database
        Microsoft.Azure.Cosmos.Container: Create* Upsert* Replace* Delete* Patch* = Write database

        System.Net.Http.HttpClient: PostAsync = Post HTTP
        System.Net.Http.HttpClient: PutAsync PatchAsync DeleteAsync = Write HTTP
        System.Net.Http.HttpMessageInvoker: Send SendAsync = HttpRequest HTTP
        System.Net.Http.HttpClient: Send SendAsync = HttpRequest HTTP
        System.Net.Http.Json.HttpClientJsonExtensions: Post* = Post HTTP
        System.Net.Http.Json.HttpClientJsonExtensions: Put* Patch* Delete* = Write HTTP
        System.Net.WebClient: Upload* = Write HTTP
        RestSharp.RestClientExtensions: Post* = Post HTTP
        RestSharp.RestClientExtensions: Put* Patch* Delete* = Write HTTP
        Flurl.Http.GeneratedExtensions: Post* = Post HTTP
        Flurl.Http.GeneratedExtensions: Put* Patch* Delete* = Write HTTP

        System.IO.File: Write* Append* Create* Copy Delete Move Replace Encrypt Decrypt Set* = Write file
        System.IO.File: OpenWrite = Write file
        System.IO.File: Open = Open file
        System.IO.FileStream: .ctor = Open file
        System.IO.StreamWriter: .ctor = Open file
        System.IO.FileInfo: Create* AppendText CopyTo Delete MoveTo Replace OpenWrite = Write file
        System.IO.FileInfo: Open = Open file
        System.IO.Directory: Create* Delete Move Set* = Write file
        System.IO.DirectoryInfo: Create* Delete MoveTo = Write file

        System.Diagnostics.Process: Start = Start process
        System.Diagnostics.Process: Kill = Write process
        System.Environment: SetEnvironmentVariable Exit FailFast = Write process
        System.Environment: set_CurrentDirectory set_ExitCode = Write process

        Hangfire.IBackgroundJobClient: Create ChangeState = Write queue
        Hangfire.BackgroundJobClientExtensions: Enqueue* Schedule* Delete Requeue = Write queue
        Hangfire.BackgroundJob: Enqueue* Schedule* Delete Requeue = Write queue
        Quartz.IScheduler: ScheduleJob* TriggerJob DeleteJob* AddJob = Write queue
        RabbitMQ.Client.IModel: BasicPublish* Queue* Exchange* = Write queue
        RabbitMQ.Client.IChannel: BasicPublish* Queue* Exchange* = Write queue
        RabbitMQ.Client.IChannelExtensions: BasicPublish* Queue* Exchange* = Write queue
        Azure.Messaging.ServiceBus.ServiceBusSender: SendMessage* ScheduleMessage* CancelScheduled* = Write queue
        Azure.Messaging.EventHubs.Producer.EventHubProducerClient: SendAsync = Write queue
        Azure.Storage.Queues.QueueClient: Send* Delete* Create* Clear* Update* = Write queue
        Confluent.Kafka.IProducer`2: Produce ProduceAsync = Write queue
        StackExchange.Redis.ISubscriber: Publish PublishAsync = Write queue
        StackExchange.Redis.IDatabase: Publish = Write queue
        StackExchange.Redis.IDatabaseAsync: PublishAsync = Write queue
        Amazon.SQS.IAmazonSQS: SendMessage* DeleteMessage* = Write queue
        Amazon.SimpleNotificationService.IAmazonSimpleNotificationService: Publish* = Write queue
        Azure.Storage.Blobs.BlobClient: Upload* = Write blob
        Azure.Storage.Blobs.Specialized.BlobBaseClient: Delete* SetMetadata* StartCopy* = Write blob
        Azure.Storage.Blobs.BlobContainerClient: Upload* Delete* Create* = Write blob
        Amazon.S3.IAmazonS3: Put* Delete* Copy* = Write blob

        System.Net.Mail.SmtpClient: Send SendAsync SendMailAsync = Write mail
        MailKit.MailTransport: Send SendAsync = Write mail
        MailKit.Net.Smtp.SmtpClient: Send SendAsync = Write mail
        FluentEmail.Core.IFluentEmail: Send* = Write mail
        SendGrid.ISendGridClient: SendEmailAsync = Write mail
        SendGrid.SendGridClient: SendEmailAsync = Write mail

        Microsoft.AspNetCore.Http.HttpResponse: set_StatusCode set_ContentType set_ContentLength = Write response
        Microsoft.AspNetCore.Http.HttpResponse: Redirect = Write response
        Microsoft.AspNetCore.Http.HttpResponseWritingExtensions: WriteAsync = Write response
        Microsoft.AspNetCore.Http.HttpResponseJsonExtensions: WriteAsJsonAsync = Write response
        Microsoft.AspNetCore.Http.SendFileResponseExtensions: SendFileAsync = Write response
        Microsoft.AspNetCore.Http.IHeaderDictionary: set_* = Response response
        Microsoft.AspNetCore.Http.HeaderDictionaryExtensions: Append* SetCommaSeparatedValues = Response response
        Microsoft.AspNetCore.Http.IResponseCookies: Append Delete = Write response
        Microsoft.AspNetCore.Http.ISession: Set Remove Clear = Write session
        Microsoft.AspNetCore.Http.SessionExtensions: Set* = Write session
        Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions: SignIn* SignOut* = Write response
        Microsoft.AspNetCore.Identity.SignInManager`1: SignIn* SignOut* PasswordSignIn* RefreshSignIn* = Write response
        Microsoft.AspNetCore.Identity.UserManager`1: Create* Update* Delete* Add* Remove* Set* Change* = Write database
        Microsoft.AspNetCore.Identity.UserManager`1: Reset* Confirm* AccessFailed* = Write database
        Microsoft.AspNetCore.Identity.RoleManager`1: Create* Update* Delete* Add* Remove* Set* = Write database
        Microsoft.AspNetCore.SignalR.IClientProxy: SendCoreAsync = Write clients
        Microsoft.AspNetCore.SignalR.ClientProxyExtensions: SendAsync = Write clients

        Microsoft.Extensions.Logging.ILogger: Log = Write log
        Microsoft.Extensions.Logging.LoggerExtensions: Log* = Write log
        Microsoft.Extensions.Caching.Memory.IMemoryCache: CreateEntry Remove = Write cache
        Microsoft.Extensions.Caching.Memory.CacheExtensions: Set = Write cache
        Microsoft.Extensions.Caching.Distributed.IDistributedCache: Set SetAsync Refresh* Remove* = Write cache
        Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions: Set* = Write cache
        Microsoft.Extensions.Caching.Hybrid.HybridCache: Set* Remove* = Write cache
        Microsoft.AspNetCore.OutputCaching.IOutputCacheStore: Set* Evict* = Write cache
        StackExchange.Redis.IDatabase: StringSet* StringIncrement* StringDecrement* StringAppend* = Write cache
        StackExchange.Redis.IDatabase: KeyDelete* KeyExpire* HashSet* HashDelete* HashIncrement* = Write cache
        StackExchange.Redis.IDatabase: ListLeftPush* ListRightPush* SetAdd* SetRemove* SortedSetAdd* = Write cache
        StackExchange.Redis.IDatabaseAsync: StringSet* StringIncrement* StringDecrement* StringAppend* = Write cache
        StackExchange.Redis.IDatabaseAsync: KeyDelete* KeyExpire* HashSet* HashDelete* HashIncrement* = Write cache
        StackExchange.Redis.IDatabaseAsync: ListLeftPush* ListRightPush* SetAdd* SetRemove* = Write cache

        System.Collections.Immutable.*: * = Clean
        System.Collections.Frozen.*: * = Clean
        System.Collections.Concurrent.ConcurrentDictionary`2: GetOrAdd = Memoize
        System.Collections.*: Add* TryAdd Append* Clear Remove* TryRemove Insert* Sort Reverse = Mutate
        System.Collections.*: Push* Pop TryPop* Enqueue* Dequeue* TryDequeue TryUpdate TryTake Set SetAll = Mutate
        System.Collections.*: UnionWith ExceptWith IntersectWith SymmetricExceptWith set_Item = Mutate
        System.Collections.*: ForEach ConvertAll Exists Find* TrueForAll = Run
        System.Text.StringBuilder: Append* Clear Insert Remove Replace set_Length set_Chars = Mutate
        System.Array: Sort Reverse Clear Fill = MutateArgument
        System.Array: ForEach ConvertAll Exists Find* TrueForAll = Run
        System.Threading.Interlocked: Increment Decrement Add And Or Exchange CompareExchange = MutateArgument
        System.Threading.Volatile: Write = MutateArgument
        System.Threading.LazyInitializer: EnsureInitialized = Memoize

        System.Linq.*: * = Run
        System.Lazy`1: .ctor = Run
        System.Threading.Tasks.Task: Run ContinueWith = Run
        System.Threading.Tasks.Task`1: ContinueWith = Run
        System.Threading.Tasks.TaskFactory: StartNew = Run
        System.Threading.Tasks.TaskFactory`1: StartNew = Run
        System.Threading.Tasks.Parallel: * = Run
        System.Threading.ThreadPool: QueueUserWorkItem UnsafeQueueUserWorkItem = Run
        Microsoft.Extensions.Caching.Memory.CacheExtensions: GetOrCreate* = Run
        Microsoft.Extensions.Caching.Hybrid.HybridCache: GetOrCreate* = Run
        Microsoft.EntityFrameworkCore.Storage.IExecutionStrategy: Execute* = Run
        Microsoft.EntityFrameworkCore.ExecutionStrategyExtensions: Execute* = Run
        Polly.*: Execute* = Run
        """;
}
