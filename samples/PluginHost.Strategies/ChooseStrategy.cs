using CqrsGen;

namespace PluginHost.Strategies;

/// <summary>
/// Asks which strategy is for a library: the one that was registered last among those whose pattern fits.
/// </summary>
/// <param name="FileName">The file name of the library, without its directory.</param>
[Query]
public sealed partial record ChooseStrategy(string FileName) : IQuery<LoadStrategy>;
