using CqrsGen.Generators.Tests.Fuzz;
using CqrsGen.Generators.Tests.Modules;

namespace CqrsGen.Generators.Tests.Incremental;

/// <summary>
/// A host with something of everything, which refers to a module, and the edits that its steps are held to.
/// </summary>
internal static class StepProject
{
    private const string Validator =
        """
        namespace Shop.Orders;

        internal sealed class CancelOrderValidator : IValidator<CancelOrder>
        {
            public ValueTask ValidateAsync(
                CancelOrder message, ValidationErrors errors, CancellationToken cancellationToken) => default;
        }
        """;

    public static SourceProject Shop { get; } =
        (ShopSources.Project with { Sources = [.. ShopSources.Project.Sources, Validator] })
            .Referencing(Shops.Contracts);

    public static Edit EditOf(string name) => name switch
    {
        "nothing" => Edit.Nothing,
        "an unrelated file" => Edit.UnrelatedFile,
        "comments" => Edit.CommentAtTheTop,
        "a handler's body" => Edit.Replace(
            "var id = orders.Add(command.Customer);", "var id = orders.Add(command.Customer + \"!\");"),
        "a marked method's body" => Edit.Replace("=> query.What.Length;", "=> query.What.Length + 1;"),
        "a private member" => Edit.Replace(
            "public static class OrderQueries\n{",
            "public static class OrderQueries\n{\n    private static int s_count;"),
        "an unrelated reference" => Edit.Of(name, static compilation => compilation.AddReferences(
            Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(Emitted.Of(compilation
                .RemoveAllSyntaxTrees()
                .WithAssemblyName("Unrelated")
                .WithReferences(FrameworkReferences.All)).Assembly))),
        "a module less" => Edit.Of(
            name, static compilation => compilation.RemoveReferences(compilation.References.Last())),
        "a new message" => Edit.AddFile("[Command] public sealed partial record Added : ICommand<int>;"),
        "a renamed message" => Edit.Replace("OrderCancelled", "OrderRevoked"),
        "a message's option" => Edit.Replace("TimeoutSeconds = 5", "TimeoutSeconds = 6"),
        "a handler's dependency" => Edit.Replace(
            "int CountThem(Count query, [FromKeyedServices(\"all\")] IOrders",
            "int CountThem(Count query, [FromKeyedServices(\"most\")] IOrders"),
        "a middleware's order" => Edit.Replace("Order = 150", "Order = 160"),
        "the built-in middleware" => Edit.Replace(
            "BuiltInMiddleware(BuiltIn.All)", "BuiltInMiddleware(BuiltIn.Logging)"),
        "an alias" => Edit.AddFile("using Handles = CqrsGen.HandlerAttribute;"),
        "a rule" => Edit.Replace("Range(1, 99)", "Range(1, 98)"),
        "a validator" => Edit.Replace(
            "CancelOrderValidator : IValidator<CancelOrder>", "CancelOrderRules : IValidator<CancelOrder>"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such edit."),
    };
}
