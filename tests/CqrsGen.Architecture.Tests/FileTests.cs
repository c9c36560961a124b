using System.Text.RegularExpressions;

namespace CqrsGen.Architecture.Tests;

/// <summary>What a file may hold.</summary>
public sealed partial class FileTests
{
    private const int MaxLineLength = 120;

    public static TheoryData<string> LibrarySources => [.. Repository.Sources("src")];

    [Theory]
    [MemberData(nameof(LibrarySources))]
    public void AFileHasOnePublicTypeOfItsName(string file)
    {
        string[] types = [.. PublicType().Matches(Repository.Text(file)).Select(static match => match.Groups[1].Value)];
        types.Length.ShouldBeLessThanOrEqualTo(1);
        types.ShouldAllBe(name => Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal));
    }

    [Fact]
    public void NoFileNamesAPathOfOneMachine() => Repository.Files()
        .Where(static file => Path.GetExtension(file) is not (".png" or ".dll"))
        .Where(static file => MachinePath().IsMatch(Repository.Text(file)))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("src")]
    [InlineData("generators")]
    [InlineData("analyzers")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    [InlineData("samples")]
    public void NoLineIsLongerThanTheRuleAllows(string folder) => Repository.Sources(folder)
        .Where(static file => !file.EndsWith(".verified.cs", StringComparison.Ordinal)) // What the generator wrote.
        .SelectMany(static file => Repository.Text(file).Split('\n')
            .Select((line, index) => (Place: $"{file}:{index + 1}", Length: line.TrimEnd('\r').Length)))
        .Where(static line => line.Length > MaxLineLength)
        .Select(static line => line.Place)
        .ShouldBeEmpty();

    [Fact]
    public void NoSourceHasRegions() => Repository.Files()
        .Where(static file => file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(static file => Region().IsMatch(Repository.Text(file)))
        .ShouldBeEmpty();

    [GeneratedRegex(
        @"^public [\w ]*?(?:record struct|record class|class|struct|interface|enum|record|delegate [\w<>?]+) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"(?<![\w./])/(?:work|farm|root|Users)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();
}
