using CqrsGen;

namespace AotApp.Middleware;

/// <summary>Answers early, asynchronously, and turns one failure into an answer.</summary>
[Middleware(Order = 200)]
public sealed class Deciding
{
    public async ValueTask<Decision<int>> BeforeAsync(Traced.Compute message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return message.Value == 42 ? Decision<int>.Return(4200) : Decision<int>.Continue;
    }

    public Recovery<int> Failed(Traced.Compute message, Exception exception) =>
        exception is FormatException ? Recovery<int>.Return(-1) : Recovery<int>.Rethrow;
}
