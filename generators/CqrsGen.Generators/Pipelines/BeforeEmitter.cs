using CqrsGen.Generators.Common;
using CqrsGen.Generators.Middleware;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Writes the way into a run of hooks: their states, and each <c>Before</c> with what it may answer.</summary>
internal static class BeforeEmitter
{
    public static void EmitState(SourceWriter writer, LevelBody body)
    {
        writer.LineIf(body.Level.NeedsCallerToken, $"var {PipelineParts.CallerToken} = cancellationToken;");
        foreach (var stage in body.Level.Hooks)
        {
            if (stage.Find(HookKind.Before)?.State is { } state)
            {
                writer.Line($"{state} {stage.State} = default!;");
            }
        }
    }

    public static void Emit(SourceWriter writer, LevelBody body, string? answered, string answerName = "answer")
    {
        for (int index = 0; index < body.Level.Hooks.Count; index++)
        {
            var stage = body.Level.Hooks[index];
            if (stage.Find(HookKind.Before) is { } before)
            {
                Emit(writer, body, stage, before, index, answered, answerName);
            }
            else
            {
                writer.LineIf(body.TracksPosition, $"position = {2 * (index + 1)};");
            }
        }
    }

    private static void Emit(
        SourceWriter writer,
        LevelBody body,
        StageModel stage,
        HookCall before,
        int index,
        string? answered,
        string answerName)
    {
        string target = before.Answer switch
        {
            HookAnswer.State => stage.State + " = ",
            HookAnswer.Decision or HookAnswer.DecisionWithState => $"var {stage.Decision} = ",
            _ => "",
        };
        PipelineParts.EmitHookCall(writer, body, stage, before, target);
        writer.LineIf(stage.IsTimeout, $"cancellationToken = {stage.State}.Token;");
        writer.LineIf(
            stage.IsTimeout && (body.Level.IsAsync || body.Message.ResultFacts.Work == ResultWork.Unknown),
            $"{stage.State}.KeepToken(); {PipelineParts.KeptToken}");
        writer.LineIf(
            before.Answer == HookAnswer.DecisionWithState, $"{stage.State} = {stage.Decision}.State;");
        writer.LineIf(body.TracksPosition, $"position = {2 * (index + 1)};");
        if (before.Answer is HookAnswer.Decision or HookAnswer.DecisionWithState)
        {
            using (writer.WriteBlock($"if ({stage.Decision}.IsAnswered)"))
            {
                if (answered is null)
                {
                    writer.Line(body.IsVoid ? "return default;" : $"return new({stage.Decision}.Answer);");
                }
                else
                {
                    writer.LineIf(!body.IsVoid, $"{answerName} = {stage.Decision}.Answer;");
                    writer.Line(answered);
                }
            }

            writer.Line();
        }
    }

    public static bool MayAnswer(StageModel stage) =>
        stage.Find(HookKind.Before)?.Answer is HookAnswer.Decision or HookAnswer.DecisionWithState;
}
