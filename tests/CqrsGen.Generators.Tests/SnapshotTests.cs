namespace CqrsGen.Generators.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void AMissingSnapshotFailsAndIsWritten()
    {
        Should.Throw<SnapshotException>(() => Match(("Part", "text"))).Message.ShouldContain("does not exist");
        File.ReadAllText(PathOf("Test.Case#Part.received.cs")).ShouldBe("text");
    }

    [Fact]
    public void AnAcceptedSnapshotPasses()
    {
        Accept(("Part", "text\r\n"));
        Match(("Part", "text\n"));
        Directory.GetFiles(_directory).ShouldHaveSingleItem().ShouldEndWith("Test.Case#Part.verified.cs");
    }

    [Fact]
    public void ADifferenceShowsItsLines()
    {
        Accept((null, "one\ntwo\nthree"));
        Should.Throw<SnapshotException>(() => Match((null, "one\n2\nthree"))).Message
            .ShouldContain("@@ line 2 @@\n  one\n- two\n+ 2\n  three\n");
    }

    [Fact]
    public void ASnapshotThatNothingProducesFailsUntilItIsAccepted()
    {
        Accept(("A", "a"), ("B", "b"));
        Should.Throw<SnapshotException>(() => Match(("A", "a"))).Message.ShouldContain("Test.Case#B.verified.cs");
        Accept(("A", "a"));
        Match(("A", "a"));
    }

    private void Match(params (string? Part, string Text)[] parts) => Match(false, parts);

    private void Accept(params (string? Part, string Text)[] parts) => Match(true, parts);

    private void Match(bool accept, (string? Part, string Text)[] parts) =>
        Snapshot.MatchAll(
            parts.Select(static part => new KeyValuePair<string?, string>(part.Part, part.Text)),
            _directory, "Test.Case", "cs", accept);

    private string PathOf(string file) => Path.Combine(_directory, file);
}
