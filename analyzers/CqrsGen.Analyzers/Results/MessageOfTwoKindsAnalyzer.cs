using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Results;

/// <summary>CQG2005: a type has the interfaces or attributes of two kinds, or two results.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageOfTwoKindsAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [ResultDescriptors.MessageOfTwoKinds];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return;
        }

        var kind = MessageRules.KindOf(type, out _, out bool isAmbiguous);
        if (isAmbiguous)
        {
            if (!IsInherited(type))
            {
                var roles = RolesOf(type);
                Report(context, type, roles[0], roles[1], "Split it into one type for each");
            }

            return;
        }

        var marks = MarksOf(type);
        if (marks.Count > 1)
        {
            Report(context, type, $"marked [{marks[0]}]", $"marked [{marks[1]}]", "Keep one of the attributes");
        }
        else if (marks.Count == 1 && kind != MessageKind.None && !MessageRules.Fits(marks[0], kind))
        {
            Report(
                context,
                type,
                $"marked [{marks[0]}]",
                $"{MessageFacts.Article(kind)} by its interface",
                $"Mark it [{MessageFacts.AttributeNameOf(kind)}], or change the interface");
        }
    }

    /// <summary>Whether a supertype is already two kinds at once; then it is reported there.</summary>
    private static bool IsInherited(INamedTypeSymbol type) =>
        IsAmbiguous(type.BaseType) || type.Interfaces.Any(IsAmbiguous);

    private static bool IsAmbiguous(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        _ = MessageRules.KindOf(type, out _, out bool isAmbiguous);
        return isAmbiguous;
    }

    private static List<string> RolesOf(INamedTypeSymbol type)
    {
        var roles = new List<string>();
        bool isVoid = type.AllInterfaces.Any(static candidate => candidate.Arity == 0
            && MessageRules.KindOfInterface(candidate, out _) == MessageKind.Command);
        foreach (var candidate in type.AllInterfaces)
        {
            var kind = MessageRules.KindOfInterface(candidate, out var result);
            bool isImplied = isVoid && kind == MessageKind.Command && result is { Name: "Unit" }
                && MessageRules.IsOurs(result);
            if (kind != MessageKind.None && !isImplied)
            {
                string role = MessageFacts.Article(kind);
                roles.Add(result is not null ? $"{role} for {result.Short()}"
                    : kind == MessageKind.Command ? role + " without result"
                    : role);
            }
        }

        return roles;
    }

    private static List<MessageKind> MarksOf(INamedTypeSymbol type)
    {
        var marks = new List<MessageKind>();
        foreach (var attribute in type.GetAttributes())
        {
            var mark = MessageRules.KindOfAttribute(attribute.AttributeClass);
            if (mark != MessageKind.None && !marks.Contains(mark))
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    private static void Report(
        SymbolAnalysisContext context, INamedTypeSymbol type, string first, string second, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(
            ResultDescriptors.MessageOfTwoKinds, Locations.Of(type), type.Name, first, second, remedy));
}
