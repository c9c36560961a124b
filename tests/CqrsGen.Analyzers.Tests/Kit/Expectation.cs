using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>A diagnostic that markup asks for.</summary>
public sealed record Expectation(string Id, string File, TextSpan Span);
