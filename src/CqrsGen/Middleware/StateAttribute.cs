namespace CqrsGen;

/// <summary>
/// Marks what a hook's <c>Before</c> returns as state, and the parameter of <c>After</c>, <c>Failed</c> and
/// <c>Finally</c> that receives it.
/// </summary>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class StateAttribute : Attribute;
