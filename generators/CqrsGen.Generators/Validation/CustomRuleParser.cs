using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>
/// Rules of attributes that the generator does not know: one instance is kept and asked, as long as it needs no
/// reflection.
/// </summary>
internal static class CustomRuleParser
{
    public static void Parse(AttributeData attribute, MemberBuilder member)
    {
        string name = RuleParser.NameOf(attribute.AttributeClass!);
        if (Obstacle(attribute, member.CanName) is { } obstacle)
        {
            member.Omit(name, obstacle);
            return;
        }

        string field = member.Field(attribute.AttributeClass!.Key(), name, attribute.Code());
        member.Rules.Add(new RuleModel(
            null,
            $"ValidationChecks.Ask(ref errors, {field}, value, {member.Local}, {Names.Literal(member.Name)}, " +
            $"{member.DisplayName.Code});"));
    }

    /// <summary>An attribute of the type itself.</summary>
    public static void Parse(AttributeData attribute, TypeBuilder type)
    {
        string name = RuleParser.NameOf(attribute.AttributeClass!);
        if (Obstacle(attribute, type.CanName) is { } obstacle)
        {
            type.Omit($"[{name}]", obstacle);
            return;
        }

        string field = type.Field(attribute.AttributeClass!.Key(), name, attribute.Code());
        type.Statements.Add(
            $"ValidationChecks.Ask(ref errors, {field}, value, value, \"\", {Names.Literal(type.Type.Name)});");
    }

    private static string? Obstacle(AttributeData attribute, Func<ISymbol, bool> canName)
    {
        for (ISymbol? symbol = attribute.AttributeConstructor; symbol is not null;
            symbol = symbol is INamedTypeSymbol type ? type.BaseType : symbol.ContainingType)
        {
            if (symbol.GetAttributes().Any(static found => found.AttributeClass?.Name
                is "RequiresUnreferencedCodeAttribute" or "RequiresDynamicCodeAttribute"))
            {
                return "needs reflection, which generated validation does without. " +
                    "Write a ValidationAttribute of your own or an IValidator<T>.";
            }
        }

        return attribute.AttributeConstructor is null || !canName(attribute.AttributeConstructor)
            || !canName(attribute.AttributeClass!)
            ? "cannot be named by generated code. Make the attribute internal or public."
            : null;
    }
}
