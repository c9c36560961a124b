using CqrsGen.Analyzers.Async;

namespace CqrsGen.Analyzers.Tests.Async;

public sealed class EmittedCodeTests : RuleTests<EmittedCodeAnalyzer>
{
    private const string Usings = "using System.Linq.Expressions; using System.Reflection.Emit; ";

    [Fact]
    public Task ACompiledExpression_Reports() => CheckMessage(
        "Handlers make no code at run time: 'DoHandler' uses Expression.Compile, which a native application " +
        "interprets or refuses. Write a delegate or a method in place of it.",
        Usings + InHandler.Body("Expression<Func<int>> one = () => 1; int x = one.[|Compile|]()();"));

    [Theory]
    [InlineData("LambdaExpression l = Expression.Lambda(Expression.Constant(1)); l.[|Compile|]();")]
    [InlineData("var m = [|new DynamicMethod(\"X\", typeof(int), null)|];")]
    [InlineData("AssemblyBuilder.[|DefineDynamicAssembly|](new(\"X\"), AssemblyBuilderAccess.Run);")]
    public Task EmittedCode_Reports(string statements) => Check(Usings + InHandler.Body(statements));

    [Fact]
    public Task ExpressionsThatOthersReadAndOtherClasses_AreSilent() => Check(
        Usings + InHandler.Body("var found = new List<int>().AsQueryable().Where(x => x > 1);"), Rules);

    [Fact]
    public Task WhatAHandlerCalls_Reports() => Check(
        Usings + InHandler.Body("new Rules().[|Compile|]();"), Rules);

    private const string Rules =
        """
        public sealed class Rules
        {
            public void Compile() => System.Linq.Expressions.Expression.Lambda<Func<int>>(
                System.Linq.Expressions.Expression.Constant(1)).Compile();
        }
        """;
}
