using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Validation;

public sealed class ValidationErrorsTests
{
    [Fact]
    public void NothingIsMadeBeforeTheFirstFailure()
    {
        ValidationErrors? errors = null;
        int since = ValidationCalls.Count(errors);
        ValidationCalls.Nest(errors, since, "Lines", 2);

        errors.ShouldBeNull();
    }

    [Fact]
    public void NestingPutsTheMemberInFrontOfTheNewFailuresOnly()
    {
        ValidationErrors? errors = null;
        ValidationCalls.Add(ref errors, "Name", ValidationCodes.Required, "Name is required.");
        int since = ValidationCalls.Count(errors);
        ValidationCalls.Add(ref errors, "Sku", ValidationCodes.Required, "Sku is required.");
        ValidationCalls.Nest(errors, since, "Lines", 2);
        ValidationCalls.Nest(errors, since, "Order");

        errors!.Failures.Select(static failure => failure.Member).ShouldBe(["Name", "Order.Lines[2].Sku"]);
    }

    [Fact]
    public void NestingWritesCollectionsOfCollectionsAndWholeObjectsWithoutStrayDots()
    {
        ValidationErrors? errors = null;
        ValidationCalls.Add(ref errors, "Sku", "c", "m");
        ValidationCalls.Nest(errors, 0, "", 4);
        ValidationCalls.Nest(errors, 0, "Grid", 3);
        int since = ValidationCalls.Count(errors);
        ValidationCalls.Add(ref errors, "", "c", "m");
        ValidationCalls.Nest(errors, since, "Address");

        errors!.Failures.Select(static failure => failure.Member).ShouldBe(["Grid[3][4].Sku", "Address"]);
    }

    [Fact]
    public void TheExceptionListsEveryFailure()
    {
        var errors = new ValidationErrors();
        errors.Add("Name", ValidationCodes.Required, "Name is required.");
        errors.Add("one_of", "Give a name or an id.");

        var exception = new ValidationFailedException(errors.Failures);

        exception.Failures.Count.ShouldBe(2);
        exception.Error.Category.ShouldBe(ErrorCategory.Validation);
        exception.Message.ShouldBe(
            "The message is not valid in 2 places. Name: Name is required. Give a name or an id.");
    }
}
