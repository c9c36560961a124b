using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>A compilation turned into bytes.</summary>
internal sealed record Emitted(byte[] Assembly, byte[] Symbols)
{
    public static Emitted Of(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? new Emitted(assembly.ToArray(), symbols.ToArray())
            : throw new ShouldAssertException(CompilerReport.Of(compilation, result.Diagnostics));
    }
}
