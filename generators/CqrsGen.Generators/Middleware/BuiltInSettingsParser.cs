using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Middleware;

/// <summary>Reads <c>[assembly: BuiltInMiddleware(…)]</c>.</summary>
internal static class BuiltInSettingsParser
{
    public static BuiltInSettings Parse(
        AttributeSyntax attribute, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var settings = BuiltInSettings.Default;
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            object? value = semantics.GetConstantValue(argument.Expression, cancellationToken).Value;
            settings = (argument.NameEquals?.Name.Identifier.ValueText, value) switch
            {
                (null, int enabled) => settings with { Enabled = enabled },
                ("PoolStateMachines", bool pool) => settings with { PoolStateMachines = pool },
                _ => settings,
            };
        }

        return settings;
    }
}
