using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Pipelines;

/// <summary>A generated file and the messages in it: one, as long as there are not too many.</summary>
/// <remarks>
/// The compiler looks through the names of all files of a generator for each that is added. From some thousands on that
/// would take longer than everything else.
/// </remarks>
internal sealed record PipelineFile(string Name, EquatableArray<PipelineModel> Pipelines)
{
    /// <summary>Up to so many messages each has a file of its own; more share twice as many as this at most.</summary>
    public const int MostAlone = 2_000;

    private const int PerBucket = 8;

    /// <summary>The files of an assembly, in the places that they keep when others come and go.</summary>
    public static IEnumerable<EquatableArray<PipelineFile>> Of(EquatableArray<PipelineModel> pipelines) => Buckets
        .Of(pipelines, static pipeline => pipeline.File)
        .Select((bucket, index) => pipelines.Count <= MostAlone
            ? bucket.Select(static pipeline => new PipelineFile(pipeline.File, [pipeline])).ToEquatableArray()
            : Buckets.Of(bucket, static pipeline => pipeline.Message.Type, PerBucket)
                .Select((shared, part) => new PipelineFile($"CqrsGen.Messages.{(index * PerBucket) + part}", shared))
                .Where(static file => file.Pipelines.Count > 0)
                .ToEquatableArray());
}
