using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Infrastructure;

public sealed class ContainerFreeApplicationTests
{
    [Fact]
    public void WhatIsDisposedBeforeItsFirstUseIsNotUsedAfterIt()
    {
        var application = new Empty();
        application.Dispose();

        Should.Throw<ObjectDisposedException>(() => application.Dispatcher);
    }

    [Fact]
    public async Task WhatIsDisposedAsynchronouslyIsNotUsedAfterIt()
    {
        var application = new Empty();
        await application.DisposeAsync();

        Should.Throw<ObjectDisposedException>(() => application.Dispatcher);
    }

    private sealed class Empty() : ContainerFreeApplication(new CompositionPlan(), null, null, null)
    {
        protected override object? Resolve(Type service, object? key) => null;
    }
}
