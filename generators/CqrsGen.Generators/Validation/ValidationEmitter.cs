using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Generators.Validation;

/// <summary>Writes the validation and normalisation of one type as straight-line code.</summary>
internal static class ValidationEmitter
{
    /// <summary>
    /// The types of all messages, each once, in a stable order, with files whose names differ by more than case.
    /// </summary>
    public static EquatableArray<ValidatedType> Distinct(IEnumerable<ValidationModel> models) =>
        models.SelectMany(static model => model.Types)
            .GroupBy(static type => type.ClassName, StringComparer.Ordinal)
            .Select(static group => group.First())
            .GroupBy(static type => $"Validation.{Names.File(type.Type)}", StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .SelectMany(static group => group
                .OrderBy(static type => type.ClassName, StringComparer.Ordinal)
                .Select((type, index) => type with { File = index == 0 ? group.Key : $"{group.Key}_{index + 1}" }))
            .ToEquatableArray();

    /// <summary>The generated class of a message, for those who call it.</summary>
    /// <param name="module">The assembly's name as an identifier.</param>
    /// <param name="className">The class; see <see cref="ValidatedType.ClassName"/>.</param>
    public static string ClassOf(string module, string className) =>
        $"global::CqrsGen.Generated.{module}_Validation.{className}";

    /// <summary>The file of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="module">The assembly's name as an identifier.</param>
    /// <param name="notices">What its code must be prepared for.</param>
    public static SourceText Emit(ValidatedType type, string module, Notices notices)
    {
        var writer = GeneratedCode.Start(
            "the rules that the attributes of one type state", "those attributes", notices);
        WriteTrimmedPlaces(writer, type.TrimmedPlaces);
        using (writer.WriteBlock("namespace CqrsGen.Generated"))
        using (WriteModule(writer, type, module))
        {
            string cref = Names.Cref(type.Type);
            writer.Line($"/// <summary>What the attributes of <see cref=\"{cref}\"/> ask for.</summary>");
            writer.Line(GeneratedCode.Attribute).MarkObsolete(notices);
            using (writer.WriteBlock($"internal static class {type.ClassName}"))
            {
                WriteMembers(writer, type);
            }
        }

        return writer.ToSourceText();
    }

    /// <summary>Keeps a trimmed build from warning of attributes whose own code is not run.</summary>
    private static void WriteTrimmedPlaces(SourceWriter writer, EquatableArray<TrimmedPlace> places)
    {
        foreach (var place in places)
        {
            writer
                .Line("[assembly: global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(")
                .Line($"    \"Trimming\", \"IL2026\", Scope = \"{place.Scope}\",")
                .Line($"    Target = {Names.Literal(place.Target)},")
                .Line("    Justification = \"The attributes' own code reflects; generated code checks instead.\")]");
        }

        writer.LineIf(places.Count > 0, "");
    }

    private static SourceWriter.Block WriteModule(SourceWriter writer, ValidatedType type, string module) =>
        writer
            .LineIf(type.Fields.Any(static field => field.Type == "Regex"), "using System.Text.RegularExpressions;")
            .Line("using CqrsGen.Infrastructure;")
            .Line()
            .WriteBlock($"internal static partial class {module}_Validation");

    private static void WriteMembers(SourceWriter writer, ValidatedType type)
    {
        foreach (var field in type.Fields)
        {
            writer.Line($"private static readonly {field.Type} {field.Name} = {field.Value};");
        }

        writer.LineIf(type.Fields.Count > 0, "");
        if (type.HasRules)
        {
            WriteValidate(writer, type);
        }

        writer.LineIf(type.HasRules && type.HasNormalization, "");
        if (type.HasNormalization)
        {
            WriteNormalize(writer, type);
        }
    }

    private static void WriteValidate(SourceWriter writer, ValidatedType type)
    {
        writer.Line("/// <summary>Adds what is wrong. Allocates nothing before the first failure.</summary>");
        if (type.IsRecursive)
        {
            using (writer.WriteBlock(
                $"internal static void Validate({type.Type} value, ref ValidationErrors? errors)"))
            {
                writer.Line("int visited = 0;").Line($"{NestedModel.Inside}(value, ref errors, 0, ref visited);");
            }

            writer.Line();
        }

        using var method = writer.WriteBlock(type.IsRecursive
            ? $"internal static void {NestedModel.Inside}(" +
                $"{type.Type} value, ref ValidationErrors? errors, int depth, ref int visited)"
            : $"internal static void Validate({type.Type} value, ref ValidationErrors? errors)");
        if (type.IsRecursive)
        {
            using (writer.WriteBlock("if (ValidationChecks.IsTooDeep(depth, ref visited, ref errors))"))
            {
                writer.Line("return;");
            }

            writer.Line();
        }

        bool hasObjectRules = type.Statements.Count > 0 || type.SelfCheck is not null;
        writer.LineIf(hasObjectRules, "int before = ValidationCalls.Count(errors);");
        for (int index = 0; index < type.Members.Count; index++)
        {
            writer.LineIf(index > 0 || hasObjectRules, "");
            MemberEmitter.Write(writer, type.Members[index], type.IsRecursive);
        }

        WriteWhenValid(writer, type.Members.Count > 0, [.. type.Statements]);
        WriteWhenValid(writer, true, type.SelfCheck is null ? [] : [type.SelfCheck]);
    }

    private static void WriteWhenValid(SourceWriter writer, bool isAfterOthers, string[] statements)
    {
        if (statements.Length == 0)
        {
            return;
        }

        writer.LineIf(isAfterOthers, "");
        using var block = writer.WriteBlock("if (ValidationCalls.Count(errors) == before)");
        foreach (string statement in statements)
        {
            writer.Line(statement);
        }
    }

    private static void WriteNormalize(SourceWriter writer, ValidatedType type)
    {
        writer.Line("/// <summary>A normalised copy; the object itself when nothing changes.</summary>");
        using var method = writer.WriteBlock($"internal static {type.Type} Normalize({type.Type} value)");
        foreach (var member in type.Normalized)
        {
            writer.Line($"var {member.Local} = {member.Expression};");
        }

        writer.Line($"if ({string.Join(" || ", type.Normalized.Select(static member => member.Changed))})");
        using (writer.WriteBlock())
        {
            writer.Line("return value with");
            using var initializer = writer.WriteBlock(close: "};");
            foreach (var member in type.Normalized)
            {
                writer.Line($"{member.Access} = {member.Assigned},");
            }
        }

        writer.Line().Line("return value;");
    }
}
