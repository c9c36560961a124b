using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Tests.Kit;

/// <summary>A project in a workspace, with an analyzer and its fixer.</summary>
public sealed class FixRun : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly CodeFixProvider _fixer;
    private readonly IReadOnlyDictionary<string, string> _editorConfig;
    private readonly ProjectId _project;

    public FixRun(MarkedProject marked, ImmutableArray<DiagnosticAnalyzer> analyzers, CodeFixProvider fixer)
    {
        _analyzers = analyzers;
        _fixer = fixer;
        _editorConfig = marked.Project.EditorConfig;
        var compilation = marked.CompileWithoutGenerator();
        _project = ProjectId.CreateNewId();
        Solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _project,
            VersionStamp.Default,
            compilation.AssemblyName!,
            compilation.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            metadataReferences: compilation.References,
            analyzerReferences: [LoadedGenerator.Reference]));
        foreach (var tree in compilation.SyntaxTrees)
        {
            Solution = Solution.AddDocument(
                DocumentId.CreateNewId(_project), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        }

        foreach (var (name, text) in marked.Project.AdditionalFiles)
        {
            Solution = Solution.AddAdditionalDocument(DocumentId.CreateNewId(_project), name, text, filePath: name);
        }
    }

    public Solution Solution { get; private set; }

    public Project Project => Solution.GetProject(_project)!;

    /// <summary>What the fixer is offered: what the analyzer reports, and the errors that the fixer knows.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        return [.. (await Analysis.Run(compilation, _editorConfig, [.. _analyzers]))
            .Concat(Analysis.Errors(compilation))
            .Where(found => _fixer.FixableDiagnosticIds.Contains(found.Id))];
    }

    /// <summary>The actions that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(
            Project.GetDocument(diagnostic.Location.SourceTree)!,
            diagnostic,
            (action, _) => actions.Add(action),
            CancellationToken.None);
        await _fixer.RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>The action that mends every diagnostic of a scope in the same way.</summary>
    public async Task<CodeAction?> FixAllActionAsync(string id, FixAllScope scope, string? key)
    {
        var diagnostics = (await DiagnosticsAsync()).Where(found => found.Id == id).ToImmutableArray();
        var document = Project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var source = new Source(diagnostics);
        var context = scope == FixAllScope.Document
            ? new FixAllContext(document, _fixer, scope, key, [id], source, CancellationToken.None)
            : new FixAllContext(Project, _fixer, scope, key, [id], source, CancellationToken.None);
        return await _fixer.GetFixAllProvider()!.GetFixAsync(context);
    }

    /// <summary>Applies an action.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution = operations.OfType<ApplyChangesOperation>().ShouldHaveSingleItem().ChangedSolution;
    }

    /// <summary>The text of the documents by name.</summary>
    public async Task<string> TextAsync(string file)
    {
        var document = Project.Documents.Single(document => document.Name == file);
        return (await document.GetTextAsync()).ToString();
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class Source(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(found => found.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(static found => !found.Location.IsInSource));
    }
}
