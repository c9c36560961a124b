using CqrsGen.Analyzers.Purity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>The catalogue names what is there.</summary>
public sealed class CatalogueTests
{
    private static readonly CSharpCompilation s_compilation = CSharpCompilation.Create(
        "Names", references: LibraryReferences.All);

    /// <summary>Names of older versions than the ones here.</summary>
    private static readonly (string Type, string Name)[] s_old =
    [
        ("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "ExecuteDelete*"),
        ("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "ExecuteUpdate*"),
    ];

    /// <summary>Every member of the table, of the types that can be had here.</summary>
    public static TheoryData<string, string> Members
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (type, entries) in Catalogue.Table.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                if (!type.EndsWith(".*", StringComparison.Ordinal)
                    && s_compilation.GetTypeByMetadataName(type) is not null)
                {
                    entries.Select(static entry => entry.Name + (entry.IsPrefix ? "*" : "")).Distinct()
                        .Where(name => !s_old.Contains((type, name))).ToList()
                        .ForEach(name => data.Add(type, name));
                }
            }

            return data;
        }
    }

    /// <summary>By their documentation IDs, what each name stands for is found again in the catalogue.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public void EveryNameIsBoundToMembers(string type, string name)
    {
        var catalogue = new Catalogue();
        var methods = s_compilation.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            .Where(method => name.EndsWith('*')
                ? method.Name.StartsWith(name[..^1], StringComparison.Ordinal)
                : method.Name == name)
            .ToList();

        methods.ShouldNotBeEmpty();
        foreach (var method in methods)
        {
            string id = method.GetDocumentationCommentId()!;
            DocumentationCommentId.GetFirstSymbolForDeclarationId(id, s_compilation).ShouldBe(
                method, SymbolEqualityComparer.Default, id);
            catalogue.Find(method).ShouldNotBeNull(id);
        }
    }

    /// <summary>Packages that cannot be restored here: their names stand in the catalogue unproven.</summary>
    [Fact]
    public void TheseTypesAreNotBound() =>
        Catalogue.Table.Keys
            .Where(static type => !type.EndsWith(".*", StringComparison.Ordinal))
            .Where(static type => s_compilation.GetTypeByMetadataName(type) is null)
            .Order(StringComparer.Ordinal)
            .ShouldBe(
            [
                "Amazon.DynamoDBv2.DataModel.IDynamoDBContext",
                "Amazon.DynamoDBv2.IAmazonDynamoDB",
                "Amazon.S3.IAmazonS3",
                "Amazon.SQS.IAmazonSQS",
                "Amazon.SimpleNotificationService.IAmazonSimpleNotificationService",
                "Azure.Data.Tables.TableClient",
                "Azure.Messaging.EventHubs.Producer.EventHubProducerClient",
                "Azure.Messaging.ServiceBus.ServiceBusSender",
                "Azure.Storage.Blobs.BlobClient",
                "Azure.Storage.Blobs.BlobContainerClient",
                "Azure.Storage.Blobs.Specialized.BlobBaseClient",
                "Azure.Storage.Queues.QueueClient",
                "Confluent.Kafka.IProducer`2",
                "Dapper.Contrib.Extensions.SqlMapperExtensions",
                "EFCore.BulkExtensions.DbContextBulkExtensions",
                "Elastic.Clients.Elasticsearch.ElasticsearchClient",
                "EventStore.Client.EventStoreClient",
                "Eventuous.IEventWriter",
                "FluentEmail.Core.IFluentEmail",
                "Flurl.Http.GeneratedExtensions",
                "Hangfire.BackgroundJob",
                "Hangfire.BackgroundJobClientExtensions",
                "Hangfire.IBackgroundJobClient",
                "LinqToDB.DataExtensions",
                "MailKit.MailTransport",
                "MailKit.Net.Smtp.SmtpClient",
                "Marten.Events.IEventOperations",
                "Marten.IDocumentOperations",
                "Marten.IDocumentSession",
                "MediatR.IMediator",
                "MediatR.IPublisher",
                "MediatR.ISender",
                "MediatR.Mediator",
                "Mediator.IMediator",
                "Mediator.IPublisher",
                "Mediator.ISender",
                "Microsoft.Azure.Cosmos.Container",
                "Microsoft.Data.SqlClient.SqlBulkCopy",
                "MongoDB.Driver.IMongoCollection`1",
                "NHibernate.ISession",
                "Nest.IElasticClient",
                "Quartz.IScheduler",
                "RabbitMQ.Client.IModel",
                "RestSharp.RestClientExtensions",
                "SendGrid.ISendGridClient",
                "SendGrid.SendGridClient",
                "SqlStreamStore.IStreamStore",
                "StackExchange.Redis.IDatabase",
                "StackExchange.Redis.IDatabaseAsync",
                "StackExchange.Redis.ISubscriber",
                "System.Data.SqlClient.SqlBulkCopy",
                "Wolverine.IMessageBus",
            ]);

    [Fact]
    public void EveryTargetHasItsWords() =>
        Catalogue.Table.Values.SelectMany(static entries => entries)
            .Select(static entry => entry.Target).Distinct()
            .Where(static target => target is not ("" or "HTTP")
                && QueryEffects.TextOf(target) == QueryEffects.TextOf("HTTP").Replace("HTTP", target))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT 1", false)]
    [InlineData("  select 1", false)]
    [InlineData("insert into t values (1)", true)]
    [InlineData("/* all */ DELETE FROM t", true)]
    [InlineData("-- all\nTRUNCATE TABLE t", true)]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x", false)]
    [InlineData("WITH x AS (UPDATE t SET a = 1 RETURNING a) SELECT * FROM x", true)]
    [InlineData("SELECT id FROM t FOR UPDATE SKIP LOCKED", false)]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x FOR UPDATE", false)]
    [InlineData("SELECT 'a; DELETE FROM t'", false)]
    [InlineData("SELECT 1; DELETE FROM t", true)]
    [InlineData("SET NOCOUNT ON\nUPDATE t SET a = 1", true)]
    [InlineData("SET TRANSACTION ISOLATION LEVEL SNAPSHOT", false)]
    [InlineData("IF EXISTS (SELECT 1) UPDATE t SET a = 1", true)]
    [InlineData("DECLARE @t TABLE (id int)\nINSERT INTO @t SELECT 1\nSELECT * FROM @t", false)]
    [InlineData("CREATE TABLE #t (id int)", false)]
    [InlineData("CREATE TEMPORARY TABLE t (id int)", false)]
    [InlineData("INSERT INTO [#t] VALUES (1)", false)]
    [InlineData("INSERT INTO [t] VALUES (1)", true)]
    [InlineData("UPDATE \"orders\" SET a = 1", true)]
    [InlineData("COPY t (a, b) FROM STDIN", true)]
    [InlineData("COPY t TO STDOUT", false)]
    [InlineData("COPY (SELECT a FROM t) TO STDOUT", false)]
    [InlineData("EXEC sp_set_session_context @key = N'Tenant'", false)]
    [InlineData("EXEC something", null)]
    [InlineData("", null)]
    [InlineData("-- nothing", null)]
    public void TheFirstWordOfSqlDecides(string sql, bool? writes) => Sql.Writes(sql, []).ShouldBe(writes);
}
