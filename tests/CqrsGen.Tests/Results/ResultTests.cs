using System.Text.Json;
using System.Text.Json.Serialization;

namespace CqrsGen.Tests.Results;

public sealed partial class ResultTests
{
    private static readonly Error Missing = Error.NotFound("order.not_found", "There is no such order.");

    [Fact]
    public void TheDefaultIsAFailureThatSaysSo()
    {
        default(Result).IsSuccess.ShouldBeFalse();
        default(Result).Error!.Code.ShouldBe("result_unassigned");
        default(Result<int>).IsSuccess.ShouldBeFalse();
        default(Result<int>).Error!.Code.ShouldBe("result_unassigned");
        Should.Throw<CqrsException>(() => default(Result<int>).Value).Message.ShouldContain("never assigned");
    }

    [Fact]
    public void ValuesAndErrorsConvert()
    {
        Result<int> success = 5;
        Result<int> failure = Missing;
        Result nothing = Missing;

        success.Value.ShouldBe(5);
        success.Error.ShouldBeNull();
        failure.Error.ShouldBe(Missing);
        nothing.Error.ShouldBe(Missing);
        Result.Success.Error.ShouldBeNull();
    }

    [Fact]
    public void AFailureThrowsItsErrorWhenTheValueIsAskedFor()
    {
        Should.Throw<NotFoundException>(() => Result<int>.Failure(Missing).Value).Error.ShouldBeSameAs(Missing);
        Should.Throw<NotFoundException>(() => Result<int>.Failure(Missing).ThrowIfFailed());
        Should.Throw<NotFoundException>(() => Result.Failure(Missing).ThrowIfFailed());
        Should.NotThrow(() => Result.Success.ThrowIfFailed());
        Result<int>.Success(1).ThrowIfFailed().ShouldBe(1);
    }

    [Fact]
    public void TryGetValueGivesTheOneOrTheOther()
    {
        Result<string>.Success("x").TryGetValue(out var value, out var error).ShouldBeTrue();
        value.ShouldBe("x");
        error.ShouldBeNull();

        Result<string>.Failure(Missing).TryGetValue(out value, out error).ShouldBeFalse();
        value.ShouldBeNull();
        error.ShouldBe(Missing);
    }

    [Fact]
    public void MapAndBindGoOnAfterSuccessOnly()
    {
        Result<int> success = 5;
        Result<int> failure = Missing;

        success.Map(static value => value + 1).Value.ShouldBe(6);
        success.Bind(static value => (Result<string>)$"{value}").Value.ShouldBe("5");
        success.Bind(static _ => Result.Success).IsSuccess.ShouldBeTrue();
        Result.Success.Bind(static () => Result.Failure(Missing)).Error.ShouldBe(Missing);
        Result.Success.Bind(static () => Result<int>.Success(1)).Value.ShouldBe(1);

        failure.Map<int>(static _ => throw new InvalidOperationException()).Error.ShouldBe(Missing);
        failure.Bind<int>(static _ => throw new InvalidOperationException()).Error.ShouldBe(Missing);
        failure.Bind(static _ => throw new InvalidOperationException()).Error.ShouldBe(Missing);
        Result.Failure(Missing).Bind(static () => throw new InvalidOperationException()).Error.ShouldBe(Missing);
        Result.Failure(Missing).Bind<int>(static () => throw new InvalidOperationException()).Error.ShouldBe(Missing);
    }

    [Fact]
    public void MatchTakesTheRightBranch()
    {
        Result<int>.Success(2).Match(static value => value, static _ => -1).ShouldBe(2);
        Result<int>.Failure(Missing).Match(static value => value, static _ => -1).ShouldBe(-1);
        Result.Success.Match(static () => "ok", static error => error.Code).ShouldBe("ok");
        Result.Failure(Missing).Match(static () => "ok", static error => error.Code).ShouldBe("order.not_found");
    }

    [Fact]
    public void ResultsAreEqualByValue()
    {
        Result<int>.Success(1).ShouldBe((Result<int>)1);
        Result<int>.Success(1).ShouldNotBe((Result<int>)2);
        Result<int>.Failure(Missing).ShouldBe((Result<int>)Missing);
        Result.Failure(Missing).ShouldNotBe(Result.Success);
    }

    [Fact]
    public void TheTextSaysWhatItIs()
    {
        Result<int>.Success(1).ToString().ShouldBe("Success (1)");
        Result<int>.Failure(Missing).ToString().ShouldBe("NotFound (order.not_found): There is no such order.");
        Result.Success.ToString().ShouldBe("Success");
        Result.Failure(Missing).ToString().ShouldBe("NotFound (order.not_found): There is no such order.");
    }

    [Fact]
    public void ResultsSurviveJson()
    {
        foreach (var result in new[] { Result<int>.Success(0), Result<int>.Success(7), Missing })
        {
            string json = JsonSerializer.Serialize(result, ResultJson.Default.ResultInt32);
            JsonSerializer.Deserialize(json, ResultJson.Default.ResultInt32).ShouldBe(result, json);
        }

        foreach (var result in new[] { Result.Success, Missing })
        {
            string json = JsonSerializer.Serialize(result, ResultJson.Default.Result);
            JsonSerializer.Deserialize(json, ResultJson.Default.Result).ShouldBe(result, json);
        }
    }

    [Fact]
    public void JsonSaysWhetherItIsASuccess()
    {
        JsonSerializer.Serialize(Result<int>.Success(7), ResultJson.Default.ResultInt32)
            .ShouldBe("""{"isSuccess":true,"value":7}""");
        JsonSerializer.Deserialize("""{"value":7}""", ResultJson.Default.ResultInt32).IsSuccess.ShouldBeFalse();
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Result<int>))]
    [JsonSerializable(typeof(Result))]
    private sealed partial class ResultJson : JsonSerializerContext;
}
