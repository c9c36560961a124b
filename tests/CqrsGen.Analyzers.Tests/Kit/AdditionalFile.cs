using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>A file beside the sources.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
