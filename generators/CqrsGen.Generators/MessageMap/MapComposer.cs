using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Rules;

namespace CqrsGen.Generators.MessageMap;

/// <summary>Gathers the map from the pipelines of an assembly.</summary>
internal static class MapComposer
{
    public static EquatableArray<MapEntry> Compose(
        EquatableArray<PipelineModel> pipelines, EquatableArray<Publication> publications) => pipelines
            .Where(static pipeline => pipeline.HasPipeline)
            .OrderBy(static pipeline => pipeline.Message.Kind)
            .ThenBy(static pipeline => pipeline.Message.WireName, StringComparer.Ordinal)
            .Select(pipeline => Entry(pipeline, publications))
            .ToEquatableArray();

    private static MapEntry Entry(PipelineModel pipeline, EquatableArray<Publication> publications)
    {
        var published = pipeline.Entries
            .SelectMany(entry => publications
                .Where(publication => entry.Handler.Type == publication.Type
                    && (!entry.Handler.IsMethod || entry.Handler.Method == publication.Method))
                .Select(publication => new MapPublication(entry.Handler.Display, Readable(publication.Event))))
            .Distinct()
            .ToEquatableArray();
        return new(
            pipeline.Message.WireName,
            Readable(pipeline.Message.Type),
            MessageRules.Word(pipeline.Message.Kind),
            pipeline.Message.Result is { } result ? Readable(result) : null,
            pipeline.Stages.Select(static stage => stage.Name).ToEquatableArray(),
            pipeline.Targets.Select(static target => target.Display).ToEquatableArray(),
            published.Select(static publication => publication.Event).Distinct().ToEquatableArray(),
            published,
            pipeline.Targets.Where(static target => target.IsMethod).Select(static target => target.Display)
                .Distinct().ToEquatableArray());
    }

    private static string Readable(string type) => type.Replace("global::", "");
}
