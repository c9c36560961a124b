using System.Globalization;
using System.Text;
using CqrsGen.Analyzers.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Every kind of effect, put at the end of every kind of path, at depths 0 to 6.</summary>
public sealed class MutantTests : PurityTests
{
    private const int Deepest = 6;

    private static readonly (string Id, string Statement)[] s_effects =
    [
        ("CQG1001", "Lib.Shop.SaveChanges();"),
        ("CQG1001", "Lib.Shop.SaveChangesAsync();"),
        ("CQG1001", "Lib.Connection.Execute(\"insert into t values (1)\");"),
        ("CQG1001", "Lib.Command.ExecuteNonQuery();"),
        ("CQG1001", "Lib.Http.PostAsync(\"/\", null);"),
        ("CQG1001", "Lib.Http.SendAsync(new HttpRequestMessage(HttpMethod.Put, \"/\"));"),
        ("CQG1001", "File.WriteAllText(\"a\", \"b\");"),
        ("CQG1001", "Directory.Delete(\"a\");"),
        ("CQG1001", "_ = new FileStream(\"a\", FileMode.Create);"),
        ("CQG1001", "System.Diagnostics.Process.Start(\"a\");"),
        ("CQG1001", "Environment.SetEnvironmentVariable(\"a\", \"b\");"),
        ("CQG1001", "new System.Net.Mail.SmtpClient().Send(null!);"),
        ("CQG1001", "Lib.Model.Products.Where(p => p.Id == 1).ExecuteDelete();"),
        ("CQG1001", "Lib.Model.Database.ExecuteSqlRaw(\"update t set a = 1\");"),
        ("CQG1001", "Lib.Model.SaveChanges();"),
        ("CQG1001", "Lib.Npgsql.BeginBinaryImport(\"copy t from stdin binary\");"),
        ("CQG1001", "Lib.Npgsql.CreateCommand().ExecuteNonQuery();"),
        ("CQG1001", "Lib.Http.PutAsJsonAsync(\"/\", 1);"),
        ("CQG1001", "File.Delete(\"a\");"),
        ("CQG1001", "_ = new StreamWriter(\"a\");"),
        ("CQG1001", "new FileInfo(\"a\").MoveTo(\"b\");"),
        ("CQG1001", "RabbitMQ.Client.IChannelExtensions.BasicPublishAsync(Lib.Rabbit, \"a\", \"b\", new byte[1]);"),
        ("CQG1001", "Lib.Endpoint.Send(new Done());"),
        ("CQG1001", "Lib.Context.Response.StatusCode = 404;"),
        ("CQG1001", "Lib.Context.Response.Headers[\"a\"] = \"b\";"),
        ("CQG1001", "Lib.Context.Response.Cookies.Append(\"a\", \"b\");"),
        ("CQG1001", "Lib.Context.Session.SetString(\"a\", \"b\");"),
        ("CQG1001", "Lib.Context.SignOutAsync();"),
        ("CQG1001", "Lib.Users.CreateAsync(new object());"),
        ("CQG1001", "Lib.Hub.Clients.All.SendAsync(\"a\");"),
        ("CQG1003", "Lib.Bus.Publish(new Done());"),
        ("CQG1002", "Lib.Dispatcher.SendAsync(new Do());"),
        ("CQG1003", "Lib.Dispatcher.PublishAsync(new Done());"),
        ("CQG1004", "Lib.Events.AppendToStreamAsync(\"a\", 1);"),
        ("CQG1005", "Lib.Count++;"),
        ("CQG1005", "Lib.Last = 1;"),
        ("CQG1005", "Lib.Seen.Add(1);"),
        ("CQG1005", "Interlocked.Increment(ref Lib.Count);"),
        ("CQG1007", "q.Seen = 1;"),
        ("CQG1007", "q.Lines.Clear();"),
    ];

    private const string EventStore =
        """
        namespace EventStore.Client
        {
            public class EventStoreClient
            {
                public Task AppendToStreamAsync(string stream, object data) => Task.CompletedTask;
            }
        }
        """;

