using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes a run of hooks. Where all of them are synchronous, one method without a state machine runs them around the
/// rest and leaves only suspension and failure to slower ones; otherwise one asynchronous method does everything.
/// </summary>
/// <remarks>
/// The position tells what is still owed: 2n after the n-th hook's <c>Before</c>, 2n - 1 while its <c>After</c> or
/// <c>Failed</c> runs, when only its <c>Finally</c> is left. So a hook gets exactly one of <c>After</c> and
/// <c>Failed</c>, then <c>Finally</c>, and what a hook throws is a failure to those outside it.
/// </remarks>
internal static class HookEmitter
{
    private const string Exception = "Exception";
    private const string Tasks = "Tasks";

    public static void Emit(SourceWriter writer, LevelBody body)
    {
        if (body.Level.IsAsync)
        {
            EmitAsynchronous(writer, body);
            return;
        }

        if (body.TracksPosition)
        {
            EmitFast(writer, body);
        }
        else
        {
            EmitBeforeOnly(writer, body);
        }

        if (IsForeign(body))
        {
            // A method of its own, which must not be inlined: see the remarks of HandlerCall.
            writer
                .Line()
                .Line(GeneratedCode.TailCalls)
                .Line(
                    $"private ValueTask{Argument(body)} {body.Name}_Inner(" +
                    $"{body.Message.Type} message, Dispatcher dispatcher, {GeneratedCode.Token}) =>")
                .Line($"    {body.Inner};");
        }

        if (body.TracksPosition)
        {
            HookTailEmitter.EmitOwn(writer, body);
        }
    }

