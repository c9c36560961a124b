using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// What every analyzer does the same way: it runs concurrently, looks at generated code but does not report in it, and
/// does nothing in a compilation that does not know CqrsGen.
/// </summary>
public abstract class CqrsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                Register(start, known);
            }
            else
            {
                WithoutCqrsGen?.Invoke(start);
            }
        });
    }

    /// <summary>Registers what the rule does where CqrsGen is not referenced; null for nothing.</summary>
    private protected virtual Action<CompilationStartAnalysisContext>? WithoutCqrsGen => null;

    /// <summary>Registers the actions of the rule.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols known);
}
