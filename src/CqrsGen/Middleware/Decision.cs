namespace CqrsGen;

/// <summary>What a <c>Before</c> hook decides: go on, or answer early.</summary>
/// <typeparam name="TResult">The result of the message.</typeparam>
public readonly struct Decision<TResult>
{
    private Decision(TResult answer)
    {
        IsAnswered = true;
        Answer = answer;
    }

    /// <summary>Goes on with the rest of the pipeline. The default value.</summary>
    public static Decision<TResult> Continue => default;

    /// <summary>Whether the hook answered, so that the rest of the pipeline does not run.</summary>
    public bool IsAnswered { get; }

    /// <summary>The answer; meaningful when <see cref="IsAnswered"/>.</summary>
    public TResult Answer { get; }

    /// <summary>
    /// Answers early: nothing further in runs, and the hooks so far get <c>After</c> with the answer.
    /// </summary>
    /// <param name="answer">The answer.</param>
    public static Decision<TResult> Return(TResult answer) => new(answer);
}
