using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// A run of hooks, and the around middleware inside it; the innermost level has none, and ends in the handler.
/// </summary>
internal sealed record PipelineLevel(EquatableArray<StageModel> Hooks, StageModel? Around);
