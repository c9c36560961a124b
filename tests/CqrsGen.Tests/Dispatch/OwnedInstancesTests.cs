using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Dispatch;

public sealed class OwnedInstancesTests
{
    private readonly List<string> _log = [];
    private readonly OwnedInstances _owned = new();

    [Fact]
    public async Task TheLastMadeIsDisposedFirst()
    {
        _owned.Add(new Sync(_log, "first"));
        _owned.Add(new object());
        _owned.Add(new Async(_log, "second"));

        await _owned.DisposeAsync();
        await _owned.DisposeAsync();

        _log.ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task OneThatThrowsDoesNotKeepTheOthersFromTheirDisposal()
    {
        _owned.Add(new Sync(_log, "first"));
        _owned.Add(new Sync(_log, "bad", new InvalidOperationException("a")));
        _owned.Add(new Async(_log, "second"));

        (await Should.ThrowAsync<InvalidOperationException>(async () => await _owned.DisposeAsync()))
            .Message.ShouldBe("a");
        _log.ShouldBe(["second", "bad", "first"]);
    }

    [Fact]
    public void SeveralThatThrowAreThrownTogether()
    {
        _owned.Add(new Sync(_log, "a", new InvalidOperationException()));
        _owned.Add(new Sync(_log, "b", new InvalidOperationException()));

        Should.Throw<AggregateException>(_owned.Dispose).InnerExceptions.Count.ShouldBe(2);
    }

    [Fact]
    public void WhatCanOnlyBeDisposedAsynchronouslySaysHow()
    {
        _owned.Add(new Sync(_log, "first"));
        _owned.Add(new Async(_log, "second"));

        Should.Throw<InvalidOperationException>(_owned.Dispose).Message.ShouldContain("CreateAsyncScope()");
        _log.ShouldBe(["first"]);
    }

    private sealed class Sync(List<string> log, string name, Exception? failure = null) : IDisposable
    {
        public void Dispose()
        {
            log.Add(name);
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    private sealed class Async(List<string> log, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            log.Add(name);
        }
    }
}
