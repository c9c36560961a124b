using CqrsGen;
using PluginHost.CommandLine;

namespace PluginHost.Tests.CommandLine;

public sealed class TerminalTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void TablesAreAlignedAndEndWithoutBlanks()
    {
        Plain().Table(["NAME", ">SIZE", "NOTE"], [["a", "1", "long note"], ["longer", "1000", ""]]);
        _output.ToString().ShouldBe(
            """
              NAME    SIZE  NOTE
              a          1  long note
              longer  1000

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void PairsAreAligned()
    {
        Plain().Pairs(("ID", "libz"), ("Path", "/lib/libz.so"));
        _output.ToString().ShouldBe("  ID    libz\n  Path  /lib/libz.so\n");
    }

    [Fact]
    public void StylesAppearOnlyWhereTheyAreWanted()
    {
        var styled = new Terminal(_output, _error, isStyled: true);
        styled.Heading("Title");
        styled.Fail("message");
        _output.ToString().ShouldBe("\e[1mTitle\e[0m\n");
        _error.ToString().ShouldBe("\e[31merror:\e[0m message\n");
    }

    [Fact]
    public void WithoutStylesThereIsPlainText()
    {
        Plain().Heading("Title");
        _output.ToString().ShouldBe("Title\n");
    }

    [Fact]
    public void AnErrorGivesTheExitCodeOfItsCategory()
    {
        Plain().Fail(Error.Conflict("code", "It is taken.")).ShouldBe(4);
        _error.ToString().ShouldBe("error: It is taken.\n");
    }

    private Terminal Plain() => new(_output, _error, isStyled: false);
}
