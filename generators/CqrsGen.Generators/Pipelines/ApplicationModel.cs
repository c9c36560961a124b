using CqrsGen.Generators.Common;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Registration;

namespace CqrsGen.Generators.Pipelines;

/// <summary>What an assembly's declarations and references add up to: one model per generated file.</summary>
internal sealed record ApplicationModel(
    EquatableArray<PipelineModel> Pipelines, RoutesModel Routes, ModuleModel Manifest, RegistrationModel Registration);