    [Fact]
    public async Task NearlyAllAreFound()
    {
        var compilation = MarkedProject.Of(new SourceProject("Shop", EventStore, Query, Sources()), "")
            .CompileWithoutGenerator().WithReferences(LibraryReferences.All);
        Analysis.Errors(compilation).Where(static error => error.Id != "CS0535").ShouldBeEmpty();
        var reported = (await Analysis.Run(compilation, new QueryEffectsAnalyzer()))
            .Select(static found => (Id: found.Id, Name: found.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]))
            .ToHashSet();
        string table = TableOf((name, id) => reported.Contains((id, name)), out int found, out int all);

        Assert.True(found * 100 >= all * 95, table);
        File.ReadAllText(RulePage.Repository("docs", "guide", "queries.md")).ShouldContain(table);
    }

    private static string TableOf(Func<string, string, bool> isFound, out int found, out int all)
    {
        var table = new StringBuilder("| Construct | Found | Of | Missed |\n|---|---|---|---|\n");
        (found, all) = (0, 0);
        for (int shape = 0; shape < MutantShape.All.Count; shape++)
        {
            var missed = Mutants(shape).Where(mutant => !isFound(mutant.Name, mutant.Id)).ToList();
            int count = Mutants(shape).Count();
            string names = string.Join(", ", missed.Select(static mutant => $"`{mutant.Statement}`").Distinct());
            table.Append(CultureInfo.InvariantCulture,
                $"| {MutantShape.All[shape].Name} | {count - missed.Count} | {count} | {names} |\n");
            found += count - missed.Count;
            all += count;
        }

        return table.Append(CultureInfo.InvariantCulture, $"| all | {found} | {all} | |\n").ToString();
    }

    private static IEnumerable<(string Name, string Id, string Statement, int Depth)> Mutants(int shape) =>
        from depth in Enumerable.Range(0, Deepest + 1)
        from effect in Enumerable.Range(0, s_effects.Length)
        select ($"H{shape}_{effect}_{depth}", s_effects[effect].Id, s_effects[effect].Statement, depth);

    private static string Sources()
    {
        var text = new StringBuilder(
            """
            global using System.Net.Http.Json;
            global using Microsoft.AspNetCore.Authentication;
            global using Microsoft.AspNetCore.Http;
            global using Microsoft.AspNetCore.SignalR;

            public sealed class Product { public int Id { get; set; } }
            public sealed class Model : DbContext { public DbSet<Product> Products { get; set; } = null!; }
            public static class Lib
            {
                public static Model Model => null!;
                public static Npgsql.NpgsqlConnection Npgsql => null!;
                public static RabbitMQ.Client.IChannel Rabbit => null!;
                public static MassTransit.ISendEndpoint Endpoint => null!;
                public static MassTransit.IPublishEndpoint Bus => null!;
                public static HttpContext Context => null!;
                public static Microsoft.AspNetCore.Identity.UserManager<object> Users => null!;
                public static IHubContext<Hub> Hub => null!;
                public static int Count;
                public static int Last { get; set; }
                public static readonly HashSet<int> Seen = [];
                public static Shop Shop => null!;
                public static System.Data.IDbConnection Connection => null!;
                public static System.Data.Common.DbCommand Command => null!;
                public static HttpClient Http => null!;
                public static IDispatcher Dispatcher => null!;
                public static EventStoreClient Events => null!;
            }

            """);
        for (int shape = 0; shape < MutantShape.All.Count; shape++)
        {
            foreach (var (name, _, statement, depth) in Mutants(shape))
            {
                Append(text, MutantShape.All[shape], name, statement, depth);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MutantShape shape, string name, string statement, int depth)
    {
        for (int step = 1; step <= depth; step++)
        {
            string next = step == depth
                ? statement
                : shape.Call.Replace("$", $"{name}_{step + 1}", StringComparison.Ordinal);
            text.AppendLine(shape.Step
                .Replace("$", $"{name}_{step}", StringComparison.Ordinal)
                .Replace("@", next, StringComparison.Ordinal));
        }

        string first = depth == 0 ? statement : shape.Call.Replace("$", $"{name}_1", StringComparison.Ordinal);
        text.AppendLine(CultureInfo.InvariantCulture,
            $$"""
            public sealed class {{name}} : IQueryHandler<Get, int>
            {
                public ValueTask<int> HandleAsync(Get q, CancellationToken cancellationToken)
                {
                    {{first}}
                    return default;
                }
            }
            """);
    }
}
