using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Validation;

/// <summary>Writes the way from a value to the objects inside it, with their paths.</summary>
internal static class NestedEmitter
{
    /// <param name="writer">The writer.</param>
    /// <param name="nested">The way.</param>
    /// <param name="value">The value in code; not null.</param>
    /// <param name="member">The member's name in paths; empty within a collection.</param>
    /// <param name="isRecursive">Whether the code stands in a class that watches the depth.</param>
    /// <param name="level">How many collections are around.</param>
    public static void Write(
        SourceWriter writer, NestedModel nested, string value, string member, bool isRecursive, int level = 1)
    {
        switch (nested.Kind)
        {
            case NestedKind.Object:
                WriteObject(writer, nested, value, member, isRecursive, level);
                break;
            case NestedKind.List:
                WriteList(writer, nested, value, member, isRecursive, level);
                break;
            case NestedKind.Sequence:
                WriteSequence(writer, nested, value, member, isRecursive, level);
                break;
            default:
                WriteDictionary(writer, nested, value, member, isRecursive, level);
                break;
        }
    }

    private static void WriteObject(
        SourceWriter writer, NestedModel nested, string value, string member, bool isRecursive, int level)
    {
        string since = Numbered("since", level);
        writer.LineIf(member.Length > 0, $"int {since} = ValidationCalls.Count(errors);");
        writer.Line(Call(nested, value, isRecursive));
        writer.LineIf(member.Length > 0, $"ValidationCalls.Nest(errors, {since}, {Names.Literal(member)});");
    }

    private static void WriteList(
        SourceWriter writer, NestedModel nested, string value, string member, bool isRecursive, int level)
    {
        string index = Numbered("index", level);
        string header = $"for (int {index} = 0; {index} < {value}.{nested.Count}; {index}++)";
        if (nested.MayBeDefault)
        {
            using var guard = writer.WriteBlock($"if (!{value}.IsDefault)");
            WriteLoop();
            return;
        }

        WriteLoop();

        void WriteLoop()
        {
            using var loop = writer.WriteBlock(header);
            WriteItem(writer, nested, $"{value}[{index}]", member, index, isRecursive, level);
        }
    }

    private static void WriteSequence(
        SourceWriter writer, NestedModel nested, string value, string member, bool isRecursive, int level)
    {
        string index = Numbered("index", level);
        string entry = Numbered("entry", level);
        writer.Line($"int {index} = 0;");
        using var loop = writer.WriteBlock($"foreach (var {entry} in {value})");
        WriteItem(writer, nested, entry, member, index, isRecursive, level);
        writer.Line().Line($"{index}++;");
    }

    private static void WriteDictionary(
        SourceWriter writer, NestedModel nested, string value, string member, bool isRecursive, int level)
    {
        string entry = Numbered("entry", level);
        string since = Numbered("since", level);
        using var loop = writer.WriteBlock($"foreach (var {entry} in {value})");
        WithItem(writer, nested, $"{entry}.Value", level, item =>
        {
            writer.Line($"int {since} = ValidationCalls.Count(errors);");
            Write(writer, nested.Item!, item, "", isRecursive, level + 1);
            using var failed = writer.WriteBlock($"if (ValidationCalls.Count(errors) > {since})");
            writer.Line($"ValidationCalls.Nest(errors, {since}, $\"{member}[{{{entry}.Key}}]\");");
        });
    }

    private static void WriteItem(
        SourceWriter writer,
        NestedModel nested,
        string access,
        string member,
        string index,
        bool isRecursive,
        int level)
    {
        string since = Numbered("since", level);
        WithItem(writer, nested, access, level, item =>
        {
            writer.Line($"int {since} = ValidationCalls.Count(errors);");
            Write(writer, nested.Item!, item, "", isRecursive, level + 1);
            writer.Line($"ValidationCalls.Nest(errors, {since}, {Names.Literal(member)}, {index});");
        });
    }

    private static void WithItem(
        SourceWriter writer, NestedModel nested, string access, int level, Action<string> write)
    {
        string item = Numbered("item", level);
        if (!nested.ItemCanBeNull)
        {
            writer.Line($"var {item} = {access};");
            write(item);
            return;
        }

        using var guard = writer.WriteBlock($"if ({access} is {{ }} {item})");
        write(item);
    }

    private static string Call(NestedModel nested, string value, bool isRecursive)
    {
        return nested.IsRecursive && isRecursive
            ? $"{nested.ClassName}.{NestedModel.Inside}({value}, ref errors, depth + 1, ref visited);"
            : $"{nested.ClassName}.Validate({value}, ref errors);";
    }

    private static string Numbered(string name, int level) =>
        level == 1 ? name : name + level.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
