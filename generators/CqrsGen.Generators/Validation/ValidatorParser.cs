using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>Reads a class that implements <c>IValidator&lt;T&gt;</c>, so that nobody has to register it.</summary>
internal static class ValidatorParser
{
    public static EquatableArray<ValidatorModel> Parse(
        INamedTypeSymbol type, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var messages = type.AllInterfaces
            .Where(static candidate => candidate is { Name: "IValidator", Arity: 1 } && MessageRules.IsOurs(candidate))
            .Select(static candidate => candidate.TypeArguments[0])
            .ToList();
        if (messages.Count == 0)
        {
            return default;
        }

        var shared = HandlerClass.Parse(type, semantics, cancellationToken);
        return shared.IsLeftToDerived
            ? default
            : messages.Select(message => new ValidatorModel
            {
                Type = type.Key(),
                Message = message.Key(),
                Dependencies = shared.Dependencies,
                IsSingleton = shared.IsSingleton,
                Notices = Notices.Of([
                    Notices.Of(type),
                    Notices.Of(message),
                    Notices.OfMethods(type, "ValidateAsync"),
                    shared.Notices,
                ]),
                Omission = (shared.Problem ?? HandlerProblems.OfValidated(type, message)?.Text) is { } problem
                    ? new Omission("CQG3003", problem)
                    : null,
            }).ToEquatableArray();
    }
}
