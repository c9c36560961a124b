using CqrsGen.Infrastructure;

namespace CqrsGen.Tests.Infrastructure;

public sealed class AmbientTests
{
    private static readonly AsyncLocal<int> Current = new();

    [Fact]
    public void TheCallersContextComesBack()
    {
        Current.Value = 1;
        var caller = Ambient.Capture();
        Current.Value = 2;

        Ambient.Restore(caller);

        Current.Value.ShouldBe(1);
    }

    [Fact]
    public void TheCallersContextComesBackWhereItsFlowIsSuppressedAndStaysSuppressed()
    {
        Current.Value = 1;
        using (ExecutionContext.SuppressFlow())
        {
            var caller = Ambient.Capture();
            Current.Value = 2;

            Ambient.Restore(caller);

            Current.Value.ShouldBe(1);
            ExecutionContext.IsFlowSuppressed().ShouldBeTrue();
        }

        ExecutionContext.IsFlowSuppressed().ShouldBeFalse();
    }
}
