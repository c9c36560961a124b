using CqrsGen.BuiltIns.Tests.Timeouts;

namespace CqrsGen.BuiltIns.Tests;

public sealed class FailedResultTests
{
    [Command]
    internal sealed partial record Watched(bool Suspends) : ICommand<Result<int>>, ISynchronouslyHooked
    {
        public Work Work => Work.None;
    }

    internal static class WatchedHandler
    {
        [Handler]
        public static async ValueTask<Result<int>> Handle(Watched command)
        {
            if (command.Suspends)
            {
                await Task.Yield();
            }

            return Error.Conflict("taken", "Taken.");
        }
    }

    [Middleware(Order = 150)]
    internal sealed class Neighbour(Journal journal)
    {
        public void Failed(Watched message, Exception exception)
        {
            message.ShouldNotBeNull();
            journal.Add(exception);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NeighbouringHooksOfAFailedResultSeeOneException(bool suspends)
    {
        using var app = new App();

        (await app.Bus.SendAsync(new Watched(suspends))).Error!.Code.ShouldBe("taken");

        app.Journal.Failures.Count.ShouldBe(3);
        app.Journal.Failures[1].ShouldBeSameAs(app.Journal.Failures[0]);
    }
}
