namespace CqrsGen;

/// <summary>
/// Promises that a member changes nothing that others can see. The analyzers check its body (CQG1001 to CQG1007) and
/// everything that implements or overrides it (CQG1011), and trust calls of it.
/// </summary>
/// <remarks>
/// On a member of an interface it lets queries call what another project implements, and the analyzers of that project
/// hold it to the promise.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class SideEffectFreeAttribute : Attribute;
