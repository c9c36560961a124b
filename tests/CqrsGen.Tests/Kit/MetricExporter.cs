using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CqrsGen.Tests.Kit;

/// <summary>Reads exported metrics back as text.</summary>
internal sealed class MetricExporter : BaseExporter<Metric>
{
    public List<string> Values { get; } = [];

    public List<string> Units { get; } = [];

    public List<double> Bounds { get; } = [];

    public override ExportResult Export(in Batch<Metric> batch)
    {
        Values.Clear();
        foreach (var metric in batch)
        {
            Units.Add($"{metric.Name} {metric.Unit}");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var tags = new List<string>();
                foreach (var tag in point.Tags)
                {
                    tags.Add($"{tag.Key}={tag.Value}");
                }

                Values.Add($"{metric.Name}{{{string.Join(',', tags)}}} {ValueOf(metric, point)}");
            }
        }

        return ExportResult.Success;
    }

    private string ValueOf(Metric metric, in MetricPoint point)
    {
        if (metric.MetricType != MetricType.Histogram)
        {
            return point.GetSumLong().ToString(CultureInfo.InvariantCulture);
        }

        Bounds.Clear();
        foreach (var bucket in point.GetHistogramBuckets())
        {
            if (!double.IsInfinity(bucket.ExplicitBound))
            {
                Bounds.Add(bucket.ExplicitBound);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"count {point.GetHistogramCount()} sum {point.GetHistogramSum():0.######}");
    }
}