    private static void EmitFast(SourceWriter writer, LevelBody body)
    {
        bool mayAnswer = body.Level.Hooks.Any(BeforeEmitter.MayAnswer);
        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(body.Header))
        {
            EmitGuard(writer, body);
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            writer.Line($"var ambient = Ambient.Capture(); {PipelineParts.Captured}");
            BeforeEmitter.EmitState(writer, body);
            writer.Line(PipelineParts.Position);
            writer.Line($"ValueTask{Argument(body)} pending;");
            writer.LineIf(mayAnswer && !body.IsVoid, $"{body.Message.Result} answer;");
            using (writer.WriteBlock("try"))
            {
                BeforeEmitter.Emit(writer, body, answered: "goto Answered;");
                EmitFastInner(writer, body);
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                HookTailEmitter.EmitReturnLeave(writer, body, "position", "exception", "default!");
            }

            writer.Line();
            writer
                .Line($"var suspended = {HookTailEmitter.AwaitCall(body)};")
                .Line("Ambient.Restore(ambient);")
                .Line(body.Pipeline.PoolStateMachines ? "return suspended;" : "return new(suspended);");
            if (mayAnswer)
            {
                writer.Line().Line("Answered:");
                HookTailEmitter.EmitReturnLeave(writer, body, "position", "null", "answer");
            }
        }
    }

    /// <summary>Hooks with nothing to do on the way out: the task of what is inside is the pipeline's.</summary>
    private static void EmitBeforeOnly(SourceWriter writer, LevelBody body)
    {
        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(body.Header))
        {
            EmitGuard(writer, body);
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            BeforeEmitter.EmitState(writer, body);
            writer.Line($"var ambient = Ambient.Capture(); {PipelineParts.Captured}");
            BeforeEmitter.Emit(writer, body, answered: null);
            if (body.Inner is null)
            {
                writer.Line($"{body.NotFound};");
                return;
            }

            writer.Line($"ValueTask{Argument(body)} pending;");
            EmitPending(writer, body);
            using (writer.WriteBlock("if (!pending.IsCompleted)"))
            {
                writer.Line("Ambient.Restore(ambient);");
            }

            writer.Line().Line("return pending;");
        }
    }

    /// <summary>The rest of the pipeline and, where it completed at once, the hooks on the way out.</summary>
    private static void EmitFastInner(SourceWriter writer, LevelBody body)
    {
        if (body.Inner is null)
        {
            writer.Line($"{body.NotFound};");
            return;
        }

        EmitPending(writer, body);
        using (writer.WriteBlock("if (pending.IsCompletedSuccessfully)"))
        {
            writer.Line(body.IsVoid ? "pending.GetAwaiter().GetResult();" : "var result = pending.Result;");
            if (ResultShape.Succeeded(body) is { } succeeded)
            {
                using (writer.WriteBlock($"if ({succeeded})"))
                {
                    EmitFastAfter(writer, body);
                }

                writer.Line().Line("pending = new(result); // A failed result leaves the slow way.");
                return;
            }

            EmitFastAfter(writer, body);
        }
    }

    private static void EmitPending(SourceWriter writer, LevelBody body)
    {
        if (body.Level.IsInnermost && HandlerCall.OnlyEntry(body.Pipeline) is { } entry)
        {
            HandlerCall.EmitAssign(writer, entry, "pending");
        }
        else
        {
            string? inside = IsForeign(body) ? $"{body.Name}_Inner({GeneratedCode.Arguments})" : body.Inner;
            writer.Line($"pending = {inside};");
        }
    }

    private static void EmitFastAfter(SourceWriter writer, LevelBody body)
    {
        var hooks = body.Level.Hooks;
        for (int index = hooks.Count - 1; index >= 0; index--)
        {
            var stage = hooks[index];
            var after = stage.Find(HookKind.After);
            var last = stage.Find(HookKind.Finally);
            if (after is not null)
            {
                writer.Line($"position = {(2 * index) + (last is null ? 0 : 1)};");
                PipelineParts.EmitHookCall(writer, body, stage, after);
            }

            if (last is not null)
            {
                writer.Line($"position = {2 * index};");
                PipelineParts.EmitHookCall(writer, body, stage, last);
            }
        }

        writer.Line(body.IsVoid ? "return default;" : "return new(result);");
    }

    private static void EmitAsynchronous(SourceWriter writer, LevelBody body)
    {
        bool mayAnswer = body.Level.Hooks.Any(BeforeEmitter.MayAnswer);
        if (body.Pipeline.PoolStateMachines)
        {
            string builder = body.IsVoid
                ? "PoolingAsyncValueTaskMethodBuilder"
                : "PoolingAsyncValueTaskMethodBuilder<>";
            writer.Line($"[AsyncMethodBuilder(typeof({builder}))]");
        }

        writer.Line(GeneratedCode.StepThrough);
        int modifier = body.Header.IndexOf("ValueTask", StringComparison.Ordinal);
        using (writer.WriteBlock(body.Header.Insert(modifier, "async ")))
        {
            string? guard = body.Guard is null ? null : $"await {body.Guard}.ConfigureAwait(false)";
            EmitGuard(writer, body with { Guard = guard }, isAsync: true);
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            BeforeEmitter.EmitState(writer, body);
            writer.LineIf(body.TracksPosition, PipelineParts.Position);
            writer.Line($"{Exception}? failure = null;");
            HookTailEmitter.EmitError(writer, body);
            writer.LineIf(!body.IsVoid, $"{body.Message.Result} result = default!;");
            using (writer.WriteBlock("try"))
            {
                BeforeEmitter.Emit(writer, body, answered: "goto Answered;", answerName: "result");
                writer.Line(body.Inner is { } inner
                    ? $"{(body.IsVoid ? "" : "result = ")}await {inner}.ConfigureAwait(false);"
                    : $"{body.NotFound};");
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                writer.Line("failure = exception;");
            }

            writer.Line();
            writer.LineIf(mayAnswer, "Answered:");
            HookTailEmitter.EmitLeaving(writer, body);
        }
    }

    private static void EmitGuard(SourceWriter writer, LevelBody body, bool isAsync = false)
    {
        if (body.Guard is not { } guard)
        {
            return;
        }

        using (writer.WriteBlock("if (dispatcher.IsRoot)"))
        {
            writer.Line(isAsync && body.IsVoid ? $"{guard};\nreturn;" : $"return {guard};");
        }

        writer.Line();
    }

    /// <summary>Whether the level ends in the handler of another module.</summary>
    private static bool IsForeign(LevelBody body) => body.Level.IsInnermost
        && body.Pipeline.Targets.Count == 1 && HandlerCall.OnlyEntry(body.Pipeline) is null;

    internal static string ResultName(LevelBody body) => body.IsVoid ? "global::CqrsGen.Unit.Value" : "result";

    internal static string Argument(LevelBody body) => body.IsVoid ? "" : $"<{body.Message.Result}>";
}
