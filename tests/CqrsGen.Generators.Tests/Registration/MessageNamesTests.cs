using System.Text;
using CqrsGen.Infrastructure;

namespace CqrsGen.Generators.Tests.Registration;

/// <summary>The routes list the wire names of their messages, whatever those look like.</summary>
public sealed class MessageNamesTests
{
    [Theory]
    [InlineData("", "Go\n")]
    [InlineData("Name = \"shop.go\"", "shop.go\n")]
    [InlineData("Name = \" go \"", " go \n")]
    [InlineData("Name = \"gö → {0} \\\\ /*\"", "gö → {0} \\ /*\n")]
    [InlineData("Name = \"\\\"\"", "\"\n")]
    [InlineData("Name = \"a\\\"\\\"\\\"\\\"b\"", "a\"\"\"\"b\n")]
    [InlineData("Name = \"go\\nlater\"", "")] // Two lines would be two names: it is left out, and not checked.
    public void TheNameStandsInALineOfItsOwn(string options, string lines)
    {
        string source =
            $$"""
            [Command({{options}})] public sealed partial record Go : ICommand;
            [Event] internal sealed partial record Went : IEvent;
            public static class Handlers
            {
                [Handler] public static void Go(Go command) { }
            }
            """;
        using var program = GeneratorRun.Of(new SourceProject("Shop", source)).ShouldCompileWithoutWarnings().Load();
        var type = program.Type("CqrsGen.Generated.Shop_Routes");
        var routes = (Routes)type.GetConstructor([typeof(Composition)])!.Invoke([null]);

        string names = Encoding.UTF8.GetString(routes.MessageNames);

        names.Split('\n').Order(StringComparer.Ordinal).ShouldBe(
            (lines + "Went").Split('\n').Order(StringComparer.Ordinal));
    }
}
