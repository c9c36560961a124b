using CqrsGen;

namespace Mistakes;

/// <summary>A page as it is shown.</summary>
public sealed record Page(int Number, string Title);

/// <summary>CQG4001: a message that can change after it was sent.</summary>
[Command]
public sealed partial record RenamePage : ICommand<Page>
{
    public required int Number { get; init; }

    public string Title { get; set; } = "";
}

/// <summary>CQG2002, at the message: a command that answers with data. CQG7005: it blocks a thread.</summary>
public sealed class RenamePageHandler(IViews views) : ICommandHandler<RenamePage, Page>
{
    public ValueTask<Page> HandleAsync(RenamePage command, CancellationToken cancellationToken)
    {
        Task.Delay(10, cancellationToken).Wait(cancellationToken);
        views.Add(command.Number);
        return new(new Page(command.Number, command.Title));
    }
}

/// <summary>CQG3001, where it is sent: nobody handles it.</summary>
[Command]
public sealed partial record ArchivePage(int Number) : ICommand;

/// <summary>A query, whose handler writes a file two calls away.</summary>
[Query]
public sealed partial record GetPage(int Number) : IQuery<string>;

/// <summary>CQG1001: the message shows the way from the handler to the file.</summary>
public sealed class GetPageHandler(IViews views) : IQueryHandler<GetPage, string>
{
    public ValueTask<string> HandleAsync(GetPage query, CancellationToken cancellationToken)
    {
        Count(query.Number);
        return new($"Page {query.Number}");
    }

    private void Count(int page) => views.Add(page);
}

/// <summary>Counts how often pages are looked at.</summary>
public interface IViews
{
    void Add(int page);
}

/// <summary>In a file.</summary>
public sealed class FileViews : IViews
{
    public void Add(int page) => File.AppendAllText("views.txt", $"{page}\n");
}
