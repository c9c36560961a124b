using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Registration;
using CqrsGen.Generators.Validation;

namespace CqrsGen.Generators.Pipelines;

/// <summary>What an assembly's declarations and references add up to: one model per generated file.</summary>
internal sealed record ApplicationModel(
    EquatableArray<PipelineModel> Pipelines,
    RoutesModel Routes,
    ModuleModel Manifest,
    ContainerFreeModel? ContainerFree,
    RegistrationModel Registration,
    Notices Notices)
{
    /// <summary>The types whose rules are written, each once.</summary>
    public EquatableArray<ValidatedType> Validated => ValidationEmitter.Distinct(Pipelines
        .Select(static pipeline => pipeline.Message.Validation)
        .OfType<ValidationModel>());

    /// <summary>The messages that get their interface from the generator.</summary>
    public EquatableArray<CompletionModel> Completions => Pipelines
        .Where(static pipeline => pipeline.Message.NeedsInterface)
        .Select(static pipeline => new CompletionModel(
            pipeline.File,
            pipeline.Message.Namespace,
            pipeline.Message.Declarations,
            RouteEmitter.Interface(pipeline.Message)))
        .ToEquatableArray();
}
