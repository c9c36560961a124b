using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Settings;

/// <summary>The rules about what is said to the rules.</summary>
internal static class SettingDescriptors
{
    public static readonly DiagnosticDescriptor Unreadable = Rule.Create(
        DiagnosticIds.UnreadableSetting,
        Categories.Settings,
        DiagnosticSeverity.Warning,
        "An option of the analyzers can be read",
        "{0} {1}",
        "An option that cannot be read changes nothing, and nobody would notice.");

    public static readonly DiagnosticDescriptor Line = Rule.Create(
        DiagnosticIds.BaselineLine,
        Categories.Settings,
        DiagnosticSeverity.Warning,
        "A line of a baseline keeps something",
        "Line {0} of '{1}' {2}",
        "A line that keeps nothing hides the finding that somebody brings back later, and makes the file look fuller "
            + "than what is left to do.");
}
