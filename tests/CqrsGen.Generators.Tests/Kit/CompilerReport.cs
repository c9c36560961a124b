using System.Text;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>Diagnostics with the lines that they are about.</summary>
internal static class CompilerReport
{
    private const int Most = 20;

    public static string Of(Compilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder($"{compilation.AssemblyName} does not compile cleanly:\n");
        foreach (var diagnostic in diagnostics.Where(IsAtLeastWarning).Take(Most))
        {
            text.Append(diagnostic).Append('\n');
            if (diagnostic.Location.SourceTree is { } tree)
            {
                int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
                text.Append("    ").Append(tree.GetText().Lines[line].ToString().Trim()).Append('\n');
            }
        }

        return text.ToString();
    }

    public static bool IsAtLeastWarning(Diagnostic diagnostic) =>
        diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false };
}
