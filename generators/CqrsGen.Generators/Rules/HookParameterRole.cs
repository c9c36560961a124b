namespace CqrsGen.Rules;

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
