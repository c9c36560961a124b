using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes a level without hooks.</summary>
internal static class PlainEmitter
{
    public static void Emit(SourceWriter writer, LevelBody body)
    {
        writer.Line(GeneratedCode.TailCalls);
        if (body is { Level.IsInnermost: true, Guard: null } && HandlerCall.OnlyEntry(body.Pipeline) is { } entry)
        {
            using (writer.WriteBlock(body.Header))
            {
                if (DirectRoute.Has(body.Pipeline))
                {
                    DirectRoute.EmitOpen(writer, body.Pipeline);
                    writer.Line($"return {entry.Entry}({GeneratedCode.Arguments});");
                }
                else
                {
                    HandlerCall.EmitReturn(writer, entry);
                }
            }

            return;
        }

        if (body.Inner == "default" && DirectRoute.Has(body.Pipeline))
        {
            using (writer.WriteBlock(body.Header))
            {
                DirectRoute.EmitOpen(writer, body.Pipeline);
                writer.Line("return default;");
            }

            return;
        }

        writer.Line($"{body.Header} =>");
        using (writer.Indented())
        {
            string inner = body.Inner ?? body.NotFound;
            writer.Line(body.Guard is null ? $"{inner};" : $"dispatcher.IsRoot\n    ? {body.Guard}\n    : {inner};");
        }
    }
}
