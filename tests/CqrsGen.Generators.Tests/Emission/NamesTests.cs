using CqrsGen.Generators.Pipelines;
using CqrsGen.Generators.Tests.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>Generated members keep out of one another's way, whatever users name their classes.</summary>
public sealed class NamesTests
{
    private const string Pooling = "[assembly: BuiltInMiddleware(BuiltIn.All, PoolStateMachines = true)]";

    [Fact]
    public void ScopedMiddlewareAndAHandlerMayHaveOneName() => Compile(
        """
        public class Service;
        [Command] public sealed partial record Place : ICommand<int>;
        public sealed class Audit(Service service) : ICommandHandler<Place, int>
        {
            public ValueTask<int> HandleAsync(Place command, CancellationToken token) => new(service is null ? 0 : 1);
        }
        [Middleware(Order = 1)]
        public sealed class AuditMiddleware(Service service) { public void Before() => service.ToString(); }
        """);

    [Theory]
    [InlineData("Metrics")]
    [InlineData("Validation")]
    [InlineData("Info")]
    [InlineData("Handle")]
    public void AroundMiddlewareMayBeNamedLikeAListenerOrAPartOfAPipeline(string name) => Compile(
        $$"""
        [Command] public sealed partial record Place : ICommand<int>;
        [Event] public sealed partial record Placed : IEvent;
        public static class Handlers { [Handler] public static int Handle(Place command) => 1; }
        public sealed class {{name}} : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed placed, CancellationToken token) => default;
        }
        [Middleware(Order = 1)]
        public sealed class {{name}}Middleware<TMessage, TResult> : IMiddleware<TMessage, TResult>
        {
            public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken token)
                where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, token);
        }
        """);

    [Fact]
    public void AHandlerMayBeNamedLikeTheValidatorsOfAMessage() => Compile(
        """
        [Command] public sealed partial record Order : ICommand<int>;
        public sealed class OrderValidators : ICommandHandler<Order, int>
        {
            public ValueTask<int> HandleAsync(Order command, CancellationToken token) => new(1);
        }
        """);

    /// <summary>One that no message may take as it is, with its members, gets a number.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("partial ")]
    public void MessagesMayBeNamedLikeEverythingThatGeneratedCodeNames(string partial)
    {
        var names = ReservedNames.Members.Concat(ReservedNames.Locals).Distinct().Except(["global"]).ToList();
        names.Count.ShouldBeGreaterThan(50);
        Compile(
            "namespace Odd\n{\n" + string.Concat(names.Select(name =>
                $"    [Command] public sealed {partial}class {name} : ICommand {{ }}\n")) + "}\n" +
            "namespace Handling\n{\n" + string.Concat(names.Select(static name =>
                $"    public sealed class {name} : ICommandHandler<Odd.{name}>\n    {{\n" +
                $"        public global::System.Threading.Tasks.ValueTask HandleAsync(Odd.{name} command, " +
                "global::System.Threading.CancellationToken token) => default;\n    }\n")) + "}\n");
    }

    [Fact]
    public void NoTwoMembersMeetWhateverTheKindsOfClassesAreNamed()
    {
        var run = GeneratorRun.Of(NameCrossings.Project).ShouldCompileWithoutWarnings();

        string pipeline = run.File("Crossed.Messages.Audit.g");
        pipeline.ShouldContain("ScopedMiddleware.NewAudit");
        pipeline.ShouldContain("_AroundAudit(dispatcher)");
        pipeline.ShouldContain("_Validators;");
    }

    /// <summary>A method of a message's name would hide the type from the code of the class.</summary>
    [Fact]
    public void EveryTypeThatGeneratedCodeCallsByItsShortNameIsReserved()
    {
        var pooled = SampleProject.Shop with { Sources = [.. SampleProject.Shop.Sources, Pooling] };
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in new[] { StepProject.Shop, SampleProject.Shop, pooled, NameCrossings.Project })
        {
            AddTypesInExpressions(GeneratorRun.Of(project), named);
        }

        named.ShouldContain("MethodImplOptions");
        named.ShouldContain("ValidationCalls");
        named.ShouldContain("Unsafe");
        named.Except(ReservedNames.Members).ShouldBeEmpty("Add them to ReservedNames.Members.");
    }

    private static void AddTypesInExpressions(GeneratorRun run, HashSet<string> named)
    {
        foreach (var tree in run.Files.Select(static file => file.SyntaxTree))
        {
            var model = run.Output.GetSemanticModel(tree);
            foreach (var access in tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            {
                if (access.Expression is IdentifierNameSyntax name
                    && char.IsUpper(name.Identifier.ValueText[0])
                    && !named.Contains(name.Identifier.ValueText)
                    && access.FirstAncestorOrSelf<NamespaceDeclarationSyntax>()?.Name.ToString() == "CqrsGen.Generated"
                    && model.GetSymbolInfo(name).Symbol is INamedTypeSymbol { ContainingType: null } type
                    && !type.Name.EndsWith("_Routes", StringComparison.Ordinal))
                {
                    named.Add(type.Name);
                }
            }
        }
    }

    private static void Compile(string source) =>
        GeneratorRun.Of(new SourceProject("Names", source)).ShouldCompileWithoutWarnings();
}
