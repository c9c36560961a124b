namespace CqrsGen;

/// <summary>What a <c>Before</c> hook with state decides: go on, or answer early.</summary>
/// <typeparam name="TResult">The result of the message.</typeparam>
/// <typeparam name="TState">What the hook's later methods receive.</typeparam>
public readonly struct Decision<TResult, TState>
{
    private Decision(bool isAnswered, TResult answer, TState state)
    {
        IsAnswered = isAnswered;
        Answer = answer;
        State = state;
    }

    /// <summary>Whether the hook answered, so that the rest of the pipeline does not run.</summary>
    public bool IsAnswered { get; }

    /// <summary>The answer; meaningful when <see cref="IsAnswered"/>.</summary>
    public TResult Answer { get; }

    /// <summary>What the hook's later methods receive.</summary>
    public TState State { get; }

    /// <summary>Goes on with the rest of the pipeline.</summary>
    /// <param name="state">What the hook's later methods receive.</param>
    public static Decision<TResult, TState> Continue(TState state) => new(false, default!, state);

    /// <summary>
    /// Answers early: nothing further in runs, and the hooks so far get <c>After</c> with the answer.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="state">What the hook's later methods receive.</param>
    public static Decision<TResult, TState> Return(TResult answer, TState state) => new(true, answer, state);
}
