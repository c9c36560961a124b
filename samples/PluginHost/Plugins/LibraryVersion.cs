namespace PluginHost.Plugins;

/// <summary>What a version export of a library answered.</summary>
/// <param name="Export">The export, such as <c>zlibVersion</c>.</param>
/// <param name="Version">Its answer.</param>
public sealed record LibraryVersion(string Export, string Version);
