namespace PluginHost.Tests.Kit;

/// <summary>A fact about Linux with glibc.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "About Linux only.";
}
