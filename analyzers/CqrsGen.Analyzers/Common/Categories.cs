namespace CqrsGen.Analyzers.Common;

/// <summary>The groups of rules, one per thousand of IDs.</summary>
internal static class Categories
{
    public const string Settings = "CqrsGen.Settings";
    public const string Queries = "CqrsGen.Queries";
    public const string Results = "CqrsGen.Results";
    public const string Handlers = "CqrsGen.Handlers";
    public const string Messages = "CqrsGen.Messages";
    public const string Async = "CqrsGen.Async";
}
