using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CqrsGen;

/// <summary>The outcome of something that answers: a value, or an <see cref="CqrsGen.Error"/>.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <remarks>
/// The default value is a failure, with an error that says so: a result that nobody assigned must not pass as success.
/// JSON: <c>{"isSuccess":true,"value":…}</c> or <c>{"isSuccess":false,"value":…,"error":{…}}</c>, where the value of a
/// failure is its type's default.
/// </remarks>
public readonly record struct Result<T> : IResult
{
    private readonly Error? _error;

    /// <summary>For JSON; use <see cref="Success"/> and <see cref="Failure"/>.</summary>
    /// <param name="isSuccess">Whether it is a success.</param>
    /// <param name="valueOrDefault">The value of a success.</param>
    /// <param name="error">The error of a failure.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Result(bool isSuccess, T? valueOrDefault, Error? error)
    {
        IsSuccess = isSuccess;
        ValueOrDefault = isSuccess ? valueOrDefault : default;
        _error = isSuccess ? null : error;
    }

    /// <inheritdoc/>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess { get; }

    /// <summary>The value.</summary>
    /// <exception cref="CqrsException">It is a failure; the class fits its category.</exception>
    [JsonIgnore]
    public T Value => IsSuccess ? ValueOrDefault! : throw Error.ToException();

    /// <summary>The value of a success, the type's default for a failure.</summary>
    [JsonPropertyName("value")]
    public T? ValueOrDefault { get; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Error? Error => IsSuccess ? null : _error ?? Results.Unassigned;

    /// <summary>A success with the value.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Success is the named alternative.")]
    public static implicit operator Result<T>(T value) => Success(value);

    /// <summary>A failure with the error.</summary>
    /// <param name="error">What went wrong.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Failure is the named alternative.")]
    public static implicit operator Result<T>(Error error) => Failure(error);

    /// <summary>A success.</summary>
    /// <param name="value">The value.</param>
    public static Result<T> Success(T value) => new(true, value, null);

    /// <summary>A failure.</summary>
    /// <param name="error">What went wrong.</param>
    public static Result<T> Failure(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(false, default, error);
    }

    /// <summary>Gives the value or the error.</summary>
    /// <param name="value">The value of a success.</param>
    /// <param name="error">The error of a failure.</param>
    /// <returns>Whether it is a success.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Error? error)
    {
        value = ValueOrDefault;
        error = Error;
        return IsSuccess;
    }

    /// <summary>Answers with the one or the other.</summary>
    /// <typeparam name="TOut">What both answer with.</typeparam>
    /// <param name="onSuccess">For success.</param>
    /// <param name="onFailure">For a failure.</param>
    public TOut Match<TOut>(Func<T, TOut> onSuccess, Func<Error, TOut> onFailure)
    {
        ArgumentNullException.ThrowIfNull(onSuccess);
        ArgumentNullException.ThrowIfNull(onFailure);
        return IsSuccess ? onSuccess(ValueOrDefault!) : onFailure(Error);
    }

    /// <summary>Turns the value into another; a failure stays what it is.</summary>
    /// <typeparam name="TOut">The other value.</typeparam>
    /// <param name="map">Turns the value.</param>
    public Result<TOut> Map<TOut>(Func<T, TOut> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return IsSuccess ? Result<TOut>.Success(map(ValueOrDefault!)) : Result<TOut>.Failure(Error);
    }

    /// <summary>Goes on with the value; a failure stays what it is.</summary>
    /// <typeparam name="TOut">The next value.</typeparam>
    /// <param name="next">What to do next.</param>
    public Result<TOut> Bind<TOut>(Func<T, Result<TOut>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsSuccess ? next(ValueOrDefault!) : Result<TOut>.Failure(Error);
    }

    /// <summary>Goes on with something that answers with nothing; a failure stays what it is.</summary>
    /// <param name="next">What to do next.</param>
    public Result Bind(Func<T, Result> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return IsSuccess ? next(ValueOrDefault!) : Result.Failure(Error);
    }

    /// <summary>Throws the error of a failure.</summary>
    /// <returns>The value of a success.</returns>
    /// <exception cref="CqrsException">It is a failure; the class fits its category.</exception>
    public T ThrowIfFailed() => Value;

    /// <inheritdoc/>
    public override string ToString() => IsSuccess ? $"Success ({ValueOrDefault})" : Error.ToString();
}
