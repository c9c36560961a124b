//HintName: Names.g.cs
namespace Generated;

internal static class Names
{
    public const string All = "Program";
}