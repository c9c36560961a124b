namespace CqrsGen.Generators.Common;

/// <summary>The names of the generator's steps, for tests of incrementality.</summary>
internal static class StepNames
{
    public const string Facts = "CqrsGen.Facts";
    public const string Messages = "CqrsGen.Messages";
    public const string Handlers = "CqrsGen.Handlers";
    public const string HandlerMethods = "CqrsGen.HandlerMethods";
    public const string Middleware = "CqrsGen.Middleware";
    public const string Validators = "CqrsGen.Validators";
    public const string BuiltIns = "CqrsGen.BuiltIns";
    public const string Aliases = "CqrsGen.Aliases";
    public const string Composes = "CqrsGen.Composes";
    public const string Modules = "CqrsGen.Modules";
    public const string Application = "CqrsGen.Application";
    public const string ContainerFree = "CqrsGen.ContainerFree";
    public const string MessageMap = "CqrsGen.MessageMap";
    public const string Completions = "CqrsGen.Completions";
    public const string Validation = "CqrsGen.Validation";
    public const string Pipelines = "CqrsGen.Pipelines";
    public const string Findings = "CqrsGen.Findings";
    public const string Routes = "CqrsGen.Routes";
    public const string Manifest = "CqrsGen.Manifest";
    public const string Registration = "CqrsGen.Registration";
}
