using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Middleware;

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
        if (body.Level.Hooks.Any(static stage => stage.IsAsync))
        {
            EmitAsynchronous(writer, body);
            return;
        }

        EmitFast(writer, body);
        if (IsForeign(body))
        {
            // A method of its own, which must not be inlined: see the remarks of HandlerCall.
            writer
                .Line()
                .Line(GeneratedCode.Hidden)
                .Line("[MethodImpl(MethodImplOptions.NoInlining)]")
                .Line($"private ValueTask{Argument(body)} {body.Name}_Inner({body.Message.Type} message, Dispatcher dispatcher, {GeneratedCode.Token}) =>")
                .Line($"    {body.Inner};");
        }

        EmitAwait(writer.Line(), body);
        EmitLeave(writer.Line(), body);
    }

    private static void EmitFast(SourceWriter writer, LevelBody body)
    {
        bool mayAnswer = body.Level.Hooks.Any(MayAnswer);
        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(body.Header))
        {
            EmitGuard(writer, body);
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            writer.Line("var ambient = ExecutionContext.Capture();");
            EmitState(writer, body);
            writer.Line("int position = 0;");
            writer.Line($"ValueTask{Argument(body)} pending;");
            writer.LineIf(mayAnswer && !body.IsVoid, $"{body.Message.Result} answer;");
            using (writer.WriteBlock("try"))
            {
                EmitBefore(writer, body, answered: "goto Answered;");
                EmitFastInner(writer, body);
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                EmitReturnLeave(writer, body, "position", "exception", "default!");
            }

            writer.Line();
            string await = $"{body.Name}_Await({AwaitArguments(body)})";
            writer
                .Line($"var suspended = {await};")
                .Line("Ambient.Restore(ambient);")
                .Line(body.Pipeline.PoolStateMachines ? "return suspended;" : "return new(suspended);");
            if (mayAnswer)
            {
                writer.Line().Line("Answered:");
                EmitReturnLeave(writer, body, "position", "null", "answer");
            }
        }
    }

    /// <summary>The rest of the pipeline and, where it completed at once, the hooks on the way out.</summary>
    private static void EmitFastInner(SourceWriter writer, LevelBody body)
    {
        if (body.Inner is not { } inner)
        {
            writer.Line($"{body.NotFound};");
            return;
        }

        if (body.Level.Around is null && HandlerCall.OnlyEntry(body.Pipeline) is { } entry)
        {
            HandlerCall.EmitAssign(writer, entry, "pending");
        }
        else
        {
            writer.Line(IsForeign(body) ? $"pending = {body.Name}_Inner({GeneratedCode.Arguments});" : $"pending = {inner};");
        }

        using (writer.WriteBlock("if (pending.IsCompletedSuccessfully)"))
        {
            writer.Line(body.IsVoid ? "pending.GetAwaiter().GetResult();" : "var result = pending.Result;");
            if (IsResult(body))
            {
                using (writer.WriteBlock("if (result.IsSuccess)"))
                {
                    EmitFastAfter(writer, body);
                }

                writer.Line().Line("pending = new(result); // A failed result leaves the slow way.");
                return;
            }

            EmitFastAfter(writer, body);
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
                writer.Line($"{PipelineParts.HookCall(body.Pipeline, stage, after, ResultName(body), "")};");
            }

            if (last is not null)
            {
                writer.Line($"position = {2 * index};");
                writer.Line($"{PipelineParts.HookCall(body.Pipeline, stage, last, "", "")};");
            }
        }

        writer.Line(body.IsVoid ? "return default;" : "return new(result);");
    }

    /// <summary>Waits for the rest of the pipeline, then leaves through the hooks.</summary>
    private static void EmitAwait(SourceWriter writer, LevelBody body)
    {
        bool isPooled = body.Pipeline.PoolStateMachines;
        string task = isPooled ? "ValueTask" : "Task";
        if (isPooled)
        {
            string builder = body.IsVoid ? "PoolingAsyncValueTaskMethodBuilder" : "PoolingAsyncValueTaskMethodBuilder<>";
            writer.Line($"[AsyncMethodBuilder(typeof({builder}))]");
        }

        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(
            $"private async {task}{Argument(body)} {body.Name}_Await({task}{Argument(body)} pending, {Parameters(body)})"))
        {
            writer.Line($"{Exception}? failure = null;");
            writer.LineIf(!body.IsVoid, $"{body.Message.Result} result = default!;");
            using (writer.WriteBlock("try"))
            {
                writer.Line($"{(body.IsVoid ? "" : "result = ")}await pending.ConfigureAwait(false);");
            }

            using (writer.WriteBlock($"catch ({Exception} exception)"))
            {
                writer.Line("failure = exception;");
            }

            writer.Line();
            EmitReturnLeave(
                writer, body, (2 * body.Level.Hooks.Count).ToString(), "failure", "result", isTask: false);
        }
    }

    /// <summary>Leaves through the hooks that are still owed something, from the inside out.</summary>
    private static void EmitLeave(SourceWriter writer, LevelBody body)
    {
        string result = body.IsVoid ? "" : $"{body.Message.Result} result, ";
        writer.Line("/// <summary>Gives every hook that was entered its After or Failed and its Finally, from the inside out.</summary>");
        writer.Line(GeneratedCode.Hidden);
        using (writer.WriteBlock(
            $"private {(body.IsVoid ? "void" : body.Message.Result)} {body.Name}_Leave(int position, {Exception}? failure, {result}{Parameters(body)})"))
        {
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            EmitLeaving(writer, body);
            EmitEnd(writer, body);
        }
    }

    private static void EmitAsynchronous(SourceWriter writer, LevelBody body)
    {
        bool mayAnswer = body.Level.Hooks.Any(MayAnswer);
        if (body.Pipeline.PoolStateMachines)
        {
            string builder = body.IsVoid ? "PoolingAsyncValueTaskMethodBuilder" : "PoolingAsyncValueTaskMethodBuilder<>";
            writer.Line($"[AsyncMethodBuilder(typeof({builder}))]");
        }

        writer.Line(GeneratedCode.StepThrough);
        int modifier = body.Header.IndexOf("ValueTask", StringComparison.Ordinal);
        using (writer.WriteBlock(body.Header.Insert(modifier, "async ")))
        {
            EmitGuard(writer, body with { Guard = body.Guard is null ? null : $"await {body.Guard}.ConfigureAwait(false)" }, isAsync: true);
            PipelineParts.EmitInstances(writer, body.Level.Hooks);
            EmitState(writer, body);
            writer.LineIf(body.TracksPosition, "int position = 0;");
            writer.Line($"{Exception}? failure = null;");
            writer.LineIf(!body.IsVoid, $"{body.Message.Result} result = default!;");
            using (writer.WriteBlock("try"))
            {
                EmitBefore(writer, body with { }, answered: "goto Answered;", answerName: "result");
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
            EmitLeaving(writer, body);
            EmitEnd(writer, body);
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

    internal static void EmitState(SourceWriter writer, LevelBody body)
    {
        foreach (var stage in body.Level.Hooks)
        {
            if (stage.Find(HookKind.Before)?.State is { } state)
            {
                writer.Line($"{state} {PipelineParts.State(stage)} = default!;");
            }
        }
    }

    internal static void EmitBefore(SourceWriter writer, LevelBody body, string answered, string answerName = "answer")
    {
        for (int index = 0; index < body.Level.Hooks.Count; index++)
        {
            var stage = body.Level.Hooks[index];
            if (stage.Find(HookKind.Before) is { } before)
            {
                EmitBefore(writer, body, stage, before, index, answered, answerName);
            }
            else
            {
                writer.LineIf(body.TracksPosition, $"position = {2 * (index + 1)};");
            }
        }
    }

    private static void EmitBefore(
        SourceWriter writer,
        LevelBody body,
        StageModel stage,
        HookCall before,
        int index,
        string answered,
        string answerName)
    {
        string call = PipelineParts.HookCall(body.Pipeline, stage, before, "", "");
        if (before.IsAsync)
        {
            call = $"await {call}.ConfigureAwait(false)";
        }

        string decision = Names.Camel(stage.Name + "Decision");
        string target = before.Answer switch
        {
            HookAnswer.State => $"{PipelineParts.State(stage)} = ",
            HookAnswer.Decision or HookAnswer.DecisionWithState => $"var {decision} = ",
            _ => "",
        };
        writer.Line($"{target}{call};");
        writer.LineIf(before.Answer == HookAnswer.DecisionWithState, $"{PipelineParts.State(stage)} = {decision}.State;");
        writer.LineIf(body.TracksPosition, $"position = {2 * (index + 1)};");
        if (before.Answer is HookAnswer.Decision or HookAnswer.DecisionWithState)
        {
            using (writer.WriteBlock($"if ({decision}.IsAnswered)"))
            {
                writer.LineIf(!body.IsVoid, $"{answerName} = {decision}.Answer;");
                writer.Line(answered);
            }

            writer.Line();
        }
    }

    internal static void EmitLeaving(SourceWriter writer, LevelBody body)
    {
        var hooks = body.Level.Hooks;
        for (int index = hooks.Count - 1; index >= 0; index--)
        {
            var stage = hooks[index];
            var after = stage.Find(HookKind.After);
            var failed = stage.Find(HookKind.Failed);
            if (after is not null || failed is not null)
            {
                using (writer.WriteBlock($"if (position >= {2 * (index + 1)}) // {stage.Display}"))
                {
                    EmitGuarded(writer, () => EmitAfterOrFailed(writer, body, stage, after, failed));
                }

                writer.Line();
            }

            if (stage.Find(HookKind.Finally) is { } last)
            {
                using (writer.WriteBlock($"if (position >= {(2 * index) + 1}) // {stage.Display}"))
                {
                    EmitGuarded(writer, () =>
                        writer.Line($"{Awaited(last, PipelineParts.HookCall(body.Pipeline, stage, last, "", ""))};"));
                }

                writer.Line();
            }
        }
    }

    private static void EmitGuarded(SourceWriter writer, Action emit)
    {
        using (writer.WriteBlock("try"))
        {
            emit();
        }

        using (writer.WriteBlock($"catch ({Exception} exception)"))
        {
            writer.Line("failure = exception;");
        }
    }

    private static void EmitAfterOrFailed(
        SourceWriter writer, LevelBody body, StageModel stage, HookCall? after, HookCall? failed)
    {
        string succeeded = IsResult(body) ? "failure is null && result.IsSuccess" : "failure is null";
        if (after is not null)
        {
            using (writer.WriteBlock($"if ({succeeded})"))
            {
                writer.Line($"{Awaited(after, PipelineParts.HookCall(body.Pipeline, stage, after, ResultName(body), ""))};");
            }
        }

        if (failed is null)
        {
            return;
        }

        using (writer.WriteBlock(after is not null ? "else" : $"if (!({succeeded}))"))
        {
            string exception = IsResult(body) ? "failure ?? result.Error!.ToException()" : "failure!";
            string call = Awaited(failed, PipelineParts.HookCall(body.Pipeline, stage, failed, "", exception));
            if (failed.Answer != HookAnswer.Recovery)
            {
                writer.Line($"{call};");
                return;
            }

            writer.Line($"var recovery = {call};");
            using (writer.WriteBlock("if (recovery.IsRecovered)"))
            {
                writer.Line("failure = null;");
                writer.LineIf(!body.IsVoid, "result = recovery.Answer;");
            }
        }
    }

    private static void EmitEnd(SourceWriter writer, LevelBody body)
    {
        using (writer.WriteBlock("if (failure is not null)"))
        {
            writer.Line("ExceptionDispatchInfo.Throw(failure);");
        }

        if (!body.IsVoid)
        {
            writer.Line().Line("return result;");
        }
    }

    private static void EmitReturnLeave(
        SourceWriter writer, LevelBody body, string position, string failure, string result, bool isTask = true)
    {
        string call = $"{body.Name}_Leave({position}, {failure}, {(body.IsVoid ? "" : result + ", ")}{Arguments(body)})";
        if (body.IsVoid)
        {
            writer.Line($"{call};");
            writer.LineIf(isTask, "return default;");
        }
        else
        {
            writer.Line(isTask ? $"return new({call});" : $"return {call};");
        }
    }

    /// <summary>Whether the level ends in the handler of another module.</summary>
    private static bool IsForeign(LevelBody body) => body.Level.Around is null
        && body.Pipeline.Targets.Count == 1 && HandlerCall.OnlyEntry(body.Pipeline) is null;

    internal static bool MayAnswer(StageModel stage) =>
        stage.Find(HookKind.Before)?.Answer is HookAnswer.Decision or HookAnswer.DecisionWithState;

    private static bool IsResult(LevelBody body) => !body.IsVoid && body.Message.Result is { } result
        && (result == "global::CqrsGen.Result" || result.StartsWith("global::CqrsGen.Result<", StringComparison.Ordinal));

    private static string ResultName(LevelBody body) => body.IsVoid ? "global::CqrsGen.Unit.Value" : "result";

    private static string Awaited(HookCall hook, string call) => hook.IsAsync ? $"await {call}.ConfigureAwait(false)" : call;

    private static string Argument(LevelBody body) => body.IsVoid ? "" : $"<{body.Message.Result}>";

    private static string AwaitArguments(LevelBody body) =>
        $"{(body.Pipeline.PoolStateMachines ? "pending" : "pending.AsTask()")}, {Arguments(body)}";

    /// <summary>What leaving needs and nothing more: every parameter is kept in the state machine of a suspended pipeline.</summary>
    private static string Parameters(LevelBody body) => string.Join(", ", LeaveParameters(body).Select(static parameter =>
        $"{parameter.Type} {parameter.Name}"));

    private static string Arguments(LevelBody body) => string.Join(", ", LeaveParameters(body).Select(static parameter => parameter.Name));

    private static IEnumerable<(string Type, string Name)> LeaveParameters(LevelBody body)
    {
        yield return (body.Message.Type, "message");
        bool needsDispatcher = body.Level.Hooks.Any(static stage => !stage.IsSingleton
            || stage.Hooks.Any(static hook => hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Context)));
        if (needsDispatcher)
        {
            yield return ("Dispatcher", "dispatcher");
        }

        foreach (var stage in body.Level.Hooks)
        {
            bool isUsed = stage.Hooks.Any(static hook => hook.Takes(HookParameterRole.State));
            if (isUsed && stage.Find(HookKind.Before)?.State is { } state)
            {
                yield return (state, PipelineParts.State(stage));
            }
        }

        if (body.Level.Hooks.Any(static stage => stage.Hooks.Any(static hook =>
                hook.Kind != HookKind.Before && hook.Takes(HookParameterRole.Token))))
        {
            yield return ("CancellationToken", "cancellationToken");
        }
    }
}
