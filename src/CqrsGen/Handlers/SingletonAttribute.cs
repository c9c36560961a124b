namespace CqrsGen;

/// <summary>
/// States that a service is registered as a singleton, so that handlers which depend on nothing shorter-lived become
/// singletons too.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, Inherited = false)]
public sealed class SingletonAttribute : Attribute;
