using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Common;

/// <summary>Makes descriptors that are alike in everything but what a rule says.</summary>
internal static class Rule
{
    /// <summary>Where the pages of the rules are.</summary>
    public const string Pages = "https://github.com/cqrsgen/cqrsgen/blob/main/docs/rules/";

    /// <summary>Makes the descriptor of a rule.</summary>
    /// <param name="id">One of <see cref="DiagnosticIds"/>.</param>
    /// <param name="category">The group, one of <see cref="Categories"/>.</param>
    /// <param name="severity">Error only for a certain failure, warning for high confidence, else info.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The rule, then the remedy, naming the symbol.</param>
    /// <param name="description">Why the rule is there.</param>
    /// <param name="isOn">Whether it is on by default: opinions are not.</param>
    public static DiagnosticDescriptor Create(
        string id,
        string category,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        bool isOn = true) =>
        new(id, title, message, category, severity, isOn, description, Pages + id + ".md");
}
