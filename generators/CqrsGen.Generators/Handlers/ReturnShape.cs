namespace CqrsGen.Generators.Handlers;

/// <summary>How a handler gives its result.</summary>
internal enum ReturnShape
{
    /// <summary><c>ValueTask</c> or <c>ValueTask&lt;T&gt;</c>.</summary>
    ValueTask,

    /// <summary><c>Task</c> or <c>Task&lt;T&gt;</c>.</summary>
    Task,

    /// <summary>The result itself, or <c>void</c>.</summary>
    Value,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    Stream,
}
