using CqrsGen.Generators.Handlers;

namespace CqrsGen.Generators.Pipelines;

/// <summary>A handler of this assembly with the names of its generated members.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Entry">The method that calls it, without any middleware.</param>
/// <param name="Instance">The name that its instance's members are made of; empty where none is needed.</param>
/// <param name="OwnsInstance">
/// Whether the instance's members are written here, and not with another message of the class.
/// </param>
/// <param name="IsMessagePublic">Whether the entry is visible to other assemblies.</param>
internal sealed record HandlerEntry(
    HandlerModel Handler, string Entry, string Instance, bool OwnsInstance, bool IsMessagePublic)
{
    public bool IsScoped => Handler.NeedsInstance && !Handler.IsSingleton;

    /// <summary>
    /// The class whose instance is kept: the handler's, or the generated one that holds a method's dependencies.
    /// </summary>
    public string InstanceType => Handler.MethodDependencies.Count > 0 ? Instance + "_Call" : Handler.Type;
}
