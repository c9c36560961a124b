using CqrsGen;

namespace Broken;

// CQG3016: an interface without its attribute.
public sealed partial record Forgotten : ICommand;

[Command]
public sealed partial record Twice : ICommand;

// CQG3002: two handlers of one command.
public static class Handlers
{
    [Handler]
    public static void First(Twice command)
    {
    }

    [Handler]
    public static void Second(Twice command)
    {
    }
}

// CQG1001: a query that writes, two calls away.
[Query]
public sealed partial record GetPage(int Number) : IQuery<string>;

public sealed class GetPageHandler(IViews views) : IQueryHandler<GetPage, string>
{
    public ValueTask<string> HandleAsync(GetPage query, CancellationToken cancellationToken)
    {
        Count(query.Number);
        return new($"Page {query.Number}");
    }

    private void Count(int page) => views.Add(page);
}

public interface IViews
{
    void Add(int page);
}

public sealed class FileViews : IViews
{
    public void Add(int page) => File.AppendAllText("views.txt", $"{page}");
}
