namespace CqrsGen.IntegrationTests.Middleware;

/// <summary>How a handler of the onion tests ends.</summary>
internal enum Outcome
{
    Answers,
    Throws,
    AnswersLater,
    ThrowsLater,
    Fails,
    FailsLater,
}
