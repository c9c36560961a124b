namespace CqrsGen.Generators.Pipelines;

/// <summary>How generated code asks a result whether it is a failed one, and for its error.</summary>
internal static class ResultShape
{
    private const string Contract = "global::CqrsGen.IResult";

    /// <summary>The condition under which <c>result</c> is no failed one; null where it cannot be one.</summary>
    public static string? Succeeded(LevelBody body) => Of(body) switch
    {
        Shape.Value => "result.IsSuccess",
        Shape.Nullable => "result is not { IsSuccess: false }",
        Shape.Other => $"result is not {Contract} {{ IsSuccess: false }}",
        _ => null,
    };

    /// <summary>The exception that hooks see of a failed <c>result</c>.</summary>
    public static string Exception(LevelBody body) => Of(body) switch
    {
        Shape.Value => "result.Error!.ToException()",
        Shape.Nullable => "result!.Value.Error!.ToException()",
        _ => $"(({Contract})result!).Error!.ToException()",
    };

    /// <summary>Whether it may be a failed one in a way that few messages have.</summary>
    public static bool IsRare(LevelBody body) => Of(body) is Shape.Nullable or Shape.Other;

    private static Shape Of(LevelBody body)
    {
        if (body.Shared is { } shared)
        {
            return shared.IsOfResults ? Shape.Value : Shape.None;
        }

        var message = body.Message;
        if (body.IsVoid || message.Result is not { } result)
        {
            return Shape.None;
        }

        if (result.TrimEnd('?') == "global::CqrsGen.Result"
            || result.StartsWith("global::CqrsGen.Result<", StringComparison.Ordinal))
        {
            return result.EndsWith("?", StringComparison.Ordinal) ? Shape.Nullable : Shape.Value;
        }

        return message.ResultKey == Contract || message.ResultFacts.Supertypes.Contains(Contract)
            ? Shape.Other
            : Shape.None;
    }

    private enum Shape
    {
        None,
        Value,
        Nullable,
        Other,
    }
}
