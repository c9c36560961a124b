namespace CqrsGen.Docs.Tests;

/// <summary>A fenced block of a page, or code that a comment of the page holds for the blocks around it.</summary>
/// <param name="Language">What stands behind the fence, such as <c>csharp</c>.</param>
/// <param name="Line">The line of the page on which the text begins, from 1.</param>
/// <param name="Text">The text between the fences.</param>
/// <param name="Marker">What the marker in front of the block says.</param>
public sealed record Block(string Language, int Line, string Text, Marker Marker)
{
    public bool IsCompiled => Language == "csharp" && !Marker.IsIgnored && !Marker.IsGenerated;
}
