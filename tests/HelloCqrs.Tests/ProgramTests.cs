using System.Diagnostics;

namespace HelloCqrs.Tests;

public class ProgramTests
{
    [Fact]
    public async Task TheProgramGreetsItsGuests()
    {
        string program = typeof(Welcome).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [program])
        {
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0);
        output.ReplaceLineEndings("\n").ShouldBe(
            """
            > Welcome { Name = Ada }
            Hello, Ada!
            Guests: 1.
            > Welcome { Name = Grace }
            Hello, Grace!
            Guests: 2.
            Guest 1 is Ada.
            Guest 7 is not here.

            """.ReplaceLineEndings("\n"));
    }
}
