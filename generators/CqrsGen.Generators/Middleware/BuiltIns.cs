namespace CqrsGen.Generators.Middleware;

/// <summary>The built-in middleware, as the parser would read it from its source. A test holds it against that.</summary>
internal static class BuiltIns
{
    public static IEnumerable<MiddlewareModel> Of(int enabled)
    {
        _ = enabled;
        return [];
    }
}
