namespace CqrsGen.Generators.Middleware;

/// <summary>What a hook's parameter receives.</summary>
internal enum HookParameterRole
{
    Message,
    Result,
    Exception,
    State,
    Info,
    Context,
    Token,
}
