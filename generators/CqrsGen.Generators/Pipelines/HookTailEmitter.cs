using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Writes how a run of hooks is left: by one method that waits for a suspended pipeline, and one that gives every hook
/// what it is owed. Built-in hooks see nothing of their message, so all messages share these two methods for a run of
/// them; where other hooks stand inside, the message's own methods end in the shared one.
/// </summary>
internal static class HookTailEmitter
{
    private const string Exception = "Exception";
    private const string Error = "unsuccessful";

    /// <summary>Writes the two methods of a level that is left in its own way; none for one that shares them.</summary>
    public static void EmitOwn(SourceWriter writer, LevelBody body)
    {
        if (!body.IsTailShared)
        {
            EmitAwait(writer.Line(), body);
            EmitLeave(writer.Line(), body);
        }
    }

    /// <summary>Writes the two methods that the messages of an assembly share.</summary>
    public static void EmitShared(SourceWriter writer, HookTail tail)
    {
        var body = tail.Body;
        EmitAwait(writer.Line(), body);
        EmitLeave(writer.Line(), body);
    }

    /// <summary>The call that waits for a suspended pipeline and then leaves.</summary>
    public static string AwaitCall(LevelBody body) =>
        $"{(body.IsTailShared ? body.Tail!.Name : body.Name)}_Await{(IsGeneric(body) ? TypeArgument(body) : "")}" +
        $"({AwaitArguments(body)})";

