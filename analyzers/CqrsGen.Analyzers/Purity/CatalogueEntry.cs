namespace CqrsGen.Analyzers.Purity;

/// <summary>One line of the catalogue, for one name.</summary>
/// <param name="Name">A method's or property's name; <c>.ctor</c> for constructors.</param>
/// <param name="IsPrefix">Whether all names that begin so are meant.</param>
/// <param name="Action">What it does.</param>
/// <param name="Target">Where it writes to; empty when it does not.</param>
internal sealed record CatalogueEntry(string Name, bool IsPrefix, CatalogueAction Action, string Target)
{
    public bool Matches(string name) =>
        IsPrefix ? name.StartsWith(Name, StringComparison.Ordinal) : name == Name;
}
