using CqrsGen.EventSourcing;
using Microsoft.Data.Sqlite;

namespace CqrsGen.Sqlite.Tests;

/// <summary>What becomes of the file: closed, shared, damaged, of another version.</summary>
public sealed class FileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatWasAppendedIsThereWhenTheFileIsOpenedAgain()
    {
        await using (var store = Open())
        {
            await store.AppendAsync(1, 3);
        }

        await using var again = Open();
        (await again.AllAsync()).Count.ShouldBe(3);
        (await again.AppendAsync(1)).Streams[0].Version.ShouldBe(4);
    }

    [Fact]
    public async Task TwoStoresOnOneFileSeeOneAnother()
    {
        await using var first = Open();
        await using var second = Open();
        for (int version = 0; version < 20; version += 2)
        {
            await first.AppendAsync(Some.Order(), ExpectedVersion.Exactly(version), [Some.Event()]);
            await second.AppendAsync(Some.Order(), ExpectedVersion.Exactly(version + 1), [Some.Event()]);
        }

        (await first.AllAsync()).Count.ShouldBe(20);
    }

    [Fact]
    public async Task ManyStoresWriteAtOnceAndNothingIsLost()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            await using var store = Open();
            for (int count = 0; count < 100; count++)
            {
                await store.AppendAsync(number);
                await store.AppendAsync(99);
            }
        })));

        await using var reader = Open();
        var all = await reader.AllAsync();
        all.Count.ShouldBe(800);
        all.GroupBy(static found => found.Stream).ShouldAllBe(static stream =>
            stream.Select(found => found.Version)
                .SequenceEqual(Enumerable.Range(1, stream.Count()).Select(number => (long)number)));
    }

    [Fact]
    public async Task AnotherStoreWakesWhoWaits()
    {
        await using var waiting = Open();
        await using var writing = Open();
        var woken = waiting.WaitForEventsAsync(0).AsTask();
        var appended = await writing.AppendAsync(1);

        (await woken.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(appended.LastPosition);
    }

    [Fact]
    public async Task WhatIsWaitingWhenTheStoreIsDisposedIsWritten()
    {
        var store = Open();
        var appends = Enumerable.Range(1, 100).Select(number => store.AppendAsync(number).AsTask()).ToArray();
        await store.DisposeAsync();
        await Task.WhenAll(appends);

        await Should.ThrowAsync<ObjectDisposedException>(() => store.AppendAsync(1).AsTask());
        await using var again = Open();
        (await again.AllAsync()).Count.ShouldBe(100);
    }

    [Fact]
    public async Task AFileOfANewerVersionIsRefused()
    {
        await using (var store = Open())
        {
            await store.AppendAsync(1);
        }

        Execute("UPDATE cqrs_schema SET version = 999");
        await using var again = Open();
        var thrown = await Should.ThrowAsync<EventStoreException>(() => again.AppendAsync(1).AsTask());
        thrown.Message.ShouldContain("999");
        (await Should.ThrowAsync<EventStoreException>(() => again.AllAsync())).Error.Category
            .ShouldBe(ErrorCategory.Unexpected);
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsLeftAlone()
    {
        string text = string.Concat(Enumerable.Repeat("This is no database. ", 400));
        await File.WriteAllTextAsync(_folder.File(), text);
        await using var store = Open();

        var thrown = await Should.ThrowAsync<EventStoreException>(() => store.AppendAsync(1).AsTask());
        thrown.Message.ShouldContain("no SQLite database");
        (await File.ReadAllTextAsync(_folder.File())).ShouldBe(text);
    }

    [Fact]
    public async Task ATruncatedFileIsReportedAndNeverReadAsEmpty()
    {
        await using (var store = Open())
        {
            await store.AppendAsync(1, 2000);
        }

        using (var file = new FileStream(_folder.File(), FileMode.Open))
        {
            file.SetLength(file.Length / 2 / 4096 * 4096);
        }

        await using var again = Open();
        (await Should.ThrowAsync<EventStoreException>(() => again.AllAsync())).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task AMissingFolderIsUnavailable()
    {
        await using var store = new SqliteEventStore(
            new SqliteEventStoreOptions { Path = Path.Combine(_folder.Path, "none", "events.db") });
        var thrown = await Should.ThrowAsync<EventStoreException>(() => store.AppendAsync(1).AsTask());
        thrown.Error.Category.ShouldBe(ErrorCategory.Unavailable);

        Directory.CreateDirectory(Path.Combine(_folder.Path, "none"));
        (await store.AppendAsync(1)).LastPosition.ShouldBe(1);
    }

    [Fact]
    public async Task AWriterThatHoldsTheFileForTooLongIsUnavailable()
    {
        await using var store = new SqliteEventStore(
            new SqliteEventStoreOptions { Path = _folder.File(), BusyTimeout = TimeSpan.FromSeconds(1) });
        await store.AppendAsync(1);
        using var other = new SqliteConnection($"Data Source={_folder.File()};Pooling=false");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();

        var thrown = await Should.ThrowAsync<EventStoreException>(() => store.AppendAsync(1).AsTask());
        thrown.Error.IsRetryable.ShouldBeTrue();
        (await store.AllAsync()).Count.ShouldBe(1); // Reading goes on.
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        (await store.AppendAsync(1)).Streams[0].Version.ShouldBe(2);
    }

    [Fact]
    public async Task ManyWhoOpenANewFileAtOnceMakeItOnce()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => Open()).ToArray();
        await Task.WhenAll(stores.Select((store, index) => Task.Run(() => store.AppendAsync(index).AsTask())));
        (await stores[0].AllAsync()).Count.ShouldBe(8);
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public void SettingsThatCannotWorkAreRefused()
    {
        Should.Throw<ArgumentException>(() => new SqliteEventStore(new SqliteEventStoreOptions { Path = "" }));
        Should.Throw<ArgumentException>(() => new SqliteEventStore(new SqliteEventStoreOptions { Path = ":memory:" }));
        Should.Throw<ArgumentException>(() => new SqliteEventStore(
            new SqliteEventStoreOptions { Path = "a.db", TablePrefix = "x; DROP TABLE" }));
    }

    [Fact]
    public async Task TwoPrefixesShareAFile()
    {
        await using var first = Open("a_");
        await using var second = Open("b_");
        await first.AppendAsync(1, 2);
        await second.AppendAsync(1);

        (await first.AllAsync()).Count.ShouldBe(2);
        (await second.AllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheExportedSchemaIsTheOneThatIsMade()
    {
        await using (var store = Open())
        {
            await store.AppendAsync(1);
        }

        var made = Names();
        File.Delete(_folder.File());
        Execute(SqliteEventStore.ExportSchema());
        Names().ShouldBe(made);
        await using var again = Open();
        (await again.AppendAsync(1)).LastPosition.ShouldBe(1);
    }

    private SqliteEventStore Open(string prefix = "cqrs_") =>
        new(new SqliteEventStoreOptions { Path = _folder.File(), TablePrefix = prefix });

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File()};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Names()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File()};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
