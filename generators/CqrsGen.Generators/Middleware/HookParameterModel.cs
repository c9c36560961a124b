using CqrsGen.Rules;

namespace CqrsGen.Generators.Middleware;

/// <summary>A parameter of a hook: its role, and the pattern of its type where the role leaves that open.</summary>
internal sealed record HookParameterModel(HookParameterRole Role, string TypePattern);
