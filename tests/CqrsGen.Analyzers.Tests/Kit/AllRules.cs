using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.CodeFixes.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>Every analyzer and fixer that we ship.</summary>
public static class AllRules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. Make<DiagnosticAnalyzer>(typeof(CqrsAnalyzer)).Where(static one => one is not DiagnosticSuppressor)];

    public static ImmutableArray<CodeFixProvider> Fixers { get; } = Make<CodeFixProvider>(typeof(CqrsFixer));

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static IEnumerable<object[]> Ids => Descriptors.Select(static descriptor => new object[] { descriptor.Id });

    /// <summary>The rules of these analyzers that a user must switch on.</summary>
    public static IReadOnlyList<string> OffByDefault(IEnumerable<DiagnosticAnalyzer> analyzers) =>
        [.. analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Where(static descriptor => !descriptor.IsEnabledByDefault)
            .Select(static descriptor => descriptor.Id)];

    private static ImmutableArray<T> Make<T>(Type sibling) =>
        [.. sibling.Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)!)];
}
