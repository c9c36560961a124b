using CqrsGen.Generators.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>
/// Finds out what must be validated of a message: its members, and the objects inside them as far as they carry rules.
/// </summary>
internal static class ValidationParser
{
    /// <summary>The rules of a message that is declared here, and what is wrong with them.</summary>
    public static ValidationModel? Parse(
        INamedTypeSymbol message,
        MessageKind kind,
        bool validate,
        Compilation compilation,
        CancellationToken cancellationToken)
    {
        var found = validate && kind != MessageKind.Event ? Parse(message, compilation, cancellationToken) : null;
        var problems = ValidationProblems.Of(message, kind, validate)
            .Select(static problem => new Omission(TypeBuilder.RuleId, problem.Text))
            .ToList();
        if (problems.Count == 0)
        {
            return found;
        }

        found ??= new(ValidationClosure.ClassNameOf(message), default, default, Notices.None);
        return found with { Omissions = found.Omissions.Concat(problems).ToEquatableArray() };
    }

    /// <summary>The rules of a message; null when there are none, which costs next to nothing to find out.</summary>
    public static ValidationModel? Parse(
        INamedTypeSymbol message, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!ValidationSyntax.MayNeedValidation(message, cancellationToken))
        {
            return null;
        }

        var closure = ValidationClosure.Of(message, ValidationCache.Of(compilation), cancellationToken);
        var types = closure.Build();
        var omissions = closure.Omissions();
        return types.Count == 0 && omissions.Count == 0
            ? null
            : new ValidationModel(
                ValidationClosure.ClassNameOf(message),
                types.ToEquatableArray(),
                omissions.ToEquatableArray(),
                closure.Notices());
    }
}