    /// <summary>Waits for the rest of the pipeline, then leaves through the hooks.</summary>
    private static void EmitAwait(SourceWriter writer, LevelBody body)
    {
        bool isPooled = body.Pipeline.PoolStateMachines;
        string task = isPooled ? "ValueTask" : "Task";
        if (isPooled)
        {
            string builder = body.IsVoid
                ? "PoolingAsyncValueTaskMethodBuilder"
                : "PoolingAsyncValueTaskMethodBuilder<>";
            writer.Line($"[AsyncMethodBuilder(typeof({builder}))]");
        }

        string argument = HookEmitter.Argument(body);
        string typeParameter = body.IsShared ? argument : "";
        string parameters = Joined("pending", Parameters(body));
        writer.Line(GeneratedCode.StepThrough);
        using (writer.WriteBlock(
            $"private async {task}{argument} {body.Name}_Await{typeParameter}({task}{argument} {parameters})" +
            Constraint(body)))
        {
            if (body.Level.Timeout is { } timeout)
            {
                writer.Line($"{timeout.State}.KeepToken(); {PipelineParts.KeptToken}");
            }

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
        string result = body.IsVoid ? "" : $", {body.Message.Result} result";
        string returned = body.IsVoid ? "void" : body.Message.Result!;
        string typeParameter = body.IsShared ? HookEmitter.Argument(body) : "";
        string error = HasError(body) ? $", {Exception}? {Error}" : "";
        string parameters = Joined($"int position, {Exception}? failure{error}{result}", Parameters(body));
        writer
            .Line(
                "/// <summary>Gives every hook that was entered its After or Failed and its Finally, " +
                "from the inside out.</summary>")
            .Line(GeneratedCode.Hidden);
        string header = $"private {returned} {body.Name}_Leave{typeParameter}({parameters}){Constraint(body)}";
        using (writer.WriteBlock(header))
        {
            PipelineParts.EmitInstances(writer, body.Level.Hooks.Skip(body.Tail?.Hooks.Count ?? 0));
            EmitLeaving(writer, body);
        }
    }

    /// <summary>
    /// Gives every hook that was entered what it is owed, from the inside out; then throws what failed, or returns the
    /// result.
    /// </summary>
    public static void EmitLeaving(SourceWriter writer, LevelBody body)
    {
        EmitHooks(writer, body, outermost: body.Tail?.Hooks.Count ?? 0);
        if (body.Tail is { } tail)
        {
            EmitReturn(writer, body, SharedLeave(body, tail, "position", "failure", "result", Error), isTask: false);
        }
        else
        {
            EmitEnd(writer, body);
        }
    }

    /// <summary>Gives the hooks of a level that were entered what they are owed, from the inside out.</summary>
    public static void EmitHooks(SourceWriter writer, LevelBody body, int outermost = 0)
    {
        var hooks = body.Level.Hooks;
        for (int index = hooks.Count - 1; index >= outermost; index--)
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
                    EmitGuarded(writer, () => PipelineParts.EmitHookCall(writer, body, stage, last));
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
        string? isSuccess = ResultShape.Succeeded(body);
        string succeeded = isSuccess is null ? "failure is null" : $"failure is null && {isSuccess}";
        if (after is not null)
        {
            using (writer.WriteBlock($"if ({succeeded})"))
            {
                PipelineParts.EmitHookCall(writer, body, stage, after);
            }
        }

        if (failed is null)
        {
            return;
        }

        string hasFailed = isSuccess is null ? "failure is not null" : $"!({succeeded})";
        using (writer.WriteBlock(after is not null ? "else" : $"if ({hasFailed})"))
        {
            string exception = isSuccess is null
                ? "failure!"
                : $"failure ?? ({Error} ??= {ResultShape.Exception(body)})";
            if (failed.Answer != HookAnswer.Recovery)
            {
                PipelineParts.EmitHookCall(writer, body, stage, failed, exception: exception);
                return;
            }

            PipelineParts.EmitHookCall(writer, body, stage, failed, "var recovery = ", exception);
            using (writer.WriteBlock("if (recovery.IsRecovered)"))
            {
                writer.Line("failure = null;");
                writer.LineIf(HasError(body), $"{Error} = null;");
                writer.LineIf(!body.IsVoid, "result = recovery.Answer;");
            }
        }
    }

    /// <summary>
    /// Declares the exception that stands for the error of a failed result: one, made when a hook first sees it.
    /// </summary>
    public static void EmitError(SourceWriter writer, LevelBody body) =>
        writer.LineIf(HasError(body), $"{Exception}? {Error} = null;");

    private static bool HasError(LevelBody body) => ResultShape.Succeeded(body) is not null;

    /// <summary>Throws what failed, or returns the result.</summary>
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

    /// <summary>Leaves, and returns what came of it.</summary>
    public static void EmitReturnLeave(
        SourceWriter writer, LevelBody body, string position, string failure, string result, bool isTask = true)
    {
        string call = body.IsTailShared
            ? SharedLeave(body, body.Tail!, position, failure, result)
            : $"{body.Name}_Leave{(body.IsShared ? TypeArgument(body) : "")}" +
                $"({LeaveArguments(body, body, position, failure, result)})";
        EmitReturn(writer, body, call, isTask);
    }

    private static string SharedLeave(
        LevelBody body, HookTail tail, string position, string failure, string result, string error = "null") =>
        $"{tail.Name}_Leave{TypeArgument(body)}" +
        $"({LeaveArguments(body, tail.Body, position, failure, result, error)})";

    private static void EmitReturn(SourceWriter writer, LevelBody body, string call, bool isTask)
    {
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

    /// <summary>Whether its methods are generic in the result.</summary>
    private static bool IsGeneric(LevelBody body) => body.IsShared || body.IsTailShared;

    private static string TypeArgument(LevelBody body) => HookEmitter.Argument(body);

    private static string Constraint(LevelBody body) =>
        body.Shared is { IsOfResults: true } ? " where TResult : struct, global::CqrsGen.IResult" : "";

    private static string AwaitArguments(LevelBody body) =>
        Joined(
            body.Pipeline.PoolStateMachines ? "pending" : "pending.AsTask()",
            Arguments(body, body.IsTailShared ? body.Tail!.Body : body));

    private static string LeaveArguments(
        LevelBody body, LevelBody called, string position, string failure, string result, string error = "null")
    {
        string errors = HasError(body) ? ", " + error : "";
        return Joined($"{position}, {failure}{errors}{(body.IsVoid ? "" : ", " + result)}", Arguments(body, called));
    }

    private static string Joined(string first, string others) =>
        others.Length == 0 ? first : first.Length == 0 ? others : $"{first}, {others}";

    /// <summary>
    /// What leaving needs and nothing more: every parameter is kept in the state machine of a suspended pipeline.
    /// </summary>
    private static string Parameters(LevelBody body) => string.Join(
        ", ", body.TailParameters.Select(static parameter => $"{parameter.Type} {parameter.Name}"));

    /// <summary>What a level gives the methods of another that stands for the same hooks.</summary>
    private static string Arguments(LevelBody body, LevelBody called) =>
        called.TakesInfo && !body.IsShared
            ? Joined($"{body.Pipeline.UniqueName}_Info", called.TailArguments)
            : Joined(called.TakesInfo ? "info" : "", called.TailArguments);
}
