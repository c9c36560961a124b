namespace CqrsGen.TestKit;

/// <summary>How a project sees another: an IDE hands over compilations, a build hands over assemblies.</summary>
public enum ReferenceKind
{
    Metadata,
    Compilation,
}
