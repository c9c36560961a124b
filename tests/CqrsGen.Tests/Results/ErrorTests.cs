using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace CqrsGen.Tests.Results;

public sealed partial class ErrorTests
{
    [Fact]
    public void EveryCategoryHasARowOfItsOwnInTheTable()
    {
        var categories = Enum.GetValues<ErrorCategory>();

        categories.Select(ErrorCategories.NameOf).Distinct().Count().ShouldBe(categories.Length);
        categories.Select(ErrorCategories.ExitCodeOf).Distinct().Count().ShouldBe(categories.Length);
        categories.Select(ErrorCategories.HttpStatusOf).Distinct().Count().ShouldBe(categories.Length);
        categories.ShouldAllBe(static category => ErrorCategories.ExitCodeOf(category) > 0);
    }

    [Theory]
    [InlineData(ErrorCategory.Validation, LogLevel.Information)]
    [InlineData(ErrorCategory.Forbidden, LogLevel.Warning)]
    [InlineData(ErrorCategory.Timeout, LogLevel.Error)]
    [InlineData(ErrorCategory.Unavailable, LogLevel.Error)]
    [InlineData(ErrorCategory.Unexpected, LogLevel.Error)]
    [InlineData(ErrorCategory.Cancelled, LogLevel.Information)]
    public void TheLogLevelFollowsTheCategory(ErrorCategory category, LogLevel level) =>
        ErrorCategories.LogLevelOf(category).ShouldBe(level);

    [Fact]
    public void AValidationErrorWithoutFailuresStillSaysWhatItIs() =>
        Error.Validation([]).Message.ShouldBe("The message is not valid.");

    [Fact]
    public void ACriticalErrorIsLoggedAsCritical() =>
        ErrorCategories.LogLevelOf(ErrorSeverity.Critical).ShouldBe(LogLevel.Critical);

    [Fact]
    public void SeverityAndRetryabilityComeFromTheCategoryUnlessStated()
    {
        var error = Error.Conflict("stream.version", "The stream has moved on.");
        error.IsRetryable.ShouldBeFalse();
        error.Severity.ShouldBe(ErrorSeverity.Information);

        var stated = error with { IsRetryable = true, Severity = ErrorSeverity.Warning };
        stated.IsRetryable.ShouldBeTrue();
        stated.Severity.ShouldBe(ErrorSeverity.Warning);
    }

    [Fact]
    public void DetailsAndCauseReachNeitherTextNorJsonNorEquality()
    {
        var plain = Error.Unavailable("db.down", "The store does not answer.");
        var detailed = (plain with { Cause = new InvalidOperationException("secret cause") })
            .WithDetail("connection", "secret detail");

        detailed.Details["connection"].ShouldBe("secret detail");
        plain.Details.ShouldBeEmpty();
        detailed.ToString().ShouldBe("Unavailable (db.down): The store does not answer.");
        JsonSerializer.Serialize(detailed, ErrorJson.Default.Error).ShouldNotContain("secret");
        detailed.ShouldBe(plain);
        detailed.GetHashCode().ShouldBe(plain.GetHashCode());
    }

    [Fact]
    public void AnErrorSurvivesJson()
    {
        var error = Error.Validation([new("Name", "required", "Name is required.")]) with { IsRetryable = true };

        string json = JsonSerializer.Serialize(error, ErrorJson.Default.Error);

        json.ShouldContain("\"Category\":\"Validation\"");
        JsonSerializer.Deserialize(json, ErrorJson.Default.Error).ShouldBe(error);
    }

    [Fact]
    public void TheExceptionOfAnErrorIsTheClassOfItsCategory()
    {
        Error.NotFound("a", "b").ToException().ShouldBeOfType<NotFoundException>();
        Error.Conflict("a", "b").ToException().ShouldBeOfType<ConflictException>();
        Error.Validation("a", "b").ToException().ShouldBeOfType<ValidationFailedException>();
        Error.Timeout("a", "b").ToException().ShouldBeOfType<MessageTimeoutException>();
        Error.Forbidden("a", "b").ToException().ShouldBeOfType<CqrsException>();
    }

    [Fact]
    public void AnExceptionGivesBackTheErrorItWasMadeFrom()
    {
        var cause = new IOException("disk");
        var error = Error.Unauthorized("login", "Log in first.") with { Cause = cause };

        var exception = error.ToException();

        Error.From(exception).ShouldBeSameAs(error);
        exception.InnerException.ShouldBeSameAs(cause);
        exception.Message.ShouldBe("Log in first.");
    }

    [Fact]
    public void ExceptionsOfOneCategoryRefuseErrorsOfAnother()
    {
        Should.Throw<ArgumentException>(() => new NotFoundException(Error.Conflict("a", "b")))
            .Message.ShouldContain("ToException()");
        Should.Throw<ArgumentException>(() => new ConflictException(Error.NotFound("a", "b")));
        Should.Throw<ArgumentException>(() => new ValidationFailedException(Error.NotFound("a", "b")));
        Should.Throw<ArgumentException>(() => new MessageTimeoutException(Error.NotFound("a", "b")));
    }

    [Fact]
    public void OtherExceptionsAreClassifiedWithoutTheirText()
    {
        var error = Error.From(new InvalidOperationException("password=1234"));

        error.Category.ShouldBe(ErrorCategory.Unexpected);
        error.Message.ShouldNotContain("password");
        error.Cause!.Message.ShouldContain("password");
    }

    [Fact]
    public void TimeoutsAndCancellationsAreToldApart()
    {
        Error.From(new TimeoutException()).Category.ShouldBe(ErrorCategory.Timeout);
        Error.From(new TaskCanceledException("x", new TimeoutException())).Category.ShouldBe(ErrorCategory.Timeout);
        Error.From(new OperationCanceledException()).Category.ShouldBe(ErrorCategory.Cancelled);
    }

    [Fact]
    public void SeveralExceptionsAreTheWorstOfThem()
    {
        var several = new AggregateException(
            new NotFoundException("order.not_found", "No such order."),
            new InvalidOperationException(),
            new OperationCanceledException());

        Error.From(several).Category.ShouldBe(ErrorCategory.Unexpected);
    }

    [Fact]
    public void ErrorsNeedACode() => Should.Throw<ArgumentException>(() => new Error(" ", "message"));

    [JsonSerializable(typeof(Error))]
    private sealed partial class ErrorJson : JsonSerializerContext;
}
