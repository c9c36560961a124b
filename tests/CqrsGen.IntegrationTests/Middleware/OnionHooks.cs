namespace CqrsGen.IntegrationTests.Middleware;

[Middleware(Order = 10)]
internal sealed class Sync1
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : ISyncOnion
    {
        message.Plan.Step("Before1");
        return message.Plan.Answering == 1
            ? Decision<TResult, string>.Return((TResult)message.Early, "state1")
            : Decision<TResult, string>.Continue("state1");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("After1", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Failed1", exception.Message);
        return message.Plan.Recovering == 1
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Finally1");
    }
}

[Middleware(Order = 20)]
internal sealed class Sync2
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : ISyncOnion
    {
        message.Plan.Step("Before2");
        return message.Plan.Answering == 2
            ? Decision<TResult, string>.Return((TResult)message.Early, "state2")
            : Decision<TResult, string>.Continue("state2");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("After2", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("Failed2", exception.Message);
        return message.Plan.Recovering == 2
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("Finally2");
    }
}

[Middleware(Order = 30)]
internal sealed class Sync3
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : ISyncOnion
    {
        message.Plan.Step("Before3");
        return message.Plan.Answering == 3
            ? Decision<TResult, string>.Return((TResult)message.Early, "state3")
            : Decision<TResult, string>.Continue("state3");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("After3", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Failed3", exception.Message);
        return message.Plan.Recovering == 3
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : ISyncOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Finally3");
    }
}

[Middleware(Order = 10)]
internal sealed class Async1
{
    public async ValueTask<Decision<TResult, string>> BeforeAsync<TMessage, TResult>(TMessage message)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        message.Plan.Step("Before1");
        return message.Plan.Answering == 1
            ? Decision<TResult, string>.Return((TResult)message.Early, "state1")
            : Decision<TResult, string>.Continue("state1");
    }

    public async ValueTask AfterAsync<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state1");
        message.Plan.Step("After1", $"{result}");
    }

    public async ValueTask<Recovery<TResult>> FailedAsync<TMessage, TResult>(
        TMessage message, Exception exception, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state1");
        message.Plan.Step("Failed1", exception.Message);
        return message.Plan.Recovering == 1
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public async ValueTask FinallyAsync<TMessage>(TMessage message, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state1");
        message.Plan.Step("Finally1");
    }
}

[Middleware(Order = 20)]
internal sealed class Async2
{
    public async ValueTask<Decision<TResult, string>> BeforeAsync<TMessage, TResult>(TMessage message)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        message.Plan.Step("Before2");
        return message.Plan.Answering == 2
            ? Decision<TResult, string>.Return((TResult)message.Early, "state2")
            : Decision<TResult, string>.Continue("state2");
    }

    public async ValueTask AfterAsync<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("After2", $"{result}");
    }

    public async ValueTask<Recovery<TResult>> FailedAsync<TMessage, TResult>(
        TMessage message, Exception exception, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("Failed2", exception.Message);
        return message.Plan.Recovering == 2
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public async ValueTask FinallyAsync<TMessage>(TMessage message, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("Finally2");
    }
}

[Middleware(Order = 30)]
internal sealed class Async3
{
    public async ValueTask<Decision<TResult, string>> BeforeAsync<TMessage, TResult>(TMessage message)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        message.Plan.Step("Before3");
        return message.Plan.Answering == 3
            ? Decision<TResult, string>.Return((TResult)message.Early, "state3")
            : Decision<TResult, string>.Continue("state3");
    }

    public async ValueTask AfterAsync<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state3");
        message.Plan.Step("After3", $"{result}");
    }

    public async ValueTask<Recovery<TResult>> FailedAsync<TMessage, TResult>(
        TMessage message, Exception exception, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state3");
        message.Plan.Step("Failed3", exception.Message);
        return message.Plan.Recovering == 3
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public async ValueTask FinallyAsync<TMessage>(TMessage message, [State] string state)
        where TMessage : IAsyncOnion
    {
        await Task.Yield();
        state.ShouldBe("state3");
        message.Plan.Step("Finally3");
    }
}

