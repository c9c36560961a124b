using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes a level of a stream query. Hooks run with the enumeration: <c>Before</c> at its first move, <c>After</c>
/// when it ends or the reader stops early, <c>Failed</c> when it throws, <c>Finally</c> last.
/// </summary>
internal static class StreamEmitter
{
    private const string Exception = "Exception";

    public static void Emit(SourceWriter writer, LevelBody body)
    {
        if (body.Level.Hooks.Count == 0)
        {
            PlainEmitter.Emit(writer, body);
            return;
        }

        if (body.Guard is not null)
        {
            // The iterator itself must not open the scope: it would be the whole pipeline once more.
            writer.Line(GeneratedCode.Hidden);
            writer.Line($"{body.Header} =>");
            writer.Line("    dispatcher.IsRoot");
            writer.Line($"        ? {body.Guard}");
            writer.Line($"        : {body.Name}_Stream({GeneratedCode.Arguments});");
            writer.Line();
            Iterator(
                writer,
                body,
                $"private async {Shapes.Task(body.Message)} {body.Name}_Stream({body.Message.Type} message, " +
                "Dispatcher dispatcher, ");
            return;
        }

        int at = body.Header.IndexOf("IAsyncEnumerable<", StringComparison.Ordinal);
        Iterator(writer, body, body.Header.Insert(at, "async ").Replace(GeneratedCode.Token + ")", ""));
    }

    private static void Iterator(SourceWriter writer, LevelBody body, string header)
    {
        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(
            $"{header}[EnumeratorCancellation] {GeneratedCode.Token})"))
        {
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            BeforeEmitter.EmitState(writer, body);
            writer
                .LineIf(body.TracksPosition, PipelineParts.Position)
                .Line($"{Exception}? failure = null;")
                .Line($"IAsyncEnumerator<{body.Message.Result}>? items = null;")
                .Line("ExecutionContext? ambient = null;");
            using (writer.WriteBlock("try"))
            {
                EmitOpen(writer, body);
                EmitItems(writer);
            }

            using (writer.WriteBlock("finally"))
            {
                writer.Line("Ambient.Restore(ambient);");
                EmitDispose(writer);
                HookTailEmitter.EmitHooks(writer, body);
                using (writer.WriteBlock("if (failure is not null)"))
                {
                    writer.Line(
                        "ExceptionDispatchInfo.Throw(failure); " +
                        "// Here, so that a reader who stops early hears of it too.");
                }
            }
        }
    }

    private static void EmitOpen(SourceWriter writer, LevelBody body)
    {
        using (writer.WriteBlock("try"))
        {
            BeforeEmitter.Emit(writer, body, answered: "goto Opened;");
            writer.Line("ambient = Ambient.Capture();");
            writer.Line(body.Inner is { } inner
                ? $"items = {inner}.GetAsyncEnumerator(cancellationToken);"
                : $"{body.NotFound};");
            writer.LineIf(body.Level.Hooks.Any(BeforeEmitter.MayAnswer), "Opened: ;");
        }

        using (writer.WriteBlock($"catch ({Exception} exception)"))
        {
            writer.Line("failure = exception;");
        }

        writer.Line();
    }

    private static void EmitItems(SourceWriter writer)
    {
        using (writer.WriteBlock("while (failure is null && items is not null)"))
        {
            writer.Line("Ambient.Restore(ambient); // Each move comes with the reader's context.");
            using (writer.WriteBlock("try"))
            {
                using (writer.WriteBlock("if (!await items.MoveNextAsync().ConfigureAwait(false))"))
                {
                    writer.Line("break;");
                }
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                writer.Line("failure = exception;").Line("break;");
            }

            writer.Line().Line("yield return items.Current;");
        }
    }

    private static void EmitDispose(SourceWriter writer)
    {
        using (writer.WriteBlock("if (items is not null)"))
        {
            using (writer.WriteBlock("try"))
            {
                writer.Line("await items.DisposeAsync().ConfigureAwait(false);");
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                writer.Line("failure = exception;");
            }
        }

        writer.Line();
    }
}
