using CqrsGen.Analyzers.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class ReflectingHandlerTests : RuleTests<ReflectingHandlerAnalyzer>
{
    [Fact]
    public Task MakingAGenericType_Reports() => CheckMessage(
        "Handlers do without reflection: 'DoHandler' uses Type.MakeGenericType, which fails or is slow in a trimmed " +
        "or native application. Write the calls out, or have them generated.",
        InHandler.Body("var type = typeof(List<>).[|MakeGenericType|](command.GetType());"));

    [Theory]
    [InlineData("object? x = Activator.[|CreateInstance|](command.GetType());")]
    [InlineData("var type = Type.[|GetType|](\"Shop.Do\");")]
    [InlineData("var method = command.GetType().[|GetMethod|](\"X\"); method!.[|Invoke|](command, null);")]
    [InlineData("foreach (var p in command.GetType().[|GetProperties|]()) p.[|GetValue|](command);")]
    [InlineData("var types = typeof(Do).Assembly.[|GetTypes|]();")]
    [InlineData("System.Reflection.Assembly.[|LoadFrom|](\"x.dll\");")]
    [InlineData("Delegate d = () => 1; d.[|DynamicInvoke|]();")]
    [InlineData("dynamic d = command; [|d.Run()|];")]
    [InlineData("dynamic d = command; object x = [|d.Name|];")]
    [InlineData("dynamic d = command; object x = [|d[0]|];")]
    [InlineData("dynamic d = 1; object x = [|new string(d, 1)|];")]
    public Task Reflection_Reports(string statements) => Check(InHandler.Body(statements));

    [Theory]
    [InlineData("string name = command.GetType().Name + typeof(Do).FullName;")]
    [InlineData("var x = Activator.CreateInstance<System.Text.StringBuilder>();")]
    [InlineData("bool fits = typeof(Do).IsAssignableFrom(command.GetType());")]
    [InlineData("Func<int> f = () => 1; f.Invoke();")]
    [InlineData("var version = typeof(Do).Assembly.GetName();")]
    public Task WhatIsSafe_IsSilent(string statements) => Check(InHandler.Body(statements));

    [Fact]
    public async Task WhatAHandlerCalls_ReportsWithItsPath()
    {
        var reported = await Check(
            InHandler.Body("new Plugins().[|Make|](command.GetType()); Quiet.Go();"),
            """
            public sealed class Plugins
            {
                public object? Make(Type type) => Deeper(type);
                private static object? Deeper(Type type) => Activator.CreateInstance(type);
            }
            public static class Quiet
            {
                [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("Plug-ins.")]
                public static void Go() => Type.GetType("X");
            }
            """);

        reported.ShouldHaveSingleItem().GetMessage().ShouldContain(
            "'DoHandler' uses Activator.CreateInstance (HandleAsync → Plugins.Make → Deeper → Activator.CreateInstance "
            + "(Source2.cs:4)), which");
    }

    [Fact]
    public Task OtherClassesAndCodeThatSaysSo_AreSilent() => Check(
        InHandler.Members(
            """
            [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("Plug-ins.")]
                public ValueTask HandleAsync(Do command, CancellationToken token)
                {
                    _ = Type.GetType("X");
                    return default;
                }
            """),
        """
        public static class Plugins { public static object? Make(Type type) => Activator.CreateInstance(type); }
        """);
}
