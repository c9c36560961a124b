using CqrsGen.Analyzers.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>What the tests of queries share: stand-ins for libraries, and a query to put code into.</summary>
public abstract class PurityTests : RuleTests<QueryEffectsAnalyzer>
{
    private protected const string Libraries =
        """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                public Infrastructure.DatabaseFacade Database => new();
                public virtual int SaveChanges() => 0;
                public virtual Task<int> SaveChangesAsync(CancellationToken token = default) => Task.FromResult(0);
            }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            namespace Infrastructure { public class DatabaseFacade; }
            public static class RelationalDatabaseFacadeExtensions
            {
                public static IEnumerable<T> SqlQuery<T>(
                    this Infrastructure.DatabaseFacade facade, FormattableString sql) => [];
            }
        }
        namespace Dapper
        {
            public static class SqlMapper
            {
                public static int Execute(
                    this System.Data.IDbConnection connection, string sql, object? param = null) => 0;
                public static int Execute(this System.Data.IDbConnection connection, CommandDefinition command) => 0;
                public static IEnumerable<T> Query<T>(
                    this System.Data.IDbConnection connection, string sql, object? param = null) => [];
                public static IEnumerable<T> Query<T>(
                    this System.Data.IDbConnection connection, CommandDefinition command) => [];
            }
        }
        namespace Dapper
        {
            public struct CommandDefinition(string commandText, object? parameters = null)
            {
                public string CommandText { get; set; } = commandText;
                public object? Parameters => parameters;
            }
        }
        namespace EventStore.Client
        {
            public class EventStoreClient
            {
                public Task AppendToStreamAsync(string stream, object data) => Task.CompletedTask;
            }
        }
        namespace Refit
        {
            public sealed class PatchAttribute(string path) : Attribute { public string Path => path; }
            public sealed class GetAttribute(string path) : Attribute { public string Path => path; }
        }
        """;

    private protected const string Query =
        """
        global using System.IO;
        global using System.Net.Http;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Logging;
        global using Dapper;
        global using EventStore.Client;

        public sealed class Shop : DbContext;
        public sealed class Line { public int Count { get; set; } public string? Name; }
        [Query] public sealed partial record Get(int Id) : IQuery<int>
        {
            public List<Line> Lines { get; set; } = [];
            public int Seen { get; set; }
        }
        [Command] public sealed partial record Do : ICommand;
        [Event] public sealed partial record Done : IEvent;
        public sealed class DoHandler : ICommandHandler<Do>
        {
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken) => default;
        }
        """;

    /// <summary>A handler with these statements, which may use what is injected, and these members.</summary>
    private protected static string Handler(string statements, string members = "", string types = "") =>
        $$"""
        public sealed class GetHandler(
            Shop shop, HttpClient http, ILogger<Get> logger, IDispatcher dispatcher, EventStoreClient events,
            System.Data.IDbConnection connection, System.Data.Common.DbCommand command)
            : IQueryHandler<Get, int>
        {
            public async ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken)
            {
                await Task.Yield();
                _ = (shop, http, logger, dispatcher, connection, command, events);
                {{statements}}
                return query.Id;
            }

            {{members}}
        }

        {{types}}
        """;

    private protected static Task CheckHandler(string statements, string members = "", string types = "") =>
        Check(Libraries, Query, Handler(statements, members, types));
}
