using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Validation;

/// <summary>Writes the checks of one member.</summary>
internal static class MemberEmitter
{
    public static void Write(SourceWriter writer, ValidatedMember member, bool isRecursive)
    {
        writer.Line($"var {member.Local} = value.{member.Access};");
        if (member.Required is not { } required)
        {
            WriteRules(writer, member.Rules);
            WriteGuarded(writer, member, isRecursive);
            return;
        }

        WriteRule(writer, required);
        if (member.Rules.Count + member.ValueRules.Count + member.Nested.Count > 0)
        {
            using var otherwise = writer.WriteBlock("else");
            if (member.IsNullableValue && member.ValueRules.Count + member.Nested.Count > 0)
            {
                writer.Line($"var {member.Value} = {member.Local}.Value;");
            }

            WriteRules(writer, member.Rules);
            WriteOfValue(writer, member, isRecursive);
        }
    }

    private static void WriteGuarded(SourceWriter writer, ValidatedMember member, bool isRecursive)
    {
        if (member.ValueRules.Count + member.Nested.Count == 0)
        {
            return;
        }

        if (!member.CanBeNull)
        {
            WriteRules(writer, member.ValueRules);
            WriteNested(writer, member, isRecursive, isScoped: false);
            return;
        }

        using var guard = writer.WriteBlock(member.IsNullableValue
            ? $"if ({member.Local} is {{ }} {member.Value})"
            : $"if ({member.Local} is not null)");
        WriteOfValue(writer, member, isRecursive);
    }

    private static void WriteOfValue(SourceWriter writer, ValidatedMember member, bool isRecursive)
    {
        WriteRules(writer, member.ValueRules);
        writer.LineIf(member.ValueRules.Count > 0 && member.Nested.Count > 0, "");
        WriteNested(writer, member, isRecursive, isScoped: true);
    }

    /// <summary>Goes on to the objects inside, in a block of its own unless the variables are scoped already.</summary>
    private static void WriteNested(SourceWriter writer, ValidatedMember member, bool isRecursive, bool isScoped)
    {
        foreach (var nested in member.Nested)
        {
            if (isScoped && member.Nested.Count == 1)
            {
                NestedEmitter.Write(writer, nested, member.Value, member.Name, isRecursive);
            }
            else
            {
                using var block = writer.WriteBlock();
                NestedEmitter.Write(writer, nested, member.Value, member.Name, isRecursive);
            }
        }
    }

    private static void WriteRules(SourceWriter writer, EquatableArray<RuleModel> rules)
    {
        foreach (var rule in rules)
        {
            WriteRule(writer, rule);
        }
    }

    private static void WriteRule(SourceWriter writer, RuleModel rule)
    {
        if (rule.Condition is null)
        {
            writer.Line(rule.Statement);
            return;
        }

        using var block = writer.WriteBlock($"if ({rule.Condition})");
        writer.Line(rule.Statement);
    }
}
