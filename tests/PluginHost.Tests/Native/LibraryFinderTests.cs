using PluginHost.Native;
using PluginHost.Tests.Kit;

namespace PluginHost.Tests.Native;

public sealed class LibraryFinderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("libz.so.1.2.13", "libz")]
    [InlineData("libz.so", "libz")]
    [InlineData("libz.1.dylib", "libz")]
    [InlineData("libSystem.Native.so", "libSystem.Native")]
    [InlineData("sqlite3.dll", "sqlite3")]
    [InlineData("libfoo.solid", "libfoo.solid")]
    [InlineData("readme.txt", "readme.txt")]
    [InlineData(".so", ".so")]
    public void TheStemIsTheNameWithoutFormatAndVersion(string fileName, string stem) =>
        LibraryFinder.Stem(fileName).ShouldBe(stem);

    [Theory]
    [InlineData("libsample.so.1")]
    [InlineData("libsample")]
    [InlineData("sample")]
    public void ALibraryIsFoundByItsNames(string name)
    {
        string path = CopyLibrary("libsample.so.1");
        Finder().Find(name).ShouldBe(path);
    }

    [Fact]
    public void APathIsFollowedToItsFile()
    {
        string path = CopyLibrary("libsample.so.1");
        string link = Path.Combine(_directory.Path, "libsample.so");
        File.CreateSymbolicLink(link, "libsample.so.1");
        Finder().Find(link).ShouldBe(path);
    }

    [Fact]
    public void AFileThatCannotBeLoadedIsNotFoundByName()
    {
        _directory.Write("libsample.so", "/* GNU ld script */");
        string library = CopyLibrary("libsample.so.1");
        Finder().Find("sample").ShouldBe(library);
        Finder().Find("libsample.so").ShouldBeNull();
    }

    [Fact]
    public void APathIsNotSearchedFor()
    {
        CopyLibrary("libsample.so");
        Finder().Find("nowhere/libsample.so").ShouldBeNull();
    }

    [Fact]
    public void WhereNoFavouriteIsAnyLibraryIsSuggested()
    {
        string one = CopyLibrary("libone.so");
        string two = CopyLibrary("libtwo.so");
        _directory.Write("libtext.so", "text");
        Finder().Suggest().ShouldBe([one, two]);
    }

    [Fact]
    public void FavouritesAreSuggestedFirst()
    {
        string other = CopyLibrary("liba.so");
        string favourite = CopyLibrary("libz.so");
        Finder().Suggest().ShouldBe([favourite, other]);
    }

    [Fact]
    public void AnEmptySearchPathSuggestsNothing() => Finder().Suggest().ShouldBeEmpty();

    [Fact]
    public void ASearchPathThatDoesNotExistSuggestsNothing() =>
        new LibraryFinder([Path.Combine(_directory.Path, "none")]).Suggest().ShouldBeEmpty();

    [Fact]
    public void EveryMachineHasASuggestion() => new LibraryFinder(null).Suggest().ShouldNotBeEmpty();

    private LibraryFinder Finder() => new([_directory.Path]);

    private string CopyLibrary(string name)
    {
        string path = Path.Combine(_directory.Path, name);
        File.Copy(Libraries.OfDotNet, path);
        return path;
    }
}
