using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Purity;

/// <summary>
/// CQG1012: something is assumed about effects that is not explained, or that the analyzers see themselves.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssumptionAnalyzer : CqrsAnalyzer
{
    /// <summary>What a needless assumption is replaced by, if anything.</summary>
    public const string Replacement = "Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [QueryDescriptors.Assumption];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var engine = known.PurityWith(context.Options, context.CancellationToken);
        context.RegisterAdditionalFileAction(file => AnalyzeFile(file, engine.Effects));
        context.RegisterSyntaxNodeAction(
            node =>
            {
                var attribute = (AttributeSyntax)node.Node;
                if (NameOf(attribute) is "AssumeSideEffectFree" or "ReadOnlyCall" or "MemoField"
                    && node.SemanticModel.GetSymbolInfo(attribute, node.CancellationToken).Symbol is { } constructor
                    && MessageRules.IsOurs(constructor.ContainingType))
                {
                    Analyze(node, attribute, engine);
                }
            },
            SyntaxKind.Attribute);
    }

    /// <summary>A line of an effects file is an assumption too.</summary>
    private static void AnalyzeFile(AdditionalFileAnalysisContext context, EffectsFile effects)
    {
        foreach (var (file, line, problem) in effects.Unreadable)
        {
            if (file.Path == context.AdditionalFile.Path)
            {
                Report(file, line, line.ToString().Trim(), problem);
            }
        }

        foreach (var (file, line, id, effect) in effects.Readable)
        {
            if (file.Path != context.AdditionalFile.Path)
            {
                continue;
            }

            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, context.Compilation) is null)
            {
                Report(file, line, id, "names nothing that is referenced. Correct or remove it.");
            }
            else if (effects.Contradicting(id, effect) is var (other, last))
            {
                Report(file, line, line.ToString().Trim(), $"is contradicted by line {last.LineNumber + 1} of "
                    + $"'{Path.GetFileName(other.Path)}', which counts. Remove one of them.");
            }
        }

        void Report(AdditionalText file, TextLine line, string text, string problem) =>
            context.ReportDiagnostic(Diagnostic.Create(
                QueryDescriptors.Assumption,
                Location.Create(
                    file.Path,
                    line.Span,
                    new LinePositionSpan(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length))),
                "Line",
                text,
                problem));
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AttributeSyntax attribute, PurityEngine engine)
    {
        var member = DeclaredOf(attribute) is { } declaration
            ? context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken)
            : null;
        if (member is null)
        {
            return;
        }

        if (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is { } reason
            && context.SemanticModel.GetConstantValue(reason, context.CancellationToken) is { HasValue: true } text
            && string.IsNullOrWhiteSpace(text.Value as string))
        {
            Report("does not say why. State the reason.", null);
        }
        else if (NeedlessOf(member, NameOf(attribute), engine, context.CancellationToken) is var (problem, replacement))
        {
            Report(problem, replacement);
        }

        void Report(string problem, string? replacement) => context.ReportDiagnostic(Diagnostic.Create(
            QueryDescriptors.Assumption,
            attribute.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Replacement, replacement),
            $"[{NameOf(attribute)}] on",
            member.Name,
            problem));
    }

    /// <summary>Why an assumption is not needed, and what may stand there instead; null when it is.</summary>
    private static (string Problem, string Replacement)? NeedlessOf(
        ISymbol member, string name, PurityEngine engine, CancellationToken cancellationToken)
    {
        switch (name, member)
        {
            case ("MemoField", IFieldSymbol { IsReadOnly: false } field)
                when engine.IsSeenMemo(field, cancellationToken):
                return ("is not needed: every write of it is seen to remember only. Remove it.", "");
            case ("ReadOnlyCall", IMethodSymbol { IsAbstract: false } method)
                when engine.HasBody(method, cancellationToken)
                    && !engine.BodyOf(method, cancellationToken).HasTrustedCalls:
                return ("is not needed: no call in the body looks like a write. Remove it.", "");
            case ("AssumeSideEffectFree", IMethodSymbol { IsAbstract: false } method)
                when engine.HasBody(method, cancellationToken)
                    && !EffectSearch.From(method, engine, cancellationToken, isStrict: true)
                        .Any(static found => !PurityOptions.IsOptional(found.Effect.Detail)):
                return (
                    "is not needed: no effect is found, and nothing unknown. Promise it by [SideEffectFree], which is "
                    + "checked.",
                    "SideEffectFree");
            default:
                return null;
        }
    }

    private static SyntaxNode? DeclaredOf(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables[0],
        var other => other,
    };

    private static string NameOf(AttributeSyntax attribute)
    {
        string name = SyntaxRules.SimpleName(attribute.Name);
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
    }
}
