using System.Reflection;
using System.Text.RegularExpressions;
using CqrsGen.Rules;

namespace CqrsGen.Architecture.Tests;

/// <summary>Generator and analyzers know the library by name alone: here the names meet the real assembly.</summary>
public sealed partial class KnownNameTests
{
    private const string Generated = "CqrsGen.Generated"; // The namespace of generated code.

    private static readonly Assembly Library = typeof(Dispatcher).Assembly;

    public static TheoryData<string> KnownTypes => [.. typeof(KnownNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static constant => (string)constant.GetRawConstantValue()!)
        .Where(static name => name.Contains('.', StringComparison.Ordinal) && name != KnownNames.Infrastructure)];

    public static TheoryData<string> EmittedNames => [.. Repository.Sources("generators")
        .SelectMany(static file => QualifiedName().Matches(Repository.Text(file)))
        .Select(static match => match.Groups[1].Value)
        .Where(static name => !name.StartsWith(Generated, StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(KnownTypes))]
    public void AKnownTypeExists(string name) => Library.GetType(name).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(EmittedNames))]
    public void AnEmittedNameExists(string name) =>
        (IsNamespace(name) || IsType(name) || IsMember(name)).ShouldBeTrue();

    [Fact]
    public void TheKnownNamespacesExist()
    {
        IsNamespace(KnownNames.Namespace).ShouldBeTrue();
        IsNamespace(KnownNames.Infrastructure).ShouldBeTrue();
    }

    [GeneratedRegex(@"global::(CqrsGen(?:\.[A-Z]\w*)*)")]
    private static partial Regex QualifiedName();

    private static bool IsNamespace(string name) => Library.GetExportedTypes().Any(type => type.Namespace == name);

    private static bool IsType(string name) => TypesNamed(name).Any();

    private static bool IsMember(string name)
    {
        int dot = name.LastIndexOf('.');
        return TypesNamed(name[..dot]).Any(type => type.GetMember(name[(dot + 1)..]).Length > 0);
    }

    /// <summary>Types of that name with any number of type parameters.</summary>
    private static IEnumerable<Type> TypesNamed(string name) => Library.GetExportedTypes()
        .Where(type => type.FullName!.Replace('+', '.').Split('`')[0] is var full
            && (full == name || full == name + "Attribute"));
}
