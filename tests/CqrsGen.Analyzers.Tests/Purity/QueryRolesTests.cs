using CqrsGen.Analyzers.Purity;

namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Query handlers of code that does not use CqrsGen.</summary>
public sealed class QueryRolesTests : RuleTests<QueryEffectsAnalyzer>
{
    [Theory]
    [InlineData("MediatR.IRequestHandler`2 where request name ends with Query, Own.IQueryHandler`2", true, true)]
    [InlineData("MediatR.IRequestHandler`2 where request name ends with Query; Own.IQueryHandler`2", true, true)]
    [InlineData("MediatR.IRequestHandler`2 where request name ends with Query", true, false)]
    [InlineData("Own.IQueryHandler`2", false, true)]
    [InlineData("IRequestHandler`2", false, false)]
    public async Task TheInterfacesOfOthersAreRoles(string key, bool isMediatR, bool isOwn)
    {
        string text = isMediatR ? Source : Source.Replace("[|SaveChanges|]", "SaveChanges", StringComparison.Ordinal);
        text = isOwn ? text : text.Replace("[|WriteAllText|]", "WriteAllText", StringComparison.Ordinal);
        var project = Project(text) with
        {
            EditorConfig = new Dictionary<string, string> { ["cqrsgen.query_handlers"] = key },
        };

        await Check(project);
        var reported = await Check(project with { KnowsCqrsGen = false });

        // Without CqrsGen there is nothing to mark with.
        reported.ShouldAllBe(static found => found.GetMessage(null).EndsWith("Move the write into a command."));
    }

    /// <summary>What holds for every file is asked for once; else each file is, since a section may name one.</summary>
    [Fact]
    public void WithoutRolesEveryFileIsAskedOnceForAllRules()
    {
        var compilation = Project([.. Enumerable.Range(0, 50).Select(static n => $"class C{n};")]).Compile();
        var none = new CountingConfig([]);
        var global = new CountingConfig(new() { ["cqrsgen.query_handlers"] = "Own.IQueryHandler`2" });

        QueryRoles.Of(compilation, none).AreStated.ShouldBeFalse();
        QueryRoles.Of(compilation, none).AreStated.ShouldBeFalse();
        new QueryRoles(compilation, global).AreStated.ShouldBeTrue();

        none.Asked.ShouldBe(compilation.SyntaxTrees.Length);
        global.Asked.ShouldBe(0);
    }

    [Fact]
    public Task WithoutRoles_IsSilent()
    {
        string plain = Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var project = Project(plain);

        return Check(project with { KnowsCqrsGen = false });
    }

    [Theory]
    [InlineData("await sender.{|CQG1002:Send|}(new DoCommand(), cancellationToken);", "sends a command: Handle →")]
    [InlineData(
        "await sender.{|CQG1001:Send|}(new Touch(), cancellationToken);",
        "database: Handle → IRequestHandler.Handle ⇒ TouchHandler.Handle → DbContext.SaveChanges")]
    [InlineData("await sender.Send(new Peek(), cancellationToken);", "")]
    [InlineData("await sender.Send(new Foreign(), cancellationToken);", "")]
    [InlineData("await Again<GetQuery>(default!);", "")]
    public async Task ARequestThatIsSentIsFollowedToItsHandler(string statement, string message)
    {
        string text = Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
            .Replace("shop.SaveChanges();", statement, StringComparison.Ordinal);
        var reported = await Check(Project(text) with
        {
            EditorConfig = new Dictionary<string, string>
            {
                ["cqrsgen.query_handlers"] = "MediatR.IRequestHandler`2 where request name ends with Query",
            },
        });

        string.Join('\n', reported).ShouldContain(message);
    }

    private const string Source =
        """
        namespace MediatR
        {
            public interface IRequest<T>;
            public interface IRequestHandler<TRequest, TResponse>
            {
                Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
            }
            public interface ISender { Task<T> Send<T>(IRequest<T> request, CancellationToken token = default); }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { public virtual int SaveChanges() => 0; }
        }
        namespace Own
        {
            public interface IQueryHandler<TQuery, TResult> { TResult Handle(TQuery query); }
        }
        namespace Shop
        {
            using MediatR;
            using Microsoft.EntityFrameworkCore;

            public sealed record GetQuery : IRequest<int>;
            public sealed record DoCommand : IRequest<int>;
            public sealed record Touch : IRequest<int>;
            public sealed record Peek : IRequest<int>;
            public sealed record Foreign : IRequest<int>;

            public sealed class TouchHandler(DbContext shop) : IRequestHandler<Touch, int>
            {
                public Task<int> Handle(Touch request, CancellationToken cancellationToken) =>
                    Task.FromResult(shop.SaveChanges());
            }

            public sealed class PeekHandler : IRequestHandler<Peek, int>
            {
                public Task<int> Handle(Peek request, CancellationToken cancellationToken) => Task.FromResult(1);
            }

            public abstract class HandlerBase<T> : IRequestHandler<T, int>
            {
                public abstract Task<int> Handle(T request, CancellationToken cancellationToken);
            }

            public sealed class GetHandler(DbContext shop, ISender sender) : HandlerBase<GetQuery>
            {
                public override async Task<int> Handle(GetQuery request, CancellationToken cancellationToken)
                {
                    Helper();
                    shop.[|SaveChanges|]();
                    return await sender.Send(request, cancellationToken);
                }

                private static void Helper() { }

                private async Task Again<T>(T request) where T : IRequest<int> => await sender.Send(request);
            }

            public sealed class DoHandler(DbContext shop) : IRequestHandler<DoCommand, int>
            {
                public Task<int> Handle(DoCommand request, CancellationToken cancellationToken) =>
                    Task.FromResult(shop.SaveChanges());
            }

            public sealed class OwnHandler : Own.IQueryHandler<string, int>
            {
                int Own.IQueryHandler<string, int>.Handle(string query)
                {
                    System.IO.File.[|WriteAllText|]("a", query);
                    return 1;
                }
            }
        }
        """;
}
