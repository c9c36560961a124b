using System.Xml.Linq;

namespace CqrsGen.Architecture.Tests.Kit;

/// <summary>What a project file refers to.</summary>
internal sealed class ProjectFile(string file)
{
    private readonly XElement _xml = Repository.Xml(file);

    public string Name => Path.GetFileNameWithoutExtension(file);

    /// <summary>Packages that become dependencies of whoever uses the project.</summary>
    public IEnumerable<string> Packages => Items("PackageReference")
        .Where(static item => item.Attribute("PrivateAssets")?.Value != "all")
        .Select(Included);

    /// <summary>Projects whose assembly is referenced; not those that are only built first.</summary>
    public IEnumerable<string> Projects => AllProjects(static item => !IsBuildOnly(item));

    /// <summary>Projects that are only built first.</summary>
    public IEnumerable<string> BuildOnlyProjects => AllProjects(IsBuildOnly);

    private static bool IsBuildOnly(XElement item) => item.Attribute("ReferenceOutputAssembly")?.Value == "false";

    private static string Included(XElement item) => item.Attribute("Include")!.Value;

    private IEnumerable<XElement> Items(string name) =>
        _xml.Descendants(name).Where(static item => item.Attribute("Include") is not null);

    private IEnumerable<string> AllProjects(Func<XElement, bool> isWanted) => Items("ProjectReference")
        .Where(isWanted)
        .Select(static item => Path.GetFileNameWithoutExtension(Included(item)));
}