[Middleware(Order = 10)]
internal sealed class Mixed1
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : IMixedOnion
    {
        message.Plan.Step("Before1");
        return message.Plan.Answering == 1
            ? Decision<TResult, string>.Return((TResult)message.Early, "state1")
            : Decision<TResult, string>.Continue("state1");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("After1", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Failed1", exception.Message);
        return message.Plan.Recovering == 1
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Finally1");
    }
}

[Middleware(Order = 20)]
internal sealed class Mixed2
{
    public async ValueTask<Decision<TResult, string>> BeforeAsync<TMessage, TResult>(TMessage message)
        where TMessage : IMixedOnion
    {
        await Task.Yield();
        message.Plan.Step("Before2");
        return message.Plan.Answering == 2
            ? Decision<TResult, string>.Return((TResult)message.Early, "state2")
            : Decision<TResult, string>.Continue("state2");
    }

    public async ValueTask AfterAsync<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IMixedOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("After2", $"{result}");
    }

    public async ValueTask<Recovery<TResult>> FailedAsync<TMessage, TResult>(
        TMessage message, Exception exception, [State] string state)
        where TMessage : IMixedOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("Failed2", exception.Message);
        return message.Plan.Recovering == 2
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public async ValueTask FinallyAsync<TMessage>(TMessage message, [State] string state)
        where TMessage : IMixedOnion
    {
        await Task.Yield();
        state.ShouldBe("state2");
        message.Plan.Step("Finally2");
    }
}

[Middleware(Order = 30)]
internal sealed class Mixed3
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : IMixedOnion
    {
        message.Plan.Step("Before3");
        return message.Plan.Answering == 3
            ? Decision<TResult, string>.Return((TResult)message.Early, "state3")
            : Decision<TResult, string>.Continue("state3");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("After3", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Failed3", exception.Message);
        return message.Plan.Recovering == 3
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : IMixedOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Finally3");
    }
}

[Middleware(Order = 10)]
internal sealed class Around1
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : IAroundOnion
    {
        message.Plan.Step("Before1");
        return message.Plan.Answering == 1
            ? Decision<TResult, string>.Return((TResult)message.Early, "state1")
            : Decision<TResult, string>.Continue("state1");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("After1", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Failed1", exception.Message);
        return message.Plan.Recovering == 1
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state1");
        message.Plan.Step("Finally1");
    }
}

[Middleware(Order = 20)]
internal sealed class Around2
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : IAroundOnion
    {
        message.Plan.Step("Before2");
        return message.Plan.Answering == 2
            ? Decision<TResult, string>.Return((TResult)message.Early, "state2")
            : Decision<TResult, string>.Continue("state2");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("After2", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("Failed2", exception.Message);
        return message.Plan.Recovering == 2
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state2");
        message.Plan.Step("Finally2");
    }
}

[Middleware(Order = 30)]
internal sealed class Around3
{
    public Decision<TResult, string> Before<TMessage, TResult>(TMessage message)
        where TMessage : IAroundOnion
    {
        message.Plan.Step("Before3");
        return message.Plan.Answering == 3
            ? Decision<TResult, string>.Return((TResult)message.Early, "state3")
            : Decision<TResult, string>.Continue("state3");
    }

    public void After<TMessage, TResult>(TMessage message, TResult result, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("After3", $"{result}");
    }

    public Recovery<TResult> Failed<TMessage, TResult>(TMessage message, Exception exception, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Failed3", exception.Message);
        return message.Plan.Recovering == 3
            ? Recovery<TResult>.Return((TResult)message.Recovered)
            : Recovery<TResult>.Rethrow;
    }

    public void Finally<TMessage>(TMessage message, [State] string state)
        where TMessage : IAroundOnion
    {
        state.ShouldBe("state3");
        message.Plan.Step("Finally3");
    }
}

[Middleware(Order = 15)]
internal sealed class AroundFirst<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IAroundOnion
{
    public ValueTask<TResult> InvokeAsync<TNext>(TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => next.InvokeAsync(message, cancellationToken);
}

[Middleware(Order = 35)]
internal sealed class AroundLast<TMessage, TResult> : IMiddleware<TMessage, TResult>
    where TMessage : IAroundOnion
{
    public async ValueTask<TResult> InvokeAsync<TNext>(
        TMessage message, TNext next, CancellationToken cancellationToken)
        where TNext : struct, INext<TMessage, TResult> => await next.InvokeAsync(message, cancellationToken);
}
