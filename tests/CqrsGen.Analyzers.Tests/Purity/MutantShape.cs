namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>A way to get from a handler to an effect.</summary>
/// <param name="Name">How the table names it.</param>
/// <param name="Call">The statement that goes one step deeper; <c>$</c> stands for the step.</param>
/// <param name="Step">The declaration of the step; <c>$</c> is the step, <c>@</c> what it does.</param>
public sealed record MutantShape(string Name, string Call, string Step)
{
    public static IReadOnlyList<MutantShape> All { get; } =
    [
        new("direct", "$.Run(q);", "static class $ { public static void Run(Get q) { @ } }"),
        new("private method", "new $().Run(q);",
            "sealed class $ { public void Run(Get q) => Inner(q); private void Inner(Get q) { @ } }"),
        new("interface", "I$ next = new $(); next.Run(q);",
            "interface I$ { void Run(Get q); } sealed class $ : I$ { public void Run(Get q) { @ } }"),
        new("base class", "B$ next = new $(); next.Run(q);",
            "abstract class B$ { public abstract void Run(Get q); } "
            + "sealed class $ : B$ { public override void Run(Get q) { @ } }"),
        new("LINQ lambda", "$.Run(q);",
            "static class $ { public static void Run(Get q) => "
            + "Enumerable.Range(0, 1).Select(i => { @ return i; }).ToList(); }"),
        new("local function", "$.Run(q);",
            "static class $ { public static void Run(Get q) { Inner(); void Inner() { @ } } }"),
        new("property", "_ = new $(q).Value;",
            "sealed class $(Get q) { public int Value { get { @ return 1; } } }"),
        new("constructor", "_ = new $(q);", "sealed class $ { public $(Get q) { @ } }"),
        new("iterator", "foreach (int item in $.Run(q)) { }",
            "static class $ { public static IEnumerable<int> Run(Get q) { @ yield return 1; } }"),
        new("async method", "$.Run(q).Wait();",
            "static class $ { public static async Task Run(Get q) { await Task.Yield(); @ } }"),
        new("extension", "q.Run$();", "static class $ { public static void Run$(this Get q) { @ } }"),
        new("generic", "$.Run(1, q);", "static class $ { public static void Run<T>(T first, Get q) { @ } }"),
    ];
}
