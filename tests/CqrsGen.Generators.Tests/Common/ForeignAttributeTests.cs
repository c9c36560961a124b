namespace CqrsGen.Generators.Tests.Common;

/// <summary>Attributes of others that are named like ours change nothing of what is generated.</summary>
public sealed class ForeignAttributeTests
{
    private const string Other =
        """
        namespace Other;

        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        public class OptionsAttribute : Attribute
        {
            public string Name { get; set; } = "";
            public double TimeoutSeconds { get; set; }
            public int Lifetime { get; set; }
            public int Order { get; set; }
        }

        public sealed class CommandAttribute : OptionsAttribute;
        public sealed class QueryAttribute : OptionsAttribute;
        public sealed class HandlerAttribute : OptionsAttribute;
        public sealed class MiddlewareAttribute : OptionsAttribute;

        [AttributeUsage(AttributeTargets.Assembly)]
        public sealed class BuiltInMiddlewareAttribute(int enabled) : Attribute
        {
            public int Enabled { get; } = enabled;
        }
        """;

    private const string Shop =
        """
        namespace Shop;

        public interface IStore;
        [Command] public sealed partial record Go : ICommand<int>;

        """;

    private const string GoHandler =
        """
        public sealed class GoHandler(IStore store) : ICommandHandler<Go, int>
        {
            public ValueTask<int> HandleAsync(Go command, CancellationToken token) => new(store.GetHashCode());
        }
        """;

