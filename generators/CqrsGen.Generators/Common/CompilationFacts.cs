using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Common;

/// <summary>
/// What the generator wants to know of the compilation as a whole: an equatable record, selected once.
/// </summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="IsApplication">Whether it is a program, which always composes.</param>
/// <param name="HasFramework">Whether CqrsGen is referenced; without it nothing is written.</param>
/// <param name="OldLanguage">The version of C#, where it is older than what is written; null otherwise.</param>
/// <param name="HasDependencyInjection">Whether <c>IServiceCollection</c> is there to register in.</param>
internal sealed record CompilationFacts(
    string Assembly, bool IsApplication, bool HasFramework, string? OldLanguage, bool HasDependencyInjection)
{
    /// <summary>Whether code can be written for it.</summary>
    public bool IsServed => HasFramework && OldLanguage is null;

    /// <summary>The assembly's name as an identifier.</summary>
    public string ModuleName => Names.Identifier(Assembly);

    public string RoutesName => ModuleName + "_Routes";

    public string RoutesClass => $"global::CqrsGen.Generated.{RoutesName}";

    public static CompilationFacts Of(Compilation compilation) => new(
        compilation.AssemblyName ?? "Application",
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
            or OutputKind.WindowsRuntimeApplication,
        compilation is CSharpCompilation && Has(compilation, "CqrsGen", Rules.KnownNames.Routes),
        compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp12 and var old }
            ? old.ToDisplayString()
            : null,
        Has(
            compilation,
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.DependencyInjection.IServiceCollection"));

    /// <summary>Asks one assembly: asking the compilation reads every reference.</summary>
    private static bool Has(Compilation compilation, string assembly, string type)
    {
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (reference.Name == assembly)
            {
                return reference.GetTypeByMetadataName(type) is not null;
            }
        }

        return false;
    }
}
