namespace CqrsGen.Rules;

/// <summary>When a hook runs.</summary>
internal enum HookKind
{
    Before,
    After,
    Failed,
    Finally,
}
