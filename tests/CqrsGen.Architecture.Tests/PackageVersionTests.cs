using System.Xml.Linq;

namespace CqrsGen.Architecture.Tests;

/// <summary>Versions stand in Directory.Packages.props alone.</summary>
public sealed class PackageVersionTests
{
    /// <summary>Lives outside the repository once it is copied, and so brings its versions with it.</summary>
    private const string Consumer = "tests/PackageConsumer/";

    private static IEnumerable<XElement> References => Repository.Files()
        .Where(static file => file.EndsWith(".csproj", StringComparison.Ordinal)
            || file.EndsWith(".props", StringComparison.Ordinal))
        .Where(static file => !file.StartsWith(Consumer, StringComparison.Ordinal))
        .SelectMany(static file => Repository.Xml(file).Descendants("PackageReference"));

    [Fact]
    public void NoProjectStatesAVersion() => References
        .Where(static reference =>
            reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null)
        .ShouldBeEmpty();

    [Fact]
    public void EveryVersionIsThatOfAPackageInUse() => Repository.Xml("Directory.Packages.props")
        .Descendants("PackageVersion")
        .Select(static version => version.Attribute("Include")!.Value)
        .Except(References.Select(static reference => reference.Attribute("Include")!.Value))
        .ShouldBeEmpty();
}
