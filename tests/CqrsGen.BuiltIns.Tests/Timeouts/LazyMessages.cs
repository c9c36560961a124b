namespace CqrsGen.BuiltIns.Tests.Timeouts;

internal sealed record Page(IEnumerable<int> Rows, int Total);

[Query]
internal sealed partial record ReadLater : IQuery<Page>;

[Query]
internal sealed partial record ReadFromBag : IQuery<object>;

internal static class LazyHandlers
{
    [Handler]
    public static Page Handle(ReadLater query, CancellationToken token) => new(Rows(token), 2);

    [Handler]
    public static object Handle(ReadFromBag query, CancellationToken token) => Rows(token);

    private static IEnumerable<int> Rows(CancellationToken token)
    {
        for (int row = 1; row <= 2; row++)
        {
            token.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
