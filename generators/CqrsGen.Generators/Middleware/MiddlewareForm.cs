namespace CqrsGen.Generators.Middleware;

/// <summary>The forms of middleware.</summary>
internal enum MiddlewareForm
{
    /// <summary>Plain methods, flattened into the pipeline.</summary>
    Hooks,

    /// <summary><c>IMiddleware&lt;TMessage, TResult&gt;</c>.</summary>
    Around,

    /// <summary><c>IStreamMiddleware&lt;TMessage, TItem&gt;</c>.</summary>
    StreamAround,

    /// <summary>The built-in validation: generated code, then the validators of the container.</summary>
    Validation,
}
