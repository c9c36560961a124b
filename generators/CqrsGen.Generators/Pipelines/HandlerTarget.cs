namespace CqrsGen.Generators.Pipelines;

/// <summary>What a pipeline ends in: the entry of a handler, here or in a module.</summary>
/// <param name="Call">
/// What stands before the arguments: <c>PlaceOrder_Handle</c>, with the module's routes in front.
/// </param>
/// <param name="Display">The handler as a person reads it.</param>
/// <param name="Cref">The handler for documentation; null where it cannot be named from here.</param>
/// <param name="IsScoped">Whether it needs a scope.</param>
/// <param name="Order">Its place among the handlers of an event.</param>
/// <param name="IsMethod">Whether it is a marked method, not a class.</param>
internal sealed record HandlerTarget(
    string Call, string Display, string? Cref, bool IsScoped, int Order, bool IsMethod);
