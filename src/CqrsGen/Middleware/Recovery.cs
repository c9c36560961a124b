namespace CqrsGen;

/// <summary>What a <c>Failed</c> hook makes of a failure: let it go on outwards, or answer in its place.</summary>
/// <typeparam name="TResult">The result of the message.</typeparam>
public readonly struct Recovery<TResult>
{
    private Recovery(TResult answer)
    {
        IsRecovered = true;
        Answer = answer;
    }

    /// <summary>Lets the failure go on to the outer hooks and the caller. The default value.</summary>
    public static Recovery<TResult> Rethrow => default;

    /// <summary>Whether the hook answered in place of the failure.</summary>
    public bool IsRecovered { get; }

    /// <summary>The answer; meaningful when <see cref="IsRecovered"/>.</summary>
    public TResult Answer { get; }

    /// <summary>Answers in place of the failure: the outer hooks get <c>After</c> with the answer.</summary>
    /// <param name="answer">The answer.</param>
    public static Recovery<TResult> Return(TResult answer) => new(answer);
}
