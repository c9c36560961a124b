using System.Reflection;
using System.Text;
using CqrsGen.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Tests.Registration;

/// <summary>The routes list the wire names of their messages, whatever those look like.</summary>
public sealed class MessageNamesTests
{
    [Fact]
    public void AMessageMayBeNamedLikeAMemberOfTheRoutes()
    {
        var names = typeof(Routes)
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Select(static member => member.Name)
            .Where(static name => SyntaxFacts.IsValidIdentifier(name) && !name.Contains('_', StringComparison.Ordinal))
            .Distinct();
        var sources = names.Select(static name =>
            $$"""
            namespace Shop
            {
                [Command] public sealed partial class {{name}} : ICommand<int>;
                public static class {{name}}Handler { [Handler] public static int Handle({{name}} command) => 1; }
            }
            """);

        GeneratorRun.Of(new SourceProject("Shop", [.. sources])).ShouldCompileWithoutWarnings();
    }


    [Theory]
    [InlineData("", "Go")]
    [InlineData("Name = \"shop.Go\"", "shop.Go")]
    [InlineData("Name = \"shop.walk\"", "shop.walk\tGo")] // The type, for who writes that.
    [InlineData("Name = \" go \"", " go \tGo")]
    [InlineData("Name = \"gö → {0} \\\\ /*\"", "gö → {0} \\ /*\tGo")]
    [InlineData("Name = \"\\\"\"", "\"\tGo")]
    [InlineData("Name = \"a\\\"\\\"\\\"\\\"b\"", "a\"\"\"\"b\tGo")]
    [InlineData("Name = \"go\\nlater\"", "")] // Two lines would be two names: it is left out, and not checked.
    public void TheNameStandsInALineOfItsOwn(string options, string lines)
    {
        string source =
            $$"""
            [Command({{options}})] public sealed partial record Go : ICommand;
            [Event] internal sealed partial record Went : IEvent;
            [Query] internal sealed partial record While : IStreamQuery<int>;
            [Query] internal sealed partial record Lazy : IQuery<IAsyncEnumerable<int>>;
            public static class Handlers
            {
                [Handler] public static void Go(Go command) { }
                [Handler] internal static IAsyncEnumerable<int> While(While query) => throw new Exception();
                [Handler] internal static IAsyncEnumerable<int> Lazy(Lazy query) => throw new Exception();
            }
            """;
        using var program = GeneratorRun.Of(new SourceProject("Shop", source)).ShouldCompileWithoutWarnings().Load();
        var type = program.Type("CqrsGen.Generated.Shop_Routes");
        var routes = (Routes)type.GetConstructor([typeof(Composition)])!.Invoke([null]);

        string names = Encoding.UTF8.GetString(routes.MessageNames);

        names.ShouldBe((lines.Length == 0 ? "" : lines + "\n") + "\nWent\n\nWhile\n\nLazy");
    }
}
