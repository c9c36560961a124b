using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CqrsGen;

/// <summary>The outcome of something that answers with nothing: success, or an <see cref="CqrsGen.Error"/>.</summary>
/// <remarks>
/// The default value is a failure, with an error that says so: a result that nobody assigned must not pass as success.
/// JSON: <c>{"isSuccess":true}</c> or <c>{"isSuccess":false,"error":{…}}</c>.
/// </remarks>
public readonly record struct Result : IResult
{
    private readonly Error? _error;

    /// <summary>For JSON; use <see cref="Success"/> and <see cref="Failure"/>.</summary>
    /// <param name="isSuccess">Whether it is a success.</param>
    /// <param name="error">The error of a failure.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Result(bool isSuccess, Error? error)
    {
        IsSuccess = isSuccess;
        _error = isSuccess ? null : error;
    }

    /// <summary>Success.</summary>
    public static Result Success => new(true, null);

    /// <inheritdoc/>
    public bool IsSuccess { get; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Error? Error => IsSuccess ? null : _error ?? Results.Unassigned;

    /// <summary>A failure with the error.</summary>
    /// <param name="error">What went wrong.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Failure is the named alternative.")]
    public static implicit operator Result(Error error) => Failure(error);

    /// <summary>A failure.</summary>
    /// <param name="error">What went wrong.</param>
    public static Result Failure(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(false, error);
    }

    /// <summary>Answers with the one or the other.</summary>
    /// <typeparam name="TOut">What both answer with.</typeparam>
    /// <param name="onSuccess">For success.</param>
    /// <param name="onFailure">For a failure.</param>
    public TOut Match<TOut>(Func<TOut> onSuccess, Func<Error, TOut> onFailure)
    {
        ArgumentNullException.ThrowIfNull(onSuccess);
        ArgumentNullException.ThrowIfNull(onFailure);
        return IsSuccess ? onSuccess() : onFailure(Error!);
    }

    /// <summary>Goes on after success; a failure stays what it is.</summary>
    /// <param name="next">What to do next.</param>
    public Result Bind(Func<Result> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsSuccess ? next() : this;
    }

    /// <summary>Goes on after success with something that answers; a failure stays what it is.</summary>
    /// <typeparam name="TOut">The answer.</typeparam>
    /// <param name="next">What to do next.</param>
    public Result<TOut> Bind<TOut>(Func<Result<TOut>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsSuccess ? next() : Result<TOut>.Failure(Error!);
    }

    /// <summary>Throws the error of a failure.</summary>
    /// <exception cref="CqrsException">It is a failure; the class fits its category.</exception>
    public void ThrowIfFailed()
    {
        if (!IsSuccess)
        {
            throw Error!.ToException();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => IsSuccess ? "Success" : Error!.ToString();
}
