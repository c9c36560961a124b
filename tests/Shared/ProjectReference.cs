namespace CqrsGen.TestKit;

/// <summary>A reference from one test project to another.</summary>
public sealed record ProjectReference(SourceProject Project, ReferenceKind Kind);
