namespace CqrsGen;

/// <summary>What <c>Result</c> and <c>Result&lt;T&gt;</c> have in common.</summary>
public interface IResult
{
    /// <summary>Whether it holds a value and no error.</summary>
    bool IsSuccess { get; }

    /// <summary>The error of a failed result; null on success.</summary>
    Error? Error { get; }
}
