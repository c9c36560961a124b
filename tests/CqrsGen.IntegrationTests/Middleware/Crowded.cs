#pragma warning disable CS8981, IDE1006 // Odd names are what is tested.
namespace CqrsGen.IntegrationTests.Middleware
{
    [Command]
    internal sealed partial record Crowded : ICommand;

    internal static class CrowdedHandler
    {
        [Handler]
        public static void Handle(Crowded command)
        {
        }
    }
}

namespace CqrsGen.IntegrationTests.Middleware.Crowd
{
    [Middleware(Order = 1)]
    internal sealed class Message(Journal journal, ScopedService service)
    {
        public void Before(Crowded message) => journal.Add(service.IsDisposed ? "disposed" : "Message");
    }

    [Middleware(Order = 2)]
    internal sealed class Dispatcher(Journal journal, ScopedService service)
    {
        public void Before(Crowded message) => journal.Add(service.IsDisposed ? "disposed" : "Dispatcher");
    }

    [Middleware(Order = 3)]
    internal sealed class Position(Journal journal)
    {
        public void Before(Crowded message) => journal.Add("Position");
    }

    [Middleware(Order = 4)]
    internal sealed class Result(Journal journal, ScopedService service)
    {
        public void Before(Crowded message) => journal.Add(service.IsDisposed ? "disposed" : "Result");
    }

    [Middleware(Order = 5)]
    internal sealed class Retry(Journal journal, ScopedService service)
    {
        [return: State]
        public int Before(Crowded message)
        {
            journal.Add("Retry");
            return service.Number;
        }

        public void After(Crowded message, [State] int state) => state.ShouldBe(service.Number);
    }

    [Middleware(Order = 6)]
    internal sealed class RetryState(Journal journal, ScopedService service)
    {
        public void Before(Crowded message) => journal.Add(service.IsDisposed ? "disposed" : "RetryState");
    }

    [Middleware(Order = 7)]
    internal sealed class @class(Journal journal, ScopedService service)
    {
        public void Before(Crowded message) => journal.Add(service.IsDisposed ? "disposed" : "class");
    }
}