    [Theory]
    [InlineData(
        "[Other.Command(Name = \"other\", TimeoutSeconds = 99)]",
        "[Other.Command(Name = \"other\", TimeoutSeconds = 99)] [Command(Name = \"mine\")] " +
        "public sealed partial record Stay : ICommand<int>;")]
    [InlineData("[Other.Query]", "[Other.Query] [Command] public sealed partial record Stay : ICommand<int>;")]
    [InlineData(
        "[Other.Command(TimeoutSeconds = 99)]",
        "[Other.Command(TimeoutSeconds = 99)] [Event] public sealed partial record Stay : IEvent;")]
    [InlineData("[Other.Handler(Lifetime = 1, Order = 7)]", "[Other.Handler(Lifetime = 1, Order = 7)] " + GoHandler)]
    [InlineData(
        "[Other.Handler(Lifetime = 1)]",
        "[Other.Handler(Lifetime = 1)] [Handler(Lifetime = HandlerLifetime.Scoped)] " + GoHandler)]
    [InlineData(
        "[Other.Handler(Lifetime = 1)]",
        "public sealed class C { [Other.Handler(Lifetime = 1)] [Handler] " +
        "public int Handle(Go command, IStore store) => 1; }")]
    [InlineData(
        "[Other.Middleware(Order = 5, Lifetime = 1)]",
        "[Other.Middleware(Order = 5, Lifetime = 1)] [Middleware(Order = 7)] " +
        "public sealed class M(IStore store) { public void Before<T>(T message) => store.GetHashCode(); }")]
    public void OneThatIsQualifiedIsNotOurs(string foreign, string source) =>
        Generated(Shop + source).ShouldBe(Generated(Shop + source.Replace(foreign, "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("[Command(Name = \"other\")]")]
    [InlineData("[Command]")]
    public void OneOfAnotherPartIsNotOurs(string foreign)
    {
        string source = "namespace Shop { using Other; " + foreign +
            " public sealed partial record Stay : ICommand<int>; } " +
            "namespace Shop { [Command(Name = \"mine\")] public sealed partial record Stay; }";

        Generated(source).ShouldBe(Generated(source.Replace(foreign, "", StringComparison.Ordinal)));
        Generated(source).ShouldContain("mine");
    }

    [Theory]
    [InlineData("[Handler(Lifetime = 1)]", "public class")]
    [InlineData("[Handler]", "public abstract class")]
    public void OneThatIsInScopeIsNotOurs(string foreign, string declaration)
    {
        string source = "namespace Shop { using Other; " + foreign +
            GoHandler.Replace("public sealed class", declaration, StringComparison.Ordinal) + " }";

        Generated(Shop, source).ShouldBe(Generated(Shop, source.Replace(foreign, "", StringComparison.Ordinal)));
    }

    [Fact]
    public void OneOfTheAssemblyIsNotOurs() => Generated("[assembly: Other.BuiltInMiddleware(0)]", Shop + GoHandler)
        .ShouldBe(Generated("", Shop + GoHandler));

    [Theory]
    [InlineData("[CqrsGen.Command(Name = \"mine\")]")]
    [InlineData("[global::CqrsGen.CommandAttribute(Name = \"mine\")]")]
    public void OursMayBeQualified(string attribute) =>
        Generated("namespace Shop; " + attribute + " public sealed partial record Stay : ICommand<int>;")
            .ShouldBe(Generated(
                "namespace Shop; [Command(Name = \"mine\")] public sealed partial record Stay : ICommand<int>;"));

    [Fact]
    public void AMessageWithAnotherOnesAttributeAloneIsNotMarked()
    {
        var run = GeneratorRun.Of(new SourceProject(
            "Shop", Other, "[Other.Command] public sealed partial record Stay : CqrsGen.ICommand<int>;"));

        run.Output.GetDiagnostics().Where(CompilerReport.IsAtLeastWarning).ShouldHaveSingleItem()
            .GetMessage().ShouldContain("CQG3016");
    }

    [Theory]
    [InlineData("using Other; [Command] public sealed partial record Stay : ICommand<int>;")]
    [InlineData("using Other; [Serializable] [CommandAttribute] public sealed partial record Stay : ICommand<int>;")]
    [InlineData(
        "public static partial class Outer { public sealed class CommandAttribute : Attribute; " +
        "[Command] public sealed partial record Stay : ICommand<int>; }")]
    [InlineData(
        "using CommandAttribute = Other.CommandAttribute; " +
        "[Command] public sealed partial record Stay : ICommand<int>;")]
    public void AnotherOnesAttributeInScopeMarksNothing(string source)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", Other, "namespace Shop { " + source + " }"));

        run.Output.GetDiagnostics().Where(CompilerReport.IsAtLeastWarning).ShouldHaveSingleItem()
            .GetMessage().ShouldContain("CQG3016");
    }

    [Theory]
    [InlineData(ReferenceKind.Metadata)]
    [InlineData(ReferenceKind.Compilation)]
    public void OneOfAReferenceInScopeMarksNothing(ReferenceKind kind)
    {
        const string Source =
            "namespace Shop { using Other; [Command] public sealed partial record Stay : ICommand<int>; }";
        var other = new SourceProject("Other", Other);
        var run = GeneratorRun.Of(new SourceProject("Shop", Source).Referencing(kind, other));

        run.Output.GetDiagnostics().Where(CompilerReport.IsAtLeastWarning).ShouldHaveSingleItem()
            .GetMessage().ShouldContain("CQG3016");
    }

    [Fact]
    public void AnAliasOfAllFilesMarksNothing()
    {
        var run = GeneratorRun.Of(new SourceProject(
            "Shop",
            "global using CommandAttribute = Marks.Mark;",
            "namespace Marks { public sealed class Mark : Attribute; }",
            "namespace Shop { [Command] public sealed partial record Stay : ICommand<int>; }"));

        run.Output.GetDiagnostics().Where(CompilerReport.IsAtLeastWarning).ShouldHaveSingleItem()
            .GetMessage().ShouldContain("CQG3016");
    }

    [Theory]
    [InlineData("using CommandAttribute = CqrsGen.CommandAttribute;")]
    [InlineData("using Other; using CommandAttribute = CqrsGen.CommandAttribute;")]
    [InlineData("")]
    public void OursInScopeMarks(string usings)
    {
        const string Message = "[Command] public sealed partial record Stay : ICommand<int>;";

        Generated("namespace Shop { " + usings + Message + " }").ShouldContain("Accept(");
    }

    private static string Generated(params string[] sources)
    {
        var run = GeneratorRun.Of(new SourceProject("Shop", [.. sources, Other])).ShouldCompileWithoutWarnings();
        return string.Join('\n', run.Files.Select(static file => $"// {file.HintName}\n{file.SourceText}"));
    }
}
