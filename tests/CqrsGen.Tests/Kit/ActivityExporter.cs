using System.Diagnostics;
using OpenTelemetry;

namespace CqrsGen.Tests.Kit;

/// <summary>Keeps exported activities.</summary>
internal sealed class ActivityExporter : BaseExporter<Activity>
{
    public List<Activity> Activities { get; } = [];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var activity in batch)
        {
            Activities.Add(activity);
        }

        return ExportResult.Success;
    }
}
