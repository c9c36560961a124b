using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Tests.Fuzz;

/// <summary>The promise that nothing is left out silently, as assertions.</summary>
internal static class OmissionAssertions
{
    private const string ErrorDirective = "CS1029";

    private static readonly SymbolDisplayFormat s_definition = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.None);

    /// <summary>Where the sources have no error, the result has none, or an <c>#error</c> that explains.</summary>
    public static GeneratorRun ShouldCompileOrReport(this GeneratorRun run)
    {
        if (HasErrorsOfItsOwn(run))
        {
            return run;
        }

        // What the lack of generated code hid in the user's own lines is the user's own affair.
        var errors = run.Output.GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error
                && (!run.Input.SyntaxTrees.Contains(found.Location.SourceTree!)
                    || IsMadeGood(found.Id, found.GetMessage())))
            .ToList();
        if (errors.Count > 0 && errors.All(static found => found.Id != ErrorDirective))
        {
            throw new ShouldAssertException(CompilerReport.Of(run.Output, errors));
        }

        return run;
    }

    /// <summary>Each message and handler of the sources is named in a generated file, unless an error is.</summary>
    public static GeneratorRun ShouldOmitNothingSilently(this GeneratorRun run)
    {
        string generated = string.Join('\n', run.Files.Select(static file => file.SourceText.ToString()));
        if (HasErrorsOfItsOwn(run) || generated.Contains("#error", StringComparison.Ordinal))
        {
            return run;
        }

        Candidates(run.Input.Assembly.GlobalNamespace)
            .Where(symbol => !IsNamed(symbol, generated))
            .Select(static symbol => symbol.ToDisplayString())
            .ShouldBeEmpty("Neither generated for nor reported.");
        return run;
    }

    private static bool IsNamed(ISymbol symbol, string text)
    {
        string name = symbol is INamedTypeSymbol
            ? symbol.OriginalDefinition.ToDisplayString(s_definition)
            : "." + symbol.ToDisplayString(s_definition) + "(";
        for (int at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if (end == text.Length || symbol is not INamedTypeSymbol || !char.IsLetterOrDigit(text[end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Errors other than the lack of the registration, which generated files provide.</summary>
    private static bool HasErrorsOfItsOwn(GeneratorRun run) =>
        run.Input.GetDiagnostics().Any(static found =>
            found.Severity == DiagnosticSeverity.Error && !IsMadeGood(found.Id, found.GetMessage()));

    private static bool IsMadeGood(string id, string message) =>
        id == "CS1061" && message.Contains(
            "'ServiceCollection' does not contain a definition for 'AddCqrsGen'", StringComparison.Ordinal);

    private static IEnumerable<ISymbol> Candidates(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var found in Candidates(inner))
                {
                    yield return found;
                }
            }

            if (IsCandidate(member))
            {
                yield return member;
            }
        }
    }

    private static bool IsCandidate(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => HasAttribute(method, "HandlerAttribute"),
        INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type =>
            !IsGenericMessage(type)
            && (HasAttribute(type, "CommandAttribute") || HasAttribute(type, "QueryAttribute")
                || HasAttribute(type, "EventAttribute") || HasAttribute(type, "HandlerAttribute")
                || type.Interfaces.Any(static one => IsOurs(one) && !IsMiddleware(one))),
        _ => false,
    };

    /// <summary>Only the closed forms that are handled have routes; where none is, there is nothing to write.</summary>
    private static bool IsGenericMessage(INamedTypeSymbol type) =>
        type.IsGenericType
        && !type.AllInterfaces.Any(static one =>
            IsOurs(one) && one.Name.EndsWith("Handler", StringComparison.Ordinal));

    // Without its attribute a middleware applies where [Use] names it, which may be nowhere.
    private static bool IsMiddleware(INamedTypeSymbol type) =>
        type.Name.Contains("Middleware", StringComparison.Ordinal);

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "CqrsGen";

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { } type && type.Name == name && IsOurs(type));
}
