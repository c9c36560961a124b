using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Async;

/// <summary>CQG7004: a call gets a token that nobody cancels although the caller has one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenOfNobodyAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AsyncDescriptors.TokenOfNobody];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, known.HandlerCode), OperationKind.Argument);

    private static void Analyze(OperationAnalysisContext context, HandlerCode code)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (TokenFor(argument) is { } token
            && argument.Parent is IInvocationOperation call
            && !HasReason(argument.Syntax)
            && (Buses.IsDispatch(call) || code.Contains(context.ContainingSymbol)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                AsyncDescriptors.TokenOfNobody,
                argument.Value.Syntax.GetLocation(),
                $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
                argument.Value.Syntax.ToString(),
                token.Name));
        }
    }

    /// <summary>The token to pass in place of an argument; null when the argument is in order.</summary>
    internal static IParameterSymbol? TokenFor(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Parent: IInvocationOperation call }
        && TokenScope.IsToken(parameter.Type)
        && IsOfNobody(argument.Value)
        && !IsAboutScheduling(call.TargetMethod)
            ? TokenScope.Of(argument)
            : null;

    /// <summary>
    /// Whether a comment stands above or behind the statement, above the lines that belong to it, or above the member.
    /// </summary>
    private static bool HasReason(SyntaxNode node)
    {
        var place = node.FirstAncestorOrSelf<SyntaxNode>(static part => part
            is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);
        return place switch
        {
            ArrowExpressionClauseSyntax { Parent: { } member } => HasComment(member),
            StatementSyntax { Parent: BlockSyntax block } statement => HasCommentAbove(block, statement),
            not null => HasComment(place),
            null => false,
        };
    }

    /// <summary>An empty line ends what a comment is about.</summary>
    private static bool HasCommentAbove(BlockSyntax block, StatementSyntax statement)
    {
        for (int index = block.Statements.IndexOf(statement); index >= 0; index--)
        {
            var current = block.Statements[index];
            if (HasComment(current))
            {
                return true;
            }

            if (current.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            {
                return false;
            }
        }

        return false;
    }

    private static bool HasComment(SyntaxNode node) =>
        node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(static trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    private static bool IsOfNobody(IOperation value) => value switch
    {
        IDefaultValueOperation => true,
        IConversionOperation { IsImplicit: true } conversion => IsOfNobody(conversion.Operand),
        IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } property } =>
            TokenScope.IsToken(property.ContainingType),
        IObjectCreationOperation { Arguments.IsEmpty: true } created => TokenScope.IsToken(created.Type),
        _ => false,
    };

    /// <summary>There the token stops the start of work, or links sources, and none is often meant.</summary>
    private static bool IsAboutScheduling(IMethodSymbol method) =>
        method.ContainingType is { Name: "Task" or "TaskFactory" or "CancellationTokenSource" } type
        && type.ContainingNamespace.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal)
        && method.Name is not ("Delay" or "WaitAsync");
}
