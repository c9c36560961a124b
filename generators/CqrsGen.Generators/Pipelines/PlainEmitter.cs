using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes a level without hooks.</summary>
internal static class PlainEmitter
{
    public static void Emit(SourceWriter writer, LevelBody body)
    {
        writer.Line(GeneratedCode.Hidden);
        writer.Line($"{body.Header} =>");
        using (writer.Indented())
        {
            string inner = body.Inner ?? body.NotFound;
            writer.Line(body.Guard is null ? $"{inner};" : $"dispatcher.IsRoot\n    ? {body.Guard}\n    : {inner};");
        }
    }
}
