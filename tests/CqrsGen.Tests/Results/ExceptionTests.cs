using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Results;

public sealed class ExceptionTests
{
    [Fact]
    public void AMissingHandlerSaysWhatToAdd()
    {
        var exception = HandlerNotFoundException.ForCommand<List<int>>(typeof(Place<string>));

        exception.Message.ShouldBe(
            "No handler was found for CqrsGen.Tests.Results.ExceptionTests.Place<System.String>. Add a class that " +
            "implements ICommandHandler<ExceptionTests.Place<String>, List<Int32>> or a [Handler] method that takes " +
            "the message, and reference its module from the assembly that calls AddCqrsGen().");
    }

    [Fact]
    public void TheMissingHandlerInterfaceFitsTheKindOfMessage()
    {
        HandlerNotFoundException.ForCommand<Unit>(typeof(int)).Message.ShouldContain("ICommandHandler<Int32> or");
        HandlerNotFoundException.ForQuery<int[]>(typeof(int)).Message.ShouldContain("IQueryHandler<Int32, Int32[]>");
        HandlerNotFoundException.ForStreamQuery<int>(typeof(int)).Message
            .ShouldContain("IStreamQueryHandler<Int32, Int32>");
        new HandlerNotFoundException("PlaceOrdr").Message.ShouldContain("'PlaceOrdr'");
    }

    [Fact]
    public void WhatClientsSeeOfAMissingHandlerNamesNoTypes() =>
        new HandlerNotFoundException(typeof(int)).Error.Message.ShouldNotContain("Int32");

    [Fact]
    public void ConfigurationProblemsAreNumbered()
    {
        new CqrsConfigurationException(["One.", "Two."]).Message
            .ShouldBe("CqrsGen found 2 problems:\n1. One.\n2. Two.");
        new CqrsConfigurationException(["One."]).Message.ShouldBe("One.");
    }

    [Fact]
    public void ATimeoutSaysHowToChangeTheLimit()
    {
        var message = new MessageInfo("PlaceOrder", MessageKind.Command, typeof(int));

        var exception = new MessageTimeoutException(message, TimeSpan.FromSeconds(1.5), null);

        exception.Message.ShouldContain("PlaceOrder took longer than its limit of 1.5 s");
        exception.Message.ShouldContain("CqrsGen:Timeouts:Messages:PlaceOrder");
        exception.Message.ShouldContain("CqrsGen:Timeouts:Command");
        exception.Error.Category.ShouldBe(ErrorCategory.Timeout);
        exception.Error.IsRetryable.ShouldBeTrue();
        exception.MessageName.ShouldBe("PlaceOrder");
        exception.Limit.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void AModuleThatIsNotComposedIsNamed() =>
        new ModuleNotComposedException(typeof(ExceptionTests)).Message.ShouldContain("CqrsGen.Tests");

    [Fact]
    public void TypeNamesReadAsInCSharp()
    {
        TypeNames.Full(typeof(Place<int>.Inner<string>)).ShouldBe(
            "CqrsGen.Tests.Results.ExceptionTests.Place<System.Int32>.Inner<System.String>");
        TypeNames.Short(typeof(Dictionary<string, int[]>)).ShouldBe("Dictionary<String, Int32[]>");
    }

    private sealed class Place<T>
    {
        public sealed class Inner<TOther>;
    }
}
