using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>An .editorconfig that remembers what it was asked.</summary>
internal sealed class CountingConfig(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>How many times it was asked about a file.</summary>
    public int Asked => _asked;

    /// <summary>The keys that were asked for.</summary>
    public IEnumerable<string> Keys => _keys.Keys.Order(StringComparer.Ordinal);

    public override AnalyzerConfigOptions GlobalOptions => new Options(this);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree)
    {
        Interlocked.Increment(ref _asked);
        return GlobalOptions;
    }

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(CountingConfig config) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = config.Values;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            config._keys[key] = true;
            return _values.TryGetValue(key, out value);
        }
    }

    private Dictionary<string, string> Values => values;
}
